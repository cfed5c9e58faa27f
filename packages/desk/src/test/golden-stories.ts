import type { TicketId } from '../ids.ts';
import { unreachableStory } from './edition-journal.ts';
import { givenStory } from './given-story.ts';
import { handlingDesk } from './handling-desk.ts';
import { placeStories } from './place-stories.ts';
import { productStory } from './product-story.ts';
import { moscow } from './shipped-regulations.ts';
import { small } from './small-desk.ts';
import {
  after,
  certificateOf,
  classify,
  company,
  customer,
  engineer,
  given,
  message,
  noticeAccepted,
  proposal,
  says,
  type Story,
  when,
} from './ticket-story.ts';

const propose = (priority: string) =>
  ({ type: 'ProposePriority', by: engineer, proposalId: proposal, priority, messageId: message }) as const;
const answer = (accepted: boolean) =>
  ({ type: 'AnswerProposal', contactId: customer, proposalId: proposal, accepted, means: 'email' }) as const;
const call = {
  type: 'RecordCall',
  by: engineer,
  messageId: message,
  reached: true,
  toldNumber: true,
} as const;
const follows = { type: 'Link', relation: 'follows', ticketId: 'ticket-0' as TicketId } as const;
const bounce = { type: 'RecordNoticeBounced', messageId: message } as const;
const robot = { type: 'RecordRobot', messageId: message, nature: 'auto-reply' } as const;

/** Stories that together say everything that can happen to a ticket. */
export const goldenStories = (): readonly Story[] => [
  ...firstStories(),
  ...laterStories(),
  ...handlingStories(),
  ...endingStories(),
  ...placeStories(),
  unreachableStory(),
  productStory(),
  givenStory(),
];

const nextDate = (clock: string, date: string, agreed: typeof customer | null = null) =>
  ({
    type: 'AgreeDate',
    by: engineer,
    proposalId: proposal,
    clock,
    date: moscow(date),
    messageId: message,
    agreed,
  }) as const;
const dateAnswer = (accepted: boolean) =>
  ({
    type: 'AnswerDate',
    contactId: customer,
    proposalId: proposal,
    accepted,
    means: 'status-page',
    messageId: null,
  }) as const;
const attempt = { ...call, reached: false, toldNumber: false } as const;

/** What can happen since dates are agreed and calls have an outcome. */
export const laterStories = (): readonly Story[] => {
  const extended = after(
    given('optima', { at: '2025-02-04 09:50', holds: '8x5x4', priority: '2' }),
    ['2025-02-04 10:00', classify('incident', '2')],
    ['2025-02-05 10:00', nextDate('execution', '2025-02-11 15:00')],
    ['2025-02-05 11:00', dateAnswer(false)],
    ['2025-02-05 12:00', nextDate('execution', '2025-02-10 12:00')],
    ['2025-02-05 13:00', dateAnswer(true)],
    ['2025-02-06 12:00', says.ask],
    ['2025-02-06 15:00', says.customerWrites],
    ['2025-02-10 13:00', nextDate('execution', '2025-02-12 12:00', customer)],
    ['2025-02-10 15:00', says.resolve],
  );
  const fix = after(given('alteroffice', { at: '2025-02-10 10:00', holds: 'extended' }), [
    '2025-02-10 10:30',
    classify('problem', null),
  ]);
  const planned = after(fix, ['2025-02-10 12:00', nextDate('planned-fix', '2025-03-14 18:00')]);
  const callback = after(
    given('flat', { at: '2025-02-07 17:00', holds: '8x5', priority: '2', channel: 'portal' }),
    ['2025-02-07 17:10', classify('incident', '1', true)],
    ['2025-02-07 17:20', attempt],
    ['2025-02-07 17:30', classify('incident', '3', true)],
    ['2025-02-07 17:40', classify('incident', '1', true)],
    ['2025-02-10 10:30', classify('incident', '2', true)],
    ['2025-02-10 10:40', classify('incident', '1', true)],
    ['2025-02-10 10:50', { ...call, toldNumber: false }],
  );
  const paid = after(
    given('optima', { at: '2025-02-04 09:50', holds: '8x5x4', priority: '4' }),
    ['2025-02-04 10:00', classify('request', '4')],
    ['2025-02-05 10:00', nextDate('paid-work', '2025-03-03 12:00', customer)],
  );
  return [extended, planned, callback, paid];
};

const by = engineer;
const messageId = message;

