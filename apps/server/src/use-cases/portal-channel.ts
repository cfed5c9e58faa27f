import type { Regulation } from '@reglament/desk';
import { pageChannel } from './page-task.ts';

/** How a ticket of the portal counts: as a form of the site where no package knows a portal. Where none knows either it is what it is. */
export const portalChannel = (regulation: Regulation): 'portal' | 'web-form' =>
  pageChannel(regulation, 'account') === 'web-form' ? 'web-form' : 'portal';
