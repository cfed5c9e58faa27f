import { describe, expect, test } from 'vitest';
import { handlingDesk } from '../test/handling-desk.ts';
import { moscow, shipped, variant } from '../test/shipped-regulations.ts';
import {
  after,
  classify,
  clockOf,
  engineer,
  given,
  message,
  says,
  type Story,
  when,
} from '../test/ticket-story.ts';
import { alarmsOf } from './alarms.ts';
import { allowedActions } from './allowed.ts';
import type { TicketCommand } from './commands.ts';
import { declinableGrounds } from './decide/grounds.ts';
import { describeEvent } from './describe-event.ts';
import { noticesOf } from './notices.ts';
import type { DeclineGround } from './outcome.ts';

const at = '2025-02-07 10:00';
const later = '2025-02-07 12:00';
const basic = given(handlingDesk, { at, holds: 'basic' });
const plus = given(handlingDesk, { at, holds: 'plus' });
const urgent = given(handlingDesk, { at, holds: 'plus', priority: 'high' });
const uncovered = given(handlingDesk, { at, holds: 'nothing' });
const stranger = given(handlingDesk, { at, holds: 'stranger' });
const call = given(handlingDesk, { at, holds: 'plus', channel: 'phone' });

const decline = (kind: DeclineGround['kind'], id: string): TicketCommand => ({
  type: 'Decline',
  by: engineer,
  messageId: message,
  ground: { kind, id },
});
const groundsOf = ({ desk, ticket }: Story) =>
  declinableGrounds(ticket, shipped(desk).regulation).map(({ ground }) => `${ground.kind} ${ground.id}`);

