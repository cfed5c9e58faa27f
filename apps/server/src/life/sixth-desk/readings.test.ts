import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Each question that documents leave open (R) and each that every desk answers (Q) is played here in the other way, on real
// parts, or says what the desk has to learn first.

const SILENT = 44;
const ASKED = 26;

/** Said and checked in the file; what the desk would have to do about it, and does not do yet. */
const STILL_TO_COME: Readonly<Record<string, string>> = {
  R27: 'a record of the customer for whom a partner asks',
  R32: 'whether a system works at this moment: a person judges, whatever the file says',
  R36: 'visits with a city, planned and counted',
  R41: 'a free time at the start, told on the certificate; the usual length of an order filled in',
};

/** Where no second answer could make a desk do anything else. */
const NO_OTHER_WAY: Readonly<Record<string, string>> = {
  R24: 'a label of a figure',
  Q10: 'one answer only: a miss stays on record',
};

const played = (): ReadonlySet<string> => {
  const here = new URL('.', import.meta.url);
  const files = readdirSync(here).filter((name) => name.endsWith('.test.ts'));
  const names = files.flatMap((name) => [
    ...readFileSync(new URL(name, here), 'utf8').matchAll(/^ *it\(\s*'((?:[RQ]\d+(?:, |:))+)/gmu),
  ]);
  return new Set(names.flatMap(([, ids = '']) => ids.match(/[RQ]\d+/gu) ?? []));
};

const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

test('every question is played in its other way, or the reason stands here', () => {
  const reasons = new Set([...Object.keys(STILL_TO_COME), ...Object.keys(NO_OTHER_WAY)]);
  const scenes = played();
  const open = [...numbered('R', SILENT), ...numbered('Q', ASKED)].filter(
    (id) => !scenes.has(id) && !reasons.has(id),
  );
  expect(open).toEqual([]);
  // A reason that a scene has overtaken goes.
  expect([...reasons].filter((id) => scenes.has(id))).toEqual([]);
});

test('there are as many questions as the language’s own list has', () => {
  const list = readFileSync(new URL('../../../../../docs/language/questions.en.md', import.meta.url), 'utf8');
  const ids = [...list.matchAll(/^### ([QR]\d+)\./gmu)].map(([, id]) => id);
  expect(ids).toEqual([...numbered('Q', ASKED), ...numbered('R', SILENT)]);
});
