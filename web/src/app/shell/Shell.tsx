import { Outlet, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/features/session/useSession';
import { LiveProvider, useUnread } from '@/live/react';
import type { Me } from '@/api/types';
import { cx } from '@/ui/cx';
import { Sheet } from '@/ui/Dialog';
import { ToastProvider } from '@/ui/Toast';
import { MeProvider } from '@/domain/me';
import { useShortcut } from '@/ui/useShortcut';
import { useStoredText } from '@/ui/useStoredText';
import { Header } from './Header';
import { KeyboardHelp } from './KeyboardHelp';
import { Notices } from './Notices';
import { OfflineBanner } from './OfflineBanner';
import { RouteAnnouncer } from './RouteAnnouncer';
import { Sidebar } from './Sidebar';
import { usePaletteKey } from './usePaletteKey';

const loadPalette = () => import('./palette/Palette');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));

/** Everything for people who are logged in. */
export function Shell() {
  const state = useSession();
  const navigate = useNavigate();
  const router = useRouter();
  const [me, setMe] = useState<Me | null>(state.status === 'in' ? state.user : null);
  if (state.status === 'in' && state.user !== me) setMe(state.user);

  useEffect(() => {
    if (state.status !== 'out') return;
    const here = location.pathname + location.search + location.hash;
    // Who logged out on purpose begins at the beginning; whose session ended comes back to this page.
    void navigate({ to: '/login', search: state.reason === undefined || here === '/' ? {} : { next: here } });
  }, [state, navigate]);

  // Pages that exist only for admins, or do not any more.
  const manages = me?.can.manageUsers;
  const managed = useRef(manages);
  useEffect(() => {
    if (managed.current === manages) return;
    managed.current = manages;
    void router.invalidate();
  }, [router, manages]);

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
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  const [width, setWidth] = useStoredText('docket.sidebar');
  const { programId, requestId } = useParams({ strict: false });
  const unread = useUnread(programId);
  const narrow = width === 'narrow';
  const toggle = () => setWidth(narrow ? '' : 'narrow');
  useShortcut('[', toggle);
  useShortcut('?', () => setHelp(true));
  usePaletteKey(() => setPalette(true));
  // Behind the first page: what is typed right after the key must not be lost while it loads.
  useEffect(() => void loadPalette(), []);

  return (
    <ToastProvider label={t('shell.notices')} closeLabel={t('common.close')}>
      <a
        href="#content"
        onClick={(event) => {
          // The address stays that of the page.
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('common.skip')}
      </a>
      <div className="flex h-dvh">
        <aside
          className={cx(
            'hidden shrink-0 flex-col border-r border-line bg-sunken transition-[width] lg:flex',
            narrow ? 'w-14' : 'w-60',
          )}
        >
          <Sidebar unread={unread} narrow={narrow} onToggle={toggle} />
        </aside>
        <Sheet open={navigation} onClose={() => setNavigation(false)} title={t('shell.navigation')}>
          <Sidebar unread={unread} onNavigate={() => setNavigation(false)} />
        </Sheet>
        <div className="flex min-w-0 flex-1 flex-col">
          <Header
            programId={programId}
            requestId={requestId}
            onOpenNavigation={() => setNavigation(true)}
            onOpenPalette={() => setPalette(true)}
          />
          <OfflineBanner />
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
      <RouteAnnouncer />
      <Notices />
      <KeyboardHelp open={help} onClose={() => setHelp(false)} />
      {palette && (
        <Suspense fallback={null}>
          <Palette programId={programId} onClose={() => setPalette(false)} />
        </Suspense>
      )}
    </ToastProvider>
  );
}
