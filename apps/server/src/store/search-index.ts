import type { DeskId } from '@reglament/desk';
import type { DocumentKind, SearchKind } from '../text/search/document-words.ts';
import type { Queries } from './database.ts';
import { publicKinds } from './queries/status-page.ts';

/** Something whose words changed. */
export interface SearchDue {
  readonly kind: SearchKind;
  readonly objectId: string;
}

/** Desks in which something changed, and by which reading of words their documents were made. */
export const searchWork = async (
  q: Queries,
): Promise<{ readonly desks: readonly DeskId[]; readonly reading: number }> => {
  const [row] = await q.query<{ desks: readonly DeskId[]; reading: number }>(
    'search-work',
    `select i.search_reading as reading,
       array(select d.desk_id::text from desk d where exists (select from search_due s where s.desk_id = d.desk_id) order by 1) as desks
     from installation i`,
  );
  return row ?? { desks: [], reading: 0 };
};

/**
 * One node at a time keeps the words of a desk: two could overwrite each other with what they read before. False: another does.
 * The transaction needs no durable end: if it is lost with the power, what it took is due again.
 */
export const lockSearchIndex = async (q: Queries, deskId: DeskId): Promise<boolean> => {
  const [row] = await q.query<{ locked: boolean }>(
    'search-lock',
    `select pg_try_advisory_xact_lock(hashtext('search ' || $1)) as locked, set_config('synchronous_commit', 'off', true)`,
    [deskId],
  );
  return row?.locked === true;
};

/** Takes what changed, the oldest first; each thing once. `taken` counts rows: as many as `limit` means that there is more. */
export const takeSearchDue = async (
  q: Queries,
  deskId: DeskId,
  limit: number,
): Promise<{ readonly due: readonly SearchDue[]; readonly taken: number }> => {
  const [row] = await q.query<{ due: readonly SearchDue[] | null; taken: number }>(
    'search-due-take',
    `with gone as (
       delete from search_due d using (select at, due_id from search_due where desk_id = $1 order by at, due_id limit $2 for update skip locked) o
       where d.desk_id = $1 and d.at = o.at and d.due_id = o.due_id returning d.kind, d.object_id)
     select count(*)::int as taken, jsonb_agg(distinct jsonb_build_object('kind', kind, 'objectId', object_id)) as due from gone`,
    [deskId, limit],
  );
  return { due: row?.due ?? [], taken: row?.taken ?? 0 };
};

/** What a thing is found by, as it stands now. */
export interface SearchContent {
  readonly objectId: string;
  readonly number: number;
  readonly subject: string;
  readonly text: string;
}

const MESSAGES = 200;
const LETTERS_OF_MESSAGE = 20_000;

const statements: Readonly<Record<SearchKind, string>> = {
  ticket: `select t.ticket_id as "objectId", t.number, t.subject,
      concat_ws(E'\\n', t.number, o.name, c.name, c.email, c.phone, (select string_agg(f.value, E'\\n') from jsonb_each_text(t.fields) f),
        (select string_agg(left(m.text, ${LETTERS_OF_MESSAGE}), E'\\n' order by m.at desc, m.message_id) from (
          select at, message_id, text from message where desk_id = $1 and ticket_id = t.ticket_id order by at desc, message_id limit ${MESSAGES}) m)) as text
    from ticket t join contact c on c.desk_id = t.desk_id and c.contact_id = t.contact_id
    left join company o on o.desk_id = t.desk_id and o.company_id = t.company_id
    where t.desk_id = $1 and t.ticket_id = any($2::uuid[])`,
  company: `select o.company_id as "objectId", 0 as number, o.name as subject, concat_ws(E'\\n', o.inn, o.kpp, o.ogrn, o.city) as text
    from company o where o.desk_id = $1 and o.company_id = any($2::uuid[]) and o.merged_into is null`,
  contact: `select c.contact_id as "objectId", 0 as number, c.name as subject, concat_ws(E'\\n', c.email, c.phone,
      (select string_agg(o.name, E'\\n') from contact_of_company l join company o on o.desk_id = l.desk_id and o.company_id = l.company_id
        where l.desk_id = $1 and l.contact_id = c.contact_id)) as text
    from contact c where c.desk_id = $1 and c.contact_id = any($2::uuid[])`,
  certificate: `select e.certificate_id as "objectId", 0 as number, e.number as subject, o.name as text
    from certificate e join company o on o.desk_id = e.desk_id and o.company_id = e.company_id
    where e.desk_id = $1 and e.certificate_id = any($2::uuid[])`,
};

