import { declinedGround } from '../../text/declined-ground.ts';
import { coverageWords } from '../../text/coverage-words.ts';
import { treatedAsWords } from '../../text/treated-as-words.ts';
import { momentWords } from '../../text/moment-words.ts';
import { priorityWords } from '../../text/priority-words.ts';
import { clauseSentence, packageName, typeName } from '../../text/regulation-names.ts';
import { type Html, markup } from '../html.ts';
import type { StatusFacts, StatusView } from '../status-view.ts';
import { serviceReasons } from './service.ts';

/** Something about the service that is told before all else. */
export interface Notice {
  readonly title: string;
  readonly sentences: readonly string[];
  /** Each on its line. */
  readonly ways: readonly string[];
}

/** What stands in the way of service, or how it is served for now; null: nothing to say. */
export const coverageNotice = ({ found, regulation, language }: StatusFacts): Notice | null => {
  const words =
    coverageWords(found.ticket, regulation, language) ?? treatedAsWords(found.ticket, regulation, language);
  if (words === null || words.sentences.length === 0) return null;
  return { ...words, sentences: words.sentences.filter((sentence) => sentence !== '') };
};

/** The product was never commissioned, as far as is on record: the rule, and what to answer. */
export const commissioningNotice = ({ note, regulation, language }: StatusFacts): Notice | null => {
  if (note === null) return null;
  const said = [note.instead?.[language] ?? '', clauseSentence(regulation, note.clause, language)];
  return { title: note.name[language], sentences: said.filter((one) => one !== ''), ways: [] };
};

const noticeSection = (notice: Notice | null): Html | null => {
  if (notice === null) return null;
  const { title, sentences, ways } = notice;
  const list =
    ways.length === 0 ? null : markup`<ul class="ways">${ways.map((way) => markup`<li>${way}</li>`)}</ul>`;
  return markup`<section class="card warn"><h2>${title}</h2><div class="stack">${sentences.map((sentence) => markup`<p>${sentence}</p>`)}${list}</div></section>`;
};

export const coverageSection = (view: StatusView): Html | null => noticeSection(coverageNotice(view));
export const commissioningSection = (view: StatusView): Html | null =>
  noticeSection(commissioningNotice(view));

/** What it turned out to be, where support named it; null: nothing named. */
const outcomeName = ({ found, regulation, language }: StatusFacts): string | null => {
  const { outcome = null } = found.ticket;
  if (outcome === null) return null;
  if (outcome.kind === 'declined') return declinedGround(regulation, outcome.ground).name[language];
  return regulation.lifecycle.outcomes.find(({ id }) => id === outcome.id)?.name[language] ?? null;
};

/** What is known of the ticket: names and values. */
export const aboutRows = (view: StatusFacts): readonly (readonly [string, string])[] => {
  const { found, words, regulation, language } = view;
  const { ticket } = found;
  const priority = priorityWords(ticket, regulation, language);
  const { packageId } = ticket.coverage;
  const rows: readonly (readonly [string, string | null])[] = [
    [words.priority, priority === null ? null : `${priority.name} — ${priority.source}`],
    [words.type, ticket.type === null ? null : typeName(regulation, ticket.type, language)],
    [words.package, packageId === null ? null : packageName(regulation, packageId, language)],
    [words.company, found.companyName],
    [words.edition, regulation.edition.label],
    [words.outcome, outcomeName(view)],
    [
      words.closedAt,
      ticket.closedAt === null ? null : momentWords(regulation.zone, ticket.closedAt, language),
    ],
  ];
  return rows.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
};

/** Facts of the ticket. */
export const aboutSection = (view: StatusView): Html => {
  const { words } = view;
  const known = aboutRows(view);
  const reasons = serviceReasons(view);
  if (known.length === 0 && reasons === null) return markup``;
  const facts =
    known.length === 0
      ? null
      : markup`<dl class="facts">${known.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
  return markup`<section class="card about"><h2>${words.about}</h2>${facts}${reasons}</section>`;
};
