import { describe, expect, test } from 'vitest';
import type { CompanyId } from '../ids.ts';
import { inMoscow, moscow, shipped } from '../test/shipped-regulations.ts';
import { small } from '../test/small-desk.ts';
import {
  after,
  certificateOf,
  classify,
  clockOf,
  company,
  engineer,
  given,
  message,
  noticeAccepted,
  says,
  type Story,
  when,
} from '../test/ticket-story.ts';
import type { TicketCommand } from './commands.ts';
import { describeEvent } from './describe-event.ts';

/** One clock of the small desk, written as a line of its file. */
const clock = (id: string, own: string, targets: string): string => {
  const objection = own.includes('after-objection') ? '' : 'after-objection: resume, ';
  return `
  ${id}: {name: ${id}, starts: receipt, pauses: [waiting-for-customer], ${objection}warn-at: [50%], clause: A-TIME, ${own}, targets: [${targets}]}`;
};

const any = (within: string, more = ''): string =>
  `{packages: any, priorities: any, within: "${within}", clause: A-TIME${more}}`;
const of = (priority: string, within: string): string =>
  `{packages: any, priorities: ${priority}, within: "${within}", clause: A-TIME}`;

const priorities = (own: string): string =>
  `{default: low, stated-by-customer: counts, changed-by-staff: freely, ${own}clause: A-PRIO}`;

const call = (reached: boolean, toldNumber: boolean): TicketCommand => ({
  type: 'RecordCall',
  by: engineer,
  messageId: message,
  reached,
  toldNumber,
});
const bounce: TicketCommand = { type: 'RecordNoticeBounced', messageId: message };
const identified: TicketCommand = {
  type: 'Identify',
  companyId: company as CompanyId,
  certificates: [certificateOf('basic', moscow('2025-02-03 09:00'))],
};
const due = (story: Story, id: string): string | null => inMoscow(clockOf(story, id).dueAt);
const begun = (desk: string, own: Partial<Parameters<typeof given>[1]> = {}): Story =>
  given(desk, { at: '2025-02-03 10:00', holds: 'basic', priority: 'low', ...own });
const stoppedBy = (story: Story, id: string): readonly [string | null, string | null] => {
  const { stopCause, stoppedAt } = clockOf(story, id);
  return [stopCause, inMoscow(stoppedAt)];
};

// 2025-02-03 is a Monday; the desk is open from 09:00 to 17:00.
describe('a person’s notice (R34)', () => {
  const desk = small('a person’s notice', {
    clocks: clock('word', 'stops: [human-notice]', any('4 working hours')),
  });

  test('is none of a machine, and none told to nobody', () => {
    const story = after(
      begun(desk),
      ['2025-02-03 10:01', noticeAccepted('2025-02-03 10:01')],
      ['2025-02-03 10:02', call(false, false)],
      ['2025-02-03 10:03', call(true, false)],
    );
    expect(clockOf(story, 'word').status).toBe('running');
  });

  test.each<readonly [string, TicketCommand]>([
    ['the number told in a talk', call(true, true)],
    ['an answer', says.reply],
    ['a question', says.ask],
    ['a solution', says.resolve],
  ])('is %s', (_name, command) => {
    const story = after(begun(desk), ['2025-02-03 11:00', command]);
    expect(stoppedBy(story, 'word')).toEqual(['human-notice', '2025-02-03 11:00']);
  });

  test.each<readonly [string, TicketCommand]>([
    ['told in a talk', call(true, true)],
    ['an answer', says.reply],
    ['a question', says.ask],
  ])('counts as well when the company is found only later: %s', (_name, command) => {
    const story = after(
      begun(desk, { holds: 'stranger' }),
      ['2025-02-03 11:00', command],
      ['2025-02-03 12:00', says.note],
    );
    const known = when(story, '2025-02-03 13:00', identified);
    // A stranger is not served: nothing can be asked of them, and what was told them counts from their own start.
    if (known.refused !== null) throw new Error(known.refused);
    expect(stoppedBy(known.story, 'word')).toEqual(['human-notice', '2025-02-03 11:00']);
  });
});

