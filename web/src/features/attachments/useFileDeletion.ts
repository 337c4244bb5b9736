import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deleteAttachment, type RequestRef } from '@/api/calls';
import { keys, type Loaded } from '@/api/queries';
import { restoreAttachment } from '@/api/request';
import type { Attachment } from '@/api/types';
import { useProblemText } from '@/domain/useProblemText';
import { withFile } from '@/domain/useUploads';
import { useToast } from '@/ui/Toast';

/** Deletes a file at once: it can be undone. */
export function useFileDeletion(ref: RequestRef, { id, name }: Attachment, onDeleted: () => void) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const toast = useToast();
  const change = (by: (old: Loaded<Attachment[]> | undefined) => Loaded<Attachment[]> | undefined) =>
    cache.setQueryData(keys.attachments(ref), by);
  const restore = async () => {
    try {
      const attachment = await restoreAttachment(ref, id);
      change((old) => withFile(old, attachment));
    } catch (error) {
      toast(textOf(error));
    }
  };
  return useMutation({
    mutationFn: () => deleteAttachment(ref, id),
    onSuccess: () => {
      onDeleted();
      change((old) => old && { ...old, value: old.value.filter((other) => other.id !== id) });
      toast(t('attachments.deleted', { name }), { label: t('request.undo'), onAction: () => void restore() });
    },
  });
}
