import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** One row of a desk's audit log. */
export interface DeskAuditEntry {
  readonly deskId: DeskId;
  readonly auditId: string;
  readonly at: Instant;
  /** null: the server by itself. */
  readonly personId: PersonId | null;
  /** Id of the endpoint. */
  readonly action: string;
  /** `done`, or the problem code that it was answered with. */
  readonly outcome: string;
  /** Method and address of the route without its query. */
  readonly target: string;
  readonly clientAddress: string;
  readonly requestId: string | null;
}

export const insertDeskAudit = async (q: Queries, e: DeskAuditEntry): Promise<void> => {
  await q.query(
    'desk-audit-insert',
    `insert into desk_audit (desk_id, audit_id, at, person_id, action, outcome, target, client_address, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      e.deskId,
      e.auditId,
      toTimestamp(e.at),
      e.personId,
      e.action,
      e.outcome,
      e.target.slice(0, 300),
      e.clientAddress.slice(0, 64),
      e.requestId,
    ],
  );
};
