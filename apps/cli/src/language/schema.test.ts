import { readdirSync, readFileSync } from 'node:fs';
import { parseRegulation } from '@reglament/desk';
import { readYaml, regulationFile } from '@reglament/desk/language';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCalendars, ownRegulations } from '../load-regulation.ts';
import { languageFiles } from './language-files.ts';
import { projectRoot, schemaText } from './schema-text.ts';

const fits = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
}).compile(JSON.parse(schemaText()) as object);
const text = (path: string): string => readFileSync(new URL(path, projectRoot), 'utf8');
const valueOf = (yaml: string): unknown => {
  const read = readYaml(yaml);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};
type Tree = Record<string, unknown>;

/** Puts a value at a place, or takes away what stands there (undefined). */
const change = (root: unknown, path: readonly string[], value: unknown): void => {
  let map = root as Tree;
  for (const step of path.slice(0, -1)) map = map[step] as Tree;
  const last = path.at(-1) ?? '';
  if (value !== undefined) map[last] = value;
  else if (Array.isArray(map)) map.splice(Number(last), 1);
  else delete map[last];
};

const sample = text('docs/language/sample.yaml');

test.each(Object.entries(languageFiles()))(
  '%s is the one made today: npm run docs:language',
  (path, made) => {
    expect(text(path)).toBe(made);
  },
);

describe('the schema and the check agree', () => {
  const shipped = readdirSync(ownRegulations).filter((name) => name.endsWith('.yaml'));

  test.each([...shipped.map((name) => `regulations/${name}`), 'docs/language/sample.yaml'])(
    '%s is in order',
    (path) => {
      fits(valueOf(text(path)));
      expect(fits.errors).toBeNull();
    },
  );

  test.each([
    ['an unknown key', 'zone: Europe/Moscow', 'zone: Europe/Moscow\ncolour: red'],
    ['a missing key', 'zone: Europe/Moscow\n', ''],
    ['an unknown word', 'starts: registration', 'starts: yesterday'],
    ['a mistyped target', 'within: 5 working days', 'within: 5 days'],
    ['a mistyped warning', '50%', '1 day before'],
    ['a mistyped moment', 'first covered request', 'payday'],
    ['a wrong type', 'required: true', 'required: yes'],
    ['a text in one language', '{ru: Карточка, en: Card}', '{ru: Карточка}'],
    ['a half-told choice', '{reply: reopens, within: 7 calendar days,', '{reply: reopens,'],
    ['a channel that is none', 'channels: [email, web-form]', 'channels: [email, pigeon]'],
  ])('%s is refused by both', (_what, from, to) => {
    const base = sample.replace('{ru: Сервер, en: Server}', '{ru: Карточка, en: Card}');
    expect(base).toContain(from);
    const broken = base.replace(from, to);
    expect([fits(valueOf(broken)), parseRegulation(broken, loadCalendars(ownRegulations)).ok]).toEqual([
      false,
      false,
    ]);
  });

  test.each([
    ['a name that leads nowhere', 'hours: office', 'hours: nights'],
    [
      'a gap',
      '{packages: any, priorities: usual, within: 5 working days, clause: V-3}',
      '{packages: plus, priorities: usual, within: 5 working days, clause: V-3}',
    ],
    ['a date that does not exist', 'date: 2026-01-12', 'date: 2026-02-30'],
    ['a window that is none', '00:00-24:00', '00:00-24:01'],
  ])('%s is beyond the schema: only the check sees it', (_what, from, to) => {
    const broken = sample.replace(from, to);
    expect(broken).not.toBe(sample);
    expect([fits(valueOf(broken)), parseRegulation(broken, loadCalendars(ownRegulations)).ok]).toEqual([
      true,
      false,
    ]);
  });

  test('whatever is done to a place, both shapes say the same, but for spellings that zod leaves to the check', () => {
    const places = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
      typeof value !== 'object' || value === null
        ? [path]
        : [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
    const whole = valueOf(sample);
    const all = places(whole).filter(({ length }) => length > 0);
    const put = fc.constantFrom<unknown>(undefined, null, 5, -1, true, 'zzz', '', [], {}, ['zzz'], {
      zzz: 1,
    });
    fc.assert(
      fc.property(fc.constantFrom(...all), put, (path, value) => {
        const changed = structuredClone(whole);
        change(changed, path, value);
        const byShape = regulationFile.safeParse(changed).success;
        const bySchema = fits(changed);
        if (byShape && !bySchema)
          expect((fits.errors ?? []).map(({ keyword }) => keyword)).toContain('pattern');
        else expect(bySchema).toBe(byShape);
      }),
      { numRuns: 1000, seed: 20 },
    );
  });
});
