import {
  type DeskId,
  type EntitlementTrail,
  type LinkRelation,
  type SupportCertificate,
  type Ticket,
  upcastTicket,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';
import { lastTrail } from './entitlement-trail.ts';
import { queueColumns, queueJoins, type QueueRow } from './queue.ts';

export interface PageMessage {
  readonly messageId: string;
  readonly at: string;
  readonly kind:
    | 'customer'
    | 'reply'
    | 'information-request'
    | 'resolution'
    | 'refusal'
    | 'objection'
    | 'note'
    | 'system';
  readonly author: string;
  readonly email: string | null;
  readonly text: string;
  /** Only its beginning stands in `text`: the page would be too large. */
  readonly cut: boolean;
  readonly html: string | null;
  readonly quoted: string;
  readonly letterId: string | null;
  /** Outcome of the letter that this message went out as. */
  readonly delivery: string | null;
  readonly attachments: readonly {
    readonly attachmentId: string;
    readonly name: string;
    readonly type: string;
    readonly size: number;
  }[];
}

export interface PageJournalRow {
  readonly seq: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly type: string;
  readonly version: number;
  readonly body: object;
}

export interface TicketSite {
  readonly siteId: string;
  readonly name: string;
  readonly city: string;
  readonly zone: string;
}

export interface TicketPageRow extends QueueRow {
  readonly body: Ticket;
  readonly fields: Readonly<Record<string, string>>;
  readonly receivedAt: Instant;
  readonly resolvedAt: Instant | null;
  readonly messages: readonly PageMessage[];
  readonly journal: readonly PageJournalRow[];
  readonly sites: readonly TicketSite[];
  readonly certificates: readonly SupportCertificate[];
  readonly tried: EntitlementTrail | null;
  readonly related: readonly {
    readonly number: number;
    readonly subject: string;
    readonly state: Ticket['state'];
    readonly relation:
      | LinkRelation
      | 'same-person'
      | 'same-company'
      | 'related'
      | 'duplicate'
      | 'duplicated-by'
      | 'caused-by'
      | 'causes';
  }[];
}

/** Characters of one message's text; of all newest messages together that are shown so far; of each older one. */
const LONGEST = 100_000;
const WHOLE = 2_000_000;
const REST = 2000;

const statement = `
select ${queueColumns}, t.body, t.fields, t.received_at as "receivedAt", t.resolved_at as "resolvedAt",
  coalesce((
    select jsonb_agg(jsonb_build_object('messageId', m.message_id, 'at', m.at, 'kind', m.kind, 'author', m.author, 'email', mc.email, 'text', left(m.text, m.shown),
      'cut', length(m.text) > m.shown, 'html', case when m.shown > ${REST} and length(m.html) <= 4 * ${LONGEST} then m.html end,
      'quoted', case when m.shown > ${REST} then left(m.quoted, ${LONGEST}) else '' end, 'letterId', m.letter_id,
      'delivery', case when m.kind in ('reply', 'information-request', 'resolution', 'refusal') then coalesce(ml.outcome, 'waiting') end,
      'attachments', coalesce((
        select jsonb_agg(jsonb_build_object('attachmentId', a.attachment_id, 'name', a.name, 'type', a.type, 'size', a.size) order by a.attachment_id)
        from attachment a where a.desk_id = m.desk_id and a.message_id = m.message_id), '[]')) order by m.at, m.message_id)
    from (
      select n.*, case when sum(least(length(n.text) + length(n.quoted) + coalesce(length(n.html), 0), 6 * ${LONGEST})) over (order by n.at desc, n.message_id desc) <= ${WHOLE}
        then ${LONGEST} else ${REST} end as shown
      from (select * from message where desk_id = $1 and ticket_id = t.ticket_id order by at desc, message_id desc limit 500) n) m
    left join contact mc on mc.desk_id = m.desk_id and mc.contact_id = m.contact_id
    left join letter ml on ml.desk_id = m.desk_id and ml.letter_id = m.letter_id), '[]') as messages,
  coalesce((
    select jsonb_agg(jsonb_build_object('seq', j.seq, 'at', j.at, 'actorId', j.actor_id, 'actorName', jp.name, 'type', j.type, 'version', j.version, 'body', j.body) order by j.seq)
    from (select seq, at, actor_id, type, version, body from journal where desk_id = $1 and stream_kind = 'ticket' and stream_id = t.ticket_id order by seq desc limit 500) j
    left join person jp on jp.id = j.actor_id), '[]') as journal,
  coalesce((
    select jsonb_agg(jsonb_build_object('siteId', s.site_id, 'name', s.name, 'city', s.city, 'zone', s.zone) order by s.name, s.site_id)
    from company_site s where s.desk_id = $1 and s.company_id = t.company_id), '[]') as sites,
  coalesce((
    select jsonb_agg(e.body order by e.ends_at desc nulls first)
    from certificate e where e.desk_id = $1 and e.company_id = t.company_id), '[]') as certificates,
  ${lastTrail('$1', 't.ticket_id')} as tried,
  coalesce((
    select jsonb_agg(r) from (
      select r.number, r.subject, r.state, j.body ->> 'relation' as relation
      from journal j join ticket r on r.desk_id = j.desk_id and r.ticket_id = (j.body ->> 'ticketId')::uuid
      where j.desk_id = $1 and j.stream_kind = 'ticket' and j.stream_id = t.ticket_id and j.type = 'TicketLinked'
      union all
      select r.number, r.subject, r.state, case when l.ticket_id = t.ticket_id or l.relation = 'related' then l.relation when l.relation = 'duplicate' then 'duplicated-by' else 'causes' end
      from ticket_link l join ticket r on r.desk_id = l.desk_id and r.ticket_id = case when l.ticket_id = t.ticket_id then l.other_id else l.ticket_id end
      where l.desk_id = $1 and (l.ticket_id = t.ticket_id or l.other_id = t.ticket_id)
      union all
      (select r.number, r.subject, r.state, 'same-person' from ticket r
       where r.desk_id = $1 and r.contact_id = t.contact_id and r.ticket_id <> t.ticket_id and r.state <> 'closed' order by r.registered_at desc, r.number desc limit 5)
      union all
      (select r.number, r.subject, r.state, 'same-company' from ticket r
       where r.desk_id = $1 and r.company_id = t.company_id and r.ticket_id <> t.ticket_id order by r.registered_at desc limit 5)
    ) r), '[]') as related
from ticket t ${queueJoins}
where t.desk_id = $1 and t.number = $2`;

/** Everything that a ticket's page shows, in one query; null when the desk has no such ticket. */
export const ticketPageRow = async (
  q: Queries,
  deskId: DeskId,
  number: number,
): Promise<TicketPageRow | null> => {
  const [row] = await q.query<TicketPageRow & Record<string, unknown>>('ticket-page', statement, [
    deskId,
    number,
  ]);
  return row === undefined ? null : { ...row, body: upcastTicket(row.body) };
};
