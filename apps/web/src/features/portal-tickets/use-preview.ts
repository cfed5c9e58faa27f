import { endpoints, type PortalTicketForm } from '@reglament/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { portalKeys, usePortal } from '../portal/index.ts';
import type { NewTicket } from './use-new-ticket.ts';

/** What the ticket would be, were it sent now: asked anew when something that decides is changed, and each minute. */
export const usePreview = ({ channel }: PortalTicketForm, { facts }: NewTicket) => {
  const { slug } = usePortal();
  const { companyId, product, priority } = facts;
  return useQuery({
    queryKey: [...portalKeys.portal(slug), 'coverage', companyId, product, priority, channel],
    queryFn: ({ signal }) =>
      api(
        endpoints.getPortalCoverage,
        {
          params: { desk: slug },
          query: { product, priority: priority ?? '', channel, ...(companyId === '' ? {} : { companyId }) },
        },
        { signal },
      ),
    enabled: companyId !== '',
    placeholderData: (before) => before,
    refetchInterval: 60_000,
  });
};
