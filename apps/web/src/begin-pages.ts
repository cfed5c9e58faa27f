import { withWords } from './i18n/catalogues.ts';

export const frame = () => withWords(() => import('./features/workspace/workspace-page.tsx'), 'queue');
export const queuePage = () => withWords(() => import('./features/queue/queue-page.tsx'), 'queue');
export const ticketPage = () => withWords(() => import('./features/ticket/ticket-page.tsx'));
export const portalPage = () => import('./features/portal/portal-page.tsx');
export const portalTickets = () => import('./features/portal-tickets/tickets-page.tsx');

/** What people mostly come for is on its way before it is known who they are; a lost connection shows later. */
export const beginPages = (pathname: string): void => {
  const begun: readonly Promise<unknown>[] = [
    ...(/^\/(d\/.*)?$/.test(pathname) ? [frame()] : []),
    ...(/^\/(d\/[^/]+\/?)?$/.test(pathname) ? [queuePage()] : []),
    ...(/^\/d\/[^/]+\/t\//.test(pathname) ? [ticketPage()] : []),
    ...(/^\/p\/./.test(pathname) ? [portalPage()] : []),
    ...(/^\/p\/[^/]+\/?$/.test(pathname) ? [portalTickets()] : []),
  ];
  for (const one of begun) one.catch(() => undefined);
};