describe('a notice that bounced (R34)', () => {
  const desk = small('a bounce', {
    clocks:
      clock('leaves', 'stops: [registration-notice], after-bounce: leave', any('4 working hours')) +
      clock('counts', 'stops: [registration-notice]', any('4 working hours')),
  });

  test('leaves the stop, or takes it back, each clock as it says', () => {
    const story = after(
      begun(desk),
      ['2025-02-03 10:01', noticeAccepted('2025-02-03 10:01')],
      ['2025-02-03 11:00', bounce],
    );
    expect(stoppedBy(story, 'leaves')).toEqual(['registration-notice', '2025-02-03 10:01']);
    expect(clockOf(story, 'counts').status).toBe('running');
  });

  test('is remembered for a company that is found only later', () => {
    const story = after(
      begun(desk, { holds: 'stranger' }),
      ['2025-02-03 10:01', noticeAccepted('2025-02-03 10:01')],
      ['2025-02-03 11:00', bounce],
      ['2025-02-03 12:00', bounce],
      ['2025-02-03 13:00', identified],
    );
    expect(stoppedBy(story, 'leaves')).toEqual(['registration-notice', '2025-02-03 10:01']);
    expect(clockOf(story, 'counts').status).toBe('running');
  });

  test('says nothing of it where no clock is left stopped', () => {
    const plain = small('a plain bounce', {
      clocks: clock('counts', 'stops: [registration-notice]', any('4 working hours')),
    });
    const story = after(
      begun(plain),
      ['2025-02-03 10:01', noticeAccepted('2025-02-03 10:01')],
      ['2025-02-03 11:00', bounce],
    );
    expect(story.journal.map(({ event }) => event).find(({ type }) => type === 'NoticeBounced')).toEqual({
      type: 'NoticeBounced',
      notice: 'registration',
      messageId: message,
    });
  });
});

describe('taking into work (R25, R28)', () => {
  const desk = small('taken', { clocks: clock('work', 'stops: [taken]', any('4 working hours')) });

  test.each<readonly [string, TicketCommand]>([
    ['by hand', says.take],
    ['by answering', says.reply],
    ['by asking', says.ask],
    ['by solving', says.resolve],
  ])('stops the clock: %s', (_name, command) => {
    expect(stoppedBy(after(begun(desk), ['2025-02-03 11:00', command]), 'work')).toEqual([
      'taken',
      '2025-02-03 11:00',
    ]);
  });

  test('a note is no taking', () => {
    expect(clockOf(after(begun(desk), ['2025-02-03 11:00', says.note]), 'work').status).toBe('running');
  });
});

describe('the figure of the priority that is set (R20)', () => {
  const targets = `${of('high', '1 working hour')}, ${of('low', '4 working hours')}`;
  const desk = small('the set priority’s figure', {
    priorityRules: '{default: low, stated-by-customer: supposed, changed-by-staff: freely, clause: A-PRIO}',
    clocks:
      clock('set', 'stops: [classification], figure-by: set-priority', targets) +
      clock('supposed', 'stops: [classification]', targets),
  });
  const sorted = (at: string): Story => after(begun(desk), [at, classify('question', 'high')]);

  test('judges it: missed by that figure, from the change', () => {
    const story = sorted('2025-02-03 12:00');
    expect(clockOf(story, 'set')).toMatchObject({ outcome: 'missed', rule: { priority: 'high' } });
    expect(inMoscow(clockOf(story, 'set').breachedAt)).toBe('2025-02-03 12:00');
    expect(story.journal.some(({ event }) => event.type === 'ClockBreached')).toBe(true);
    expect(clockOf(story, 'supposed')).toMatchObject({ outcome: 'met', rule: { priority: 'low' } });
  });

  test('judges it: in time at the last millisecond of that figure', () => {
    expect(clockOf(sorted('2025-02-03 11:00'), 'set').outcome).toBe('met');
  });

  test('is judged by all that has elapsed, also where a change begins the counting anew', () => {
    const anew = small('the set priority’s figure, anew', {
      priorityRules:
        '{default: low, stated-by-customer: supposed, changed-by-staff: freely, change-counts: from-change, clause: A-PRIO}',
      clocks: clock('set', 'stops: [classification], figure-by: set-priority', targets),
    });
    const story = after(begun(anew), ['2025-02-03 12:00', classify('question', 'high')]);
    expect(clockOf(story, 'set').outcome).toBe('missed');
  });
});