/** Those that are there. */
export const searchContents = (
  q: Queries,
  deskId: DeskId,
  kind: SearchKind,
  ids: readonly string[],
): Promise<readonly SearchContent[]> =>
  q.query<SearchContent & Record<string, unknown>>(`search-content-${kind}`, statements[kind], [deskId, ids]);

/** What a ticket is found by in the portal: nothing that its customers can't read. */
export interface PortalContent extends SearchContent {
  readonly requester: string;
  readonly contactId: string;
  readonly companyId: string | null;
}

export const portalContents = (
  q: Queries,
  deskId: DeskId,
  ids: readonly string[],
): Promise<readonly PortalContent[]> =>
  q.query<PortalContent & Record<string, unknown>>(
    'search-content-portal',
    `select t.ticket_id as "objectId", t.number, t.subject, c.name as requester, t.contact_id as "contactId", t.company_id as "companyId",
       coalesce((select string_agg(left(m.text, ${LETTERS_OF_MESSAGE}), E'\\n' order by m.at desc, m.message_id) from (
         select at, message_id, text from message where desk_id = $1 and ticket_id = t.ticket_id and kind in ${publicKinds}
         order by at desc, message_id limit ${MESSAGES}) m), '') as text
     from ticket t join contact c on c.desk_id = t.desk_id and c.contact_id = t.contact_id
     where t.desk_id = $1 and t.ticket_id = any($2::uuid[])`,
    [deskId, ids],
  );

export interface SearchDocument {
  readonly objectId: string;
  readonly number: number;
  /** With their marks. */
  readonly words: readonly string[];
  readonly isCut: boolean;
}

/** The marked words that these documents have so far. */
export const keptWords = async (
  q: Queries,
  deskId: DeskId,
  kind: SearchKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows = await q.query<{ objectId: string; words: readonly string[] }>(
    'search-words-kept',
    `select object_id as "objectId", tsvector_to_array(words) as words from search_document
     where desk_id = $1 and kind = $2 and object_id = any($3::uuid[])`,
    [deskId, kind, ids],
  );
  return new Map(rows.map(({ objectId, words }) => [objectId, words]));
};

/** Replaces the documents of `ids` by those given; what is not given any more is gone. */
export const keepDocuments = async (
  q: Queries,
  deskId: DeskId,
  kind: DocumentKind,
  ids: readonly string[],
  documents: readonly SearchDocument[],
): Promise<void> => {
  const kept = new Set(documents.map(({ objectId }) => objectId));
  const gone = ids.filter((id) => !kept.has(id));
  if (gone.length > 0)
    await q.query(
      'search-documents-forget',
      'delete from search_document where desk_id = $1 and kind = $2 and object_id = any($3::uuid[])',
      [deskId, kind, gone],
    );
  if (documents.length === 0) return;
  await q.query(
    'search-documents-keep',
    `insert into search_document (desk_id, kind, object_id, number, words, is_cut)
     select $1::uuid, $2::text, d."objectId", d.number, array_to_tsvector(array(select jsonb_array_elements_text(d.words))), d."isCut"
     from jsonb_to_recordset($3::jsonb) as d("objectId" uuid, number bigint, words jsonb, "isCut" boolean)
     on conflict (desk_id, kind, object_id) do update set number = excluded.number, words = excluded.words, is_cut = excluded.is_cut`,
    [deskId, kind, JSON.stringify(documents)],
  );
};

/** A word that half of all texts have is common: by how much says nothing more. */
const COMMON = 1000;

