import { describe, expect, test } from 'vitest';
import { waitsForClassification } from '../regulation/waits-for-classification.ts';
import { shipped, shippedIds, variant } from '../test/shipped-regulations.ts';
import { after, type Beginning, classify, company, given, says, type Story } from '../test/ticket-story.ts';
import { firstWorkOf } from './first-work.ts';

const at = '2025-02-07 10:00';
const later = '2025-02-07 11:00';
const answers = ['fabricator', 'contact-phone', 'software', 'priority', 'description', 'contact-name'];
const work = ({ desk, ticket }: Story) => firstWorkOf(ticket, shipped(desk).regulation);
const optima = (beginning: Partial<Beginning> = {}) =>
  given('optima', { at, holds: '8x5x4', stated: [...answers, 'company', 'contact-email'], ...beginning });

test('Optima alone of the five waits for a classification', () => {
  expect(shippedIds.filter((id) => waitsForClassification(shipped(id).regulation))).toEqual(['optima']);
});

describe('a ticket of a regulation whose clock waits for the classification', () => {
  test('is first work until type and priority are told, whatever the customer supposed', () => {
    expect(work(optima({ priority: '2' }))).toEqual(['classification']);
    expect(work(after(optima(), [later, says.take]))).toEqual(['classification']);
    expect(work(after(optima(), [later, classify('incident', '3')]))).toEqual([]);
  });

  test('asking the customer does not end it: the clock goes on', () => {
    const asked = after(optima(), [later, says.ask]);
    expect(asked.ticket.state).toBe('waiting-for-customer');
    expect(work(asked)).toEqual(['classification']);
  });

  test('missing answers are first work until it is classified or somebody works on it', () => {
    const bare = optima({ stated: [] });
    expect(work(bare)).toEqual(['classification', 'fields']);
    expect(work(after(bare, [later, says.take]))).toEqual(['classification']);
    expect(work(after(bare, [later, classify('incident', '3')]))).toEqual([]);
  });

  test('a priority or a company that is not stated is no answer to ask for once more', () => {
    const known = answers.filter((field) => field !== 'priority');
    expect(work(optima({ stated: [...known, 'contact-email'] }))).toEqual(['classification']);
  });
});

describe('whose it is', () => {
  test('comes first, where strangers are promised nothing too', () => {
    expect(work(optima({ holds: 'stranger' }))).toEqual(['company', 'classification']);
  });

  test('is all that is first work where nothing is promised; of a known company nothing is', () => {
    const stranger = optima({ holds: 'stranger', channel: 'messenger' });
    expect(stranger.ticket.state).toBe('not-entitled');
    expect(work(stranger)).toEqual(['company']);
    expect(work(optima({ holds: 'nothing' }))).toEqual([]);
  });

  test('is first work where strangers are served meanwhile, until they are identified', () => {
    const stranger = given('centaur', { at, holds: 'stranger' });
    expect(stranger.ticket.state).toBe('new');
    expect(work(stranger)).toContain('company');
    const found = after(stranger, [later, { type: 'Identify', companyId: company, certificates: [] }]);
    expect(work(found)).not.toContain('company');
  });
});

describe('a priority', () => {
  test('that a regulation without classification asks for and nobody gave', () => {
    const flat = (priority?: string) =>
      given('flat', {
        at,
        holds: '8x5',
        channel: 'portal',
        stated: shipped('flat').regulation.intake.map(({ id }) => id),
        ...(priority === undefined ? {} : { priority }),
      });
    expect(work(flat())).toEqual(['priority']);
    expect(work(flat('3'))).toEqual([]);
  });

  test('that is assumed is left to the customer; one that is only supposed is not', () => {
    const stated = shipped('centaur').regulation.intake.map(({ id }) => id);
    const assumed = given('centaur', { at, holds: 'basic', stated });
    expect(assumed.ticket).toMatchObject({ prioritySource: 'default' });
    expect(work(assumed)).toEqual([]);
    const supposed = variant('centaur', 'a stated level is supposed', (regulation) => ({
      ...regulation,
      priorityRules:
        regulation.priorityRules === null ? null : { ...regulation.priorityRules, statedCounts: false },
    }));
    expect(work(given(supposed, { at, holds: 'basic', stated, priority: 'critical' }))).toEqual(['priority']);
  });
});

test('a type is first work where it is required, and only there', () => {
  const wanted = variant('alteroffice', 'a type is required', (regulation) => ({
    ...regulation,
    intake: regulation.intake.map((field) => (field.id === 'type' ? { ...field, required: true } : field)),
  }));
  const of = (desk: string, ticketType?: string) =>
    given(desk, {
      at,
      holds: 'basic',
      stated: shipped(desk)
        .regulation.intake.map(({ id }) => id)
        .filter((id) => id !== 'type'),
      ...(ticketType === undefined ? {} : { ticketType }),
    });
  expect(work(of(wanted))).toEqual(['type']);
  expect(work(of(wanted, 'problem'))).toEqual([]);
  expect(work(of('alteroffice'))).toEqual([]);
});

test('what is resolved or closed has none, even of a stranger', () => {
  const stranger = given('centaur', { at, holds: 'stranger' });
  const resolved = after(stranger, [later, says.resolve]);
  expect(resolved.ticket.companyId).toBeNull();
  expect(work(resolved)).toEqual([]);
  expect(work(after(resolved, [later, says.confirm]))).toEqual([]);
});
