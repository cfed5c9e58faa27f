import { describe, expect, test } from 'vitest';
import { productionCalendars, shippedIds, shippedText } from '../../test/shipped-regulations.ts';
import { parseRegulation } from '../parse-regulation.ts';
import { diffRegulations, type ReadRegulation } from './diff-regulations.ts';

const read = (text: string): ReadRegulation => {
  const parsed = parseRegulation(text, productionCalendars);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed;
};

/** What differs when one line of a shipped file is another. */
const changed = (id: string, from: string | RegExp, to: string, language: 'ru' | 'en' = 'en') => {
  const text = shippedText(id);
  const other = text.replace(from, to);
  if (other === text) throw new Error(`nothing like ${String(from)} in ${id}`);
  return diffRegulations(read(text), read(other)).map((one) => one.says[language]);
};

test.each(shippedIds)(
  '%s is the same as itself, and as itself with other comments and order of keys',
  (id) => {
    const text = shippedText(id);
    expect(diffRegulations(read(text), read(`# another comment\n${text}`))).toEqual([]);
  },
);

describe('what is promised', () => {
  const target = 'packages: extended, priorities: critical, within: 1 working hour';

  test('one figure', () => {
    const other = target.replace('1 working hour', '2 working hours');
    expect(changed('centaur', target, other)).toEqual([
      'Extended: Reaction, Critical: 1 working hour → 2 working hours',
    ]);
    expect(changed('centaur', target, other, 'ru')).toEqual([
      'Расширенный: Реакция, Критический: 1 рабочий час → 2 рабочих часа',
    ]);
  });

  test('the path, the kind and the clause are told', () => {
    const text = shippedText('centaur');
    const other = text.replace(target, target.replace('1 working hour', '2 working hours'));
    expect(diffRegulations(read(text), read(other))[0]).toMatchObject({
      kind: 'promise',
      path: '/clocks/reaction/targets',
      clause: 'CN-TIME',
    });
  });

  test('a row for all packages is told once', () => {
    expect(
      changed('flat', 'priorities: 2, within: 4 working hours', 'priorities: 2, within: 3 working hours'),
    ).toEqual(['all packages: Reaction, P2 - high: 4 working hours → 3 working hours']);
  });

  test('nothing promised any more', () => {
    expect(
      changed('flat', 'priorities: 4, within: 48 working hours', 'priorities: 4, within: nothing'),
    ).toEqual(['all packages: Reaction, P4 - low: 48 working hours → nothing promised']);
  });

  test('the same hours in another measure', () => {
    expect(
      changed('alteroffice', 'within: "48 hours, then next opening"', 'within: 48 working hours', 'ru')[0],
    ).toContain('48 рабочих часов');
  });
});

describe('what a table would hide', () => {
  test('a deadline that no longer waits for the opening', () => {
    expect(
      changed('alteroffice', 'within: "12 hours, then next opening"', 'within: "12 hours"').length,
    ).toBeGreaterThan(0);
  });

  test('the same days to another time of day', () => {
    expect(changed('optima', 'within: 2 working days,', 'within: "2 working days, same time",').length).toBe(
      1,
    );
  });

  test('hours of one row', () => {
    expect(changed('flat', 'within: 4 working hours,', 'within: 4 working hours, hours: always,')).toEqual([
      'all packages: Reaction, P2 - high: 4 working hours → 4 working hours (round the clock)',
    ]);
  });

  test('a figure that a certificate may shorten', () => {
    expect(changed('alteroffice', 'individually: shorter-only, ', '').length).toBe(1);
  });

  test('another clause for the same promise', () => {
    const [from, to] = [
      'priorities: 1, within: 2 working hours, clause: FL-P',
      'priorities: 1, within: 2 working hours, clause: FL-K1',
    ];
    expect(changed('flat', from, to)).toEqual(['clocks, “Reaction”, targets, clause: FL-P → FL-K1']);
  });

  test('a promise for one type alone', () => {
    const row = '      - {packages: any, priorities: 1, within: 4 working hours, clause: OW-TIME}';
    const own =
      '      - {packages: any, priorities: 1, types: question, within: 9 working hours, clause: OW-TIME}';
    expect(changed('optima', row, `${row}\n${own}`)).toEqual([
      'Support programme 8*5*4: Execution, Priority 1, Question: 4 working hours → 9 working hours',
    ]);
  });
});

