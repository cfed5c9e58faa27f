import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';

export interface AuditFilter {
  /** Id of a person; null: of anybody. */
  readonly personId: string | null;
  readonly action: string | null;
  /** `done` or `refused`; null: both. */
  readonly outcome: 'done' | 'refused' | null;
  /** A part of the address, taken literally. */
  readonly target: string | null;
  /** From this instant on; null: from the beginning. */
  readonly from: Instant | null;
  /** Before this instant; null: to the end. */
  readonly until: Instant | null;
}

export interface AuditRow {
  readonly auditId: string;
  readonly at: Instant;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly action: string;
  readonly outcome: string;
  readonly target: string;
  readonly clientAddress: string;
}

export interface AuditKey {
  readonly at: Instant;
  readonly auditId: string;
}

const orNull = (at: Instant | null): string | null => (at === null ? null : toTimestamp(at));

/** The audit log of a desk, newest first. */
export const auditPage = (
  q: Queries,
  input: {
    readonly deskId: DeskId;
    readonly filter: AuditFilter;
    readonly after: AuditKey | null;
    readonly limit: number;
  },
): Promise<readonly AuditRow[]> => {
  const { filter, after } = input;
  return q.query<AuditRow & Record<string, unknown>>(
    after === null ? 'desk-audit-first' : 'desk-audit-next',
    `select a.audit_id as "auditId", a.at, a.person_id as "personId", p.name as "personName", a.action, a.outcome,
       a.target, a.client_address as "clientAddress"
     from desk_audit a left join person p on p.id = a.person_id
     where a.desk_id = $1 and ($2::uuid is null or a.person_id = $2) and ($3::text is null or a.action = $3)
       and ($4::text is null or (a.outcome = 'done') = ($4 = 'done'))
       and ($5::text is null or strpos(lower(a.target), lower($5)) > 0)
       and ($6::timestamptz is null or a.at >= $6) and ($7::timestamptz is null or a.at < $7)
       ${after === null ? '' : 'and (a.at, a.audit_id) < ($9::timestamptz, $10::uuid)'}
     order by a.at desc, a.audit_id desc limit $8`,
    [
      input.deskId,
      filter.personId,
      filter.action,
      filter.outcome,
      filter.target,
      orNull(filter.from),
      orNull(filter.until),
      input.limit,
      ...(after === null ? [] : [toTimestamp(after.at), after.auditId]),
    ],
  );
};

/** Whom the audit log can be asked about: who works at the desk. */
export const peopleInAudit = (
  q: Queries,
  deskId: DeskId,
): Promise<readonly { readonly personId: string; readonly name: string }[]> =>
  q.query<{ personId: string; name: string }>(
    'desk-audit-people',
    `select p.id as "personId", p.name from staff s join person p on p.id = s.person_id where s.desk_id = $1
     order by p.name, p.id limit 500`,
    [deskId],
  );
