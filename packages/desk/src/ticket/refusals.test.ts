import type { Instant } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import type { ContactId, TicketId } from '../ids.ts';
import { assign, colleague } from '../test/given-story.ts';
import { handlingDesk } from '../test/handling-desk.ts';
import { moscow, shipped, shippedIds } from '../test/shipped-regulations.ts';
import { small } from '../test/small-desk.ts';
import {
  after,
  classify,
  company,
  customer,
  engineer,
  given,
  message,
  proposal,
  says,
  type Story,
  when,
} from '../test/ticket-story.ts';
import type { TicketCommand } from './commands.ts';
import { refusalTexts, type RefusalCode } from './refusals.ts';
import type { Ticket } from './ticket.ts';

const at = '2025-02-07 10:00';
const later = '2025-02-07 11:00';
const optima = given('optima', { at, holds: '8x5x4' });
const centaur = given('centaur', { at, holds: 'basic', priority: 'low' });
const flat = given('flat', { at, holds: '24x7', priority: '3', channel: 'portal' });
const alter = given('alteroffice', { at, holds: 'basic' });
const customersOnly = given(
  small('the priority is the customer’s', {
    priorityRules: '{default: low, stated-by-customer: counts, changed-by-staff: never, clause: A-PRIO}',
  }),
  { at, holds: 'basic', priority: 'low' },
);
const uncovered = given('alteroffice', { at, holds: 'nothing' });
const resolved = after(optima, [at, classify('incident', '1')], [at, says.resolve]);
const closed = after(resolved, [at, says.confirm]);
const propose = (priority: string): TicketCommand => ({
  type: 'ProposePriority',
  by: engineer,
  proposalId: proposal,
  priority,
  messageId: message,
});
const answer: TicketCommand = {
  type: 'AnswerProposal',
  contactId: customer,
  proposalId: proposal,
  accepted: true,
  means: 'email',
};
const identify: TicketCommand = { type: 'Identify', companyId: company, certificates: [] };
const lift: TicketCommand = { type: 'AcceptUncovered', reasonMessageId: message };
const call: TicketCommand = {
  type: 'RecordCall',
  by: engineer,
  messageId: message,
  reached: true,
  toldNumber: true,
};

const agree = (clock: string, date = '2025-02-14 12:00', moreMs = 0): TicketCommand => ({
  type: 'AgreeDate',
  by: engineer,
  proposalId: proposal,
  clock,
  date: (moscow(date) + moreMs) as Instant,
  messageId: message,
  agreed: null,
});
const dateAnswer: TicketCommand = {
  type: 'AnswerDate',
  contactId: customer,
  proposalId: proposal,
  accepted: true,
  means: 'status-page',
  messageId: null,
};
const executing = after(optima, [at, classify('incident', '1')]);
const extended = after(executing, [at, agree('execution')], [at, dateAnswer]);
const handled = given(handlingDesk, { at, holds: 'basic' });
const decline = (kind: 'exclusion' | 'service', id: string): TicketCommand => ({
  type: 'Decline',
  by: engineer,
  messageId: message,
  ground: { kind, id },
});
const handOver = (toLine: string): TicketCommand => ({
  type: 'HandOver',
  by: engineer,
  toLine,
  messageId: message,
  given: [],
});
const splitOff: TicketCommand = {
  type: 'Split',
  by: engineer,
  newTicketId: 'ticket-2' as TicketId,
  messageId: message,
};
const visited = given('centaur', { at, holds: 'extended', priority: 'low' });

const other: Ticket = { ...flat.ticket, ticketId: 'ticket-2' as TicketId };
const mergeInto = (kept: Ticket): TicketCommand => ({
  type: 'MergeInto',
  by: engineer,
  kept,
  messageId: message,
});