describe('an objection (R21)', () => {
  const desk = small('an objection', {
    clocks:
      clock('anew', 'stops: [resolution], after-objection: restart', any('8 working hours')) +
      clock('on', 'stops: [resolution]', any('8 working hours')) +
      clock('over', 'stops: [resolution], after-objection: leave', any('8 working hours')),
  });

  test('counts on, anew or not at all; the first outcome stays', () => {
    const story = after(begun(desk), ['2025-02-03 15:00', says.resolve], ['2025-02-04 10:00', says.object]);
    expect(due(story, 'on')).toBe('2025-02-04 13:00');
    expect(due(story, 'anew')).toBe('2025-02-05 10:00');
    expect(clockOf(story, 'over').status).toBe('stopped');
    const late = after(story, ['2025-02-07 10:00', says.resolve]);
    expect(clockOf(late, 'anew').outcome).toBe('met');
    expect(inMoscow(clockOf(late, 'anew').firstBreachAt)).toBe('2025-02-05 10:00');
  });
});

describe('a change of priority', () => {
  const targets = `${of('high', '2 working hours')}, ${of('low', '8 working hours')}`;
  const solution = clock('solution', 'stops: [resolution]', targets);
  const raised = (changeCounts: string): Story =>
    after(
      begun(
        small(`changes count ${changeCounts}`, {
          priorityRules: priorities(`change-counts: ${changeCounts}, `),
          clocks: solution,
        }),
      ),
      ['2025-02-03 11:00', classify('question', 'high')],
    );

  test('keeps what has elapsed, or begins anew', () => {
    expect(due(raised('keep-elapsed'), 'solution')).toBe('2025-02-03 12:00');
    expect(due(raised('from-change'), 'solution')).toBe('2025-02-03 13:00');
  });

  test('begins anew with each change, not with a word that changes nothing', () => {
    const story = after(
      raised('from-change'),
      ['2025-02-03 11:30', classify('question', 'high')],
      ['2025-02-03 12:00', classify('question', 'low')],
    );
    expect(due(story, 'solution')).toBe('2025-02-04 12:00');
    expect(clockOf(story, 'solution').changes).toHaveLength(2);
  });

  test('the first priority that is set is no change', () => {
    const desk = small('no priority assumed', {
      priorityRules:
        '{default: none, stated-by-customer: counts, changed-by-staff: freely, change-counts: from-change, clause: A-PRIO}',
      clocks: clock(
        'solution',
        'stops: [resolution]',
        `${any('8 working hours')}, ${of('high', '2 working hours')}`,
      ),
    });
    const beginning = { at: '2025-02-03 10:00', holds: 'basic' };
    const first = after(given(desk, beginning), ['2025-02-03 11:00', classify('question', 'low')]);
    expect(due(first, 'solution')).toBe('2025-02-04 10:00');
    const second = after(first, ['2025-02-03 12:00', classify('question', 'high')]);
    expect(due(second, 'solution')).toBe('2025-02-03 14:00');
  });
});

