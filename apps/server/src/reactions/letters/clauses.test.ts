import {
  decide,
  evolve,
  noticesOf,
  type Ticket,
  type TicketCommand,
  type TicketEvent,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { describe, expect, it } from 'vitest';
import { factsOf, friday, message, monday } from '../../testing/notice-case.ts';
import {
  after,
  customer,
  type DeskName,
  engineer,
  messageId,
  registered,
  rulesOf,
  type Told,
} from '../../testing/told-ticket.ts';
import { renderNotice } from '../render-notice.ts';

/** What a desk is told of a ticket, and how it classifies it; null: it knows no types. */
const cases: readonly (readonly [DeskName, Omit<Told, 'receivedAt'>, string | null])[] = [
  ['alteroffice', { holds: 'extended' }, 'problem'],
  ['centaur', { holds: 'extended', priority: 'critical' }, 'incident'],
  ['flat', { holds: '24x7', priority: '1', channel: 'portal' }, 'incident'],
  ['optima', { holds: '8x5x4', priority: '2' }, 'incident'],
  ['shtrih-m', { holds: 'partner' }, null],
];

const by = engineer;
const ask: TicketCommand = { type: 'RequestInformation', by, messageId };
const reply: TicketCommand = { type: 'Reply', by, messageId };
const resolve: TicketCommand = { type: 'Resolve', by, messageId };
const confirm: TicketCommand = { type: 'Confirm', contactId: customer, means: 'email', messageId: null };

interface Owed {
  readonly ticket: Ticket;
  /** Rules that the letters name, in their order, each once. */
  readonly cited: readonly string[];
  readonly text: string;
}

/** A command on a real ticket, and the letter to the customer that it owes. */
const letterAfter = (desk: DeskName, ticket: Ticket, command: TicketCommand, at: Instant = monday): Owed => {
  const rules = rulesOf(desk);
  const decision = decide(command, ticket, { ...rules, now: at });
  if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`);
  const events: readonly TicketEvent[] = decision.value;
  const next = events.reduce<Ticket>((state, event) => evolve(state, event, at), ticket);
  const [notice] = events.flatMap((event, index) => noticesOf(event, events.slice(index + 1)));
  if (notice === undefined) throw new Error(`${command.type} owes no letter`);
  const { text } = renderNotice(notice, factsOf(rules, next, at, { message }), 'ru');
  const cited = [...text.matchAll(/Правило ([\w.-]+)/gu)].flatMap(([, id]) => id ?? []);
  return { ticket: next, cited: [...new Set(cited)], text };
};

const begun = (desk: DeskName, told: Omit<Told, 'receivedAt'>): Ticket =>
  registered(rulesOf(desk), { ...told, receivedAt: friday });

const classifiedOptima = (): Ticket =>
  after(rulesOf('optima'), begun('optima', { holds: '8x5x4', priority: '2' }), monday, {
    type: 'Classify',
    by,
    ticketType: 'incident',
    priority: '2',
    reasonMessageId: null,
  });

/** What each letter of a ticket cites: the first answer, the second, a question, the classification, the closing. */
const citedBy = ([desk, told, type]: (typeof cases)[number]) => {
  const first = letterAfter(desk, begun(desk, told), reply);
  const second = letterAfter(desk, first.ticket, reply);
  const classify: TicketCommand | null =
    type === null
      ? null
      : { type: 'Classify', by, ticketType: type, priority: told.priority ?? null, reasonMessageId: null };
  const classed = classify === null ? null : letterAfter(desk, second.ticket, classify);
  const known = classed?.ticket ?? second.ticket;
  const solved = after(rulesOf(desk), known, monday, resolve);
  return {
    reply: first.cited,
    again: second.cited,
    ask: letterAfter(desk, begun(desk, told), ask).cited,
    classified: classed?.cited ?? null,
    closed: letterAfter(desk, solved, confirm).cited,
  };
};

const expected: Readonly<Record<DeskName, ReturnType<typeof citedBy>>> = {
  // The second answer ends no deadline: it is given by what covers the ticket.
  alteroffice: {
    reply: ['AO-4.1-reaction'],
    again: ['AO-1.7'],
    ask: ['AO-4.2.3'],
    classified: ['AO-1.8'],
    closed: ['AO-OWN-CONFIRM'],
  },
  // Neither answers nor questions are ruled here.
  centaur: {
    reply: ['CN-PKG'],
    again: ['CN-PKG'],
    ask: ['CN-PKG'],
    classified: ['CN-LEVELS', 'CN-TIME'],
    closed: ['CN-OWN-CONFIRM'],
  },
  flat: {
    reply: ['FL-P'],
    again: ['FL-K2'],
    ask: ['FL-L2'],
    classified: ['FL-GOAL', 'FL-P'],
    closed: ['FL-OWN-CONFIRM'],
  },
  optima: {
    reply: ['OW-7'],
    again: ['OW-7'],
    ask: ['OW-6'],
    classified: ['OW-T-types', 'OW-TIME'],
    closed: ['OW-8'],
  },
  'shtrih-m': {
    reply: ['SH-C-TIME'],
    again: ['SH-ACCESS'],
    ask: ['SH-C-TIME'],
    classified: null,
    closed: ['SH-OWN-CONFIRM'],
  },
};

describe('the rule behind a letter', () => {
  it.each(cases.map((one) => [one[0], one] as const))('%s: every letter has one', (desk, one) => {
    expect(citedBy(one)).toEqual(expected[desk]);
  });

  it('a closing for want of an answer is by another rule than one by the customer’s word', () => {
    const rules = rulesOf('optima');
    const solved = letterAfter('optima', classifiedOptima(), resolve);
    const closesAt = solved.ticket.resolution?.closesAt ?? monday;
    const closed = letterAfter('optima', solved.ticket, { type: 'RingClosing' }, closesAt);
    expect(closed.cited).toEqual(['OW-9']);
    const facts = factsOf(rules, closed.ticket, closesAt);
    const older = renderNotice({ kind: 'closed', to: 'requester' }, facts, 'ru').text;
    expect(older).toContain('Заявка 123 закрыта');
    expect(older).not.toContain('Правило');
  });

  it('is the last line before what is still missing, in the language of the letter', () => {
    const { ticket, text } = letterAfter('optima', classifiedOptima(), ask);
    expect(text.indexOf('Правило OW-6')).toBeLessThan(text.indexOf('ЧЕГО НЕ ХВАТАЕТ'));
    const facts = factsOf(rulesOf('optima'), ticket, monday, { message });
    expect(
      renderNotice({ kind: 'information-request', to: 'requester', messageId }, facts, 'en').text,
    ).toContain('Rule OW-6');
  });

  it('whoever staff serve by their own decision is told the rule of the package', () => {
    const ticket = begun('alteroffice', { holds: 'none' });
    const lifted = letterAfter('alteroffice', ticket, {
      type: 'AcceptUncovered',
      reasonMessageId: messageId,
    });
    expect(lifted.text).toContain('принята к обслуживанию');
    expect(lifted.cited).toContain('AO-1.7');
  });
});
