import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

/** Pages of the portal about what the customer's companies hold, and about the customer: below the portal's own frame. */
export const portalCertificateRoutes = <Portal extends AnyRoute>(portal: Portal) =>
  [
    createRoute({
      getParentRoute: () => portal,
      path: '/certificates',
      component: lazyRouteComponent(
        () => import('./features/portal-certificates/certificates-page.tsx'),
        'CertificatesPage',
      ),
    }),
    createRoute({
      getParentRoute: () => portal,
      path: '/certificates/$certificateId',
      component: lazyRouteComponent(
        () => import('./features/portal-certificates/certificate-page.tsx'),
        'CertificatePage',
      ),
    }),
    createRoute({
      getParentRoute: () => portal,
      path: '/certificates/inquiries/$inquiryNumber',
      component: lazyRouteComponent(
        () => import('./features/portal-certificates/inquiry-page.tsx'),
        'InquiryPage',
      ),
    }),
    createRoute({
      getParentRoute: () => portal,
      path: '/profile',
      component: lazyRouteComponent(
        () => import('./features/portal-certificates/profile-page.tsx'),
        'ProfilePage',
      ),
    }),
  ] as const;