/** Words that came into documents, how often; returns those that the desk did not know of this kind. */
export const keepWords = async (
  q: Queries,
  deskId: DeskId,
  kind: SearchKind,
  counts: ReadonlyMap<string, number>,
): Promise<readonly string[]> => {
  const rows = await q.query<{ word: string; isNew: boolean }>(
    'search-words-keep',
    `insert into search_word (desk_id, kind, word, documents, is_common)
     select $1::uuid, $2::text, w.word, w.documents, w.documents >= ${COMMON} from unnest($3::text[], $4::int[]) as w(word, documents)
     on conflict (desk_id, kind, word) do update set documents = search_word.documents + excluded.documents,
         is_common = search_word.documents + excluded.documents >= ${COMMON}
       where search_word.documents < ${COMMON}
     returning word, xmax = 0 as "isNew"`,
    [deskId, kind, [...counts.keys()], [...counts.values()]],
  );
  return rows.filter(({ isNew }) => isNew).map(({ word }) => word);
};

/** Forgets those of the words that no document of the kind has any more; returns what no document of the desk has. */
export const forgetWords = async (
  q: Queries,
  deskId: DeskId,
  kind: SearchKind,
  { mark, words }: { readonly mark: string; readonly words: readonly string[] },
): Promise<readonly string[]> => {
  const rows = await q.query<{ word: string }>(
    'search-words-forget',
    `with unused as materialized (
       select w.word from search_word w where w.desk_id = $1 and w.kind = $2 and w.word = any($4::text[])
         and not exists (select from search_documents($2, $3, quote_literal($3 || w.word)::tsquery,
           case when $2 = 'ticket' and w.is_common then (select value from counter where desk_id = $1 and name = 'ticket') else 0 end, 1))
     ), gone as (
       delete from search_word w using unused u where w.desk_id = $1 and w.kind = $2 and w.word = u.word returning w.word
     )
     select word from gone g where not exists (select from search_word w where w.desk_id = $1 and w.kind <> $2 and w.word = g.word
       and w.kind in ('ticket', 'company', 'contact', 'certificate'))`,
    [deskId, kind, mark, words],
  );
  return rows.map(({ word }) => word);
};

interface Spelling {
  readonly cut: string;
  readonly word: string;
}

export const forgetSpellings = async (
  q: Queries,
  deskId: DeskId,
  spellings: readonly Spelling[],
): Promise<void> => {
  if (spellings.length === 0) return;
  await q.query(
    'search-spellings-forget',
    `delete from search_spelling s using unnest($2::text[], $3::text[]) as g(cut, word)
     where s.desk_id = $1 and s.cut = g.cut and s.word = g.word`,
    [deskId, spellings.map(({ cut }) => cut), spellings.map(({ word }) => word)],
  );
};

/** What each word is found under when it is misspelled. */
export const keepSpellings = async (
  q: Queries,
  deskId: DeskId,
  spellings: readonly Spelling[],
): Promise<void> => {
  if (spellings.length === 0) return;
  await q.query(
    'search-spellings-keep',
    `insert into search_spelling (desk_id, cut, word) select $1::uuid, s.cut, s.word from unnest($2::text[], $3::text[]) as s(cut, word)
     on conflict do nothing`,
    [deskId, spellings.map(({ cut }) => cut), spellings.map(({ word }) => word)],
  );
};

/** Everything of every desk is to be looked at anew, by another reading of words: once, however many nodes see that it changed. */
export const searchEverythingAnew = async (q: Queries, reading: number): Promise<void> => {
  await q.query(
    'search-anew',
    `with changed as (update installation set search_reading = $1 where search_reading <> $1 returning 1)
     insert into search_due (desk_id, kind, object_id)
     select o.* from changed, (
       select desk_id, 'company', company_id from company
       union all select desk_id, 'certificate', certificate_id from certificate
       union all select desk_id, 'contact', contact_id from contact
       union all select desk_id, 'ticket', ticket_id from ticket) o`,
    [reading],
  );
};
