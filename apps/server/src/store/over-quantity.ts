import type { CertificateId, DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** What of a certificate is counted. */
type Counted = 'instances' | 'licences';

const OVER = { instances: 'is_over_instances', licences: 'is_over_licences' } as const;
const AT_ONCE = 100;

/**
 * Marks those that have gone over their quantity and were not told yet, and returns them: each is one transaction's, by whichever
 * node comes first. What has ended is over nothing any more.
 */
export const takeOverQuantity = async (
  q: Queries,
  deskId: DeskId,
  counted: Counted,
  now: Instant,
): Promise<readonly CertificateId[]> => {
  const rows = await q.query<{ certificateId: CertificateId }>(
    `over-quantity-${counted}`,
    `with gone as (
       select certificate_id from certificate
       where desk_id = $1 and is_open and over_told_at is null and (is_over_instances or is_over_licences)
         and ${OVER[counted]} and lasts_until > $2
       order by certificate_id limit ${AT_ONCE} for no key update skip locked
     )
     update certificate c set over_told_at = $2 from gone
     where c.desk_id = $1 and c.certificate_id = gone.certificate_id
     returning c.certificate_id as "certificateId"`,
    [deskId, toTimestamp(now)],
  );
  return rows.map(({ certificateId }) => certificateId);
};

/** Forgets the telling of those that are within their quantity again: going over once more is told once more. */
export const forgetOverQuantity = async (q: Queries, deskId: DeskId, counted: Counted): Promise<void> => {
  await q.query(
    `within-quantity-${counted}`,
    `update certificate set over_told_at = null
     where desk_id = $1 and over_told_at is not null and not (is_open and ${OVER[counted]})`,
    [deskId],
  );
};

/** Tells a person that a certificate is used by more than was bought. */
export const insertOverNotification = async (
  q: Queries,
  n: {
    readonly deskId: DeskId;
    readonly notificationId: string;
    readonly personId: PersonId;
    readonly certificateId: CertificateId;
    readonly at: Instant;
  },
): Promise<void> => {
  await q.query(
    'notification-insert-over',
    `insert into notification (desk_id, notification_id, person_id, certificate_id, kind, clock, threshold, due_at, at)
     values ($1, $2, $3, $4, 'certificate-over', '', $5, $6, $6)
     on conflict (desk_id, certificate_id, threshold, person_id) where certificate_id is not null do nothing`,
    [n.deskId, n.notificationId, n.personId, n.certificateId, String(n.at), toTimestamp(n.at)],
  );
};