describe('a ticket that is declined', () => {
  const declined = when(basic, later, decline('service', 'training'));

  test('is taken by whoever declines, ends with the rule, and waits for the customer’s word', () => {
    expect(declined.happened).toEqual(['TicketTaken', 'TicketDeclined', 'ClockStopped', 'ClockStopped']);
    expect(declined.story.ticket).toMatchObject({
      state: 'resolved',
      assigneeId: engineer,
      resolution: { at: moscow(later), closesAt: moscow('2025-02-22 00:00') },
      outcome: { kind: 'declined', ground: { kind: 'service', id: 'training' }, clause: 'H-SET' },
    });
  });

  test('stops what an answer stops, then what a refusal stops, and nothing else', () => {
    const { story } = when(plus, later, decline('exclusion', 'devices'));
    expect(clockOf(story, 'reaction')).toMatchObject({ stopCause: 'public-reply', outcome: 'met' });
    expect(clockOf(story, 'verdict')).toMatchObject({ stopCause: 'refusal', outcome: 'met' });
    expect(clockOf(story, 'solution').status).toBe('running');
  });

  test('waits for the customer no more: what stood still for their answer runs on', () => {
    const asked = after(plus, ['2025-02-07 11:00', says.ask]);
    expect(clockOf(asked, 'solution').status).toBe('paused');
    const { story, happened } = when(asked, later, decline('exclusion', 'devices'));
    expect(clockOf(story, 'solution').status).toBe('running');
    expect(clockOf(story, 'verdict').status).toBe('stopped');
    expect(happened.filter((type) => type === 'ClockResumed')).toHaveLength(1);
  });

  test('closes by itself like a solution', () => {
    const closing = alarmsOf(declined.story.ticket).filter(({ kind }) => kind.startsWith('closing'));
    expect(closing.map(({ kind, at: rings }) => [kind, rings])).toEqual([
      ['closing-warning', moscow('2025-02-19 00:00')],
      ['closing', moscow('2025-02-22 00:00')],
    ]);
    const closed = after(declined.story, ['2025-02-22 00:00', { type: 'RingClosing' }]);
    expect(closed.ticket).toMatchObject({ state: 'closed', outcome: { kind: 'declined' } });
  });

  test('may be confirmed', () => {
    expect(when(declined.story, later, says.confirm).story.ticket.state).toBe('closed');
  });

  test('may be objected to, with a reason: back in work without an outcome, clocks run on', () => {
    expect(when(declined.story, later, says.objectWithoutReason).refused).toBe('objection-needs-reason');
    const { ticket } = after(declined.story, ['2025-02-10 09:00', says.object]);
    expect(ticket).toMatchObject({ state: 'in-progress', outcome: null, resolution: null });
    const verdict = ticket.clocks.find(({ id }) => id === 'verdict');
    expect(verdict).toMatchObject({ status: 'running', outcome: 'met' });
    // 16 hours from Friday 10:00; from Friday 12:00 to Monday 09:00 five working hours were nobody's.
    expect(verdict?.dueAt).toBe(moscow('2025-02-11 15:00'));
    expect(ticket.clocks.find(({ id }) => id === 'reaction')?.status).toBe('stopped');
  });

  test('can be solved after the objection, and declined again', () => {
    const back = after(declined.story, [later, says.object]);
    expect(after(back, [later, says.resolve]).ticket).toMatchObject({ state: 'resolved', outcome: null });
    const again = after(back, [later, decline('exclusion', 'devices')]);
    expect(again.ticket.outcome).toMatchObject({ kind: 'declined', clause: 'H-OUT-DEV' });
  });

  test('is no solution to a clock that is promised later', () => {
    const story = after(stranger, [later, decline('service', 'training')]);
    const { ticket } = after(story, [
      '2025-02-07 13:00',
      {
        type: 'Identify',
        companyId: 'company-1' as never,
        certificates: [
          {
            certificateId: 'certificate-1' as never,
            number: 'C-1',
            packageId: 'plus',
            startsAt: moscow('2025-01-01 00:00'),
            endsAt: moscow('2026-01-01 00:00'),
          },
        ],
      },
    ]);
    const how = ticket.clocks.map(({ id, status, stopCause }) => [id, status, stopCause]);
    expect(how).toEqual([
      ['reaction', 'stopped', 'public-reply'],
      ['verdict', 'stopped', 'refusal'],
      ['solution', 'running', null],
    ]);
  });

  test('is told to the customer with the ground and the clause', () => {
    const event = declined.story.journal.find(({ event: e }) => e.type === 'TicketDeclined')?.event;
    if (event === undefined) throw new Error('nothing was declined');
    expect(noticesOf(event)).toEqual([
      {
        kind: 'declined',
        to: 'requester',
        messageId: message,
        ground: { kind: 'service', id: 'training' },
        clause: 'H-SET',
      },
    ]);
  });

  test.each([
    ['service', 'training', 'Отказано: «Обучение» в пакет не входит', 'is not part of the package', 'H-SET'],
    [
      'exclusion',
      'devices',
      'Отказано по исключению «Чужие устройства»',
      'Declined by the exclusion “Foreign devices”',
      'H-OUT-DEV',
    ],
  ] as const)('has the rule in its history: %s', (kind, id, ru, en, clause) => {
    const { story } = when(basic, later, decline(kind, id));
    const entry = story.journal.find(({ event }) => event.type === 'TicketDeclined');
    if (entry === undefined) throw new Error('nothing was declined');
    const told = describeEvent(entry.event, {
      regulation: shipped(handlingDesk).regulation,
      person: () => 'Глеб',
      moment: () => ({ ru: 'завтра', en: 'tomorrow' }),
    });
    expect(told.says.ru).toBe(ru);
    expect(told.says.en).toContain(en);
    expect(told.clause).toBe(clause);
  });
});

