import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestPath, type RequestRef } from '@/api/calls';
import { keys, type Loaded } from '@/api/queries';
import type { Attachment } from '@/api/types';
import { uploadAttachment } from '@/api/upload';
import { useProblemText } from '@/domain/useProblemText';

export interface Upload {
  id: number;
  name: string;
  /** 0..1 */
  progress: number;
  error?: string;
}

const LARGEST = 25 * 1024 * 1024;

/** Files on their way up. One that failed stays until it is dismissed. */
export function useUploads(ref: RequestRef) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const controllers = useRef(new Map<number, AbortController>());
  const lastId = useRef(0);

  const drop = (id: number) => {
    controllers.current.delete(id);
    setUploads((all) => all.filter((upload) => upload.id !== id));
  };
  const change = (id: number, by: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...by } : upload)));

  const send = async (file: File, internal: boolean) => {
    const id = ++lastId.current;
    const tooLarge = file.size > LARGEST ? t('attachments.tooLarge', { name: file.name }) : undefined;
    setUploads((all) => [...all, { id, name: file.name, progress: 0, error: tooLarge }]);
    if (tooLarge !== undefined) return;
    const controller = new AbortController();
    controllers.current.set(id, controller);
    const onProgress = (progress: number) => change(id, { progress });
    try {
      const { signal } = controller;
      const attachment = await uploadAttachment(requestPath(ref), { file, internal, signal, onProgress });
      cache.setQueryData(keys.attachments(ref), (old: Loaded<Attachment[]> | undefined) => withItem(old, attachment));
      drop(id);
    } catch (error) {
      if (controller.signal.aborted) drop(id);
      else change(id, { error: textOf(error) });
    }
  };

  return {
    uploads,
    add: (files: Iterable<File>, internal: boolean) => {
      for (const file of files) void send(file, internal);
    },
    cancel: (id: number) => {
      controllers.current.get(id)?.abort();
      drop(id);
    },
  };
}

function withItem(old: Loaded<Attachment[]> | undefined, item: Attachment): Loaded<Attachment[]> | undefined {
  if (old === undefined || old.value.some((other) => other.id === item.id)) return old;
  return { ...old, value: [...old.value, item] };
}
