import type { FoundCertificate, FoundCompany, FoundContact, FoundTicket } from './use-found.ts';

export const ticketPlace = (desk: string, { number }: Pick<FoundTicket, 'number'>): string =>
  `/d/${desk}/t/${number}`;

export const companyPlace = (desk: string, { companyId }: Pick<FoundCompany, 'companyId'>): string =>
  `/d/${desk}/companies/${companyId}`;

export const certificatePlace = (desk: string, { certificateId }: FoundCertificate): string =>
  `/d/${desk}/certificates/${certificateId}`;

/** A person is known by the company that they speak for, or by what they asked last; null: by neither. */
export const contactPlace = (desk: string, { company, ticketNumber }: FoundContact): string | null =>
  company !== null
    ? companyPlace(desk, company)
    : ticketNumber === null
      ? null
      : ticketPlace(desk, { number: ticketNumber });

export const searchPlace = (desk: string, q: string): string =>
  `/d/${desk}/search?${new URLSearchParams({ q }).toString()}`;
