import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isGone } from '@/api/problem';
import { programQuery, requestQuery } from '@/api/queries';
import { LoadError } from '@/domain/LoadError';
import { Skeleton } from '@/ui/states';
import { LoadedRequest } from './LoadedRequest';
import { useNeighbourKeys } from './NeighbourLinks';
import { useNeighbours } from './useNeighbours';

const route = getRouteApi('/inside/programs/$programId/requests/$requestId');

export function RequestPage() {
  const ref = route.useParams();
  const request = useQuery(requestQuery(ref));
  const program = useQuery(programQuery(ref.programId));
  const neighbours = useNeighbours(ref);
  useNeighbourKeys(ref.programId, neighbours);
  const error = request.error ?? program.error;
  // What was read again and is not there any more was deleted, or is not shared any more, while nobody could tell us.
  if (request.data && program.data && !isGone(error))
    return (
      <LoadedRequest key={request.data.id} request={request.data} program={program.data} neighbours={neighbours} />
    );
  if (error !== null) {
    const retry = () => {
      void request.refetch();
      void program.refetch();
    };
    return <LoadError error={error} onRetry={retry} />;
  }
  return <Loading />;
}

function Loading() {
  const { t } = useTranslation();
  return (
    <div
      role="status"
      aria-label={t('common.loading')}
      className="mx-auto flex max-w-3xl flex-col gap-5 px-4 pt-6 sm:px-8"
    >
      <Skeleton className="h-4 w-32" />
      <Skeleton className="h-6 w-2/3" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-40 w-full" />
    </div>
  );
}
