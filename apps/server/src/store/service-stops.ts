import type { ContactId, DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** What a letter about stopped service is owed by: the outbox names the stop, not the words. */
export interface ServiceNotice {
  readonly kind: 'service-stopped' | 'service-resumed';
  readonly stopId: string;
}

/** Locks a contact, so that two who decide about it at once come one after the other; null when the desk has no such contact. */
export const lockContact = async (
  q: Queries,
  deskId: DeskId,
  contactId: ContactId,
): Promise<{ readonly email: string | null } | null> => {
  const [row] = await q.query<{ email: string | null }>(
    'service-stop-contact-lock',
    'select email from contact where desk_id = $1 and contact_id = $2 for update',
    [deskId, contactId],
  );
  return row ?? null;
};

export const insertStop = async (
  q: Queries,
  s: {
    readonly deskId: DeskId;
    readonly stopId: string;
    readonly contactId: ContactId;
    readonly clause: string;
    readonly at: Instant;
    readonly by: PersonId;
    readonly evidence: string;
  },
): Promise<void> => {
  await q.query(
    'service-stop-insert',
    'insert into service_stop (desk_id, stop_id, contact_id, clause, stopped_at, stopped_by, evidence) values ($1, $2, $3, $4, $5, $6, $7)',
    [s.deskId, s.stopId, s.contactId, s.clause, toTimestamp(s.at), s.by, s.evidence],
  );
};

export const reverseStop = async (
  q: Queries,
  s: {
    readonly deskId: DeskId;
    readonly stopId: string;
    readonly at: Instant;
    readonly by: PersonId;
    readonly reason: string;
  },
): Promise<void> => {
  await q.query(
    'service-stop-reverse',
    'update service_stop set reversed_at = greatest($3::timestamptz, stopped_at), reversed_by = $4, reason = $5 where desk_id = $1 and stop_id = $2',
    [s.deskId, s.stopId, toTimestamp(s.at), s.by, s.reason],
  );
};

/** The letter about it is owed, once. */
export const oweServiceLetter = async (
  q: Queries,
  o: {
    readonly deskId: DeskId;
    readonly outboxId: string;
    readonly contactId: ContactId;
    readonly notice: ServiceNotice;
    readonly at: Instant;
  },
): Promise<void> => {
  await q.query(
    'service-stop-owe',
    'insert into outbox (desk_id, outbox_id, contact_id, key, body, created_at, next_at) values ($1, $2, $3, $4, $5, $6, $6)',
    [
      o.deskId,
      o.outboxId,
      o.contactId,
      `${o.notice.kind}:${o.notice.stopId}`,
      JSON.stringify(o.notice),
      toTimestamp(o.at),
    ],
  );
};
