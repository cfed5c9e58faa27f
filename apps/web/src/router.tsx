import { type InquiryView, type QueueView } from '@reglament/contract';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { portalCertificateRoutes } from './portal-certificate-routes.ts';
import { type LineSearch, readLineSearch } from './desk/line-search.ts';
import { knownSearch } from './desk/known-search.ts';
import { filterKeys, type FilterSearch, readFilterSearch } from './desk/queue-filter.ts';
import { certificatesTabs, inquiryViews, queueViews } from './desk/view-names.ts';
import type { CertificatesTab } from './features/certificates/certificates-tab.ts';
import { readSignInSearch, type SignInSearch } from './features/sign-in/sign-in-search.ts';
import { readListSearch } from './features/portal-tickets/list-search.ts';
import { beginPages, frame, portalPage, portalTickets, queuePage, ticketPage } from './begin-pages.ts';
import { RootPage } from './root-page.tsx';
import { MissingPage } from './features/workspace/missing-page.tsx';
import { landingAt } from './landing-at.ts';
import { sessionForWork, sessionOrSignIn, watchSession } from './session-guard.ts';
import { settingRoutes } from './setting-routes.ts';
import { staffPage } from './staff-page.ts';
import { BrokenPage } from './ui/broken-page.tsx';

beginPages(window.location.pathname);

const rootRoute = createRootRoute({
  component: RootPage,
  notFoundComponent: MissingPage,
  errorComponent: BrokenPage,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(() => import('./features/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

/** Where links from letters lead. */
const enterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/enter/$token',
  component: lazyRouteComponent(() => import('./features/sign-in/enter-page.tsx'), 'EnterPage'),
});

/** The printed address of an installation without desks. */
const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('./features/setup/setup-page.tsx'), 'SetupPage'),
});

/** Everything below asks who is signed in first. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: Outlet,
  beforeLoad: async ({ location }) => ({ session: await sessionForWork(location) }),
});

/** Between the password and everything else. */
const secondFactorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/second-factor',
  validateSearch: (search): Pick<SignInSearch, 'to'> => {
    const { to } = readSignInSearch(search);
    return to === undefined ? {} : { to };
  },
  component: lazyRouteComponent(
    () => import('./features/account/second-factor-page.tsx'),
    'SecondFactorPage',
  ),
  beforeLoad: async ({ location }) => {
    const { secondFactor } = await sessionOrSignIn(location.href);
    if (secondFactor === 'given' || secondFactor === 'none') throw redirect({ to: '/' });
  },
});

const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./features/account/account-page.tsx'), 'AccountPageScreen'),
});

const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./features/workspace/no-desks-page.tsx'), 'NoDesksPage'),
  beforeLoad: ({ context }) => {
    const [first] = context.session.desks;
    const [portal, ...others] = context.session.portals;
    if (first === undefined && portal === undefined) return;
    if (first === undefined)
      throw others.length === 0 && portal !== undefined
        ? redirect({ to: '/p/$desk', params: { desk: portal.slug } })
        : redirect({ to: '/p' });
    const params = { desk: first.slug };
    // Whoever sells begins with who wants to buy.
    if (first.role === 'sales')
      throw redirect({ to: '/d/$desk/inquiries', params, search: { view: 'open' } });
    throw redirect({ to: '/d/$desk', params, search: {} });
  },
});

/** A customer of several desks chooses. */
const portalChoiceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/p',
  component: lazyRouteComponent(() => import('./features/portal/portal-choice-page.tsx'), 'PortalChoicePage'),
});

const portalRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/p/$desk',
  component: lazyRouteComponent(portalPage, 'PortalPage'),
});

const portalTicketsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/',
  validateSearch: knownSearch(['view', 'whose', 'q'], readListSearch),
  component: lazyRouteComponent(portalTickets, 'TicketsPage'),
});

const portalTicketRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/t/$number',
  component: lazyRouteComponent(() => import('./features/portal-tickets/ticket-page.tsx'), 'TicketPage'),
});

const portalPrintRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/t/$number/print',
  component: lazyRouteComponent(
    () => import('./features/ticket-print/portal-print-page.tsx'),
    'PortalPrintPage',
  ),
});

const newPortalTicketRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/new',
  component: lazyRouteComponent(
    () => import('./features/portal-tickets/new-ticket-page.tsx'),
    'NewTicketPage',
  ),
});

const deskRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/d/$desk',
  component: lazyRouteComponent(frame, 'WorkspacePage'),
});

const queueRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  validateSearch: knownSearch<{ view?: QueueView } & LineSearch & FilterSearch>(
    ['view', 'line', ...filterKeys],
    (search) => {
      const known = queueViews.find((view) => view === search['view']);
      return {
        ...(known === undefined ? {} : { view: known as QueueView }),
        ...readLineSearch(search),
        ...readFilterSearch(search),
      };
    },
  ),
  component: lazyRouteComponent(queuePage, 'QueuePage'),
  beforeLoad: async ({ context, params, search }) => {
    if (search.view !== undefined) return;
    const view = await landingAt(context.session.desks.find(({ slug }) => slug === params.desk));
    throw redirect({ to: '/d/$desk', params, search: { ...search, view }, replace: true });
  },
});

const ticketRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/t/$number',
  component: lazyRouteComponent(ticketPage, 'TicketPage'),
});

const printRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/t/$number/print',
  component: staffPage(() => import('./features/ticket-print/print-page.tsx'), 'PrintPage'),
});

const registerRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/new',
  component: staffPage(() => import('./features/register/register-page.tsx'), 'RegisterPage'),
});

const callRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/call',
  validateSearch: knownSearch<{ fresh?: true; phone?: string; missed?: string }>(
    ['fresh', 'phone', 'missed'],
    (search) => {
      const { fresh, phone, missed } = search;
      return {
        ...(fresh === true ? { fresh } : {}),
        ...(typeof phone === 'string' || typeof phone === 'number' ? { phone: String(phone) } : {}),
        ...(typeof missed === 'string' ? { missed } : {}),
      };
    },
  ),
  component: staffPage(() => import('./features/calls/call-page.tsx'), 'CallPage'),
});

const missedCallsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/missed-calls',
  component: staffPage(() => import('./features/calls/missed-page.tsx'), 'MissedPage'),
});

const boardRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/board',
  component: staffPage(() => import('./features/board/board-page.tsx'), 'BoardPage'),
});

const searchRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/search',
  validateSearch: knownSearch<{ q?: string }>(['q'], (search) => {
    const q = search['q'];
    // A number that was asked for arrives as one.
    return typeof q === 'string' || typeof q === 'number' ? { q: String(q) } : {};
  }),
  component: staffPage(() => import('./features/search/search-page.tsx'), 'SearchPage'),
});

const companiesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/companies',
  component: staffPage(() => import('./features/companies/companies-page.tsx'), 'CompaniesPage'),
});

const importCompaniesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/companies/import',
  component: staffPage(() => import('./features/companies/import-page.tsx'), 'ImportPage'),
});

const companyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/companies/$companyId',
  component: staffPage(() => import('./features/companies/company-page.tsx'), 'CompanyPage'),
});

const certificatesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/certificates',
  validateSearch: (search): { view: CertificatesTab } => {
    const known = certificatesTabs.find((view) => view === search['view']);
    return { view: (known as CertificatesTab | undefined) ?? 'expiring-90' };
  },
  component: staffPage(() => import('./features/certificates/certificates-page.tsx'), 'CertificatesPage'),
});

const certificateRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/certificates/$certificateId',
  component: staffPage(() => import('./features/certificates/certificate-page.tsx'), 'CertificatePage'),
});

const productsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/products',
  component: staffPage(() => import('./features/products/products-page.tsx'), 'ProductsPage'),
});

const inquiriesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/inquiries',
  validateSearch: (search): { view: InquiryView } => {
    const known = inquiryViews.find((view) => view === search['view']);
    return { view: (known as InquiryView | undefined) ?? 'open' };
  },
  component: staffPage(() => import('./features/inquiries/inquiries-page.tsx'), 'InquiriesPage'),
});

const inquiryRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/inquiries/$number',
  component: staffPage(() => import('./features/inquiries/inquiry-page.tsx'), 'InquiryPage'),
});

const lettersRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/letters',
  component: staffPage(() => import('./features/letters/letters-page.tsx'), 'LettersPage'),
});

const noLetterRoute = createRoute({
  getParentRoute: () => lettersRoute,
  path: '/',
  component: staffPage(() => import('./features/letters/no-letter.tsx'), 'NoLetter'),
});

const letterRoute = createRoute({
  getParentRoute: () => lettersRoute,
  path: '/$letterId',
  component: staffPage(() => import('./features/letters/letter-page.tsx'), 'LetterPage'),
});

const apiRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/api',
  validateSearch: knownSearch<{ request?: string }>(['request'], (search) =>
    typeof search['request'] === 'string' ? { request: search['request'] } : {},
  ),
  component: staffPage(() => import('./features/api-reference/api-page.tsx'), 'ApiPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings',
  component: staffPage(() => import('./features/administration/settings-page.tsx'), 'SettingsPage'),
});

const noSectionRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  component: staffPage(() => import('./features/administration/settings-page.tsx'), 'NoSection'),
});

/** Each section keeps its filters in the address in its own words. */
const sectionRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/$section',
  component: staffPage(() => import('./features/administration/settings-page.tsx'), 'SectionPage'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  setupRoute,
  enterRoute,
  secondFactorRoute,
  signedInRoute.addChildren([
    homeRoute,
    accountRoute,
    portalChoiceRoute,
    portalRoute.addChildren([
      portalTicketsRoute,
      portalTicketRoute,
      portalPrintRoute,
      newPortalTicketRoute,
      ...portalCertificateRoutes(portalRoute),
    ]),
    deskRoute.addChildren([
      queueRoute,
      ticketRoute,
      printRoute,
      registerRoute,
      callRoute,
      missedCallsRoute,
      searchRoute,
      boardRoute,
      certificatesRoute,
      certificateRoute,
      companiesRoute,
      importCompaniesRoute,
      companyRoute,
      productsRoute,
      inquiriesRoute,
      inquiryRoute,
      lettersRoute.addChildren([noLetterRoute, letterRoute]),
      apiRoute,
      ...settingRoutes(deskRoute),
      settingsRoute.addChildren([noSectionRoute, sectionRoute]),
    ]),
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: BrokenPage,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

watchSession({
  here: () => router.state.location,
  leadTo: (to, search) => void router.navigate({ to, search }),
});
