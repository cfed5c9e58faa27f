import type {
  PortalDeadline,
  PortalMessage,
  PortalQuestionField,
  PortalTicket,
  PortalTicketRow as Row,
} from '@reglament/contract';
import {
  type Calendars,
  type Clock,
  type ContactId,
  describeTrail,
  type EntitlementTrail,
  type IntakeField,
  type Language,
  type Regulation,
  takesCalls,
  type Text,
  type Ticket,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { aboutRows, commissioningNotice, coverageNotice, type Notice } from '../../pages/status/about.ts';
import { answerMode } from '../../pages/status/answer.ts';
import { dateEffect } from '../../pages/status/date.ts';
import { noDeadlines, shownClocks } from '../../pages/status/deadlines.ts';
import { mayStatePriority } from '../../pages/status/missing.ts';
import { priorityEffect, type ProposalEffect } from '../../pages/status/proposal.ts';
import { closingWords, toldOutcome } from '../../pages/status/solution.ts';
import { standingOf } from '../../pages/status/standing.ts';
import type { StatusFacts } from '../../pages/status-view.ts';
import { pageWords } from '../../pages/words.ts';
import type { PortalTicketRow } from '../../store/queries/portal-tickets.ts';
import { STATUS_MESSAGES, type StatusMessage } from '../../store/queries/status-page.ts';
import type { TicketRating } from '../../store/ticket-ratings.ts';
import { deadlineOf } from '../../text/deadline-words.ts';
import { missingIntake } from '../../text/missing-words.ts';
import { clauseOf } from '../../text/regulation-names.ts';
import { marked, snippetOf } from '../../text/search/snippet.ts';
import { trailNames } from '../../text/trail-names.ts';
import { mayRate } from '../../use-cases/rate-ticket.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** The same in both languages: a page that changes its language asks for nothing again. */
const inBoth = (of: (language: Language) => string): Text => ({ ru: of('ru'), en: of('en') });

interface Counted {
  readonly regulation: Regulation;
  readonly calendars: Calendars;
  readonly now: Instant;
}

const presentDeadline = (clock: Clock, given: Counted): PortalDeadline => {
  const told = { ru: deadlineOf(clock, given, 'ru'), en: deadlineOf(clock, given, 'en') };
  return {
    clock: clock.id,
    name: inBoth((language) => told[language].name),
    status: told.ru.status,
    says: inBoth((language) => told[language].says),
    left: told.ru.left === null ? null : inBoth((language) => told[language].left ?? ''),
    used: told.ru.used,
  };
};

const presentStanding = (ticket: Ticket): Row['standing'] => {
  const told = { ru: standingOf(ticket, pageWords.ru), en: standingOf(ticket, pageWords.en) };
  return {
    tone: told.ru.tone,
    name: inBoth((language) => told[language].name),
    turn: inBoth((language) => told[language].turn),
  };
};

/** The nearest deadline that is still counted. */
const nearest = ({ clocks }: Ticket): Clock | null => {
  const open = clocks.filter(({ status }) => status !== 'stopped');
  const dueOf = ({ dueAt, lastDueAt }: Clock): number => dueAt ?? lastDueAt ?? Infinity;
  return open.toSorted((a, b) => dueOf(a) - dueOf(b))[0] ?? null;
};

/** A name; an address never stands for one. */
const nameOf = (author: string): string => (author.includes('@') ? '' : author.trim());

const presentFound = ({ subject, texts }: PortalTicketRow, forms: ReadonlySet<string>): Row['found'] => {
  const snippet = snippetOf(texts, forms);
  return { subject: [...marked(subject, forms)], snippet: snippet === null ? null : [...snippet] };
};

/** A ticket in a customer's list; `forms`: what was searched for. */
export const presentPortalRow = (
  row: PortalTicketRow,
  given: Counted & { readonly forms: ReadonlySet<string> | null },
  who: { readonly contactId: ContactId; readonly seenAt: Instant | null },
): Row => {
  const { ticket } = row;
  const clock = ticket.state === 'closed' ? null : nearest(ticket);
  return {
    number: row.number,
    subject: row.subject,
    state: ticket.state,
    standing: presentStanding(ticket),
    isOwn: row.contactId === who.contactId,
    requester: nameOf(row.requesterName),
    company: row.companyId === null ? null : { companyId: row.companyId, name: row.companyName ?? '' },
    registeredAt: iso(row.registeredAt),
    lastMessage: { at: iso(row.lastMessageAt), from: row.lastMessageFrom },
    deadline: clock === null ? null : presentDeadline(clock, given),
    isNews: row.lastMessageFrom === 'staff' && (who.seenAt === null || row.lastMessageAt > who.seenAt),
    found: given.forms === null ? null : presentFound(row, given.forms),
  };
};

/** Everything that a customer's page of a ticket is made of. */
export interface PortalTicketGiven extends Counted, Pick<StatusFacts, 'found' | 'note'> {
  readonly tried: EntitlementTrail | null;
  readonly conversation: readonly StatusMessage[];
  readonly contactId: ContactId;
  /** The ticket that goes on for it, where the customer may see that. */
  readonly mergedInto: number | null;
  readonly rating: TicketRating | null;
  readonly partnersPath: string | null;
}

type Both<T> = { readonly ru: T; readonly en: T };

const textsOf = (told: Both<readonly string[]>): Text[] =>
  told.ru.map((ru, index) => ({ ru, en: told.en[index] ?? ru }));

const presentNotice = (told: Both<Notice | null>): PortalTicket['notices'] => {
  const { ru, en } = told;
  if (ru === null || en === null) return [];
  return [
    {
      title: { ru: ru.title, en: en.title },
      sentences: textsOf({ ru: ru.sentences, en: en.sentences }),
      ways: textsOf({ ru: ru.ways, en: en.ways }),
    },
  ];
};

const isCustomers = ({ kind }: StatusMessage): boolean => kind === 'customer' || kind === 'objection';

/** What support wrote with a proposal: the first that is theirs since. */
const writtenWith = (conversation: readonly StatusMessage[], since: Instant): StatusMessage | null =>
  conversation.find((message) => message.at >= since && !isCustomers(message)) ?? null;

const presentEffect = (
  { ru, en }: Both<ProposalEffect | null>,
  conversation: readonly StatusMessage[],
): PortalTicket['dateProposal'] => {
  if (ru === null || en === null) return null;
  return {
    proposalId: ru.proposalId,
    rows: ru.rows.map((row, index) => {
      const other = en.rows[index] ?? row;
      return {
        name: { ru: row.name, en: other.name },
        was: { ru: row.was, en: other.was },
        becomes: { ru: row.becomes, en: other.becomes },
      };
    }),
    also: ru.also === '' ? null : { ru: ru.also, en: en.also },
    why: { ru: ru.why, en: en.why },
    messageId: writtenWith(conversation, ru.proposedAt)?.messageId ?? null,
  };
};

const presentSolution = (
  told: Both<StatusFacts>,
  { found, regulation, partnersPath, conversation }: PortalTicketGiven,
): PortalTicket['solution'] => {
  if (found.ticket.state !== 'resolved') return null;
  const outcome = { ru: toldOutcome(told.ru), en: toldOutcome(told.en) };
  const closing = { ru: closingWords(told.ru), en: closingWords(told.en) };
  const isDeclined = found.ticket.outcome?.kind === 'declined';
  const rules = textsOf({
    ru: [...outcome.ru.why, closing.ru.why],
    en: [...outcome.en.why, closing.en.why],
  });
  return {
    isDeclined,
    title: inBoth((language) => outcome[language].title),
    sentences: textsOf({ ru: outcome.ru.sentences, en: outcome.en.sentences }),
    closing: inBoth((language) => closing[language].says),
    why: rules.filter(({ ru }, index) => ru !== '' && rules.findIndex((one) => one.ru === ru) === index),
    messageId:
      conversation.findLast(({ kind }) => kind === (isDeclined ? 'refusal' : 'resolution'))?.messageId ??
      null,
    objectionNeedsReason: regulation.lifecycle.objectionNeedsReason,
    partnersPath: outcome.ru.toPartners === true ? partnersPath : null,
  };
};

/** A question of the regulation as a form asks it. */
const presentQuestion = (field: IntakeField, regulation: Regulation): PortalQuestionField => {
  const list =
    field.source === 'priority'
      ? regulation.priorities
      : field.source === 'type'
        ? regulation.ticketTypes
        : null;
  return {
    id: field.id,
    name: field.name,
    hint: field.hint,
    isLong: field.source === 'description',
    choices: list?.map(({ id, name, definition }) => ({ id, name, definition })) ?? null,
  };
};

const presentWhy = ({ tried, found, regulation }: PortalTicketGiven): PortalTicket['why'] => {
  // Staff decided against the rules: the rules are no reason any more.
  if (tried === null || found.ticket.coverage.kind === 'lifted') return [];
  const told = describeTrail(tried, trailNames(regulation), 'customer');
  const certificates = told.certificates.flatMap((one) => {
    const name = (language: Language): string => {
      const word = pageWords[language].certificate;
      return `${one.number === null ? word : `${word} ${one.number}`}, «${one.package[language]}»: ${one.says[language]}`;
    };
    return [{ says: inBoth(name), clause: null }, ...one.rules];
  });
  const next = told.next === null ? [] : [{ says: told.next, clause: null }];
  return [...certificates, ...told.rules, ...next].map(({ says, clause }) => ({ says, clause }));
};

const presentMessage = (message: StatusMessage, contactId: ContactId): PortalMessage => ({
  messageId: message.messageId,
  at: iso(message.at),
  kind: message.kind,
  side: isCustomers(message) ? 'customer' : 'staff',
  isOwn: message.contactId === contactId,
  author: nameOf(message.author),
  text: message.text,
  isCut: message.cut,
  quoted: message.quoted,
  files: [...message.files],
});

const presentDeadlines = (given: PortalTicketGiven, view: StatusFacts): PortalTicket['deadlines'] =>
  shownClocks(view).map((clock) => {
    const told = { ru: deadlineOf(clock, given, 'ru'), en: deadlineOf(clock, given, 'en') };
    const clause = clauseOf(given.regulation, told.ru.clause);
    // The rule's own text stands below in full.
    const reasons = (all: readonly string[]): string[] => all.filter((_, index) => index !== 1);
    return {
      ...presentDeadline(clock, given),
      reasons: { ru: reasons(told.ru.reasons), en: reasons(told.en.reasons) },
      clause: clause === null ? null : { id: clause.id, place: clause.place, says: clause.says },
      trace: { ...told.ru.trace },
    };
  });

/** A ticket as the customer sees it, in both languages. */
export const presentPortalTicket = (given: PortalTicketGiven): PortalTicket => {
  const { found, regulation, calendars, note, now, contactId } = given;
  const { ticket } = found;
  const facts = { found, regulation, calendars, note, now };
  const told: Both<StatusFacts> = {
    ru: { ...facts, language: 'ru', words: pageWords.ru },
    en: { ...facts, language: 'en', words: pageWords.en },
  };
  const of = <T>(tell: (view: StatusFacts) => T): Both<T> => ({ ru: tell(told.ru), en: tell(told.en) });
  const none = of(noDeadlines);
  const about = of(aboutRows);
  const missing = ticket.state === 'closed' ? [] : missingIntake(ticket, regulation);
  const namesPriority =
    mayStatePriority(ticket, regulation) && !missing.some(({ source }) => source === 'priority');
  return {
    number: found.number,
    subject: found.subject,
    state: ticket.state,
    standing: presentStanding(ticket),
    isOwn: found.contactId === contactId,
    requester: nameOf(found.contactName),
    registeredAt: iso(ticket.registeredAt),
    mergedInto: given.mergedInto,
    notices: [...presentNotice(of(coverageNotice)), ...presentNotice(of(commissioningNotice))],
    deadlines: presentDeadlines(given, told.ru),
    noDeadlines: none.ru === null || none.en === null ? null : { ru: none.ru, en: none.en },
    priorityProposal: presentEffect(of(priorityEffect), given.conversation),
    dateProposal: presentEffect(of(dateEffect), given.conversation),
    solution: presentSolution(told, given),
    missing: missing.map((field) => presentQuestion(field, regulation)),
    mayNamePriority: namesPriority
      ? regulation.priorities.map(({ id, name, definition }) => ({ id, name, definition }))
      : null,
    answer: answerMode(told.ru),
    takesCalls: takesCalls(ticket, regulation),
    about: about.ru.map(([name, value], index) => {
      const [otherName, otherValue] = about.en[index] ?? [name, value];
      return { name: { ru: name, en: otherName }, value: { ru: value, en: otherValue } };
    }),
    why: presentWhy(given),
    messages: given.conversation.slice(-STATUS_MESSAGES).map((message) => presentMessage(message, contactId)),
    hasOlder: given.conversation.length > STATUS_MESSAGES,
    rating: given.rating === null ? null : { ...given.rating, ratedAt: iso(given.rating.ratedAt) },
    mayRate: mayRate(ticket, given.rating, now),
    now: iso(now),
  };
};