const refusals: readonly (readonly [RefusalCode, string | null, Story, TicketCommand])[] = [
  ['already-closed', null, closed, says.take],
  ['already-closed', null, closed, says.reply],
  ['already-closed', null, closed, says.ask],
  ['already-closed', null, closed, says.resolve],
  ['already-closed', null, closed, classify('incident', '1')],
  ['already-closed', null, closed, propose('2')],
  ['already-closed', null, closed, answer],
  ['already-closed', shipped('optima').regulation.lifecycle.afterClosing.clause, closed, says.customerWrites],
  ['already-closed', null, closed, says.confirm],
  ['already-closed', null, closed, says.object],
  ['already-closed', null, closed, identify],
  ['already-closed', null, closed, lift],
  ['already-closed', null, closed, call],
  ['already-yours', null, after(flat, [at, says.take]), says.take],
  ['already-theirs', null, after(flat, [at, assign(colleague)]), assign(colleague)],
  ['nobody-has-it', null, flat, assign(null)],
  ['already-resolved', null, resolved, says.resolve],
  ['already-resolved', null, resolved, says.ask],
  ['already-resolved', null, resolved, classify('incident', '2')],
  ['not-covered', 'AO-3.2', uncovered, says.take],
  ['not-covered', 'AO-3.2', uncovered, says.ask],
  ['not-covered', 'AO-3.2', uncovered, says.resolve],
  ['not-covered', 'AO-3.2', uncovered, classify('problem', null)],
  ['nothing-to-lift', null, flat, lift],
  ['unknown-type', null, optima, classify('poem', '1')],
  ['unknown-priority', 'OW-P', optima, classify('incident', '9')],
  ['unknown-priority', 'CN-CHANGE', centaur, propose('huge')],
  ['priority-required', 'FL-PRIO', flat, classify('incident', null)],
  ['priority-not-used', null, alter, classify('problem', '1')],
  ['priority-not-used', null, alter, propose('1')],
  ['priority-needs-reason', 'FL-PRIO', flat, classify('incident', '1')],
  ['priority-needs-consent', 'CN-CHANGE', centaur, classify('incident', 'critical')],
  ['priority-is-customers', 'A-PRIO', customersOnly, classify('question', 'high', true)],
  ['priority-is-customers', 'A-PRIO', customersOnly, classify('question', null)],
  ['priority-is-customers', 'A-PRIO', customersOnly, propose('high')],
  ['consent-not-needed', 'FL-PRIO', flat, propose('1')],
  ['consent-not-needed', 'OW-P', optima, propose('1')],
  ['same-priority', 'CN-CHANGE', centaur, propose('low')],
  ['classify-first', 'OW-TIME', optima, says.resolve],
  ['not-resolved', 'OW-8', optima, says.confirm],
  ['not-resolved', 'OW-8', optima, says.object],
  ['objection-needs-reason', 'OW-8', resolved, says.objectWithoutReason],
  ['already-identified', null, flat, identify],
  ['no-proposal', 'CN-CHANGE', centaur, answer],
  ['no-proposal', null, alter, answer],
  ['told-nobody', null, flat, { ...call, reached: false } as TicketCommand],
  ['already-closed', null, closed, agree('execution')],
  ['already-closed', null, closed, dateAnswer],
  ['already-resolved', null, resolved, agree('execution')],
  ['not-covered', 'AO-3.2', uncovered, agree('planned-fix')],
  ['unknown-clock', null, optima, agree('poem')],
  ['date-not-agreed', 'FL-P', flat, agree('reaction')],
  ['date-not-in-package', 'AO-4.1-bugfix', alter, agree('planned-fix')],
  ['date-not-in-package', 'CN-VISIT', centaur, agree('visit')],
  ['date-not-for-type', 'OW-S10', executing, agree('paid-work')],
  ['clock-not-running', 'OW-N4', optima, agree('execution')],
  ['date-in-past', 'OW-N4', executing, agree('execution', later)],
  ['date-out-of-range', 'OW-N4', executing, agree('execution', '2035-03-31 12:00')],
  ['date-outside-hours', 'CN-VISIT', visited, agree('visit', '2025-02-08 12:00')],
  ['same-date', 'OW-N4', extended, agree('execution')],
  ['no-date-proposal', null, executing, dateAnswer],
  ['already-closed', null, closed, decline('service', 'training')],
  ['already-resolved', null, resolved, decline('service', 'training')],
  ['not-covered', 'AO-3.2', uncovered, decline('service', 'training')],
  ['unknown-ground', null, handled, decline('service', 'poem')],
  ['unknown-ground', null, handled, decline('exclusion', 'poem')],
  ['service-included', 'H-SET', handled, decline('service', 'help')],
  [
    'exclusion-of-other-package',
    'H-OUT-NIGHT',
    given(handlingDesk, { at, holds: 'plus' }),
    decline('exclusion', 'at-night'),
  ],
  ['exclusion-does-not-apply', 'H-OUT-FAX', handled, decline('exclusion', 'fax')],
  ['unknown-outcome', null, handled, { ...says.resolve, outcome: 'magic' }],
  ['means-not-listed', 'H-MEANS', handled, { ...says.reply, means: 'visit' }],
  ['unknown-checklist-item', 'H-LIST', handled, { ...says.ask, items: [3] }],
  ['already-closed', null, closed, handOver('2')],
  ['unknown-line', null, handled, handOver('9')],
  ['same-line', 'H-ROUTE', handled, handOver('1')],
  ['hand-over-not-foreseen', 'H-L3', handled, handOver('3')],
  ['hand-over-incomplete', 'H-OVER', handled, handOver('2')],
  ['already-closed', null, closed, splitOff],
  ['split-not-foreseen', null, flat, splitOff],
  ['merge-into-itself', null, flat, mergeInto(flat.ticket)],
  ['merge-other-requester', null, flat, mergeInto({ ...other, contactId: 'contact-2' as ContactId })],
  ['merge-into-closed', null, flat, mergeInto({ ...other, state: 'resolved' })],
  ['merge-into-uncovered', null, flat, mergeInto({ ...other, state: 'not-entitled' })],
];