describe('hours, channels, services', () => {
  test('another schedule for a package', () => {
    expect(changed('flat', 'hours: {1-2: always, else: office}', 'hours: always')).toEqual([
      'Extended 24x7: hours, P3 - medium, P4 - low, without a priority: working days 09:00-18:00 → round the clock',
    ]);
  });

  test('another week of a schedule', () => {
    expect(changed('flat', 'week: {mon-fri: 09:00-18:00}', 'week: {mon-fri: 09:00-17:00}')).toContain(
      'service hours, “working days 09:00-18:00”, week, mon-fri: 09:00-18:00 → 09:00-17:00',
    );
  });

  test('a channel more, a channel less', () => {
    expect(
      changed('centaur', 'channels: [email, phone, web-form]', 'channels: [email, phone, messenger]'),
    ).toEqual(['Basic: channels: + messenger; − web form']);
  });

  test('a cell of the matrix', () => {
    expect(
      changed(
        'alteroffice',
        /(visit:\n\s+name: .*\n\s+packages: )\{basic: no, extended: no/u,
        '$1{basic: no, extended: paid',
      ),
    ).toEqual(['On-site visit: Extended: no → paid']);
  });
});

describe('everything else', () => {
  test('a rule of the life of a ticket', () => {
    expect(changed('optima', 'after: 14 calendar days', 'after: 10 calendar days')).toEqual([
      'life of a ticket, automatic closing, after: 14 calendar days → 10 calendar days',
    ]);
  });

  test('a rule by the words of the reference', () => {
    const [from, to] = ['changed-by-staff: with-reason', 'changed-by-staff: never'];
    expect(changed('flat', from, to)).toEqual([
      'priority rules, how staff change a priority in force: with a reason told to the customer → never',
    ]);
    expect(changed('flat', from, to, 'ru')).toEqual([
      'правила приоритета, как сотрудники меняют действующий приоритет: с объяснением клиенту → никогда',
    ]);
  });

  test('what a file spells is said in Russian, ids are named', () => {
    expect(changed('optima', 'after: 14 calendar days', 'after: 10 calendar days', 'ru')).toEqual([
      'жизнь заявки, закрытие само по себе, через: 14 календарных дней → 10 календарных дней',
    ]);
    expect(changed('optima', 'warn: 3 days before', 'warn: 2 days before', 'ru')[0]).toContain(
      'за 3 дня → за 2 дня',
    );
    expect(changed('flat', 'for: 3 months', 'for: 1 month', 'ru')[0]).toContain('3 месяца → 1 месяц');
    expect(changed('centaur', 'unknown-sender: basic', 'unknown-sender: no-promise', 'ru')[0]).toContain(
      '«Базовый» → без обещанного срока',
    );
  });

  test('a thing that came, and one that went', () => {
    const before = shippedText('optima');
    const service =
      '  parking:\n    name: {ru: Стоянка, en: Parking}\n    packages: {any: no}\n    clause: OW-S12\n';
    const after = before.replace(/^services:\n/mu, `services:\n${service}`);
    expect(diffRegulations(read(before), read(after)).map(({ says }) => says)).toEqual([
      { ru: 'услуги, «Стоянка»: добавлено', en: 'services, “Parking”: added' },
    ]);
    expect(diffRegulations(read(after), read(before)).map(({ says }) => says.en)).toEqual([
      'services, “Parking”: removed',
    ]);
  });

  test('only the words: at the end, and told as such', () => {
    const text = shippedText('centaur');
    const other = text
      .replace('en: Basic}', 'en: Plain}')
      .replace(
        'packages: basic, priorities: low, within: 24 working hours',
        'packages: basic, priorities: low, within: 20 working hours',
      );
    expect(diffRegulations(read(text), read(other)).map(({ kind }) => kind)).toEqual(['promise', 'wording']);
  });

  test('no change of a file goes untold: each line of one, changed alone', () => {
    const text = shippedText('flat');
    const untold = [...text.matchAll(/^ {4}(?:ru|en): (?<words>.+)$/gmu)].filter((match) => {
      const other = `${text.slice(0, match.index)}${match[0]} (2)${text.slice(match.index + match[0].length)}`;
      return diffRegulations(read(text), read(other)).length !== 1;
    });
    expect(untold).toEqual([]);
  });
});
