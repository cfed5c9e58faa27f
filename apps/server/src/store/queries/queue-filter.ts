import type { CalendarPin, DeskId, PersonId, RegulationVersionId } from '@reglament/desk';
import type { Instant, TimeZoneId } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';

/** What tickets of a view are asked for besides; null: whatever they have. */
export interface QueueFilter {
  readonly states: readonly string[] | null;
  readonly priorities: readonly string[] | null;
  readonly types: readonly string[] | null;
  readonly channels: readonly string[] | null;
  readonly packages: readonly string[] | null;
  /** Ids of people; null among them: nobody. */
  readonly assignees: readonly (PersonId | null)[] | null;
  readonly companyId: string | null;
  /** Any of these. */
  readonly tags: readonly string[] | null;
  /** `customer`: it waits for them; `us`: it does not. */
  readonly turn: 'customer' | 'us' | null;
  /** The deadline lies before this; its own hours may say until when it counts as near. */
  readonly due:
    | { readonly kind: 'overdue'; readonly now: Instant }
    | { readonly kind: 'soon'; readonly now: Instant; readonly until: readonly NearHours[] }
    | null;
}

/** By which hours a deadline is near until when. */
export interface NearHours {
  /** As `hoursKey` writes it. */
  readonly key: string;
  readonly until: Instant;
}

export const noFilter: QueueFilter = {
  states: null,
  priorities: null,
  types: null,
  channels: null,
  packages: null,
  assignees: null,
  companyId: null,
  tags: null,
  turn: null,
  due: null,
};

export const isFiltered = (filter: QueueFilter): boolean => Object.values(filter).some((one) => one !== null);

/** By what a deadline is counted, as one text. */
export const hoursKey = `concat_ws('|', t.regulation_version_id, t.due_schedule, t.due_edition, t.due_elapsed, t.local_zone)`;

/** Conditions on `ticket t`; the first of its parameters has this number. */
export const filterConditions = (first: number): string => {
  const $ = (index: number, type: string): string => `$${first + index}::${type}`;
  const anyOf = (column: string, index: number): string =>
    `and (${$(index, 'text[]')} is null or t.${column} = any(${$(index, 'text[]')}))`;
  return [
    anyOf('state', 0),
    anyOf('priority', 1),
    anyOf('type', 2),
    anyOf('channel', 3),
    anyOf('package_id', 4),
    `and (${$(5, 'uuid[]')} is null or t.assignee_id = any(${$(5, 'uuid[]')}) or (${$(6, 'boolean')} and t.assignee_id is null))`,
    `and (${$(7, 'uuid')} is null or t.company_id = ${$(7, 'uuid')})`,
    `and (${$(8, 'uuid[]')} is null or exists (select from ticket_tag g where g.desk_id = $1 and g.ticket_id = t.ticket_id and g.tag_id = any(${$(8, 'uuid[]')})))`,
    `and (${$(9, 'text')} is null or (t.state = 'waiting-for-customer') = (${$(9, 'text')} = 'customer'))`,
    `and (${$(10, 'timestamptz')} is null or (t.due_at < ${$(10, 'timestamptz')}) = (${$(11, 'text[]')} is null))`,
    `and (${$(11, 'text[]')} is null or exists (select from unnest(${$(11, 'text[]')}, ${$(12, 'timestamptz[]')}) n (key, until) where n.key = ${hoursKey} and t.due_at <= n.until))`,
  ].join('\n     ');
};

/** The parameters of `filterConditions`, in order. */
export const filterValues = (filter: QueueFilter): readonly unknown[] => {
  const { assignees, due } = filter;
  const near = due?.kind === 'soon' ? due.until : null;
  return [
    filter.states,
    filter.priorities,
    filter.types,
    filter.channels,
    filter.packages,
    assignees === null ? null : assignees.filter((one) => one !== null),
    assignees?.includes(null) ?? false,
    filter.companyId,
    filter.tags,
    filter.turn,
    due === null ? null : toTimestamp(due.now),
    near === null ? null : near.map(({ key }) => key),
    near === null ? null : near.map(({ until }) => toTimestamp(until)),
  ];
};

/** One kind of hours that deadlines of open tickets are counted by. */
export interface HoursInUse {
  readonly key: string;
  readonly dueSchedule: string | null;
  readonly dueEdition: string | null;
  readonly dueElapsed: boolean;
  readonly regulationVersionId: RegulationVersionId;
  readonly zone: TimeZoneId | null;
  readonly calendars: readonly CalendarPin[] | null;
}

/** All hours that deadlines of open tickets are counted by, each once. */
export const hoursInUse = (q: Queries, deskId: DeskId): Promise<readonly HoursInUse[]> =>
  q.query<HoursInUse & Record<string, unknown>>(
    'queue-hours-in-use',
    `select distinct on (key) ${hoursKey} as key, t.due_schedule as "dueSchedule", t.due_edition as "dueEdition", t.due_elapsed as "dueElapsed",
       t.regulation_version_id as "regulationVersionId", t.local_zone as zone, t.calendars
     from ticket t where t.desk_id = $1 and t.state in ('new', 'in-progress', 'waiting-for-customer') and t.due_clock is not null
     order by key limit 1000`,
    [deskId],
  );