describe('every refusal', () => {
  test.each(refusals)('%s (%s)', (code, clause, story, command) => {
    const outcome = when(story, later, command);
    expect([outcome.refused, outcome.clause]).toEqual([code, clause]);
    expect(outcome.story).toBe(story);
  });

  test('in the catalogue comes from some decision', () => {
    const read = ['date-unreadable', 'date-skipped', 'date-ambiguous'];
    expect(new Set([...refusals.map(([code]) => code as string), ...read])).toEqual(
      new Set(Object.keys(refusalTexts)),
    );
  });

  test('cites a clause that the regulation has', () => {
    for (const [, clause, story] of refusals)
      if (clause !== null) expect(shipped(story.desk).regulation.clauses.map((c) => c.id)).toContain(clause);
    expect(shippedIds).toHaveLength(5);
  });

  test('says what to do, in both languages', () => {
    for (const { ru, en } of Object.values(refusalTexts)) {
      expect(ru).toMatch(/^[А-Я].*\.$/);
      expect(en).toMatch(/^[A-Z].*\.$/);
    }
  });
});

test('consent: another answer than to the open proposal answers nothing', () => {
  const open = after(centaur, [at, propose('critical')]);
  const again = after(open, [
    at,
    { ...propose('medium'), proposalId: 'proposal-2' as never } as TicketCommand,
  ]);
  expect(when(again, later, answer).refused).toBe('no-proposal');
  expect(again.ticket.proposal).toMatchObject({ priority: 'medium' });
});

test('an objection needs no reason where the regulation wants none', () => {
  const story = after(flat, [at, says.resolve]);
  expect(when(story, later, says.objectWithoutReason).story.ticket.state).toBe('in-progress');
});

test('a free level is changed at will, one not yet given needs neither reason nor consent', () => {
  const classified = after(optima, [at, classify('incident', '1')]);
  expect(when(classified, later, classify('incident', '4')).refused).toBeNull();
  const without = given('flat', { at, holds: '24x7', channel: 'portal' });
  expect(when(without, later, classify('incident', '1')).refused).toBeNull();
});
