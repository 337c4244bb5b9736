import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Lock, Send, Users } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addComment } from '@/api/calls';
import { keys, type Loaded } from '@/api/queries';
import type { Comment, RequestDetail } from '@/api/types';
import { useMe } from '@/domain/me';
import { useProblemText } from '@/domain/useProblemText';
import { useTyping } from '@/live/react';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Checkbox } from '@/ui/Field';
import { Alert } from '@/ui/states';
import { useShortcut } from '@/ui/useShortcut';
import { useStoredText } from '@/ui/useStoredText';

/** Writes a comment. An internal one looks different while it is written, and says for whom it is. */
export function Composer({ request }: { request: RequestDetail }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const me = useMe();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useStoredText(`docket.comment.${me.id}.${request.id}`);
  const [internal, setInternal] = useState(false);
  const typing = useTyping(request.id);
  const ref = { programId: request.programId, requestId: request.id };
  const send = useMutation({
    mutationFn: (body: string) => addComment(ref, body, internal),
    onSuccess: (comment) => {
      setText('');
      // It comes by its event as well; whichever is first shows it.
      cache.setQueryData(keys.comments(ref), (old: Loaded<Comment[]> | undefined) => withComment(old, comment));
    },
  });
  useShortcut('c', () => area.current?.focus(), request.can.comment);

  const body = text.trim();
  const submit = () => {
    if (body === '' || send.isPending) return;
    typing.stop();
    send.mutate(body);
  };
  const write = (next: string) => {
    setText(next);
    if (next.trim() === '') typing.stop();
    else typing.type(internal);
  };
  const chooseReaders = (staffOnly: boolean) => {
    setInternal(staffOnly);
    typing.stop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    if (event.key === 'Escape') area.current?.blur();
  };

  if (!request.can.comment) return <p className="py-2 text-ink-3">{request.cannot.comment}</p>;
  const label = internal ? t('comments.writeInternal') : t('comments.write');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className={cx(
        'rounded-md border focus-within:border-accent',
        internal ? 'border-amber/60 border-l-4 border-l-amber bg-amber-soft' : 'border-line-strong/60 bg-surface',
      )}
    >
      <textarea
        ref={area}
        aria-label={label}
        aria-keyshortcuts="c"
        placeholder={`${label}…`}
        maxLength={5000}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        className="field-sizing-content block max-h-80 min-h-16 w-full resize-none bg-transparent px-3 py-2 text-[0.9375rem] leading-relaxed outline-none"
      />
      {send.error !== null && (
        <div className="px-3 pb-2">
          <Alert>{textOf(send.error)}</Alert>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 pb-2">
        {request.can.commentInternally && (
          <Checkbox
            label={t('comments.internalSwitch')}
            checked={internal}
            onChange={(event) => chooseReaders(event.target.checked)}
          />
        )}
        <span className={cx('flex items-center gap-1.5 text-xs', internal ? 'font-medium text-amber' : 'text-ink-3')}>
          {internal ? <Lock size={12} aria-hidden /> : <Users size={12} aria-hidden />}
          {internal ? t('comments.internalText') : t('comments.publicText')}
        </span>
        <Button
          type="submit"
          variant={body === '' ? 'secondary' : 'primary'}
          className="ml-auto"
          icon={internal ? <Lock size={14} aria-hidden /> : <Send size={14} aria-hidden />}
          busy={send.isPending}
          disabled={body === ''}
        >
          {internal ? t('comments.sendInternal') : t('comments.send')}
        </Button>
      </div>
    </form>
  );
}

function withComment(old: Loaded<Comment[]> | undefined, comment: Comment): Loaded<Comment[]> | undefined {
  if (old === undefined || old.value.some((other) => other.id === comment.id)) return old;
  return { ...old, value: [...old.value, comment] };
}
