import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Lock, Send, Users } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addComment } from '@/api/calls';
import { keys, type Loaded } from '@/api/queries';
import type { Comment, RequestDetail } from '@/api/types';
import { LONGEST, MarkdownArea } from '@/domain/MarkdownArea';
import { useMe } from '@/domain/me';
import { markdownOf } from '@/domain/mentions';
import { useCallKey } from '@/domain/useCallKey';
import { useProblemText } from '@/domain/useProblemText';
import { useWritten } from '@/domain/useWritten';
import { useTyping } from '@/live/react';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Checkbox } from '@/ui/Field';
import { Alert } from '@/ui/states';
import { useShortcut } from '@/ui/useShortcut';
import { useStoredText } from '@/ui/useStoredText';
import { withComment } from './changed';

const ICON = { size: 12, 'aria-hidden': true, className: 'mt-0.5 shrink-0' } as const;

interface Props {
  request: RequestDetail;
  /** Who reads a comment that is not internal. */
  readers: ReactNode;
  /** Takes files that are pasted; internal ones stay internal. */
  onFiles?: (files: File[], internal: boolean) => void;
}

/** Writes a comment. An internal one looks different while it is written, and says for whom it is. */
export function Composer({ request, readers, onFiles }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const me = useMe();
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = `docket.comment.${me.id}.${request.id}`;
  const [written, setWritten] = useWritten(draft);
  // Kept with the text: what was meant for staff must not turn up again as a text for all.
  const [staffOnly, setStaffOnly] = useStoredText(`${draft}.internal`);
  const internal = staffOnly !== '' && request.can.commentInternally;
  const typing = useTyping(request.id);
  const ref = { programId: request.programId, requestId: request.id };
  const callKey = useCallKey();
  const send = useMutation({
    mutationFn: (body: string) => addComment(ref, body, internal, callKey.of({ body, internal })),
    onSuccess: (comment) => {
      callKey.done();
      setWritten({ text: '', people: [] });
      setStaffOnly('');
      // It comes by its event as well; whichever is first shows it.
      cache.setQueryData(keys.comments(ref), (old: Loaded<Comment[]> | undefined) => withComment(old, comment));
      area.current?.focus();
    },
  });
  useShortcut('c', () => area.current?.focus(), request.can.comment);

  const body = markdownOf(written).trim();
  const sendable = body !== '' && body.length <= LONGEST;
  const submit = () => {
    if (!sendable || send.isPending) return;
    typing.stop();
    send.mutate(body);
  };
  const write = (next: typeof written) => {
    setWritten(next);
    if (next.text.trim() === '') typing.stop();
    else typing.type(internal);
  };
  const chooseReaders = (onlyStaff: boolean) => {
    setStaffOnly(onlyStaff ? 'yes' : '');
    typing.stop();
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
      <p
        className={cx('flex items-start gap-1.5 px-3 pt-2 text-xs', internal ? 'font-medium text-amber' : 'text-ink-3')}
      >
        {internal ? <Lock {...ICON} /> : <Users {...ICON} />}
        {internal ? t('comments.internalText') : <span>{readers}</span>}
      </p>
      <MarkdownArea
        ref={area}
        label={label}
        placeholder={`${label}…`}
        shortcut="c"
        value={written}
        onChange={write}
        onSend={submit}
        onEscape={() => area.current?.blur()}
        onFiles={onFiles && ((files) => onFiles(files, internal))}
        mentions={{ requestRef: ref, internal }}
      >
        {request.can.commentInternally && (
          <Checkbox
            label={t('comments.internalSwitch')}
            checked={internal}
            onChange={(event) => chooseReaders(event.target.checked)}
          />
        )}
        <Button
          type="submit"
          variant={sendable ? 'primary' : 'secondary'}
          className="ml-auto"
          icon={internal ? <Lock size={14} aria-hidden /> : <Send size={14} aria-hidden />}
          busy={send.isPending}
          disabled={!sendable}
        >
          {internal ? t('comments.sendInternal') : t('comments.send')}
        </Button>
      </MarkdownArea>
      {send.error !== null && (
        <div className="px-3 pb-2">
          <Alert>{textOf(send.error)}</Alert>
        </div>
      )}
    </form>
  );
}
