import { type CertificateView, endpoints } from '@reglament/contract';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

const PAGE_SIZE = 50;

/** A list of certificates, page by page. */
export const useCertificates = (
  desk: string,
  asked: { readonly view: CertificateView; readonly search: string; readonly companyId?: string },
  /** false: nothing is asked for yet. */
  enabled = true,
) =>
  useInfiniteQuery({
    queryKey: [...keys.desk(desk), 'certificates', 'list', asked],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...asked, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return api(endpoints.getCertificates, { params: { desk }, query }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled,
  });

/** People of the desk's support, whom a certificate may name; asked only where a package has such people. */
export const useNameable = (desk: string, enabled: boolean) =>
  useQuery({
    queryKey: [...keys.desk(desk), 'nameable'],
    queryFn: ({ signal }) => api(endpoints.getNameable, { params: { desk } }, { signal }),
    enabled,
  });

/** Whether a certificate's customer keeps to what was bought. */
export const useCompliance = (desk: string, certificateId: string) =>
  useQuery({
    queryKey: [...keys.desk(desk), 'certificates', 'compliance', certificateId],
    queryFn: ({ signal }) => api(endpoints.getCompliance, { params: { desk, certificateId } }, { signal }),
  });

/** Licence agreements that have lapsed, page by page. */
export const useLapsedLicences = (desk: string) =>
  useInfiniteQuery({
    queryKey: [...keys.desk(desk), 'licences', 'lapsed'],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return api(endpoints.getLicences, { params: { desk }, query }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const useCertificate = (desk: string, certificateId: string) =>
  useQuery({
    queryKey: [...keys.desk(desk), 'certificates', 'one', certificateId],
    queryFn: ({ signal }) => api(endpoints.getCertificate, { params: { desk, certificateId } }, { signal }),
  });
