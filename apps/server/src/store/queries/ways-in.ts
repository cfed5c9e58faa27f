import type { DeskId, Language, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';
import type { Membership } from './desks.ts';

export type WayInKind = 'link' | 'reset' | 'invitation';

/** A link that lets somebody in, as it was asked for. */
export interface WayIn {
  readonly deskId: DeskId;
  readonly wayInId: string;
  readonly kind: WayInKind;
  /** Lower-case. */
  readonly email: string;
  /** Of an invitation. */
  readonly role: Membership['role'] | null;
  readonly invitedBy: PersonId | null;
  /** Of an invitation: what the person is called; empty: not said. */
  readonly name: string;
  readonly language: Language;
  readonly askedAt: Instant;
  /** It opens nothing from this instant on. */
  readonly until: Instant;
}

export interface WayInRow {
  readonly desk_id: DeskId;
  readonly way_in_id: string;
  readonly kind: WayInKind;
  readonly email: string;
  readonly role: Membership['role'] | null;
  readonly invited_by: PersonId | null;
  readonly name: string;
  readonly language: Language;
  readonly asked_at: Instant;
  readonly until: Instant;
}

export const presentWayInRow = (row: WayInRow): WayIn => ({
  deskId: row.desk_id,
  wayInId: row.way_in_id,
  kind: row.kind,
  email: row.email,
  role: row.role,
  invitedBy: row.invited_by,
  name: row.name,
  language: row.language,
  askedAt: row.asked_at,
  until: row.until,
});

export const wayInColumns =
  'w.desk_id, w.way_in_id, w.kind, w.email, w.role, w.invited_by, w.name, w.language, w.asked_at, w.until';
/** Whoever made an invitation may still make it: one of somebody who left, or who lost that part, is good no more. */
export const stillVouched = `(w.invited_by is null or exists (select 1 from staff v join person i on i.id = v.person_id
  where v.desk_id = w.desk_id and v.person_id = w.invited_by and i.disabled_at is null
    and (v.role = 'administrator' or (v.role = 'lead' and w.role <> 'administrator'))))`;
/** Not used, not withdrawn, its time, against `$2`, is not over, and whoever invited still may. */
export const stillOpens = `w.used_at is null and w.withdrawn_at is null and w.until > $2 and ${stillVouched}`;

/** A link that still opens something, by the hash of its last part; null for every fault alike. Across desks. */
export const findWayIn = async (q: Queries, hash: Buffer, now: Instant): Promise<WayIn | null> => {
  const [row] = await q.query<WayInRow & Record<string, unknown>>(
    'way-in-find',
    `select ${wayInColumns} from way_in_token t join way_in w on w.desk_id = t.desk_id and w.way_in_id = t.way_in_id
     where t.token_hash = $1 and ${stillOpens}`,
    [hash, toTimestamp(now)],
  );
  return row === undefined ? null : presentWayInRow(row);
};

/** A link by its id, as long as it can still be used: what a letter is written from. */
export const openWayIn = async (
  q: Queries,
  deskId: DeskId,
  wayInId: string,
  now: Instant,
): Promise<WayIn | null> => {
  const [row] = await q.query<WayInRow & Record<string, unknown>>(
    'way-in-open',
    `select ${wayInColumns} from way_in w where w.desk_id = $1 and w.way_in_id = $3 and ${stillOpens}`,
    [deskId, toTimestamp(now), wayInId],
  );
  return row === undefined ? null : presentWayInRow(row);
};
