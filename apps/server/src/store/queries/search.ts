import type { CompanyId, ContactId, DeskId, TicketState } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { SearchKind } from '../../text/search/document-words.ts';
import type { Queries } from '../database.ts';

export interface WordsAsked {
  readonly kind: SearchKind;
  /** What words of this desk and kind begin with in the index. */
  readonly mark: string;
  /** In the language of tsquery, with marked words; null: nobody asks where they stand. */
  readonly inSubject: string | null;
  readonly anywhere: string;
  /** The highest number that there is; 0: of things without numbers. */
  readonly newest: number;
  readonly enough: number;
}

export interface ThingWithWords {
  readonly kind: SearchKind;
  readonly id: string;
  /** Of a ticket; 0: of anything else. */
  readonly number: number;
  /** All words stand in the subject of a ticket. */
  readonly isInSubject: boolean;
}

/**
 * Things of the desk that the transaction is in that have the words: those that have them in the subject first, each time the newest
 * first; some twice, where there are not enough of those.
 */
export const thingsWithWords = (
  q: Queries,
  asked: readonly WordsAsked[],
): Promise<readonly ThingWithWords[]> =>
  q.query<ThingWithWords & Record<string, unknown>>(
    'search-things',
    `select a.kind, f.object_id as id, f.number, f.is_in_subject as "isInSubject"
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::int[]) as a(kind, mark, in_subject, anywhere, newest, enough),
       lateral search_things(a.kind, a.mark, a.in_subject::tsquery, a.anywhere::tsquery, a.newest, a.enough) f`,
    [
      asked.map(({ kind }) => kind),
      asked.map(({ mark }) => mark),
      asked.map(({ inSubject }) => inSubject),
      asked.map(({ anywhere }) => anywhere),
      asked.map(({ newest }) => newest),
      asked.map(({ enough }) => enough),
    ],
  );

const ANY_KIND = `kind = any('{ticket,company,contact,certificate}')`;
const PROPOSED = 24;
/** Rare words that are looked at for half a word; what more documents have is among the common ones. */
const RARE_READ = 500;

export interface KnownWord {
  readonly kind: SearchKind;
  readonly word: string;
  /** How often it came into a document; counted up to 1,000. */
  readonly documents: number;
}

/** Which of the words are known of any kind, and how common they are. */
export const knownWords = (
  q: Queries,
  deskId: DeskId,
  words: readonly string[],
): Promise<readonly KnownWord[]> =>
  q.query<KnownWord & Record<string, unknown>>(
    'search-words-known',
    `select kind, word, documents from search_word
     where desk_id = $1 and ${ANY_KIND} and word = any($2::text[])`,
    [deskId, words],
  );

/** Words of these kinds that begin so, the common ones of each first: of very many rare ones those at the head of the alphabet. */
export const wordsBeginning = (
  q: Queries,
  deskId: DeskId,
  kinds: readonly SearchKind[],
  beginnings: readonly string[],
): Promise<readonly KnownWord[]> =>
  q.query<KnownWord & Record<string, unknown>>(
    'search-words-beginning',
    `select distinct k.kind, w.word, w.documents from unnest($2::text[]) as k(kind), unnest($3::text[]) as b(beginning), lateral (
       select word, documents from (
         (select word, documents from search_word where desk_id = $1 and kind = k.kind and is_common
            and word >= b.beginning collate "C" and word < b.beginning || '~' collate "C" order by documents desc, word limit ${PROPOSED})
         union all
         (select word, documents from search_word where desk_id = $1 and kind = k.kind
            and word >= b.beginning collate "C" and word < b.beginning || '~' collate "C" and not is_common order by word limit ${RARE_READ})) u
       order by documents desc, word limit ${PROPOSED}) w`,
    [deskId, kinds, beginnings],
  );

/** Words of the desk that one of the cuts leads to. */
export const wordsSpelled = async (
  q: Queries,
  deskId: DeskId,
  cuts: readonly string[],
): Promise<readonly string[]> => {
  const rows = await q.query<{ word: string }>(
    'search-words-spelled',
    'select distinct word from search_spelling where desk_id = $1 and cut = any($2::text[]) limit 500',
    [deskId, cuts],
  );
  return rows.map(({ word }) => word);
};

