import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commentsQuery, historyQuery } from '@/api/queries';
import type { RequestDetail } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { HistoryLine } from '@/features/activity/HistoryLine';
import { CommentItem } from '@/features/comments/CommentItem';
import { Composer } from '@/features/comments/Composer';
import { TypingLine } from '@/features/comments/TypingLine';
import { Button } from '@/ui/Button';
import { Segments } from '@/ui/Segments';
import { Skeleton } from '@/ui/states';
import { merged, SHOWN, type Shown } from './merged';

/** Conversation and history of a request in one stream, oldest first, with the place to answer at its end. */
export function Stream({ request, mayDeleteAll }: { request: RequestDetail; mayDeleteAll: boolean }) {
  const { t } = useTranslation();
  const headingId = useId();
  const [shown, setShown] = useState<Shown>('all');
  const ref = { programId: request.programId, requestId: request.id };
  const comments = useQuery(commentsQuery(ref));
  const history = useInfiniteQuery(historyQuery(ref));
  const entries = history.data?.pages.flatMap((page) => page.value.data) ?? [];
  const items = merged(comments.data ?? [], entries, shown);
  const error = comments.error ?? history.error;
  const retry = () => {
    void comments.refetch();
    void history.refetch();
  };

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
              <CommentItem comment={item.comment} requestRef={ref} mayDeleteAll={mayDeleteAll} />
            ) : (
              <HistoryLine entry={item.entry} />
            )}
          </li>
        ))}
      </ol>
      {items.length === 0 && comments.data && history.data && (
        <p className="text-ink-3">{shown === 'comments' ? t('stream.emptyComments') : t('stream.emptyAll')}</p>
      )}
      <TypingLine requestRef={ref} />
      <Composer key={request.id} request={request} />
    </section>
  );
}
