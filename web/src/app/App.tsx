import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { session } from '@/api/session';
import { useSession } from '@/features/session/useSession';
import { ErrorState } from '@/ui/states';
import { TooltipProvider } from '@/ui/Tooltip';
import type { createAppRouter } from './router';

export function App({ router, queryClient }: { router: ReturnType<typeof createAppRouter>; queryClient: QueryClient }) {
  const { t } = useTranslation();
  const { status } = useSession();
  if (status === 'unknown') return null;
  if (status === 'unreachable') {
    const retry = () => void session.renew().catch(() => undefined);
    return (
      <TooltipProvider>
        <main>
          <ErrorState
            title={t('session.unreachableTitle')}
            text={t('session.unreachable')}
            retry={{ label: t('common.retry'), onRetry: retry }}
          />
        </main>
      </TooltipProvider>
    );
  }
  return (
    <QueryClientProvider client={queryClient}>
      <TooltipProvider>
        <RouterProvider router={router} />
      </TooltipProvider>
    </QueryClientProvider>
  );
}
