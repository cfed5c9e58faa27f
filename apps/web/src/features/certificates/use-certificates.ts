import { type CertificateView, endpoints } from '@reglament/contract';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

export const certificateKeys = {
  all: (desk: string) => [...keys.desk(desk), 'certificates'] as const,
  one: (desk: string, certificateId: string) =>
    [...keys.desk(desk), 'certificates', 'one', certificateId] as const,
};

const PAGE_SIZE = 50;

/** A list of certificates, page by page. */
export const useCertificates = (
  desk: string,
  asked: { readonly view: CertificateView; readonly search: string; readonly companyId?: string },
) =>
  useInfiniteQuery({
    queryKey: [...certificateKeys.all(desk), 'list', asked],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...asked, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return api(endpoints.getCertificates, { params: { desk }, query }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

export const useCertificate = (desk: string, certificateId: string) =>
  useQuery({
    queryKey: certificateKeys.one(desk, certificateId),
    queryFn: ({ signal }) => api(endpoints.getCertificate, { params: { desk, certificateId } }, { signal }),
  });
