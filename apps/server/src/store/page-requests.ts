import type { ContactId, DeskId, Language } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** What was typed on a page without an account to register a certificate or key. */
export interface TypedRegistration {
  /** A protection key, or the number of a certificate, act or contract. */
  readonly what: 'key' | 'certificate';
  readonly number: string;
  readonly company: string;
  readonly inn: string;
  /** Empty: a sole trader, or not given. */
  readonly kpp: string;
  readonly name: string;
  readonly phone: string;
}

export type PageAsked =
  | { readonly kind: 'link'; readonly typed: Readonly<Record<string, never>> }
  | { readonly kind: 'register'; readonly typed: TypedRegistration };

export type PageRequest = PageAsked & {
  readonly deskId: DeskId;
  readonly pageRequestId: string;
  readonly contactId: ContactId;
  readonly language: Language;
};

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

/** Letters with links that were owed to a contact since then; the contact is locked, so that two requests count each other. */
export const countOwedLinks = async (
  q: Queries,
  deskId: DeskId,
  contactId: ContactId,
  since: Instant,
): Promise<number> => {
  await q.query(
    'page-request-contact-lock',
    'select 1 from contact where desk_id = $1 and contact_id = $2 for update',
    [deskId, contactId],
  );
  const [row] = await q.query<{ count: number }>(
    'page-request-count',
    'select count(*)::int as count from page_request where desk_id = $1 and contact_id = $2 and owed_at > $3',
    [deskId, contactId, toTimestamp(since)],
  );
  return row?.count ?? 0;
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

interface Row {
  readonly contact_id: ContactId;
  readonly kind: PageAsked['kind'];
  readonly typed: never;
  readonly language: Language;
  readonly asked_at: Instant;
  readonly used_at: Instant | null;
  readonly outcome: unknown;
  readonly email: string | null;
}

export type KeptPageRequest = PageRequest & {
  readonly askedAt: Instant;
  readonly usedAt: Instant | null;
  /** What its link did, once it was used. */
  readonly outcome: unknown;
  /** Address of the contact now; null: it has none any more. */
  readonly email: string | null;
};

const find = `select r.contact_id, r.kind, r.typed, r.language, r.asked_at, r.used_at, r.outcome, c.email
  from page_request r join contact c on c.desk_id = r.desk_id and c.contact_id = r.contact_id
  where r.desk_id = $1 and r.page_request_id = $2`;

const present = (deskId: DeskId, pageRequestId: string, row: Row): KeptPageRequest => ({
  deskId,
  pageRequestId,
  contactId: row.contact_id,
  language: row.language,
  askedAt: row.asked_at,
  usedAt: row.used_at,
  outcome: row.outcome,
  email: row.email,
  kind: row.kind,
  typed: row.typed,
});

/** A request as it was typed; null when the desk has none such. */
export const pageRequest = async (
  q: Queries,
  deskId: DeskId,
  pageRequestId: string,
): Promise<KeptPageRequest | null> => {
  const [row] = await q.query<Row & Record<string, unknown>>('page-request-find', find, [
    deskId,
    pageRequestId,
  ]);
  return row === undefined ? null : present(deskId, pageRequestId, row);
};

/** The same, locked: of two that use its link the second finds it used. */
export const lockPageRequest = async (
  q: Queries,
  deskId: DeskId,
  pageRequestId: string,
): Promise<KeptPageRequest | null> => {
  const [row] = await q.query<Row & Record<string, unknown>>('page-request-lock', `${find} for update of r`, [
    deskId,
    pageRequestId,
  ]);
  return row === undefined ? null : present(deskId, pageRequestId, row);
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
    'update page_request set used_at = $3, outcome = $4 where desk_id = $1 and page_request_id = $2',
    [deskId, pageRequestId, toTimestamp(at), JSON.stringify(outcome)],
  );
};

/** Requests older than this are forgotten: what their links did stands elsewhere. */
export const forgetPageRequests = async (q: Queries, before: Instant): Promise<void> => {
  await q.query('page-request-forget', 'delete from page_request where asked_at < $1', [toTimestamp(before)]);
};
