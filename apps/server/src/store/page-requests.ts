import type { ContactId, DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';
import {
  findPageRequest,
  type KeptPageRequest,
  type PageRequest,
  type PageRequestRow,
  presentPageRequest,
} from './queries/page-request.ts';

/** A link that is owed by letter: what the outbox keeps of it. */
export interface PageLinkNotice {
  readonly kind: 'page-link';
  readonly pageRequestId: string;
}

/** Keeps what was asked for; false: this very form was sent before. */
export const insertPageRequest = async (q: Queries, r: PageRequest, at: Instant): Promise<boolean> => {
  const rows = await q.query(
    'page-request-insert',
    `insert into page_request (desk_id, page_request_id, contact_id, kind, typed, language, asked_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing returning page_request_id`,
    [r.deskId, r.pageRequestId, r.contactId, r.kind, JSON.stringify(r.typed), r.language, toTimestamp(at)],
  );
  return rows.length > 0;
};

/** Letters with links that were owed to a contact since two moments; the contact is locked, so that two requests count each other. */
export const countOwedLinks = async (
  q: Queries,
  deskId: DeskId,
  contactId: ContactId,
  since: { readonly hour: Instant; readonly day: Instant },
): Promise<{ readonly hour: number; readonly day: number }> => {
  await q.query(
    'page-request-contact-lock',
    'select 1 from contact where desk_id = $1 and contact_id = $2 for update',
    [deskId, contactId],
  );
  const [row] = await q.query<{ hour: number; day: number }>(
    'page-request-count',
    `select count(*) filter (where owed_at > $3)::int as hour, count(*)::int as day
     from page_request where desk_id = $1 and contact_id = $2 and owed_at > $4`,
    [deskId, contactId, toTimestamp(since.hour), toTimestamp(since.day)],
  );
  return row ?? { hour: 0, day: 0 };
};

/** The letter with the link is owed: one for each request. */
export const owePageLink = async (
  q: Queries,
  r: Pick<PageRequest, 'deskId' | 'pageRequestId' | 'contactId'>,
  outboxId: string,
  at: Instant,
): Promise<void> => {
  const notice: PageLinkNotice = { kind: 'page-link', pageRequestId: r.pageRequestId };
  await q.query(
    'page-request-owe',
    `with owed as (update page_request set owed_at = $6 where desk_id = $1 and page_request_id = $2)
     insert into outbox (desk_id, outbox_id, contact_id, key, body, created_at, next_at) values ($1, $3, $4, 'page:' || $2::text, $5, $6, $6)`,
    [r.deskId, r.pageRequestId, outboxId, r.contactId, JSON.stringify(notice), toTimestamp(at)],
  );
};

/** The same, locked: of two that use its link the second finds it used. */
export const lockPageRequest = async (
  q: Queries,
  deskId: DeskId,
  pageRequestId: string,
): Promise<KeptPageRequest | null> => {
  const [row] = await q.query<PageRequestRow & Record<string, unknown>>(
    'page-request-lock',
    `${findPageRequest} for update of r`,
    [deskId, pageRequestId],
  );
  return row === undefined ? null : presentPageRequest(deskId, pageRequestId, row);
};

export const usePageRequest = async (
  q: Queries,
  deskId: DeskId,
  pageRequestId: string,
  at: Instant,
  outcome: unknown,
): Promise<void> => {
  await q.query(
    'page-request-use',
    // Whoever used the link reads the language that it was asked for in, unless they said another one before.
    `with used as (update page_request set used_at = $3, outcome = $4 where desk_id = $1 and page_request_id = $2 returning contact_id, language)
     update contact c set language = u.language from used u where c.desk_id = $1 and c.contact_id = u.contact_id and c.language is null`,
    [deskId, pageRequestId, toTimestamp(at), JSON.stringify(outcome)],
  );
};

/** Requests older than this are forgotten: what their links did stands elsewhere. */
export const forgetPageRequests = async (q: Queries, before: Instant): Promise<void> => {
  await q.query('page-request-forget', 'delete from page_request where asked_at < $1', [toTimestamp(before)]);
};
