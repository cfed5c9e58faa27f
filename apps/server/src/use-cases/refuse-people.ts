import type { CertificateFacts, DeskId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { supportPeople } from '../store/queries/support-people.ts';
import type { StaffCertificateOutcome } from './issue-certificate-by-staff.ts';

/** A certificate names only people who support here now (AO-4.1-manager, CN-S10, FL-K3); whoever stood on it before may stay. null: it may be. */
export const refusePeople = async (
  q: Queries,
  deskId: DeskId,
  people: CertificateFacts['people'] | undefined,
  before: CertificateFacts['people'] = {},
): Promise<StaffCertificateOutcome | null> => {
  const named = Object.entries(people ?? {}).filter(([role, id]) => before[role] !== id);
  if (named.length === 0) return null;
  const known = new Set((await supportPeople(q, deskId)).map(({ personId }) => personId));
  return named.every(([, id]) => known.has(id))
    ? null
    : { kind: 'refused', refusal: { code: 'person-not-of-desk', clause: null, details: {} } };
};
