import { readFileSync } from 'node:fs';
import type { LocalDate } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { productionCalendars, shippedIds, shippedText } from '../../test/shipped-regulations.ts';
import { SOUND } from '../../test/sound-regulation.ts';
import { parseRegulation } from '../parse-regulation.ts';
import { isBlocking } from './accept-findings.ts';
import { checkRegulation } from './check-regulation.ts';

const check = (text: string) => checkRegulation(text, productionCalendars, '2026-11-21' as LocalDate);

const changed = (text: string, from: string, to: string): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe('regulations that come with the product', () => {
  test.each(shippedIds)('%s can be used as it is', (id) => {
    const { findings, regulation } = check(shippedText(id));
    expect(findings.filter(isBlocking)).toEqual([]);
    expect(regulation?.id).toBe(id);
  });

  test.each(shippedIds)('%s: every warning is accepted, with a reason', (id) => {
    const open = check(shippedText(id)).findings.filter(
      ({ level, accepted }) => level !== 'note' && accepted === undefined,
    );
    expect(open).toEqual([]);
  });

  test('an invented one that says every alternative can be used as well', () => {
    const text = readFileSync(new URL('../../test/every-alternative.yaml', import.meta.url), 'utf8');
    const { findings } = check(text);
    expect(findings.filter(isBlocking)).toEqual([]);
  });

  test('R9: a certificate registered in a cabinet that its package has not is found', () => {
    const text = changed(
      shippedText('alteroffice'),
      'registered-in: page-without-account',
      'registered-in: cabinet',
    );
    const { findings, regulation } = check(text);
    expect(findings.filter(isBlocking)).toMatchObject([
      {
        code: 'registered-in-missing-cabinet',
        level: 'contradiction',
        path: '/packages/basic/registered-in',
        second: { path: '/packages/basic/cabinet' },
      },
    ]);
    expect(regulation).toBeNull();
  });
});

test('a mark of direction is told where it stands, and a text kept before is read all the same', () => {
  const text = changed(SOUND, 'name: execution\n', 'name: "exe\u202e\\u2066cution"\n');
  const marks = check(text).findings.filter(({ code }) => code === 'direction-mark');
  const line = text.split('\n').findIndex((one) => one.includes('\u202e')) + 1;
  expect(marks.map((one) => [one.line, one.column])).toEqual([
    [line, 15],
    [line, 16],
  ]);
  expect(check(text).regulation).toBeNull();
  expect(parseRegulation(text, productionCalendars).ok).toBe(true);
});

const NOWHERE = [
  '{from: first, to: second, clause: A-1}',
  '{from: second, to: second, clause: A-1}',
] as const;
const acceptance = (at: string): string =>
  `accepted:\n  - {finding: hand-over-nowhere, at: ${at}, because: why, by: who, on: 2026-11-21}\n`;

describe('a contradiction', () => {
  test('keeps a file from being used until its place is accepted', () => {
    const text = changed(SOUND, ...NOWHERE);
    expect(check(text).regulation).toBeNull();
    const taken = check(text + acceptance('/routing/hand-overs/0'));
    expect(taken.regulation).not.toBeNull();
    expect(taken.findings.find(({ code }) => code === 'hand-over-nowhere')?.accepted).toEqual({
      because: 'why',
      by: 'who',
      on: '2026-11-21',
    });
  });

  test('accepted in one place is a contradiction in another', () => {
    const twice = changed(
      SOUND,
      `- ${NOWHERE[0]}`,
      `- ${NOWHERE[1]}\n    - {from: first, to: first, clause: A-1}`,
    );
    const { findings, regulation } = check(twice + acceptance('/routing/hand-overs/0'));
    expect(regulation).toBeNull();
    expect(findings.filter(isBlocking).map(({ path }) => path)).toEqual(['/routing/hand-overs/1']);
  });

  test('is accepted on a date that there is', () => {
    const text = changed(SOUND, ...NOWHERE) + acceptance('/routing/hand-overs/0');
    const { findings } = check(changed(text, 'on: 2026-11-21', 'on: yesterday'));
    expect(findings.filter(isBlocking)).toMatchObject([{ code: 'bad-date', path: '/accepted/0/on' }]);
  });
});

test('an example that comes out otherwise keeps a file from being used; the others are counted', () => {
  const { regulation, examples, findings } = check(
    changed(SOUND, 'due: 2025-02-10 15:00', 'due: 2025-02-10 16:00'),
  );
  expect({ regulation, examples }).toEqual({ regulation: null, examples: 1 });
  const said = findings.find(({ code }) => code === 'example-differs')?.says;
  expect(said?.ru).toContain('в примере пн 10.02.2025 16:00, по правилам пн 10.02.2025 15:00.');
  expect(said?.ru).toContain(
    'Считается: пт 07.02.2025 16:00–18:00 (2 часа), пн 10.02.2025 09:00–15:00 (6 часов).',
  );
});

test('findings stand in the order of the file', () => {
  const { findings } = check(shippedText('flat'));
  const places = findings.map(({ line, column }) => line * 10_000 + column);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places.length).toBeGreaterThan(10);
});
