import { describe, expect, test } from 'vitest';
import type { TicketId } from '../ids.ts';
import { handlingDesk, inheritingDesk, unsplitDesk } from '../test/handling-desk.ts';
import { shipped, variant } from '../test/shipped-regulations.ts';
import {
  after,
  clockOf,
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
import { describeEvent } from './describe-event.ts';
import { noticesOf } from './notices.ts';
import type { AnswerMeans } from './outcome.ts';

const at = '2025-02-07 10:00';
const later = '2025-02-07 12:00';
const basic = given(handlingDesk, { at, holds: 'basic' });
const by = engineer;
const messageId = message;

const resolve = (outcome: string | null, means: AnswerMeans | null = null): TicketCommand => ({
  type: 'Resolve',
  by,
  messageId,
  outcome,
  means,
});
const reply = (means: AnswerMeans): TicketCommand => ({ type: 'Reply', by, messageId, means });
const ask = (items: readonly number[]): TicketCommand => ({
  type: 'RequestInformation',
  by,
  messageId,
  items,
});
const split: TicketCommand = { type: 'Split', by, newTicketId: 'ticket-2' as TicketId, messageId };

const refusalOf = (story: Story, command: TicketCommand) => {
  const decision = decide(command, story.ticket, factsAt(story.desk, later));
  return decision.ok ? null : decision.refusal;
};
const lastWords = (story: Story) =>
  describeEvent(story.journal.findLast(({ event }) => !event.type.startsWith('Clock'))?.event ?? fail(), {
    regulation: shipped(story.desk).regulation,
    person: () => 'Глеб',
    moment: () => ({ ru: 'завтра', en: 'tomorrow' }),
  });
const fail = (): never => {
  throw new Error('nothing happened');
};

describe('a solution', () => {
  test('says what it turned out to be and how it was given', () => {
    const story = after(basic, [later, resolve('workaround', 'phone')]);
    expect(story.ticket.outcome).toEqual({ kind: 'resolved', id: 'workaround', means: 'phone' });
    expect(lastWords(story)).toEqual({
      says: {
        ru: 'Отправлено решение по телефону: «Обходное решение», ждём слова клиента',
        en: 'Solution sent by phone: “Workaround”, it is the customer’s turn',
      },
      clause: 'H-END',
    });
  });

  test('waits for the customer no more: what stood still for their answer and is not ended by it runs on', () => {
    const desk = variant(handlingDesk, 'a verdict that only a refusal ends', (r) => ({
      ...r,
      clocks: r.clocks.map((c) => (c.id === 'verdict' ? { ...c, stops: ['refusal' as const] } : c)),
    }));
    const asked = after(given(desk, { at, holds: 'basic' }), ['2025-02-07 11:00', says.ask]);
    expect(clockOf(asked, 'verdict').status).toBe('paused');
    expect(clockOf(after(asked, [later, says.resolve]), 'verdict').status).toBe('running');
  });

  test('may say only one of them', () => {
    expect(after(basic, [later, resolve('fixed')]).ticket.outcome).toEqual({
      kind: 'resolved',
      id: 'fixed',
      means: null,
    });
    const byMail = after(basic, [later, resolve(null, 'email')]);
    expect(byMail.ticket.outcome).toEqual({ kind: 'resolved', id: null, means: 'email' });
    expect(lastWords(byMail).says.ru).toBe('Отправлено решение письмом, ждём слова клиента');
  });

  test('that says nothing is as it always was', () => {
    const { ticket, journal } = after(basic, [later, says.resolve]);
    expect(ticket).not.toHaveProperty('outcome');
    const event = journal.find(({ event: e }) => e.type === 'TicketResolved')?.event;
    expect(Object.keys(event ?? {})).toEqual(['type', 'messageId', 'resolution']);
  });

  test('its outcome goes with an objection', () => {
    const back = after(basic, [later, resolve('fixed')], [later, says.object]);
    expect(back.ticket.outcome).toBeNull();
    expect(after(back, [later, says.resolve]).ticket.outcome).toBeNull();
  });

  test('of an outcome that the regulation does not have is refused', () => {
    expect(refusalOf(basic, resolve('magic'))).toEqual({ code: 'unknown-outcome', clause: null });
    expect(refusalOf(given('centaur', { at, holds: 'basic' }), resolve('fixed'))?.code).toBe(
      'unknown-outcome',
    );
  });
});

describe('an answer', () => {
  test('records its means', () => {
    const story = after(basic, [later, reply('remote-session')]);
    expect(lastWords(story)).toEqual({
      says: {
        ru: 'Дан ответ клиенту в удалённом сеансе',
        en: 'Answer given to the customer in a remote session',
      },
      clause: 'H-MEANS',
    });
    expect(lastWords(after(basic, [later, says.reply])).says.ru).toBe('Отправлен ответ клиенту');
  });

  test('by a means that the regulation does not name is refused, naming those it does', () => {
    const names = [
      { ru: 'письмо', en: 'letter' },
      { ru: 'телефон', en: 'phone' },
      { ru: 'удалённый сеанс', en: 'remote session' },
    ];
    const no = { code: 'means-not-listed', clause: 'H-MEANS', names };
    expect(refusalOf(basic, reply('visit'))).toEqual(no);
    expect(refusalOf(basic, resolve('fixed', 'other'))).toEqual(no);
  });

  test('may come by any means where the regulation names none', () => {
    expect(when(given('centaur', { at, holds: 'basic' }), later, reply('visit')).refused).toBeNull();
  });
});

describe('a request for information', () => {
  test('keeps what was ticked, each once, in the list’s order', () => {
    const story = after(basic, [later, ask([2, 0, 2])]);
    const event = story.journal.find(({ event: e }) => e.type === 'InformationRequested')?.event ?? fail();
    expect(event).toEqual({ type: 'InformationRequested', messageId, items: [0, 2] });
    expect(noticesOf(event)).toEqual([
      { kind: 'information-request', to: 'requester', messageId, items: [0, 2] },
    ]);
    expect(lastWords(story)).toEqual({
      says: {
        ru: 'У клиента запрошена информация: Версия; Журнал',
        en: 'Information requested from the customer: Version; Log',
      },
      clause: 'H-LIST',
    });
  });

  test('without ticks is as it always was', () => {
    for (const command of [says.ask, ask([])]) {
      const event = after(basic, [later, command]).journal.find(
        ({ event: e }) => e.type === 'InformationRequested',
      )?.event;
      expect(event).toEqual({ type: 'InformationRequested', messageId });
      expect(noticesOf(event ?? fail())).toEqual([
        { kind: 'information-request', to: 'requester', messageId },
      ]);
    }
  });

  test.each([[3], [-1], [0.5], [Number.NaN]])('of item %d, which the list has not, is refused', (item) => {
    expect(refusalOf(basic, ask([0, item]))).toEqual({ code: 'unknown-checklist-item', clause: 'H-LIST' });
  });

  test('of an item where the regulation has no list is refused', () => {
    expect(refusalOf(given('centaur', { at, holds: 'basic' }), ask([0]))).toEqual({
      code: 'unknown-checklist-item',
      clause: null,
    });
  });
});

describe('a second problem in one ticket', () => {
  test('becomes a ticket of its own, which the old one names', () => {
    const { story, happened } = when(basic, later, split);
    expect(happened).toEqual(['TicketLinked']);
    expect(story.ticket).toEqual(basic.ticket);
    expect(story.journal.at(-1)?.event).toEqual({
      type: 'TicketLinked',
      relation: 'split-into',
      ticketId: 'ticket-2',
      messageId,
    });
    expect(lastWords(story)).toEqual({
      says: {
        ru: 'Вторая проблема выделена в новую заявку',
        en: 'A second problem was split off into a new ticket',
      },
      clause: 'H-SPLIT',
    });
  });

  test('is split off whatever the old ticket waits for, unless it is closed', () => {
    const resolved = after(basic, [later, says.resolve]);
    const uncovered = given(handlingDesk, { at, holds: 'nothing' });
    for (const story of [resolved, uncovered, given(inheritingDesk, { at, holds: 'basic' })]) {
      expect(when(story, later, split).refused).toBeNull();
      expect(allowedActions(story.ticket, shipped(story.desk).regulation)).toContain('split');
    }
    expect(refusalOf(after(resolved, [later, says.confirm]), split)?.code).toBe('already-closed');
  });

  test('where the regulation does not speak of it, it is refused and not offered', () => {
    const story = given(unsplitDesk, { at, holds: 'basic' });
    expect(refusalOf(story, split)).toEqual({ code: 'split-not-foreseen', clause: null });
    expect(allowedActions(story.ticket, shipped(unsplitDesk).regulation)).not.toContain('split');
  });
});
