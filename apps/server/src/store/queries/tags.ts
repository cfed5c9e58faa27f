import type { DeskId, TicketId } from '@reglament/desk';
import type { Queries } from '../database.ts';

export type TagTone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

export interface TagOfTicket {
  readonly tagId: string;
  readonly name: string;
  readonly tone: TagTone;
}

export interface DeskTag extends TagOfTicket {
  readonly retired: boolean;
  /** How many tickets have it, counted up to 1,000. */
  readonly tickets: number;
}

/** The tags of `ticket t` by name, as JSON: for a list of columns. */
export const tagsColumn = `coalesce((select jsonb_agg(jsonb_build_object('tagId', g.tag_id, 'name', g.name, 'tone', g.tone) order by g.name, g.tag_id)
    from ticket_tag tt join tag g on g.desk_id = tt.desk_id and g.tag_id = tt.tag_id where tt.desk_id = t.desk_id and tt.ticket_id = t.ticket_id), '[]') as tags`;

const MOST = 500;

/** All tags of the desk by name, retired ones last. */
export const deskTags = (q: Queries, deskId: DeskId): Promise<readonly DeskTag[]> =>
  q.query<DeskTag & Record<string, unknown>>(
    'tags-of-desk',
    `select g.tag_id as "tagId", g.name, g.tone, g.retired_at is not null as retired,
       (select count(*) from (select from ticket_tag tt where tt.desk_id = $1 and tt.tag_id = g.tag_id limit 1000) x) as tickets
     from tag g where g.desk_id = $1 order by g.retired_at is not null, lower(g.name), g.tag_id limit ${MOST}`,
    [deskId],
  );

export const tagsOfTicket = (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
): Promise<readonly TagOfTicket[]> =>
  q.query<TagOfTicket & Record<string, unknown>>(
    'tags-of-ticket',
    `select g.tag_id as "tagId", g.name, g.tone from ticket_tag tt join tag g on g.desk_id = tt.desk_id and g.tag_id = tt.tag_id
     where tt.desk_id = $1 and tt.ticket_id = $2 order by g.name, g.tag_id`,
    [deskId, ticketId],
  );
