import type { QueueView } from '@reglament/contract';
import { queryClient, regulationQuery } from './api/queries.ts';
import type { DeskOfSession } from './desk/desk-context.tsx';
import { landingView } from './desk/landing-view.ts';

/** The view that whoever comes to a desk begins with; what the regulation says of it is no reason to keep anybody out. */
export const landingAt = async (desk: DeskOfSession | undefined): Promise<QueueView> => {
  if (desk?.role !== 'dispatcher') return 'open';
  try {
    return landingView(desk.role, await queryClient.ensureQueryData(regulationQuery(desk.slug)));
  } catch {
    return 'open';
  }
};
