import { endpoints } from '@reglament/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import type { CallDraft } from './call-drafts.ts';

const callersKey = (slug: string) => [...keys.desk(slug), 'callers'] as const;

/** Digits that a whole number has at least. */
const MIN_DIGITS = 7;

/** Whether so much has been typed that it may be a number. */
export const isLongEnough = (phone: string): boolean => phone.replaceAll(/\D/g, '').length >= MIN_DIGITS;

/** Who has the number. */
export const useCallersByPhone = (phone: string) => {
  const { slug } = useDesk();
  return useQuery({
    queryKey: [...callersKey(slug), 'phone', phone],
    queryFn: ({ signal }) =>
      api(endpoints.getCallers, { params: { desk: slug }, query: { phone } }, { signal }),
    enabled: isLongEnough(phone),
  });
};

/** What has to be known of whoever was chosen, and of the company. */
export const useCallerFacts = (contactId: string | null, companyId: string | null) => {
  const { slug } = useDesk();
  return useQuery({
    queryKey: [...callersKey(slug), 'facts', contactId, companyId],
    queryFn: ({ signal }) =>
      api(
        endpoints.getCallers,
        {
          params: { desk: slug },
          query: {
            ...(contactId === null ? {} : { contactId }),
            ...(companyId === null ? {} : { companyId }),
          },
        },
        { signal },
      ),
    enabled: contactId !== null || companyId !== null,
  });
};

/** What the request would be, were it registered now. */
export const useCallPreview = ({ contactId, form }: CallDraft) => {
  const { slug } = useDesk();
  const { companyId, product, type, priority } = form;
  return useQuery({
    queryKey: [...callersKey(slug), 'preview', contactId, companyId, product, type, priority],
    queryFn: ({ signal }) =>
      api(
        endpoints.previewCall,
        {
          params: { desk: slug },
          query: {
            ...(contactId === null ? {} : { contactId }),
            ...(companyId === null ? {} : { companyId }),
            product: product ?? '',
            type: type ?? '',
            priority: priority ?? '',
          },
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
};
