import type { DeskId } from '@reglament/desk';
import type { Client } from 'pg';
import { indexSearch } from '../../apps/server/src/use-cases/index-search.ts';
import { documentWords } from '../../apps/server/src/text/search/document-words.ts';
import { cutsOf, isSpelled } from '../../apps/server/src/text/search/spelling.ts';
import type { Context } from '../../apps/server/src/use-cases/context.ts';
import { SEARCH_REQUESTS } from '../../apps/server/src/testing/search-questions.ts';
import { createSpeaker } from './spoken-words.ts';

const BATCH = 2000;

interface Template {
  readonly deskId: DeskId;
  readonly regulationVersionId: string;
}

const tickets = `
insert into ticket (desk_id, ticket_id, number, version, body, subject, state, coverage, channel, priority_rank, contact_id, company_id, regulation_version_id, received_at, registered_at, closed_at, due_at, last_message_at, last_message_from, line_id, first_work, queue_key)
select $1::uuid, r.id, r.number, 3, '{}', r.subject, 'closed', 'covered', 'email', 1 + r.number % 4, c.contact_id, c.company_id, $2::uuid,
  a.at, a.at, a.at + interval '1 day', a.at + interval '4 hours', a.at, 'customer', null, '{}', lpad((1 + r.number % 4)::text, 5, '0') || ' '
from jsonb_to_recordset($3::jsonb) as r(id uuid, number bigint, subject text)
join (select row_number() over (order by contact_id) - 1 as place, count(*) over () as all, contact_id, company_id from contact where desk_id = $1::uuid and company_id is not null) c
  on c.place = r.number % c.all,
lateral (select now() - ($4 - r.number) * interval '1 minute' as at) a`;
const messages = `
insert into message (desk_id, message_id, ticket_id, at, kind, author, text)
select $1::uuid, gen_random_uuid(), r.id, now() - ($3 - r.number) * interval '1 minute', 'customer', 'x', r.text
from jsonb_to_recordset($2::jsonb) as r(id uuid, number bigint, text text)`;
const documents = `
insert into search_document (desk_id, kind, object_id, number, words, is_cut)
select $1::uuid, 'ticket', r.id, r.number, array_to_tsvector(array(select jsonb_array_elements_text(r.words))), false
from jsonb_to_recordset($2::jsonb) as r(id uuid, number bigint, words jsonb)`;
const words = `
insert into search_word (desk_id, kind, word, documents, is_common) select $1::uuid, 'ticket', w.word, least(w.documents, 1000), w.documents >= 1000 from unnest($2::text[], $3::int[]) as w(word, documents)
on conflict (desk_id, kind, word) do update set documents = search_word.documents + excluded.documents`;
const spellings = `
insert into search_spelling (desk_id, cut, word) select $1::uuid, s.cut, s.word from unnest($2::text[], $3::text[]) as s(cut, word) on conflict do nothing`;

/** What documents say of whoever asks, in the order in which tickets go round. */
const requesters = async (client: Client, deskId: DeskId): Promise<readonly string[]> => {
  const { rows } = await client.query<{ said: string }>(
    `select concat_ws(E'\\n', o.name, c.name, c.email, c.phone) as said from contact c join company o on o.desk_id = c.desk_id and o.company_id = c.company_id
     where c.desk_id = $1 and c.company_id is not null order by c.contact_id`,
    [deskId],
  );
  return rows.map(({ said }) => said);
};

const idOf = (number: number): string => `019b0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

const keepVocabulary = async (
  client: Client,
  deskId: DeskId,
  counts: ReadonlyMap<string, number>,
): Promise<void> => {
  const all = [...counts];
  for (let from = 0; from < all.length; from += 20_000) {
    const part = all.slice(from, from + 20_000);
    await client.query(words, [deskId, part.map(([word]) => word), part.map(([, count]) => count)]);
    const cuts = part.flatMap(([word]) =>
      isSpelled(word) ? cutsOf(word).map((cut) => [cut, word] as const) : [],
    );
    await client.query(spellings, [deskId, cuts.map(([cut]) => cut), cuts.map(([, word]) => word)]);
  }
};

/** Tickets of some years with what was said in them, and their words as the product keeps them. `client`: of the database's owner. */
export const layOutSearch = async (
  context: Context,
  client: Client,
  of: Template,
  count: number,
): Promise<void> => {
  while (await indexSearch(context));
  const { deskId, regulationVersionId } = of;
  const speaker = createSpeaker(7);
  const counts = new Map<string, number>();
  await client.query("set session_replication_role = replica; set maintenance_work_mem = '1GB'");
  await client.query('drop index search_document_words');
  const people = await requesters(client, deskId);
  // The oldest tickets are those that the table of questions must find.
  const planted = Object.values(SEARCH_REQUESTS);
  const write = async (statements: readonly (readonly [string, readonly unknown[]])[]): Promise<void> => {
    for (const [text, values] of statements) await client.query(text, [...values]);
  };
  let written = Promise.resolve();
  for (let from = 1; from <= count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from + 1) }, (_, index) => {
      const number = from + index;
      const [subject, text] = planted[number - 1] ?? [speaker.subject(), speaker.message()];
      const named = [number, people[number % people.length], text].join('\n');
      const made = documentWords(deskId, { kind: 'ticket', number, subject, text: named });
      for (const word of made.plain) if (word.length <= 32) counts.set(word, (counts.get(word) ?? 0) + 1);
      return { id: idOf(number), number, subject, text, words: made.marked };
    });
    // What follows is thought up while the database writes.
    await written;
    const short = JSON.stringify(rows.map(({ id, number, subject }) => ({ id, number, subject })));
    const said = JSON.stringify(rows.map(({ id, number, text }) => ({ id, number, text })));
    const kept = JSON.stringify(rows.map(({ id, number, words: marked }) => ({ id, number, words: marked })));
    written = write([
      [tickets, [deskId, regulationVersionId, short, count]],
      [messages, [deskId, said, count]],
      [documents, [deskId, kept]],
    ]);
  }
  await written;
  await keepVocabulary(client, deskId, counts);
  await client.query(
    'create index search_document_words on search_document using gin (words) with (fastupdate = off)',
  );
  await client.query(
    `insert into counter (desk_id, name, value) values ('${deskId}', 'ticket', ${count}) on conflict (desk_id, name) do update set value = excluded.value`,
  );
  await client.query('set session_replication_role = origin');
  for (const table of ['ticket', 'message', 'search_document', 'search_word', 'search_spelling'])
    await client.query(`vacuum analyze ${table}`);
};
