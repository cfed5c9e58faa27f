import type { DeskId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import {
  type FoundCertificate,
  foundCertificates,
  foundCompanies,
  type FoundCompany,
  foundContacts,
  type FoundContact,
  foundTickets,
  type FoundTicket,
  openSearch,
} from '../store/queries/search.ts';
import { formsAsked, readQuestion } from '../text/search/asked-words.ts';
import type { SearchKind } from '../text/search/document-words.ts';
import { exactlyNamed } from '../text/search/exactly-named.ts';
import { hitsOf, marked, type Segment, snippetOf } from '../text/search/snippet.ts';
import type { Context } from './context.ts';
import { findByWords, type FoundThing, WAYS, type Way } from './search-words.ts';

/** Where a page of tickets ended. */
export interface SearchPlace {
  readonly rank: number;
  readonly number: number;
}

export interface SearchAsked {
  readonly deskId: DeskId;
  readonly typed: string;
  /** Tickets of a page; of other things at most as many. */
  readonly limit: number;
  readonly after: SearchPlace | null;
}

type Shown<T> = T & { readonly way: Way; readonly marked: readonly Segment[] };

export interface SearchOutcome {
  readonly tickets: readonly (Shown<FoundTicket> & { readonly snippet: readonly Segment[] | null })[];
  readonly companies: readonly Shown<FoundCompany>[];
  readonly contacts: readonly Shown<FoundContact>[];
  readonly certificates: readonly Shown<FoundCertificate>[];
  readonly next: SearchPlace | null;
  /** On the other keyboard layout this was meant. */
  readonly lookedFor: string | null;
  /** The end of the question was left out. */
  readonly isCut: boolean;
  /** For how many milliseconds something waits to be found. */
  readonly waitsMs: number | null;
}

const HITS_COUNTED = 99;
/** Tickets that the pages after the first are made of: whoever wants more asks more exactly. */
const MOST_TICKETS = 200;

const rankOf = (way: Way, hits: number): number =>
  (WAYS.length - WAYS.indexOf(way)) * (HITS_COUNTED + 1) + Math.min(hits, HITS_COUNTED);

/** The best first: how it was found, then whether its subject has all the words, then the newest. */
const ranked = <T extends { readonly rank: number; readonly number: number }>(
  all: readonly T[],
): readonly T[] => all.toSorted((a, b) => b.rank - a.rank || b.number - a.number);

const isAfter = (one: SearchPlace, place: SearchPlace | null): boolean =>
  place === null || one.rank < place.rank || (one.rank === place.rank && one.number < place.number);

const exactFirst = (
  exact: readonly string[],
  number: number,
  things: readonly FoundThing[],
): readonly FoundThing[] => [
  ...exact.map((id) => ({ id, number, way: 'exact' as const, isInSubject: false })),
  ...things.filter(({ id }) => !exact.includes(id)),
];

const ticketsOf = async (
  q: Queries,
  asked: SearchAsked,
  things: readonly FoundThing[],
  forms: ReadonlySet<string>,
): Promise<Pick<SearchOutcome, 'tickets' | 'next'>> => {
  const { deskId, limit } = asked;
  const found = new Map(things.map((thing) => [thing.id, thing]));
  const wayOf = (id: string): Way => found.get(id)?.way ?? 'near';
  const order = ranked(
    things.map(({ id, number, way, isInSubject }) => ({
      id,
      number,
      rank: rankOf(way, isInSubject ? 1 : 0),
    })),
  ).filter((one) => isAfter(one, asked.after));
  const page = order.slice(0, limit);
  const ids = page.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await foundTickets(q, deskId, ids);
  const byId = new Map(rows.map((row) => [row.ticketId, row]));
  const tickets = page.flatMap(({ id }) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    // An answer that only repeats the company's name shows nothing that is not said beside it.
    const said = row.texts.filter((text) => text !== row.companyName);
    const snippet = snippetOf(said, forms);
    return [{ ...row, way: wayOf(id), marked: marked(row.subject, forms), snippet }];
  });
  const last = page.at(-1);
  return {
    tickets,
    next: order.length > limit && last !== undefined ? { rank: last.rank, number: last.number } : null,
  };
};

const shown = async <T>(
  things: readonly FoundThing[],
  limit: number,
  forms: ReadonlySet<string>,
  read: (ids: readonly string[]) => Promise<readonly T[]>,
  of: { readonly id: (one: T) => string; readonly name: (one: T) => string },
): Promise<readonly Shown<T>[]> => {
  if (things.length === 0) return [];
  const ways = new Map(things.map(({ id, way }) => [id, way]));
  const rows = await read([...ways.keys()]);
  return rows
    .map((row) => {
      const way = ways.get(of.id(row)) ?? 'near';
      return { row, way, rank: rankOf(way, hitsOf(of.name(row), forms)) };
    })
    .toSorted((a, b) => b.rank - a.rank || of.name(a.row).localeCompare(of.name(b.row), 'ru'))
    .slice(0, limit)
    .map(({ row, way }) => ({ ...row, way, marked: marked(of.name(row), forms) }));
};

/** Tickets, companies, people and certificates that a question leads to, in one transaction of one desk. */
export const search = (context: Context, asked: SearchAsked): Promise<SearchOutcome> =>
  context.db.inDesk(asked.deskId, async (q) => {
    const { deskId, limit } = asked;
    const question = readQuestion(asked.typed);
    const names = exactlyNamed(question.typed);
    const opening = await openSearch(q, { deskId, ...names }, [...formsAsked(question.words)]);
    const { exact, known, newest, waitsMs } = opening;
    const { things, words, lookedFor } = await findByWords(
      { q, deskId, newest, known, enough: asked.after === null ? limit + 1 : MOST_TICKETS },
      question,
    );
    const forms = formsAsked(words);
    const of = (kind: SearchKind, ids: readonly string[], number = 0): readonly FoundThing[] =>
      exactFirst(ids, number, things[kind]);
    const isFirst = asked.after === null;
    const rest = (found: readonly FoundThing[]): readonly FoundThing[] => (isFirst ? found : []);
    const [tickets, companies, contacts, certificates] = await Promise.all([
      ticketsOf(q, asked, of('ticket', exact.tickets, names.number ?? 0), forms),
      shown(rest(of('company', exact.companies)), limit, forms, (ids) => foundCompanies(q, deskId, ids), {
        id: ({ companyId }) => companyId,
        name: ({ name }) => name,
      }),
      shown(rest(of('contact', exact.contacts)), limit, forms, (ids) => foundContacts(q, deskId, ids), {
        id: ({ contactId }) => contactId,
        name: ({ name }) => name,
      }),
      shown(
        rest(of('certificate', exact.certificates)),
        limit,
        forms,
        (ids) => foundCertificates(q, deskId, ids),
        {
          id: ({ certificateId }) => certificateId,
          name: ({ number }) => number,
        },
      ),
    ]);
    return { ...tickets, companies, contacts, certificates, lookedFor, isCut: question.isCut, waitsMs };
  });
