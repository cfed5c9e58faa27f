import { describe, expect, test } from 'vitest';
import type { Regulation } from '../regulation/regulation.ts';
import { inMoscow, moscow, shipped, variant } from '../test/shipped-regulations.ts';
import { small } from '../test/small-desk.ts';
import {
  after,
  certificateOf,
  classify,
  clockOf,
  company,
  customer,
  engineer,
  given,
  message,
  noticeAccepted,
  proposal,
  says,
  when,
} from '../test/ticket-story.ts';
import { allowedActions } from './allowed.ts';
import type { TicketCommand } from './commands.ts';

// What the five regulations do not say, but the language can: each a shipped regulation with one line changed.

const at = '2025-02-07 10:00';
const identify = (packageId: string): TicketCommand => ({
  type: 'Identify',
  companyId: company,
  certificates: [certificateOf(packageId, moscow(at))],
});
const call: TicketCommand = {
  type: 'RecordCall',
  by: engineer,
  messageId: message,
  reached: true,
  toldNumber: true,
};
const bounce: TicketCommand = { type: 'RecordNoticeBounced', messageId: message };
const propose: TicketCommand = {
  type: 'ProposePriority',
  by: engineer,
  proposalId: proposal,
  priority: 'critical',
  messageId: message,
};
const agree: TicketCommand = {
  type: 'AnswerProposal',
  contactId: customer,
  proposalId: proposal,
  accepted: true,
  means: 'email',
};

type Rules = NonNullable<Regulation['priorityRules']>;
const withRules =
  (change: Partial<Rules>) =>
  (r: Regulation): Regulation => ({
    ...r,
    priorityRules: r.priorityRules === null ? null : { ...r.priorityRules, ...change },
  });
const withClocks =
  (change: (clock: Regulation['clocks'][number]) => Regulation['clocks'][number]) =>
  (r: Regulation): Regulation => ({ ...r, clocks: r.clocks.map(change) });

