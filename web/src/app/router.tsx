import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import { session } from '@/api/session';
import { filterOf } from '@/domain/filter';
import { LoginPage } from './pages/LoginPage';
import { Crashed, NotFound } from './pages/Fallback';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Crashed });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search): { next?: string } => ({
    // Only paths of this app: an address given by somebody else must not lead away after the log-in. What is not named here
    // would come through as it is, so that it has to be named to be dropped.
    next: typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? search.next : undefined,
  }),
  beforeLoad: ({ search }) => {
    if (session.state.status === 'in') throw redirect({ href: search.next ?? '/', replace: true });
  },
  component: LoginPage,
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: ({ location }) => {
    if (session.state.status === 'in') return;
    const next = location.href === '/' ? undefined : location.href;
    throw redirect({ to: '/login', search: { next }, replace: true });
  },
  component: lazyRouteComponent(() => import('./shell/Shell'), 'Shell'),
});

const programs = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/ProgramsPage'), 'ProgramsPage'),
});

const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  component: lazyRouteComponent(() => import('./pages/PeoplePage'), 'PeoplePage'),
});

const program = createRoute({
  getParentRoute: () => inside,
  path: '/programs/$programId',
  component: lazyRouteComponent(() => import('./pages/ProgramPage'), 'ProgramPage'),
});

const requests = createRoute({
  getParentRoute: () => program,
  path: '/',
  validateSearch: filterOf,
  component: lazyRouteComponent(() => import('./pages/RequestsPage'), 'RequestsPage'),
});

const activity = createRoute({
  getParentRoute: () => program,
  path: '/activity',
  component: lazyRouteComponent(() => import('./pages/ActivityPage'), 'ActivityPage'),
});

const members = createRoute({
  getParentRoute: () => program,
  path: '/members',
  component: lazyRouteComponent(() => import('./pages/MembersPage'), 'MembersPage'),
});

const settings = createRoute({
  getParentRoute: () => program,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/SettingsPage'), 'SettingsPage'),
});

const request = createRoute({
  getParentRoute: () => inside,
  path: '/programs/$programId/requests/$requestId',
  component: lazyRouteComponent(() => import('./pages/RequestPage'), 'RequestPage'),
});

const routeTree = root.addChildren([
  login,
  inside.addChildren([programs, people, request, program.addChildren([requests, activity, members, settings])]),
]);

export const createAppRouter = (history?: RouterHistory) =>
  createRouter({ routeTree, history, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
