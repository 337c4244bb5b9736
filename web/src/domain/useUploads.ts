import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { requestPath, type RequestRef } from '@/api/calls';
import { keys, type Loaded } from '@/api/queries';
import type { Attachment } from '@/api/types';
import { uploadAttachment } from '@/api/upload';
import { useUploadProblem, type UploadProblem } from './useUploadProblem';

export interface Upload {
  id: number;
  file: File;
  internal: boolean;
  /** 0..1 */
  progress: number;
  problem?: UploadProblem;
}

export interface Uploads {
  uploads: readonly Upload[];
  /** Resolves to what has been stored, without what failed. */
  add: (files: Iterable<File>, internal: boolean) => Promise<Attachment[]>;
  retry: (id: number) => void;
  /** Stops one, or forgets one that has failed. */
  cancel: (id: number) => void;
}

const LARGEST = 25 * 1024 * 1024;

/** Files on their way up. One that failed stays until it is tried again or dismissed. */
export function useUploads(ref: RequestRef): Uploads {
  const problemOf = useUploadProblem();
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

  const send = async (id: number, file: File, internal: boolean): Promise<Attachment | null> => {
    const controller = new AbortController();
    controllers.current.set(id, controller);
    const onProgress = (progress: number) => change(id, { progress });
    try {
      const { signal } = controller;
      const attachment = await uploadAttachment(requestPath(ref), { file, internal, signal, onProgress });
      cache.setQueryData(keys.attachments(ref), (old: Loaded<Attachment[]> | undefined) => withFile(old, attachment));
      drop(id);
      return attachment;
    } catch (error) {
      if (controller.signal.aborted) drop(id);
      else change(id, { problem: problemOf(error, file.name) });
      return null;
    }
  };

  const begin = (file: File, internal: boolean): Promise<Attachment | null> => {
    const id = ++lastId.current;
    const problem = file.size > LARGEST ? problemOf('too-large', file.name) : undefined;
    setUploads((all) => [...all, { id, file, internal, progress: 0, problem }]);
    return problem === undefined ? send(id, file, internal) : Promise.resolve(null);
  };

  return {
    uploads,
    add: async (files, internal) =>
      (await Promise.all([...files].map((file) => begin(file, internal)))).filter((stored) => stored !== null),
    retry: (id) => {
      const upload = uploads.find((other) => other.id === id);
      if (upload === undefined) return;
      change(id, { problem: undefined, progress: 0 });
      void send(id, upload.file, upload.internal);
    },
    cancel: (id) => {
      controllers.current.get(id)?.abort();
      drop(id);
    },
  };
}

/** The files with this one, which came as an answer: its event may have been faster. */
export function withFile(old: Loaded<Attachment[]> | undefined, item: Attachment): Loaded<Attachment[]> | undefined {
  if (old === undefined || old.value.some((other) => other.id === item.id)) return old;
  return { ...old, value: [...old.value, item] };
}
