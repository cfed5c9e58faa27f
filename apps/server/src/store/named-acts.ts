import type { CertificateId, DeskId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** An act that a customer named on a page for a certificate. */
export interface NamedAct {
  readonly namedAt: Instant;
  /** Number of the request that asks staff to accept it. */
  readonly ticketNumber: number;
}

/** When an act was first named for a certificate; null: never on a page. `actNumber` as acts are compared. */
export const namedAct = async (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
  actNumber: string,
): Promise<NamedAct | null> => {
  const [row] = await q.query<NamedAct & Record<string, unknown>>(
    'named-act-find',
    `select a.named_at as "namedAt", t.number as "ticketNumber" from named_act a
     join ticket t on t.desk_id = a.desk_id and t.ticket_id = a.ticket_id
     where a.desk_id = $1 and a.certificate_id = $2 and a.act_number = $3`,
    [deskId, certificateId, actNumber],
  );
  return row ?? null;
};

/** Acts that were named for a certificate, the latest first, as the customer wrote them. */
export const namedActs = (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
): Promise<readonly (NamedAct & { readonly number: string })[]> =>
  q.query<NamedAct & { number: string } & Record<string, unknown>>(
    'named-acts-of',
    `select coalesce(a.written, a.act_number) as number, a.named_at as "namedAt", t.number as "ticketNumber" from named_act a
     join ticket t on t.desk_id = a.desk_id and t.ticket_id = a.ticket_id
     where a.desk_id = $1 and a.certificate_id = $2 order by a.named_at desc, a.act_number limit 20`,
    [deskId, certificateId],
  );

export const insertNamedAct = async (
  q: Queries,
  a: {
    readonly deskId: DeskId;
    readonly certificateId: CertificateId;
    /** As acts are compared. */
    readonly actNumber: string;
    readonly written: string;
    readonly at: Instant;
    readonly ticketId: TicketId;
  },
): Promise<void> => {
  await q.query(
    'named-act-insert',
    `insert into named_act (desk_id, certificate_id, act_number, written, named_at, ticket_id)
     values ($1, $2, $3, $4, $5, $6)`,
    [a.deskId, a.certificateId, a.actNumber, a.written, toTimestamp(a.at), a.ticketId],
  );
};
