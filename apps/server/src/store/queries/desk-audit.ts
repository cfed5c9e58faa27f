import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';
import { namedThings } from './named-things.ts';

/** Rows whose address, or the name of what they are about, contains the words; of these kinds; or of a kind and so named. */
export interface AskedAbout {
  /** Lower case, taken literally. */
  readonly words: string;
  /** A pattern of addresses; null: none. */
  readonly kinds: string | null;
  readonly named: { readonly kinds: string; readonly words: string } | null;
}

export interface AuditFilter {
  /** Id of a person; null: of anybody. */
  readonly personId: string | null;
  readonly action: string | null;
  /** `done` or `refused`; null: both. */
  readonly outcome: 'done' | 'refused' | null;
  /** What it is about. */
  readonly about: AskedAbout | null;
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

/** Ids that a row names: three places of its address, and what stands beside it. */
const parts = `array[split_part(split_part(a.target, ' ', 2), '/', 6), split_part(split_part(a.target, ' ', 2), '/', 7),
  split_part(split_part(a.target, ' ', 2), '/', 8), split_part(a.target, ' ', 3)]`;

const isId = "part ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'";

/** The things that the log names, with their names now, where one contains what is looked for. */
const things = `mentioned as materialized (
  select distinct part::uuid as id from desk_audit a, unnest(${parts}) as part
  where $5::text is not null and a.desk_id = $1 and ${isId}),
found as materialized (
  select t.id::text as id, strpos(lower(t.name), $5) > 0 as whole, coalesce(strpos(lower(t.name), $8) > 0, false) as rest
  from (${namedThings}) t where t.id = any(array(select id from mentioned))
    and (strpos(lower(t.name), $5) > 0 or strpos(lower(t.name), $8) > 0))`;

const isAbout = `($5::text is null or strpos(lower(a.target), $5) > 0 or a.target ~ $6::text
  or exists (select from unnest(${parts}) as part where part in (select id from found where whole))
  or (a.target ~ $7::text and (strpos(lower(a.target), $8::text) > 0
    or exists (select from unnest(${parts}) as part where part in (select id from found where rest)))))`;

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
    `with ${things}
     select a.audit_id as "auditId", a.at, a.person_id as "personId", p.name as "personName", a.action, a.outcome,
       a.target, a.client_address as "clientAddress"
     from desk_audit a left join person p on p.id = a.person_id
     where a.desk_id = $1 and ($2::uuid is null or a.person_id = $2) and ($3::text is null or a.action = $3)
       and ($4::text is null or (a.outcome = 'done') = ($4 = 'done'))
       and ${isAbout}
       and ($9::timestamptz is null or a.at >= $9) and ($10::timestamptz is null or a.at < $10)
       ${after === null ? '' : 'and (a.at, a.audit_id) < ($12::timestamptz, $13::uuid)'}
     order by a.at desc, a.audit_id desc limit $11`,
    [
      input.deskId,
      filter.personId,
      filter.action,
      filter.outcome,
      filter.about?.words ?? null,
      filter.about?.kinds ?? null,
      filter.about?.named?.kinds ?? null,
      filter.about?.named?.words ?? null,
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
