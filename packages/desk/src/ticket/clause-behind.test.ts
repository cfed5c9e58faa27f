import { describe, expect, test } from 'vitest';
import { goldenStories } from '../test/golden-stories.ts';
import { shipped } from '../test/shipped-regulations.ts';
import {
  after,
  type Beginning,
  classify,
  engineer,
  given,
  message,
  noticeAccepted,
  says,
  type Story,
} from '../test/ticket-story.ts';
import { followingAt } from './clause-behind.ts';
import { describeEvent } from './describe-event.ts';
import type { TicketEventType } from './events.ts';
import { noticesOf } from './notices.ts';

const call = { type: 'RecordCall', by: engineer, messageId: message } as const;
const reached = { ...call, reached: true, toldNumber: false } as const;

/** A day on which staff and the customer do all that a desk of any regulation knows. */
const dayOf = (desk: string, beginning: Beginning, type: string | null): Story => {
  const told = after(
    given(desk, beginning),
    ['2025-02-04 10:01', noticeAccepted('2025-02-04 10:01')],
    ['2025-02-04 10:02', says.take],
    ['2025-02-04 10:05', { ...call, reached: false, toldNumber: false }],
    ['2025-02-04 10:10', reached],
    ['2025-02-04 10:11', { ...reached, toldNumber: true }],
    ['2025-02-04 10:20', says.reply],
    ['2025-02-04 10:30', says.reply],
  );
  const known =
    type === null ? told : after(told, ['2025-02-04 10:40', classify(type, beginning.priority ?? null)]);
  return after(
    known,
    ['2025-02-04 11:00', says.ask],
    ['2025-02-04 11:10', says.ask],
    ['2025-02-04 12:00', says.customerWrites],
    ['2025-02-04 12:30', says.customerWrites],
    ['2025-02-04 13:00', says.resolve],
    ['2025-02-04 14:00', says.confirm],
  );
};

const at = '2025-02-04 10:00';
const days = {
  alteroffice: dayOf('alteroffice', { at, holds: 'extended' }, 'problem'),
  centaur: dayOf('centaur', { at, holds: 'extended', priority: 'critical' }, 'incident'),
  flat: dayOf('flat', { at, holds: '24x7', priority: '1', channel: 'portal' }, 'incident'),
  optima: dayOf('optima', { at, holds: '8x5x4', priority: '2' }, 'incident'),
  'shtrih-m': dayOf('shtrih-m', { at, holds: 'partner' }, null),
};

const lines = (story: Story): readonly (readonly [TicketEventType, string | null])[] => {
  const { regulation } = shipped(story.desk);
  const names = { regulation, person: () => '', moment: () => ({ ru: '', en: '' }) };
  return story.journal.map(({ event }, index) => [
    event.type,
    describeEvent(event, names, followingAt(story.journal, index)).clause,
  ]);
};

const clausesOf = (story: Story, type: TicketEventType): readonly (string | null)[] =>
  lines(story).flatMap(([one, clause]) => (one === type ? [clause] : []));

const call2 = ['CallRecorded', 'CallRecorded'];
const wrote2 = ['CustomerWrote', 'CustomerWrote'];

describe('the clause behind a line of the history', () => {
  /**
   * What the regulations truly say nothing about: who takes a ticket where no order of work is ruled; a call and an answer
   * that end no clock; a question where nothing waits for it; a customer's letter that sets nothing going again.
   */
  const none: Readonly<Record<keyof typeof days, readonly string[]>> = {
    alteroffice: ['TicketTaken', ...call2, 'ReplySent', ...wrote2],
    centaur: [
      'TicketTaken',
      ...call2,
      'ReplySent',
      'ReplySent',
      'InformationRequested',
      'InformationRequested',
      ...wrote2,
    ],
    flat: ['TicketTaken', 'ReplySent', 'ReplySent', ...wrote2],
    optima: [...call2, 'CustomerWrote'],
    'shtrih-m': [
      'TicketTaken',
      ...call2,
      'ReplySent',
      'InformationRequested',
      'InformationRequested',
      ...wrote2,
    ],
  };

  test.each(['alteroffice', 'centaur', 'flat', 'optima', 'shtrih-m'] as const)(
    '%s: none but where the regulation has none',
    (desk) => {
      const without = lines(days[desk]).flatMap(([type, clause]) => (clause === null ? [type] : []));
      expect(without).toEqual(none[desk]);
    },
  );

  test('of several rules the one by which a clock moved in that very decision', () => {
    // The partner's own time, not the franchise's by which the clock is called; the second answer ends nothing.
    expect(clausesOf(days['shtrih-m'], 'ReplySent')).toEqual(['SH-C-TIME', null]);
    expect(clausesOf(days.alteroffice, 'ReplySent')).toEqual(['AO-4.1-reaction', null]);
    expect(clausesOf(days.centaur, 'NoticeAccepted')).toEqual(['CN-TIME']);
    // The letter that ends the waiting runs the clock on; the next one finds it running.
    expect(clausesOf(days.optima, 'CustomerWrote')).toEqual(['OW-TIME', null]);
    // An attempt: the call is still owed. The talk ends that debt.
    expect(clausesOf(days.flat, 'CallRecorded')).toEqual(['FL-P', 'FL-P', 'FL-GOAL']);
  });

  test('else the regulation’s own on the matter', () => {
    expect(clausesOf(days.optima, 'ReplySent')).toEqual(['OW-7', 'OW-7']);
    expect(clausesOf(days.optima, 'TicketTaken')).toEqual(['OW-5']);
    expect(clausesOf(days.flat, 'InformationRequested')).toEqual(['FL-L2', 'FL-L2']);
    expect(clausesOf(days.flat, 'NoticeAccepted')).toEqual(['FL-GOAL']);
    expect(clausesOf(days.alteroffice, 'TicketClassified')).toEqual(['AO-1.8']);
    expect(clausesOf(days.flat, 'TicketClosed')).toEqual(['FL-OWN-CONFIRM']);
  });

  test('what followed an entry came at its very moment', () => {
    const story = days.optima;
    const at = story.journal.findIndex(({ event }) => event.type === 'CustomerWrote');
    expect(followingAt(story.journal, at).map(({ type }) => type)).toEqual(['ClockResumed']);
    expect(followingAt(story.journal, story.journal.length - 1)).toEqual([]);
  });

  test('whatever else happens names its clause, but what no regulation rules', () => {
    const unruled = new Set(
      goldenStories()
        .flatMap(lines)
        .flatMap(([type, clause]) => (clause === null ? [type] : [])),
    );
    expect([...unruled].toSorted()).toEqual([
      'CustomerWrote',
      'LocalTimeChanged',
      'NoteAdded',
      'RobotWrote',
      'SiteNamed',
      'TicketGiven',
      'TicketTaken',
    ]);
  });
});

describe('the clause in a notice', () => {
  const noticed = (desk: keyof typeof days, kind: string) =>
    days[desk].journal.flatMap(({ event }, index) =>
      noticesOf(event, followingAt(days[desk].journal, index)).filter((notice) => notice.kind === kind),
    );

  test('an answer carries that of the clock which it stopped, and no other answer does', () => {
    const [first, second] = noticed('shtrih-m', 'reply');
    expect(first).toMatchObject({ clause: 'SH-C-TIME' });
    expect(second).not.toHaveProperty('clause');
  });

  test('of a closing says what closed it', () => {
    expect(noticed('centaur', 'closed')).toMatchObject([{ cause: 'confirmed' }]);
  });
});