describe('grounds', () => {
  test('of a package: its exclusions, then services that it does not give, each once', () => {
    expect(groundsOf(basic)).toEqual([
      'exclusion modified',
      'exclusion devices',
      'exclusion at-night',
      'exclusion no-remote',
      'service training',
      'service setup',
      'service feature',
      'service night',
      'service visit',
      'service audit',
    ]);
    expect(groundsOf(plus)).toEqual([
      'exclusion modified',
      'exclusion devices',
      'service training',
      'service feature',
      'service night',
      'service visit',
      'service audit',
    ]);
  });

  test('a condition known to hold takes a service from the list, one known to fail an exclusion', () => {
    expect(groundsOf(urgent)).not.toContain('service night');
    expect(groundsOf(call)).toContain('exclusion fax');
  });

  test('say what the person must judge, and what is offered instead', () => {
    const list = declinableGrounds(basic.ticket, shipped(handlingDesk).regulation);
    const of = (id: string) => list.find(({ ground }) => ground.id === id);
    expect(of('modified')).toMatchObject({
      clause: 'H-OUT-MOD',
      toJudge: ['product'],
      level: null,
      instead: { ru: 'Верните исходный пакет', en: 'Put the original package back' },
    });
    expect(of('devices')).toMatchObject({ toJudge: [], instead: null });
    expect(of('training')).toMatchObject({
      level: 'no',
      toJudge: [],
      instead: { en: 'There is a video course' },
    });
    expect(of('setup')).toMatchObject({ level: 'paid', toJudge: ['bought'] });
    expect(of('audit')).toMatchObject({ level: 'agreement', toJudge: ['agreement'] });
    const more = declinableGrounds(plus.ticket, shipped(handlingDesk).regulation);
    const levels = more.flatMap(({ ground, level, toJudge }) =>
      level === 'conditional' ? [[ground.id, toJudge]] : [],
    );
    expect(levels).toEqual([
      ['feature', ['interest']],
      ['night', []],
      ['visit', []],
    ]);
  });

  test('of a stranger without a promise: what no package gives', () => {
    expect(groundsOf(stranger)).toEqual([
      'exclusion modified',
      'exclusion devices',
      'service training',
      'service audit',
    ]);
  });

  test('there are none for a ticket that is not covered, is resolved or closed', () => {
    const resolved = after(basic, [later, says.resolve]);
    for (const story of [uncovered, resolved, after(resolved, [later, says.confirm])]) {
      expect(groundsOf(story)).toEqual([]);
      expect(allowedActions(story.ticket, shipped(handlingDesk).regulation)).not.toContain('decline');
    }
    expect(allowedActions(basic.ticket, shipped(handlingDesk).regulation)).toContain('decline');
  });

  test('where the regulation refuses nothing, nothing is offered to refuse', () => {
    const desk = variant(handlingDesk, 'everything is done', (r) => ({
      ...r,
      exclusions: [],
      services: r.services.filter(({ id }) => id === 'help'),
    }));
    const { ticket } = given(desk, { at, holds: 'basic' });
    expect(allowedActions(ticket, shipped(desk).regulation)).not.toContain('decline');
  });

  test('every ground that is listed declines, every other is refused with its reason', () => {
    const { exclusions, services } = shipped(handlingDesk).regulation;
    const all: readonly DeclineGround[] = [
      ...exclusions.map(({ id }) => ({ kind: 'exclusion', id }) as const),
      ...services.map(({ id }) => ({ kind: 'service', id }) as const),
    ];
    for (const story of [basic, plus, urgent, stranger, call, uncovered]) {
      const listed = groundsOf(story);
      for (const ground of all) {
        const { refused } = when(story, later, decline(ground.kind, ground.id));
        const isTwice = ground.id === 'remote' && listed.includes('exclusion no-remote');
        if (!isTwice)
          expect([ground.id, refused === null]).toEqual([
            ground.id,
            listed.includes(`${ground.kind} ${ground.id}`),
          ]);
      }
    }
  });

  test('a service that is bought, or agreed on, is known only from the certificate: the person answers for it', () => {
    expect(when(basic, later, decline('service', 'setup')).refused).toBeNull();
    expect(when(plus, later, decline('service', 'setup'))).toMatchObject({
      refused: 'service-included',
      clause: 'H-SET',
    });
  });
});

test('where a clock waits for the classification nothing is declined before it', () => {
  const optima = given('optima', { at, holds: '8x5x4' });
  const { services } = shipped('optima').regulation;
  const no = services.find(({ packages }) => packages['8x5x4'] === 'no' || packages['8x5x4'] === 'paid');
  const command = decline('service', no?.id ?? '');
  expect(when(optima, later, command)).toMatchObject({ refused: 'classify-first', clause: 'OW-TIME' });
  const classified = after(optima, [at, classify('incident', '1')]);
  const { story } = when(classified, later, command);
  expect(clockOf(story, 'execution')).toMatchObject({ status: 'stopped', stopCause: 'refusal' });
});

test('a proposed date goes with the ticket that is declined', () => {
  const desk = variant('alteroffice', 'planned with consent', (r) => ({
    ...r,
    clocks: r.clocks.map((c) =>
      c.agreedDate === null ? c : { ...c, agreedDate: { ...c.agreedDate, consent: 'customer', hours: null } },
    ),
  }));
  const story = after(
    given(desk, { at, holds: 'maximum' }),
    [at, classify('problem', null)],
    [
      later,
      {
        type: 'AgreeDate',
        by: engineer,
        proposalId: 'proposal-1' as never,
        clock: 'planned-fix',
        date: moscow('2025-03-14 12:00'),
        messageId: message,
        agreed: null,
      },
    ],
  );
  expect(story.ticket.dateProposal).not.toBeNull();
  const [ground] = declinableGrounds(story.ticket, shipped(desk).regulation);
  if (ground === undefined) throw new Error('nothing can be declined');
  const declined = after(story, [
    later,
    { type: 'Decline', by: engineer, messageId: message, ground: ground.ground },
  ]);
  expect(declined.ticket.dateProposal).toBeNull();
});
