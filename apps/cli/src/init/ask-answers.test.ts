import { describe, expect, test } from 'vitest';
import { answersFrom, askAnswers, type Questions } from './ask-answers.ts';
import { initQuestions } from './init-questions.ts';

const questions: Questions = (so) => initQuestions(so, { id: '', language: 'en', calendars: ['ru'] });
const least = { id: 'acme', name: 'Acme', product: 'CAD' };

describe('answers of a file', () => {
  test('what is not answered is preset, and answers bring questions of their own', () => {
    const asked = answersFrom(least, questions);
    if (!asked.ok) throw new Error(asked.key);
    expect(Object.fromEntries(asked.answers)).toEqual({
      ...least,
      zone: 'Europe/Moscow',
      hours: 'mon-fri 09:00-18:00',
      calendar: 'ru',
      packages: 'base=Base',
      priorities: 'critical=Critical, usual=Usual',
      channels: 'email',
      closing: 'never',
      'round-the-clock.base': '-',
      'reaction.base.critical': '8 working hours',
      'reaction.base.usual': '8 working hours',
    });
  });

  test('all that is missing is named at once', () => {
    expect(answersFrom({ zone: 'UTC', name: ' ' }, questions)).toMatchObject({ key: 'id, name, product' });
  });

  test('a Russian name has an English one beside it', () => {
    const nameOf = (own: Readonly<Record<string, string>>) => {
      const asked = answersFrom({ ...least, name: 'Зорька', ...own }, questions);
      return asked.ok ? asked.answers.get('name-en') : asked.key;
    };
    expect([nameOf({}), nameOf({ 'name-en': 'Dawn' })]).toEqual(['Zorka', 'Dawn']);
    expect(answersFrom({ ...least, 'name-en': 'Dawn' }, questions)).toMatchObject({ key: 'name-en' });
  });

  test.each([
    ['an id in capitals', { id: 'Acme' }, 'id'],
    ['no name', { name: '' }, 'name'],
    ['no such zone', { zone: 'Mars/Base' }, 'zone'],
    ['hours that are none', { hours: '9-18' }, 'hours'],
    ['a package twice', { packages: 'a=A, a=B' }, 'packages'],
    ['a channel that is none', { channels: 'email, pigeon' }, 'channels'],
    ['a day to close', { closing: '1 calendar days' }, 'closing'],
    ['a reserved priority', { priorities: 'none=None' }, 'priorities'],
    ['a priority nobody has', { 'round-the-clock.base': 'low' }, 'round-the-clock.base'],
    ['a target that is none', { 'reaction.base.usual': '2 days' }, 'reaction.base.usual'],
    ['an answer to no question', { colour: 'red' }, 'colour'],
  ])('%s is refused by its name', (_what, wrong, key) => {
    expect(answersFrom({ ...least, ...wrong }, questions)).toMatchObject({ ok: false, key });
  });
});

describe('answers of a person', () => {
  const talk = async (lines: readonly string[]) => {
    const told: string[] = [];
    const waiting = [...lines];
    const asked = await askAnswers(questions, 'en', {
      tell: (line) => told.push(line),
      hear: () => Promise.resolve(waiting.shift() ?? null),
    });
    return { asked, told, left: waiting.length };
  };

  test('somebody who never answers rightly is asked no more than twenty times', async () => {
    const { asked, told, left } = await talk(Array.from({ length: 30 }, () => 'Not An Id'));
    expect(asked).toMatchObject({ ok: false, key: 'id' });
    expect([told.length, left]).toEqual([40, 10]);
  });

  test('a question without a preset wants an answer', async () => {
    const { asked, told } = await talk(['', 'acme']);
    expect(told).toContain('  an answer is needed');
    expect(asked).toMatchObject({ ok: false, key: 'name' });
  });
});