describe('another reading', () => {
  test('R34: a stranger without a promise, told the number by phone only: what is promised later ended then', () => {
    const desk = variant('centaur', 'no promise to strangers', (r) => ({
      ...r,
      entitlement: { ...r.entitlement, unknownSenderPackage: null },
    }));
    const stranger = after(given(desk, { at, holds: 'stranger', priority: 'critical' }), [
      '2025-02-07 10:02',
      noticeAccepted('2025-02-07 10:02'),
    ]);
    const known = after(
      given(desk, { at, holds: 'stranger', priority: 'critical' }),
      ['2025-02-07 10:09', noticeAccepted('2025-02-07 10:02')],
      ['2025-02-07 10:30', identify('extended')],
    );
    expect(inMoscow(clockOf(known, 'reaction').stoppedAt)).toBe('2025-02-07 10:02');
    const bounced = after(stranger, ['2025-02-07 10:20', bounce]);
    expect(clockOf(after(bounced, ['2025-02-07 10:30', identify('extended')]), 'reaction').status).toBe(
      'running',
    );
    const told = after(
      stranger,
      ['2025-02-07 10:10', call],
      ['2025-02-07 10:20', bounce],
      ['2025-02-07 10:30', identify('extended')],
    );
    expect(inMoscow(clockOf(told, 'reaction').stoppedAt)).toBe('2025-02-07 10:10');
  });

  test('R20: a reaction that waits for the customer: a question after its end pauses nothing', () => {
    const desk = variant(
      'alteroffice',
      'reaction waits',
      withClocks((c) => ({ ...c, pauses: ['waiting-for-customer'] })),
    );
    const known = after(
      given(desk, { at, holds: 'stranger' }),
      ['2025-02-07 10:30', says.reply],
      ['2025-02-07 11:00', says.ask],
      ['2025-02-07 12:00', identify('extended')],
    );
    expect(clockOf(known, 'reaction')).toMatchObject({ status: 'stopped', pauses: [] });
  });

  test('a supposed level that needs no consent is set without a reason', () => {
    const desk = variant('optima', 'with reason', withRules({ staffChange: 'with-reason' }));
    const story = given(desk, { at, holds: '8x5x4', priority: '3' });
    const classified = after(story, ['2025-02-07 10:10', classify('incident', '1')]);
    expect(when(classified, '2025-02-07 10:20', classify('incident', '2')).refused).toBe(
      'priority-needs-reason',
    );
  });

  test('consent to a first level starts the clock that had none', () => {
    const desk = variant('centaur', 'no default', withRules({ default: null }));
    const story = given(desk, { at, holds: 'extended' });
    expect(story.ticket.clocks).toEqual([]);
    const agreed = after(story, ['2025-02-07 10:10', propose], ['2025-02-07 10:20', agree]);
    expect(inMoscow(clockOf(agreed, 'reaction').dueAt)).toBe('2025-02-07 11:00');
  });

  test('with consent, a supposed level that does not count yet is set by classification', () => {
    const desk = variant('centaur', 'supposed', withRules({ statedCounts: false }));
    const story = given(desk, { at, holds: 'extended', priority: 'low' });
    expect(after(story, ['2025-02-07 10:10', classify('incident', 'low')]).ticket).toMatchObject({
      priority: 'low',
      prioritySource: 'set',
    });
  });

  test('R33: never by staff: classified with the customer’s own level, and with none until they give one', () => {
    const never = (assumed: string, counts: string) =>
      small(`never, ${assumed}, ${counts}`, {
        priorityRules: `{default: ${assumed}, stated-by-customer: ${counts}, changed-by-staff: never, clause: A-PRIO}`,
      });
    const stated = given(never('low', 'counts'), { at, holds: 'basic', priority: 'high' });
    expect(after(stated, [at, classify('question', 'high')]).ticket).toMatchObject({
      type: 'question',
      priority: 'high',
      prioritySource: 'stated',
    });
    const supposed = given(never('none', 'supposed'), { at, holds: 'basic', priority: 'high' });
    expect(after(supposed, [at, classify('question', 'high')]).ticket.priority).toBe('high');
    expect(when(supposed, at, classify('question', 'low', true)).refused).toBe('priority-is-customers');
    const none = given(never('none', 'counts'), { at, holds: 'basic' });
    const classified = after(none, [at, classify('question', null)]);
    const set = after(none, [at, classify('question', 'low')]);
    expect(when(set, at, classify('question', 'high', true)).refused).toBe('priority-is-customers');
    expect(
      after(classified, ['2025-02-07 11:00', { ...says.customerWrites, priority: 'high' }]).ticket,
    ).toMatchObject({ priority: 'high', prioritySource: 'stated' });
    const assumed = after(given(never('low', 'counts'), { at, holds: 'basic' }), [
      at,
      classify('question', 'low'),
    ]);
    expect(assumed.ticket).toMatchObject({
      supposedPriority: 'low',
      priority: null,
      prioritySource: 'default',
    });
  });

  test('a level for which nothing is promised keeps the deadline that was', () => {
    const desk = variant(
      'flat',
      'nothing for 4',
      withClocks((c) => ({ ...c, targets: c.targets.filter((t) => t.priorities?.includes('4') !== true) })),
    );
    const story = given(desk, { at, holds: '8x5', priority: '2', channel: 'portal' });
    const changed = when(story, '2025-02-07 11:00', classify('incident', '4', true));
    expect(changed.happened).toEqual(['TicketClassified']);
    expect(inMoscow(clockOf(changed.story, 'reaction').dueAt)).toBe('2025-02-07 14:00');
  });

  test('FL-K2: the same hours promised in another schedule are another deadline', () => {
    const desk = variant(
      'flat',
      'four hours for 2 and 3',
      withClocks((c) => {
        const [two] = c.targets.filter((t) => t.priorities?.includes('2') === true);
        const three = (t: (typeof c.targets)[number]) =>
          t.priorities?.includes('3') === true && two !== undefined;
        return {
          ...c,
          targets: c.targets.map((t) => (three(t) && two !== undefined ? { ...t, within: two.within } : t)),
        };
      }),
    );
    const story = given(desk, { at: '2025-02-07 16:00', holds: '24x7', priority: '3', channel: 'portal' });
    expect(inMoscow(clockOf(story, 'reaction').dueAt)).toBe('2025-02-10 11:00');
    const changed = after(story, ['2025-02-07 17:00', classify('incident', '2', true)]);
    expect(inMoscow(clockOf(changed, 'reaction').dueAt)).toBe('2025-02-07 20:00');
  });
});

describe('buttons', () => {
  const { regulation } = shipped('centaur');
  const story = given('centaur', { at, holds: 'basic', priority: 'low' });

  test('one proposal at a time, a classified one where consent is needed', () => {
    expect(allowedActions(story.ticket, regulation)).toContain('propose-priority');
    expect(allowedActions(after(story, [at, propose]).ticket, regulation)).not.toContain('propose-priority');
    const flat = given('flat', { at, holds: '8x5', priority: '2', channel: 'portal' });
    expect(allowedActions(flat.ticket, shipped('flat').regulation)).not.toContain('propose-priority');
  });

  test('nothing to classify where there are no types', () => {
    const shtrih = given('shtrih-m', { at, holds: 'paid' });
    expect(allowedActions(shtrih.ticket, shipped('shtrih-m').regulation)).not.toContain('classify');
    expect(allowedActions(story.ticket, regulation)).toContain('classify');
  });
});
