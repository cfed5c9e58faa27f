import { endpoints, type ReplyOf } from '@reglament/contract';
import type { Regulation } from '@reglament/desk';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

/** Addresses in the cache: everything of a portal starts with ['portal', slug]. */
export const portalKeys = {
  portal: (desk: string) => ['portal', desk] as const,
  overview: (desk: string) => ['portal', desk, 'overview'] as const,
};

export interface PortalOverview extends Omit<ReplyOf<typeof endpoints.getPortal>, 'regulation'> {
  readonly regulation: Regulation;
}

export const portalQuery = (desk: string) =>
  queryOptions({
    queryKey: portalKeys.overview(desk),
    queryFn: async ({ signal }) =>
      (await api(endpoints.getPortal, { params: { desk } }, { signal })) as unknown as PortalOverview,
    staleTime: 5 * 60_000,
  });
