import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { staffPage } from './staff-page.ts';

/** What people of a desk set up for themselves and at its start: below the frame of the desk. */
export const settingRoutes = <Desk extends AnyRoute>(desk: Desk) =>
  [
    createRoute({
      getParentRoute: () => desk,
      path: '/notifications',
      component: staffPage(
        () => import('./features/notifications/notifications-page.tsx'),
        'NotificationsPage',
      ),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/welcome',
      component: staffPage(() => import('./features/setup/welcome-page.tsx'), 'WelcomePage'),
    }),
  ] as const;
