import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestRef } from '@/api/calls';
import { Problem } from '@/api/problem';
import { keys, type Loaded } from '@/api/queries';
import { editComment } from '@/api/request';
import type { Comment } from '@/api/types';
import { LONGEST, MarkdownArea } from '@/domain/MarkdownArea';
import { markdownOf, writtenOf } from '@/domain/mentions';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Alert } from '@/ui/states';
import { useStoredText } from '@/ui/useStoredText';
import { withComment } from './changed';

interface Props {
  comment: Comment;
  requestRef: RequestRef;
  onClose: () => void;
}

/** Changes one's own comment. What was typed is kept until it is saved or given up. */
export function CommentEditor({ comment, requestRef, onClose }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const [draft, setDraft] = useStoredText(`docket.edit.${comment.id}`);
  const [written, setWritten] = useState(() => writtenOf(draft === '' ? comment.body : draft));
  const [seen, setSeen] = useState(comment.version);
  const close = () => {
    setDraft('');
    onClose();
  };
  const save = useMutation({
    mutationFn: (body: string) => editComment(requestRef, comment.id, body, seen),
    onError: (error) => {
      // Changed by the same person elsewhere: told once, and then it may be replaced.
      if (error instanceof Problem && error.status === 409) setSeen((version) => Math.max(version, comment.version));
    },
    onSuccess: (changed) => {
      cache.setQueryData(keys.comments(requestRef), (old: Loaded<Comment[]> | undefined) => withComment(old, changed));
      close();
    },
  });
  const body = markdownOf(written).trim();
  const sendable = body !== '' && body.length <= LONGEST;
  const submit = () => {
    if (body === comment.body) close();
    else if (sendable && !save.isPending) save.mutate(body);
  };
  return (
    <div className="my-1 rounded-md border border-line-strong/60 bg-surface focus-within:border-accent">
      <MarkdownArea
        label={t('comments.editLabel')}
        autoFocus
        value={written}
        onChange={(next) => {
          setWritten(next);
          setDraft(markdownOf(next));
        }}
        onSend={submit}
        onEscape={() => body === comment.body && close()}
        mentions={{ requestRef, internal: comment.internal }}
      >
        <span className="ml-auto flex gap-2">
          <Button variant="ghost" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" busy={save.isPending} disabled={!sendable} onClick={submit}>
            {t('common.save')}
          </Button>
        </span>
      </MarkdownArea>
      {save.error !== null && (
        <div className="px-3 pb-2">
          <Alert>{textOf(save.error)}</Alert>
        </div>
      )}
    </div>
  );
}
