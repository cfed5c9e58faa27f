import type { CertificateId, DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';

/** An act that a customer named on a page and that staff have still to look at: nobody has renewed by it, its request is open. */
export interface WaitingAct {
  readonly certificateId: CertificateId;
  readonly namedAt: Instant;
  /** Number of the request that asks staff to accept it. */
  readonly ticketNumber: number;
}

/** Of each certificate the one that was named last. */
export const waitingActs = (
  q: Queries,
  deskId: DeskId,
  certificates: readonly CertificateId[],
): Promise<readonly WaitingAct[]> =>
  q.query<WaitingAct & Record<string, unknown>>(
    'named-acts-waiting',
    `select distinct on (a.certificate_id) a.certificate_id as "certificateId", a.named_at as "namedAt", t.number as "ticketNumber"
     from named_act a join ticket t on t.desk_id = a.desk_id and t.ticket_id = a.ticket_id
     where a.desk_id = $1 and a.certificate_id = any($2::uuid[]) and t.state not in ('resolved', 'closed')
       and not exists (select from certificate_act u where u.desk_id = a.desk_id and u.act_number = a.act_number)
     order by a.certificate_id, a.named_at desc`,
    [deskId, certificates],
  );
