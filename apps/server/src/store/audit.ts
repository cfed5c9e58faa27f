import type { PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

export interface AuditEntry {
  readonly auditId: string;
  readonly at: Instant;
  readonly action: 'sign-in' | 'request' | 'journal-drift' | 'role-given';
  readonly outcome: string;
  readonly personId: PersonId | null;
  readonly target: string;
  readonly clientAddress: string;
  /** null: no request stands behind it. */
  readonly requestId: string | null;
}

export const insertAudit = async (q: Queries, e: AuditEntry): Promise<void> => {
  await q.query(
    'audit-insert',
    'insert into audit (audit_id, at, action, outcome, person_id, target, client_address, request_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      e.auditId,
      toTimestamp(e.at),
      e.action,
      e.outcome,
      e.personId,
      e.target.slice(0, 300),
      e.clientAddress.slice(0, 64),
      e.requestId,
    ],
  );
};
