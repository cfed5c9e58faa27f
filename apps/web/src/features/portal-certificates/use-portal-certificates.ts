import { endpoints } from '@reglament/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { portalKeys } from '../portal/index.ts';

/** Addresses in the cache below the portal's own. */
export const certificateKeys = {
  all: (desk: string) => [...portalKeys.portal(desk), 'certificates'] as const,
  one: (desk: string, certificateId: string) => [...certificateKeys.all(desk), certificateId] as const,
  inquiries: (desk: string) => [...portalKeys.portal(desk), 'inquiries'] as const,
};

export const usePortalCertificates = (desk: string) =>
  useQuery({
    queryKey: certificateKeys.all(desk),
    queryFn: ({ signal }) => api(endpoints.getPortalCertificates, { params: { desk } }, { signal }),
  });

export const usePortalCertificate = (desk: string, certificateId: string) =>
  useQuery({
    queryKey: certificateKeys.one(desk, certificateId),
    queryFn: ({ signal }) =>
      api(endpoints.getPortalCertificate, { params: { desk, certificateId } }, { signal }),
  });

export const usePortalInquiries = (desk: string) =>
  useQuery({
    queryKey: certificateKeys.inquiries(desk),
    queryFn: ({ signal }) => api(endpoints.getPortalInquiries, { params: { desk } }, { signal }),
  });

export const usePortalInquiry = (desk: string, inquiryNumber: number) =>
  useQuery({
    queryKey: [...certificateKeys.inquiries(desk), inquiryNumber],
    queryFn: ({ signal }) => api(endpoints.getPortalInquiry, { params: { desk, inquiryNumber } }, { signal }),
  });
