import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deleteComment, type RequestRef } from '@/api/calls';
import { keys, type Loaded } from '@/api/queries';
import { restoreComment } from '@/api/request';
import type { Comment } from '@/api/types';
import { useProblemText } from '@/domain/useProblemText';
import { useToast } from '@/ui/Toast';
import { withComment, withoutComment } from './changed';

/** Deletes a comment at once: it can be undone. */
export function useCommentDeletion(ref: RequestRef, commentId: string) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const toast = useToast();
  const change = (by: (old: Loaded<Comment[]> | undefined) => Loaded<Comment[]> | undefined) =>
    cache.setQueryData(keys.comments(ref), by);
  const restore = async () => {
    try {
      const comment = await restoreComment(ref, commentId);
      change((old) => withComment(old, comment));
    } catch (error) {
      toast(textOf(error));
    }
  };
  return useMutation({
    mutationFn: () => deleteComment(ref, commentId),
    onSuccess: () => {
      change((old) => withoutComment(old, commentId));
      toast(t('comments.deleted'), { label: t('request.undo'), onAction: () => void restore() });
    },
  });
}
