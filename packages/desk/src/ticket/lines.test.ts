import { describe, expect, test } from 'vitest';
import { handlingDesk } from '../test/handling-desk.ts';
import { moscow, shipped, variant } from '../test/shipped-regulations.ts';
import {
  after,
  certificateOf,
  company,
  engineer,
  factsAt,
  given,
  message,
  says,
  type Story,
  when,
} from '../test/ticket-story.ts';
import { allowedActions } from './allowed.ts';
import type { TicketCommand } from './commands.ts';
import { decide } from './decide/decide.ts';
import { handOversOf } from './decide/lines.ts';
import { describeEvent } from './describe-event.ts';

const at = '2025-02-07 10:00';
const later = '2025-02-07 12:00';
const basic = given(handlingDesk, { at, holds: 'basic' });
const plus = given(handlingDesk, { at, holds: 'plus' });
const stranger = given(handlingDesk, { at, holds: 'stranger' });
const uncovered = given(handlingDesk, { at, holds: 'nothing' });

const handOver = (toLine: string, given_: readonly number[] = []): TicketCommand => ({
  type: 'HandOver',
  by: engineer,
  toLine,
  messageId: message,
  given: given_,
});
const identify = (packageId: string): TicketCommand => ({
  type: 'Identify',
  companyId: company,
  certificates: [certificateOf(packageId, moscow(at))],
});
const refusalOf = (story: Story, command: TicketCommand) => {
  const decision = decide(command, story.ticket, factsAt(story.desk, later));
  return decision.ok ? null : decision.refusal;
};

describe('the line that begins', () => {
  test('is that of the first row whose condition is known to hold; a row on what is not known is passed over', () => {
    expect(basic.ticket.line).toEqual({ id: '1', by: 'rule', clause: 'H-ROUTE' });
    expect(plus.ticket.line).toEqual({ id: '2', by: 'rule', clause: 'H-ROUTE' });
    expect(basic.journal.map(({ event }) => event.type)).toEqual([
      'TicketRegistered',
      'LineAssigned',
      'ClockArmed',
      'ClockArmed',
    ]);
  });

  test('a stranger’s and an uncovered ticket begin where nothing is asked', () => {
    expect(stranger.ticket.line?.id).toBe('1');
    expect(uncovered.ticket.line?.id).toBe('1');
  });

  test('where the regulation knows no lines there is none', () => {
    const { ticket, journal } = given('centaur', { at, holds: 'basic' });
    expect(ticket).not.toHaveProperty('line');
    expect(journal.map(({ event }) => event.type)).not.toContain('LineAssigned');
  });

  test('follows the company once it is known, and is not said twice', () => {
    const found = when(stranger, later, identify('plus'));
    expect(found.happened).toEqual(expect.arrayContaining(['CustomerIdentified', 'LineAssigned']));
    expect(found.story.ticket.line?.id).toBe('2');
    expect(when(stranger, later, identify('basic')).happened).not.toContain('LineAssigned');
  });

  test('follows the coverage that staff give', () => {
    const desk = variant(handlingDesk, 'second line for basic', (r) => ({
      ...r,
      routing: r.routing && {
        ...r.routing,
        lines: r.routing.lines.map((row) =>
          row.line === '2' && row.when !== null
            ? { ...row, when: { ...row.when, packages: ['basic'] } }
            : row,
        ),
      },
    }));
    const story = given(desk, { at, holds: 'nothing' });
    expect(story.ticket.line?.id).toBe('1');
    const lifted = after(story, [later, { type: 'AcceptUncovered', reasonMessageId: message }]);
    expect(lifted.ticket.line?.id).toBe('2');
  });

  test('does not go over a person’s head', () => {
    const handed = after(stranger, [later, handOver('2', [0, 1])], [later, handOver('3')]);
    const { story, happened } = when(handed, later, identify('plus'));
    expect(happened).not.toContain('LineAssigned');
    expect(story.ticket.line).toEqual({ id: '3', by: 'hand', clause: 'H-OVER' });
  });
});

