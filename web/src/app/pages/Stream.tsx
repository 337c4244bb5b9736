import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { ArrowDown } from 'lucide-react';
import { useEffect, useId, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentsQuery, commentsQuery, historyQuery } from '@/api/queries';
import type { Program, RequestDetail } from '@/api/types';
import { commentAnchor } from '@/domain/commentAnchor';
import { LoadError } from '@/domain/LoadError';
import { useMe } from '@/domain/me';
import { HistoryLine } from '@/features/activity/HistoryLine';
import { CommentItem } from '@/features/comments/CommentItem';
import { Composer } from '@/features/comments/Composer';
import { TypingLine } from '@/features/comments/TypingLine';
import { Button } from '@/ui/Button';
import { Segments } from '@/ui/Segments';
import { Skeleton } from '@/ui/states';
import { useStoredText } from '@/ui/useStoredText';
import { DescriptionChange } from './DescriptionChange';
import { isShown, merged, SHOWN } from './merged';
import { Readers } from './Readers';
import { useNewComments } from './useNewComments';
import { useSteady } from './useSteady';

interface Props {
  request: RequestDetail;
  program: Program;
  scroller: RefObject<HTMLElement | null>;
  onFiles: (files: File[], internal: boolean) => void;
}

/** Conversation and history of a request in one stream, oldest first, with the place to answer at its end. */
export function Stream({ request, program, scroller, onFiles }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const headingId = useId();
  const end = useRef<HTMLDivElement>(null);
  const [stored, setShown] = useStoredText('docket.stream');
  const shown = isShown(stored) ? stored : 'all';
  const ref = { programId: request.programId, requestId: request.id };
  const comments = useQuery(commentsQuery(ref));
  const history = useInfiniteQuery(historyQuery(ref));
  const { data: files = [] } = useQuery(attachmentsQuery(ref));
  const entries = history.data?.pages.flatMap((page) => page.value.data) ?? [];
  const items = merged(comments.data ?? [], entries, shown);
  const fresh = useNewComments(comments.data, me.id, scroller, end);
  useSteady(end, scroller, items.length);
  const error = comments.error ?? history.error;
  const retry = () => {
    void comments.refetch();
    void history.refetch();
  };

  const anchor = useLocation({ select: ({ hash }) => hash });
  const loaded = comments.data !== undefined;
  useEffect(() => {
    if (loaded && anchor.startsWith('comment-')) reveal(anchor);
  }, [loaded, anchor]);

  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={headingId} className="text-xs font-medium text-ink-3">
          {t('stream.title')}
        </h2>
        <Segments
          label={t('stream.filter')}
          value={shown}
          onChange={setShown}
          options={SHOWN.map((value) => ({ value, label: t(`stream.${value}`) }))}
        />
      </div>
      {history.hasNextPage && shown !== 'comments' && (
        <div>
          <Button variant="ghost" busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
            {t('stream.earlier')}
          </Button>
        </div>
      )}
      {error !== null && <LoadError error={error} onRetry={retry} />}
      {(comments.isPending || history.isPending) && (
        <div role="status" aria-label={t('common.loading')} className="flex flex-col gap-3">
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-16 w-full" />
          <Skeleton className="h-4 w-1/2" />
        </div>
      )}
      <ol aria-labelledby={headingId} className="flex flex-col gap-1.5">
        {items.map((item) => (
          <li key={item.id} className={'comment' in item ? 'my-1' : 'px-3'}>
            {'comment' in item ? (
              <CommentItem
                comment={item.comment}
                requestRef={ref}
                mayDeleteAll={program.myRole === 'manager'}
                mayWrite={request.can.comment}
                marked={anchor === commentAnchor(item.id)}
              />
            ) : (
              <>
                <HistoryLine entry={item.entry} words={{ fields: program.fields, files }} />
                <DescriptionChange entry={item.entry} />
              </>
            )}
          </li>
        ))}
      </ol>
      {items.length === 0 && comments.data && history.data && (
        <p className="text-ink-3">{shown === 'comments' ? t('stream.emptyComments') : t('stream.emptyAll')}</p>
      )}
      <div ref={end} className="flex flex-col gap-3">
        <TypingLine requestRef={ref} />
        <Composer
          key={request.id}
          request={request}
          readers={<Readers request={request} program={program} />}
          onFiles={request.can.attach ? onFiles : undefined}
        />
      </div>
      <div role="status" className="pointer-events-none sticky bottom-3 z-10 flex justify-center">
        {fresh[0] !== undefined && shown !== 'changes' && (
          <button
            type="button"
            className="rise pointer-events-auto flex h-8 items-center gap-1.5 rounded-full bg-ink px-3.5 font-medium text-canvas shadow-float pointer-coarse:h-10"
            onClick={() => fresh[0] && reveal(commentAnchor(fresh[0].id))}
          >
            <ArrowDown size={14} aria-hidden />
            {t('stream.fresh', { count: fresh.length, name: fresh[0].author.name })}
          </button>
        )}
      </div>
    </section>
  );
}

function reveal(anchor: string): void {
  const element = document.getElementById(anchor);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}
