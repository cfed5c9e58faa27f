import type { ContactId, DeskId, Language } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';

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

export interface PageRequestRow {
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

export const findPageRequest = `select r.contact_id, r.kind, r.typed, r.language, r.asked_at, r.used_at, r.outcome, c.email
  from page_request r join contact c on c.desk_id = r.desk_id and c.contact_id = r.contact_id
  where r.desk_id = $1 and r.page_request_id = $2`;

/** A row as it is read. */
export const presentPageRequest = (
  deskId: DeskId,
  pageRequestId: string,
  row: PageRequestRow,
): KeptPageRequest => ({
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
  const [row] = await q.query<PageRequestRow & Record<string, unknown>>(
    'page-request-find',
    findPageRequest,
    [deskId, pageRequestId],
  );
  return row === undefined ? null : presentPageRequest(deskId, pageRequestId, row);
};
