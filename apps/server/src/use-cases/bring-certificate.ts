import {
  bringOver,
  type CertificateFacts,
  type CertificateId,
  type CompanyId,
  type DeskId,
  evolveCertificate,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { insertCertificate } from '../store/certificates.ts';
import type { Queries } from '../store/database.ts';
import type { Context } from './context.ts';

export interface BroughtCertificate extends Partial<
  Omit<CertificateFacts, 'certificateId' | 'regulationVersionId'>
> {
  readonly companyId: CompanyId;
  readonly number: string;
  readonly packageId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** A certificate from elsewhere, with its dates as they were; it goes on by the version in force now. */
export const bringCertificate = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  { startsAt, endsAt, ...facts }: BroughtCertificate,
): Promise<CertificateId> => {
  const now = context.now();
  const { regulation, regulationVersionId } = await context.regulations.inForce(deskId, now);
  const certificateId = context.newId() as CertificateId;
  const event = bringOver(
    {
      products: null,
      installationType: null,
      quantity: null,
      term: null,
      namedStart: null,
      dates: {},
      figures: {},
      bought: [],
      people: {},
      visitsPerTicket: null,
      renews: null,
      ...facts,
      certificateId,
      regulationVersionId,
    },
    { startsAt, endsAt },
    regulation.zone,
    now,
  );
  const certificate = evolveCertificate(null, event);
  await insertCertificate(q, {
    deskId,
    certificate,
    events: [event],
    at: now,
    actorId: null,
    newId: context.newId,
  });
  return certificateId;
};