/** What can happen since the regulation says what is done with a ticket: lines, refusals, outcomes, splitting. */
export const handlingStories = (): readonly Story[] => {
  const declined = after(
    given(handlingDesk, { at: '2025-02-04 10:00', holds: 'basic' }),
    ['2025-02-04 10:30', { type: 'RequestInformation', by, messageId, items: [0, 2] }],
    ['2025-02-04 11:00', says.customerWrites],
    ['2025-02-04 11:10', { type: 'Reply', by, messageId, means: 'phone' }],
    ['2025-02-04 11:20', { type: 'HandOver', by, toLine: '2', messageId, given: [0, 1] }],
    ['2025-02-04 11:30', { type: 'Split', by, newTicketId: 'ticket-2' as TicketId, messageId }],
    ['2025-02-04 12:00', { type: 'Decline', by, messageId, ground: { kind: 'exclusion', id: 'modified' } }],
    ['2025-02-05 09:00', says.object],
    ['2025-02-05 10:00', { type: 'Resolve', by, messageId, outcome: 'workaround', means: 'remote-session' }],
    ['2025-02-05 11:00', says.confirm],
  );
  const notGiven = after(
    given(handlingDesk, { at: '2025-02-04 10:00', holds: 'plus' }),
    ['2025-02-04 12:00', { type: 'Decline', by, messageId, ground: { kind: 'service', id: 'training' } }],
    ['2025-02-19 00:00', { type: 'RingClosingWarning' }],
  );
  return [declined, notGiven];
};

const endingDesk = small('endings', {
  lifecycle: `
  confirmation: {objection-needs-reason: false, clause: A-END}
  auto-close: never
  after-closing: {reply: reopens, within: 7 calendar days, clause: A-AFTER}
  after-expiry: {ticket: stops, clause: A-EXPIRY}`,
});

/** What can happen since the regulation says what follows a closing, and the end of a certificate. */
export const endingStories = (): readonly Story[] => {
  const until = '2025-02-06 00:00';
  const begun = given(endingDesk, { at: '2025-02-05 15:00', holds: 'basic', until });
  const goesOn = certificateOf('plus', moscow(until), { startsAt: moscow(until) });
  const reopened = after(
    begun,
    ['2025-02-05 15:30', says.resolve],
    ['2025-02-05 16:00', says.confirm],
    ['2025-02-05 16:30', says.customerWrites],
    [until, { type: 'RingExpiry', certificates: [goesOn] }],
  );
  return [reopened, after(begun, [until, { type: 'RingExpiry' }])];
};

/** Those of the first version of the journal. */
export const firstStories = (): readonly Story[] => {
  const optima = after(
    given('optima', { at: '2025-02-04 09:50', holds: '8x5x4', priority: '3' }),
    ['2025-02-04 09:51', noticeAccepted('2025-02-04 09:51')],
    ['2025-02-04 10:00', classify('incident', '1', true)],
    ['2025-02-04 11:00', says.ask],
    ['2025-02-04 12:00', { ...says.customerWrites, statedFields: ['company', 'software'] }],
    ['2025-02-04 12:30', says.resolve],
    ['2025-02-04 13:00', says.object],
    ['2025-02-04 13:10', says.note],
    ['2025-02-04 13:30', says.resolve],
    ['2025-02-05 10:00', says.customerWrites],
    ['2025-02-05 11:00', robot],
    ['2025-02-05 12:00', says.reply],
    ['2025-02-17 00:00', { type: 'RingClosingWarning' }],
    ['2025-02-20 00:00', { type: 'RingClosing' }],
  );
  const centaur = after(
    given('centaur', { at: '2025-02-07 10:00', holds: 'stranger' }),
    ['2025-02-07 10:01', follows],
    ['2025-02-07 10:02', noticeAccepted('2025-02-07 10:02')],
    ['2025-02-07 10:20', bounce],
    [
      '2025-02-07 10:30',
      {
        type: 'Identify',
        companyId: company,
        certificates: [
          certificateOf(
            'extended',
            given('centaur', { at: '2025-02-07 10:00', holds: 'stranger' }).ticket.receivedAt,
          ),
        ],
      },
    ],
    ['2025-02-07 10:40', { ...says.customerWrites, priority: 'low' }],
    ['2025-02-07 11:00', propose('critical')],
    ['2025-02-07 11:05', answer(false)],
    ['2025-02-07 11:10', propose('medium')],
    ['2025-02-07 11:30', answer(true)],
    ['2025-02-07 13:55', { type: 'RingWarning', clock: 'reaction', fraction: 0.8 }],
    ['2025-02-07 15:00', { type: 'RingBreach', clock: 'reaction' }],
    ['2025-02-07 15:10', call],
    ['2025-02-07 15:20', says.resolve],
    ['2025-02-07 15:30', says.confirm],
  );
  const uncovered = when(
    given('alteroffice', { at: '2025-02-07 10:00', holds: 'nothing' }),
    '2025-02-07 11:00',
    { type: 'AcceptUncovered', reasonMessageId: message },
  ).story;
  const notOurs = after(given('centaur', { at: '2025-02-07 10:00', holds: 'stranger' }), [
    '2025-02-07 10:05',
    { type: 'Identify', companyId: company, certificates: [] },
  ]);
  return [optima, centaur, uncovered, notOurs];
};
