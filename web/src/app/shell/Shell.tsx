import { Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/features/session/useSession';
import { LiveProvider } from '@/live/react';
import type { Me } from '@/api/types';
import { Sheet } from '@/ui/Dialog';
import { ToastProvider } from '@/ui/Toast';
import { MeProvider } from '@/domain/me';
import { Header } from './Header';
import { KeyboardHelp } from './KeyboardHelp';
import { Notices } from './Notices';
import { Sidebar } from './Sidebar';

/** Everything for people who are logged in. */
export function Shell() {
  const state = useSession();
  const navigate = useNavigate();
  const [me, setMe] = useState<Me | null>(state.status === 'in' ? state.user : null);
  if (state.status === 'in' && state.user !== me && state.user.id !== me?.id) setMe(state.user);

  useEffect(() => {
    if (state.status !== 'out') return;
    const here = location.pathname + location.search;
    // Who logged out on purpose begins at the beginning; whose session ended comes back to this page.
    void navigate({ to: '/login', search: state.reason === undefined || here === '/' ? {} : { next: here } });
  }, [state, navigate]);

  if (me === null || state.status !== 'in') return null;
  return (
    <MeProvider me={me}>
      <LiveProvider meId={me.id} key={me.id}>
        <Frame />
      </LiveProvider>
    </MeProvider>
  );
}

function Frame() {
  const { t } = useTranslation();
  const [navigation, setNavigation] = useState(false);
  const { programId, requestId } = useParams({ strict: false });
  return (
    <ToastProvider label={t('shell.notices')} closeLabel={t('common.close')}>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('common.skip')}
      </a>
      <div className="flex h-dvh">
        <aside className="hidden w-60 shrink-0 flex-col border-r border-line bg-sunken lg:flex">
          <Sidebar />
        </aside>
        <Sheet open={navigation} onClose={() => setNavigation(false)} title={t('shell.navigation')}>
          <Sidebar onNavigate={() => setNavigation(false)} />
        </Sheet>
        <div className="flex min-w-0 flex-1 flex-col">
          <Header programId={programId} requestId={requestId} onOpenNavigation={() => setNavigation(true)} />
          <main
            id="content"
            aria-label={t('shell.main')}
            tabIndex={-1}
            className="relative min-h-0 flex-1 outline-none"
          >
            <Outlet />
          </main>
        </div>
      </div>
      <Notices />
      <KeyboardHelp />
    </ToastProvider>
  );
}
