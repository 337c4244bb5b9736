import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import { session } from '@/api/session';
import { auditFilterOf, peopleFilterOf } from '@/domain/adminFilters';
import { filterOf } from '@/domain/filter';
import { LoginPage } from './pages/LoginPage';
import { Crashed, NotFound } from './pages/Fallback';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Crashed });

/** Where to go after the log-in. */
const nextOf = (search: Record<string, unknown>): { next?: string } => ({
  // Only paths of this app: an address given by somebody else must not lead away after the log-in. What is not named here
  // would come through as it is, so that it has to be named to be dropped.
  next: typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? search.next : undefined,
});

const leaveIfIn = ({ search }: { search: { next?: string } }) => {
  if (session.state.status === 'in') throw redirect({ href: search.next ?? '/', replace: true });
};

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: nextOf,
  beforeLoad: leaveIfIn,
  component: LoginPage,
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  validateSearch: nextOf,
  beforeLoad: leaveIfIn,
  component: lazyRouteComponent(() => import('./pages/RegisterPage'), 'RegisterPage'),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./pages/ForgotPasswordPage'), 'ForgotPasswordPage'),
});

/** Also for somebody who is logged in: the link may be for another account. */
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./pages/ResetPasswordPage'), 'ResetPasswordPage'),
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

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/DashboardPage'), 'DashboardPage'),
});

const profile = createRoute({
  getParentRoute: () => inside,
  path: '/profile',
  component: lazyRouteComponent(() => import('./pages/ProfilePage'), 'ProfilePage'),
});

const programs = createRoute({
  getParentRoute: () => inside,
  path: '/programs',
  component: lazyRouteComponent(() => import('./pages/ProgramsPage'), 'ProgramsPage'),
});

/** For others this part of the app does not exist. */
const admin = createRoute({
  getParentRoute: () => inside,
  path: '/admin',
  // Not beforeLoad, whose refusals take the place of the whole app.
  loader: () => {
    const { state } = session;
    if (state.status !== 'in' || !state.user.can.manageUsers) throw notFound();
  },
  notFoundComponent: NotFound,
});

const people = createRoute({
  getParentRoute: () => admin,
  path: '/',
  validateSearch: peopleFilterOf,
  component: lazyRouteComponent(() => import('./pages/PeoplePage'), 'PeoplePage'),
});

const person = createRoute({
  getParentRoute: () => admin,
  path: '/people/$userId',
  component: lazyRouteComponent(() => import('./pages/PersonPage'), 'PersonPage'),
});

const audit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  validateSearch: auditFilterOf,
  component: lazyRouteComponent(() => import('./pages/AuditPage'), 'AuditPage'),
});

const installation = createRoute({
  getParentRoute: () => admin,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/InstallationPage'), 'InstallationPage'),
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

/** All components in all states. The condition is known to the build, which leaves the page out of what is shipped. */
const design = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => root,
        path: '/design',
        component: lazyRouteComponent(() => import('@/design/DesignPage'), 'DesignPage'),
      }),
    ]
  : [];

const routeTree = root.addChildren([
  ...design,
  login,
  register,
  forgotPassword,
  resetPassword,
  inside.addChildren([
    home,
    profile,
    programs,
    request,
    program.addChildren([requests, activity, members, settings]),
    admin.addChildren([people, person, audit, installation]),
  ]),
]);

export const createAppRouter = (history?: RouterHistory) =>
  createRouter({ routeTree, history, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
