import { describe, expect, test } from 'vitest';
import { parseTarget } from '../parse-target.ts';
import { parseMoment, parseTermLength } from '../parse-term.ts';
import { parseWarning } from '../parse-warning.ts';
import { drawSchema } from './draw-schema.ts';
import { SPELLINGS, TARGET_WORDS, type Spelling, type SpellingName } from './spellings.ts';
import { walkSchema } from './walk-schema.ts';

/** What `check` itself makes of a value; dates and times are read with the zone, elsewhere. */
const reads: Readonly<Partial<Record<SpellingName, (text: string) => boolean>>> = {
  target: (text) => text === 'nothing' || parseTarget(text) !== null,
  length: (text) => parseTermLength(text) !== null,
  moment: (text) => parseMoment(text) !== null,
  warning: (text) => parseWarning(text) !== null,
};

describe.each(Object.entries(SPELLINGS) as [SpellingName, Spelling][])(
  '%s',
  (name, { pattern, at, good, bad }) => {
    const fits = (text: string): boolean => new RegExp(pattern, 'u').test(text);

    test('the pattern and the reader agree', () => {
      for (const text of good)
        expect([text, fits(text), reads[name]?.(text) ?? true]).toEqual([text, true, true]);
      for (const text of bad)
        expect([text, fits(text), reads[name]?.(text) ?? false]).toEqual([text, false, false]);
    });

    test('it is about keys that exist', () => {
      const known = walkSchema(drawSchema()).map(({ path }) => path);
      for (const path of at) expect(known).toContain(path);
    });
  },
);

test('every way to write a target that is explained can be read', () => {
  for (const text of Object.keys(TARGET_WORDS)) expect([text, reads.target?.(text)]).toEqual([text, true]);
});
