import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

/** What people of a desk set up for themselves and at its start: below the frame of the desk. */
export const settingRoutes = <Desk extends AnyRoute>(desk: Desk) =>
  [
    createRoute({
      getParentRoute: () => desk,
      path: '/notifications',
      component: lazyRouteComponent(
        () => import('./features/notifications/notifications-page.tsx'),
        'NotificationsPage',
      ),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/welcome',
      component: lazyRouteComponent(() => import('./features/setup/welcome-page.tsx'), 'WelcomePage'),
    }),
  ] as const;