describe('the journal says', () => {
  const targets = `${of('high', '2 working hours')}, ${of('low', '8 working hours')}`;
  const desk = small('words of other readings', {
    priorityRules: priorities('change-counts: from-change, '),
    types: `
types:
  question: {name: question, definition: question, clause: A-HOURS}
  wish: {name: wish, definition: wish, clause: A-HOURS}`,
    clocks:
      clock('anew', 'stops: [resolution], after-objection: restart', targets) +
      clock('typed', 'stops: [callback]', `${any('8 working hours')}, ${any('nothing', ', types: wish')}`),
  });
  const names = {
    regulation: shipped(desk).regulation,
    person: () => 'Глеб',
    moment: () => ({ ru: 'завтра', en: 'tomorrow' }),
  };
  const said = (story: Story, ...types: readonly string[]): readonly unknown[] =>
    story.journal
      .filter(({ event }) => types.includes(event.type))
      .map(({ event }) => describeEvent(event, names).says);

  test('that counting began anew, by a change or after an objection', () => {
    const story = after(
      begun(desk),
      ['2025-02-03 11:00', classify('question', 'high')],
      ['2025-02-03 12:00', says.ask],
      ['2025-02-03 12:30', classify('question', 'low')],
      ['2025-02-03 13:00', says.resolve],
      ['2025-02-03 14:00', says.object],
    );
    expect(
      said(
        {
          ...story,
          journal: story.journal.filter(({ event }) => 'clock' in event && event.clock.id === 'anew'),
        },
        'ClockRetargeted',
        'ClockReopened',
      ),
    ).toEqual([
      { ru: 'anew: отсчёт начат заново, срок до завтра', en: 'anew: counted anew, due by tomorrow' },
      { ru: 'anew: отсчёт начат заново, пока стоит', en: 'anew: counted anew, the clock stands' },
      {
        ru: 'anew: отсчёт начат заново после возражения, срок до завтра',
        en: 'anew: counted anew after the objection, due by tomorrow',
      },
    ]);
  });

  test('that the type promises nothing', () => {
    const story = after(begun(desk), ['2025-02-03 11:00', classify('wish', 'low')]);
    expect(said(story, 'ClockWithdrawn')).toEqual([
      {
        ru: 'typed: отсчёт снят, для этого типа обращения не обещано',
        en: 'typed: not counted any more, not promised for this type of request',
      },
    ]);
  });
});

describe('the type of a ticket', () => {
  const types = `
types:
  question: {name: question, definition: question, clause: A-HOURS}
  wish: {name: wish, definition: wish, clause: A-HOURS}
  fault: {name: fault, definition: fault, clause: A-HOURS}`;
  const clocks = clock(
    'solution',
    'stops: [resolution]',
    [any('8 working hours'), any('2 working hours', ', types: fault'), any('nothing', ', types: wish')].join(
      ', ',
    ),
  );
  const desk = small('types', { clocks, types });

  test('chooses the target', () => {
    expect(due(begun(desk), 'solution')).toBe('2025-02-04 10:00');
    expect(due(begun(desk, { ticketType: 'fault' }), 'solution')).toBe('2025-02-03 12:00');
    expect(begun(desk, { ticketType: 'wish' }).ticket.clocks).toEqual([]);
  });

  test('given by a classification changes it, and is said to', () => {
    const story = after(begun(desk), ['2025-02-03 11:00', classify('fault', 'low')]);
    expect(due(story, 'solution')).toBe('2025-02-03 12:00');
    expect(clockOf(story, 'solution').changes).toMatchObject([{ cause: 'type' }]);
  });

  test('that promises nothing takes the clock back', () => {
    const { story } = when(begun(desk), '2025-02-03 11:00', classify('wish', 'low'));
    expect(story.ticket.clocks).toEqual([]);
    expect(story.journal.at(-1)?.event).toMatchObject({ type: 'ClockWithdrawn', cause: 'type' });
  });

  test('that promises again misses nothing from before the change', () => {
    const story = after(begun(desk, { ticketType: 'wish' }), ['2025-02-05 11:00', classify('fault', 'low')]);
    expect(due(story, 'solution')).toBe('2025-02-05 11:00');
  });

  test('that promises again misses nothing either where there was no priority before', () => {
    const bare = small('types without priorities', {
      priorityRules: '{default: none, stated-by-customer: counts, changed-by-staff: freely, clause: A-PRIO}',
      types,
      clocks,
    });
    const wish = given(bare, { at: '2025-02-03 10:00', holds: 'basic', ticketType: 'wish' });
    const story = after(wish, ['2025-02-05 11:00', classify('fault', 'low')]);
    expect(due(story, 'solution')).toBe('2025-02-05 11:00');
  });

  test('changed together with the priority, the priority changed it where it would have alone', () => {
    const both = small('types and priorities', {
      types,
      clocks: clock(
        'solution',
        'stops: [resolution]',
        [of('high', '2 working hours'), of('low', '8 working hours')].join(', '),
      ),
    });
    const story = after(begun(both, { ticketType: 'question' }), [
      '2025-02-03 11:00',
      classify('fault', 'high'),
    ]);
    expect(clockOf(story, 'solution').changes).toMatchObject([{ cause: 'priority' }]);
  });
});
