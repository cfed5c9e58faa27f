import type { DeskId, PersonId, TicketId } from '@reglament/desk';
import type { TagTone } from './queries/tags.ts';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** A tag of that name is there already: names differ by more than capitals. */
export const isTagNameTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'tag_name';

/** @throws see isTagNameTaken */
export const insertTag = async (
  q: Queries,
  deskId: DeskId,
  tag: {
    readonly tagId: string;
    readonly name: string;
    readonly tone: TagTone;
    readonly at: Instant;
  },
): Promise<void> => {
  await q.query(
    'tag-insert',
    'insert into tag (desk_id, tag_id, name, tone, created_at) values ($1, $2, $3, $4, $5)',
    [deskId, tag.tagId, tag.name, tag.tone, toTimestamp(tag.at)],
  );
};

export interface TagChange {
  readonly name?: string | undefined;
  readonly tone?: TagTone | undefined;
  readonly retired?: boolean | undefined;
}

/** What is not named stays. @returns false: the desk has no such tag. @throws see isTagNameTaken */
export const updateTag = async (
  q: Queries,
  deskId: DeskId,
  tagId: string,
  change: TagChange,
  at: Instant,
): Promise<boolean> => {
  const rows = await q.query(
    'tag-update',
    `update tag set name = coalesce($3, name), tone = coalesce($4, tone),
       retired_at = case $5::boolean when true then coalesce(retired_at, $6::timestamptz) when false then null else retired_at end
     where desk_id = $1 and tag_id = $2 returning tag_id`,
    [deskId, tagId, change.name ?? null, change.tone ?? null, change.retired ?? null, toTimestamp(at)],
  );
  return rows.length === 1;
};

/** How many of these tags may be put on tickets now: of the desk, not retired. */
export const countUsableTags = async (
  q: Queries,
  deskId: DeskId,
  tagIds: readonly string[],
): Promise<number> => {
  const [row] = await q.query<{ n: number }>(
    'tags-usable',
    'select count(*) as n from tag where desk_id = $1 and tag_id = any($2::uuid[]) and retired_at is null',
    [deskId, tagIds],
  );
  return row?.n ?? 0;
};

/** @returns those that it did not have before. */
export const putTags = async (
  q: Queries,
  deskId: DeskId,
  t: {
    readonly ticketId: TicketId;
    readonly tagIds: readonly string[];
    readonly at: Instant;
    readonly by: PersonId;
  },
): Promise<readonly string[]> => {
  const put = await q.query<{ tagId: string }>(
    'ticket-tags-put',
    `insert into ticket_tag (desk_id, ticket_id, tag_id, at, put_by)
     select $1, $2, tag_id, $4, $5 from unnest($3::uuid[]) as t(tag_id) on conflict do nothing
     returning tag_id as "tagId"`,
    [deskId, t.ticketId, t.tagIds, toTimestamp(t.at), t.by],
  );
  return put.map(({ tagId }) => tagId);
};

/** @returns those that it had. */
export const takeTagsOff = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
  tagIds: readonly string[],
): Promise<readonly string[]> => {
  const taken = await q.query<{ tagId: string }>(
    'ticket-tags-off',
    'delete from ticket_tag where desk_id = $1 and ticket_id = $2 and tag_id = any($3::uuid[]) returning tag_id as "tagId"',
    [deskId, ticketId, tagIds],
  );
  return taken.map(({ tagId }) => tagId);
};
