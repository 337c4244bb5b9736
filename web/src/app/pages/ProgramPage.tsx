import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isGone } from '@/api/problem';
import { LoadError } from '@/domain/LoadError';
import { ProgramHeader } from '@/features/programs/ProgramHeader';
import { Skeleton, SkeletonRows } from '@/ui/states';
import { useProgram } from './useProgram';

export function ProgramPage() {
  const { t } = useTranslation();
  const program = useProgram();
  // A program that is shown stays when it could not be read again: what stands on its pages may be half done.
  if (program.isError && (program.data === undefined || isGone(program.error)))
    return <LoadError error={program.error} onRetry={() => void program.refetch()} />;
  return (
    <div className="flex h-full flex-col">
      {program.data === undefined ? (
        <>
          <div className="h-[85px] shrink-0 border-b border-line px-4 pt-4 sm:px-6">
            <Skeleton className="h-5 w-48" />
          </div>
          <SkeletonRows label={t('common.loading')} />
        </>
      ) : (
        <>
          <ProgramHeader program={program.data} />
          <div className="min-h-0 flex-1">
            <Outlet />
          </div>
        </>
      )}
    </div>
  );
}
