import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fillTemplate,
  parseTemplate,
  templateFaultWords,
  type TemplateValues,
  templateVariables,
} from './template.ts';

const values: TemplateValues = {
  'ticket.number': '1042',
  'ticket.subject': 'Нет гудка',
  'contact.name': 'Ольга',
  'company.name': null,
  priority: 'Высокий',
  package: null,
  product: 'АТС',
  deadline: '23.11, 12:00',
  'me.name': 'Тимур',
  'desk.name': 'Центавр',
};

const fill = (source: string, given: TemplateValues = values) => {
  const parsed = parseTemplate(source);
  if (!parsed.ok) throw new Error(parsed.fault.code);
  return fillTemplate(parsed.parts, given, 'ru');
};

describe('a template', () => {
  test('is filled with the ticket’s own words', () => {
    expect(fill('{{contact.name}}, по заявке № {{ ticket.number }} ответим до {{deadline}}.')).toEqual({
      text: 'Ольга, по заявке № 1042 ответим до 23.11, 12:00.',
      missing: [],
    });
  });

  test('names what has no value, once', () => {
    expect(fill('{{company.name}} и {{company.name}}')).toEqual({
      text: '[компания] и [компания]',
      missing: ['company.name'],
    });
  });

  test.each(['{{me.name}} и {{deadline}}', '{{ticket.subject}}', '{{me.name}} }} {{'])(
    'never reads again what was put in (R21): %s',
    (subject) => {
      expect(fill('Тема: {{ticket.subject}}', { ...values, 'ticket.subject': subject }).text).toBe(
        `Тема: ${subject}`,
      );
    },
  );

  test('puts a value in as one line', () => {
    expect(fill('{{contact.name}}!', { ...values, 'contact.name': 'Ольга\n\n# Иванова' }).text).toBe(
      'Ольга # Иванова!',
    );
  });

  test.each([
    ['{{contact.nam}}', 'unknown-variable', 'contact.nam', 1, 1],
    ['Здравствуйте!\nВаш {{constructor}}', 'unknown-variable', 'constructor', 2, 5],
    ['а\nб\n  {{deadline', 'not-closed', 'deadline', 3, 3],
    ['{{}}', 'unknown-variable', '', 1, 1],
    ['{{contact.name {{deadline}}', 'unknown-variable', 'contact.name {{deadline', 1, 1],
  ])('%j is told with its place', (source, code, name, line, column) => {
    expect(parseTemplate(source)).toEqual({ ok: false, fault: { code, name, line, column } });
  });

  test('says in words what to mend', () => {
    const parsed = parseTemplate('{{x}}');
    expect(parsed.ok ? null : templateFaultWords(parsed.fault).ru).toBe(
      'Нет такой переменной: {{x}}, строка 1, знак 1.',
    );
  });

  test('law: text without braces comes out as it went in, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('{{')),
        (text) => {
          expect(fill(text)).toEqual({ text, missing: [] });
        },
      ),
    );
  });

  test('law: a value stands where its variable stood, whatever it holds', () => {
    const word = fc.string({ minLength: 1 }).map((text) => `a${text}`.trim().replaceAll(/\s+/g, ' '));
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(templateVariables) as (keyof TemplateValues)[])),
        word,
        (name, value) => {
          expect(fill(`<{{${name}}}>`, { ...values, [name]: value }).text).toBe(`<${value}>`);
        },
      ),
    );
  });
});