describe('a hand-over', () => {
  const taken = after(basic, [at, says.take]);
  const handed = when(taken, later, handOver('2', [1, 0, 7]));

  test('puts the ticket into the queue of the next line, in nobody’s hands, with its rule', () => {
    expect(handed.happened).toEqual(['LineChanged']);
    expect(handed.story.ticket).toMatchObject({
      state: 'in-progress',
      assigneeId: null,
      line: { id: '2', by: 'hand', clause: 'H-OVER' },
    });
    expect(handed.story.journal.at(-1)?.event).toEqual({
      type: 'LineChanged',
      from: '1',
      to: '2',
      messageId: message,
      given: [0, 1],
      clause: 'H-OVER',
    });
  });

  test('whoever takes it there has it', () => {
    expect(after(handed.story, [later, says.take]).ticket.assigneeId).toBe(engineer);
  });

  test('without all that the next line needs is refused, naming what is missing', () => {
    expect(refusalOf(basic, handOver('2', [1]))).toEqual({
      code: 'hand-over-incomplete',
      clause: 'H-OVER',
      names: [{ ru: 'Журналы', en: 'Logs' }],
    });
    expect(refusalOf(basic, handOver('2'))?.names).toHaveLength(2);
  });

  test('that the regulation does not foresee is refused, naming those it does', () => {
    expect(refusalOf(basic, handOver('3'))).toEqual({
      code: 'hand-over-not-foreseen',
      clause: 'H-L3',
      names: [{ ru: 'Вторая', en: 'Second' }],
    });
    const last = after(handed.story, [later, handOver('3')]);
    expect(refusalOf(last, handOver('2'))?.names).toEqual([]);
    expect(allowedActions(last.ticket, shipped(handlingDesk).regulation)).not.toContain('hand-over');
  });

  test.each([
    ['unknown-line', null, basic, handOver('9')],
    ['same-line', 'H-ROUTE', basic, handOver('1')],
    ['not-covered', 'H-WHO', uncovered, handOver('2')],
    ['already-resolved', null, after(basic, [at, says.resolve]), handOver('2')],
    ['already-closed', null, after(basic, [at, says.resolve], [at, says.confirm]), handOver('2')],
  ] as const)('%s', (code, clause, story, command) => {
    expect(refusalOf(story, command)).toEqual({ code, clause });
  });

  test('of a ticket that no line has goes to any, and needs nothing', () => {
    const desk = variant(handlingDesk, 'no row without a condition', (r) => ({
      ...r,
      routing: r.routing && { ...r.routing, lines: r.routing.lines.slice(0, 1) },
    }));
    const story = given(desk, { at, holds: 'basic' });
    expect(story.ticket).not.toHaveProperty('line');
    const possible = handOversOf(story.ticket, shipped(desk).regulation);
    expect(possible.map(({ toLine, needs }) => [toLine, needs.length])).toEqual([
      ['1', 0],
      ['2', 0],
      ['3', 0],
    ]);
    const { ticket, journal } = after(story, [later, handOver('3')]);
    expect(ticket.line).toEqual({ id: '3', by: 'hand', clause: 'H-L3' });
    expect(journal.at(-1)?.event).toMatchObject({ from: null, to: '3', clause: 'H-L3' });
  });

  test('is told in the history with its rule', () => {
    const told = handed.story.journal
      .filter(({ event }) => event.type === 'LineAssigned' || event.type === 'LineChanged')
      .map(({ event }) =>
        describeEvent(event, {
          regulation: shipped(handlingDesk).regulation,
          person: () => 'Глеб',
          moment: () => ({ ru: 'завтра', en: 'tomorrow' }),
        }),
      );
    expect(told).toEqual([
      { says: { ru: 'Линия поддержки: «Первая»', en: 'Line of support: “First”' }, clause: 'H-ROUTE' },
      {
        says: { ru: 'Передана на линию «Вторая»', en: 'Handed over to line “Second”' },
        clause: 'H-OVER',
      },
    ]);
  });
});
