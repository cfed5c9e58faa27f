import { describe, expect, test } from 'vitest';
import { shipped } from '../test/shipped-regulations.ts';
import { knownFields, readPriority, readStatedFields } from './stated-fields.ts';

const { regulation } = shipped('optima');
const centaur = shipped('centaur').regulation;

describe('answers in a letter', () => {
  test('OW-2: "Label: value" lines by the regulation’s labels, the first answer of a field counts', () => {
    const stated = readStatedFields(
      regulation,
      'Здравствуйте!\nПриоритет: 2\nприоритет: 4\nПереработчик: да\n\nНе запускается.',
    );
    expect(stated.priority).toBe('2');
    expect(Object.values(stated.values)).toContain('да');
  });

  test.each([
    ['критический', 'critical'],
    ['КРИТИЧНЫЙ', 'critical'],
    [' Critical ', 'critical'],
    ['средний', 'medium'],
    ['срочно!!!', null],
    ['', null],
  ])('the word %j names %s', (word, expected) => {
    expect(readPriority(centaur, word)).toBe(expected);
  });

  test('ё and е are the same letter', () => {
    const [field] = regulation.intake;
    expect(field).toBeDefined();
    expect(
      readPriority(
        { ...centaur, priorities: [{ ...centaur.priorities[0], aliases: ['тёмный'] } as never] },
        'темный',
      ),
    ).toBe('critical');
  });

  test('a priority that means nothing is no answer', () => {
    expect(readStatedFields(regulation, 'Приоритет: очень важно')).toEqual({
      values: {},
      priority: null,
      ticketType: null,
    });
  });

  test('hostile labels and a huge text leave a clean dictionary', () => {
    const text = `__proto__: x\nconstructor: y\n${'a'.repeat(100)}: z\n${'Приоритет '.repeat(100_000)}`;
    const { values } = readStatedFields(regulation, text);
    expect(values).toEqual({});
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('a long answer is cut, an empty one is none', () => {
    expect(
      Object.values(readStatedFields(regulation, `Переработчик: ${'д'.repeat(2000)}`).values)[0],
    ).toHaveLength(500);
    expect(readStatedFields(regulation, 'Переработчик:   ').values).toEqual({});
  });

  test('what the system knows is not asked for', () => {
    const known = knownFields(regulation, {
      company: 'ООО «Окно»',
      contactName: '',
      contactPhone: '',
      contactEmail: 'a@b.example',
      product: '',
      version: '',
      description: 'x',
      priority: '',
      ticketType: '',
    });
    const sources = regulation.intake.filter((f) => known[f.id] !== undefined).map((f) => f.source);
    expect(new Set(sources)).toEqual(new Set(['company', 'contact-email', 'description']));
  });

  test.each(['constructor', 'toString', '__proto__'])('a field named %s is a field like any other', (id) => {
    const [field] = regulation.intake;
    if (field === undefined) throw new Error('no fields');
    const named = { ...regulation, intake: [{ ...field, id, source: null, labels: [id] }] };
    const { values } = readStatedFields(named, `${id}: да`);
    expect(Object.entries(values)).toEqual([[id, 'да']]);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  });

  test.each([
    ['spaces around', '  Переработчик   :   да  ', 'да'],
    ['a colon in the answer', 'Переработчик: да: наш', 'да: наш'],
    ['lines of Windows', 'Здравствуйте!\r\nПереработчик: да\r\n', 'да'],
    ['hard spaces', 'Переработчик\u00a0:\u00a0да', 'да'],
    ['capitals', 'ПЕРЕРАБОТЧИК: да', 'да'],
  ])('%s', (_what, text, expected) => {
    expect(readStatedFields(regulation, text).values).toEqual({ fabricator: expected });
  });

  test.each([
    ['quoted', '> Переработчик: да'],
    ['after the two hundredth line', `${'\n'.repeat(200)}Переработчик: да`],
    ['without a label', ': да'],
    ['without a colon', 'Переработчик.'],
    ['further than a label goes', `${' '.repeat(80)}Переработчик: да`],
    ['in the middle of a sentence', 'Наш переработчик: да'],
  ])('what is %s is no answer', (_what, text) => {
    expect(readStatedFields(regulation, text).values).toEqual({});
  });

  test('a long answer never ends in half a character', () => {
    const { values } = readStatedFields(regulation, `Переработчик: ${'д'.repeat(499)}😀`);
    expect(values).toEqual({ fabricator: 'д'.repeat(499) });
  });

  test('AO-1.8: the type by its id or name; an unknown one is no answer', () => {
    const alter = shipped('alteroffice').regulation;
    expect(readStatedFields(alter, 'Тип: Консультация').ticketType).toBe('consultation');
    expect(readStatedFields(alter, 'Тип: проблема')).toMatchObject({
      ticketType: 'problem',
      values: { type: 'проблема' },
    });
    expect(readStatedFields(alter, 'Тип: жалоба')).toEqual({ values: {}, priority: null, ticketType: null });
  });
});