export interface ExactlyAsked {
  readonly deskId: DeskId;
  /** Number of a ticket; null: it can't be one. */
  readonly number: number | null;
  /** Digits of an INN; null: they are none. */
  readonly inn: string | null;
  readonly certificate: string;
  /** A protection key as it is compared; empty: none. */
  readonly key: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface ExactlyFound {
  /** At most one; its number is what was asked for. */
  readonly tickets: readonly string[];
  readonly companies: readonly string[];
  readonly certificates: readonly string[];
  readonly contacts: readonly string[];
}

export interface SearchOpening {
  /** Things that are known by what was typed as a whole. */
  readonly exact: ExactlyFound;
  /** Which of the words are known of any kind, and how common they are. */
  readonly known: readonly KnownWord[];
  /** The number of the newest ticket. */
  readonly newest: number;
  /** For how many milliseconds what changed first waits to be found; null: nothing waits. */
  readonly waitsMs: number | null;
}

/** What a search begins with, in one statement: each costs the way there and back. */
export const openSearch = async (
  q: Queries,
  asked: ExactlyAsked,
  words: readonly string[],
): Promise<SearchOpening> => {
  const [row] = await q.query<Omit<SearchOpening, 'exact'> & ExactlyFound & Record<string, unknown>>(
    'search-open',
    `select
       array(select ticket_id::text from ticket where desk_id = $1 and number = $2) as tickets,
       array(select company_id::text from company where desk_id = $1 and inn = $3 and merged_into is null
         union select company_id::text from instance where desk_id = $1 and folded_key = nullif($5, '') and removed_at is null limit 20) as companies,
       array(select certificate_id::text from certificate where desk_id = $1 and number_key = lower($4)) as certificates,
       array(select contact_id::text from contact where desk_id = $1 and email = lower($6)
         union select contact_id::text from contact where desk_id = $1 and phone <> '' and phone = $7 limit 20) as contacts,
       array(select jsonb_build_object('kind', kind, 'word', word, 'documents', documents) from search_word
         where desk_id = $1 and ${ANY_KIND} and word = any($8::text[])) as known,
       coalesce((select value from counter where desk_id = $1 and name = 'ticket'), 0)::bigint as newest,
       (select (extract(epoch from clock_timestamp() - at) * 1000)::int8 from search_due where desk_id = $1 order by at limit 1) as "waitsMs"`,
    [asked.deskId, asked.number, asked.inn, asked.certificate, asked.key, asked.email, asked.phone, words],
  );
  if (row === undefined) throw new Error('a select of constants has one row');
  const { known, newest, waitsMs, ...exact } = row;
  return { exact, known, newest, waitsMs };
};

export interface FoundTicket {
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly state: TicketState;
  readonly companyName: string | null;
  readonly contactName: string;
  readonly lastMessageAt: Instant;
  /** What was said in it, the newest first: where a place that shows why it was found is looked for. */
  readonly texts: readonly string[];
}

/** What a list of found tickets shows. */
export const foundTickets = (
  q: Queries,
  deskId: DeskId,
  ids: readonly string[],
): Promise<readonly FoundTicket[]> =>
  q.query<FoundTicket & Record<string, unknown>>(
    'search-tickets',
    `select t.ticket_id as "ticketId", t.number, t.subject, t.state, o.name as "companyName", c.name as "contactName", t.last_message_at as "lastMessageAt",
       array(select left(text, 20000) from message where desk_id = $1 and ticket_id = t.ticket_id order by at desc, message_id limit 50)
         || array(select value from jsonb_each_text(t.fields)) as texts
     from ticket t join contact c on c.desk_id = t.desk_id and c.contact_id = t.contact_id
     left join company o on o.desk_id = t.desk_id and o.company_id = t.company_id
     where t.desk_id = $1 and t.ticket_id = any($2::uuid[])`,
    [deskId, ids],
  );

interface NamedCompany {
  readonly companyId: CompanyId;
  readonly name: string;
}

export interface FoundCompany extends NamedCompany {
  readonly inn: string | null;
  readonly city: string;
}

export const foundCompanies = (
  q: Queries,
  deskId: DeskId,
  ids: readonly string[],
): Promise<readonly FoundCompany[]> =>
  q.query<FoundCompany & Record<string, unknown>>(
    'search-companies',
    'select company_id as "companyId", name, inn, city from company where desk_id = $1 and company_id = any($2::uuid[])',
    [deskId, ids],
  );

export interface FoundContact {
  readonly contactId: ContactId;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  readonly company: NamedCompany | null;
  /** The newest ticket of somebody without a company; null: they have none, or a company. */
  readonly ticketNumber: number | null;
}

export const foundContacts = (
  q: Queries,
  deskId: DeskId,
  ids: readonly string[],
): Promise<readonly FoundContact[]> =>
  q.query<FoundContact & Record<string, unknown>>(
    'search-contacts',
    `select c.contact_id as "contactId", c.name, c.email, c.phone,
       case when o.company_id is not null then jsonb_build_object('companyId', o.company_id, 'name', o.name) end as company,
       case when o.company_id is null then (select number from ticket t where t.desk_id = $1 and t.contact_id = c.contact_id order by registered_at desc limit 1) end as "ticketNumber"
     from contact c left join company o on o.desk_id = c.desk_id and o.company_id = c.company_id
     where c.desk_id = $1 and c.contact_id = any($2::uuid[])`,
    [deskId, ids],
  );

export interface FoundCertificate {
  readonly certificateId: string;
  readonly number: string;
  readonly packageId: string;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly company: NamedCompany;
}

export const foundCertificates = (
  q: Queries,
  deskId: DeskId,
  ids: readonly string[],
): Promise<readonly FoundCertificate[]> =>
  q.query<FoundCertificate & Record<string, unknown>>(
    'search-certificates',
    `select e.certificate_id as "certificateId", e.number, e.package_id as "packageId", e.starts_at as "startsAt", e.ends_at as "endsAt",
       jsonb_build_object('companyId', o.company_id, 'name', o.name) as company
     from certificate e join company o on o.desk_id = e.desk_id and o.company_id = e.company_id
     where e.desk_id = $1 and e.certificate_id = any($2::uuid[])`,
    [deskId, ids],
  );
