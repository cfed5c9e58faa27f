import type { Instant } from '@reglament/working-time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goesBy, type KeptVersion, placeText, versionInForce } from './place-text.ts';

const latestFirst = (versions: readonly KeptVersion[]): readonly KeptVersion[] =>
  // The one added later stands first among those of one instant, as in the list of a desk.
  versions.toReversed().toSorted((a, b) => b.effectiveFrom - a.effectiveFrom);

interface Start {
  readonly text: string;
  readonly after: number;
}

/** Texts and the instants that they name. */
const DATED: Readonly<Record<string, number>> = { a: 0, b: 0, c: 40, d: 60, e: 60, f: 90 };

const starts = fc.array(
  fc.record({ text: fc.constantFrom(...Object.keys(DATED)), after: fc.integer({ min: 1, max: 25 }) }),
  { minLength: 1, maxLength: 12 },
);

/** The versions in the order of their adding, after starts that found one text each. */
const keep = (versions: readonly KeptVersion[], text: string, now: Instant): readonly KeptVersion[] => {
  const dated = (DATED[text] ?? 0) as Instant;
  const { kept, from, withdrawn } = placeText(latestFirst(versions), text, now, dated);
  const left = versions.map((one) => (withdrawn.includes(one) ? { ...one, withdrawnAt: now } : one));
  return kept === undefined ? [...left, { effectiveFrom: from, sha256: text, withdrawnAt: null }] : left;
};

const told = (
  course: readonly Start[],
  check: (
    versions: readonly KeptVersion[],
    text: string,
    now: Instant,
    before: readonly KeptVersion[],
  ) => void,
): void => {
  let versions: readonly KeptVersion[] = [];
  let now = 0;
  for (const { text, after } of course) {
    now += after;
    const before = versions;
    versions = keep(versions, text, now as Instant);
    check(versions, text, now as Instant, before);
  }
};

const at = (versions: readonly KeptVersion[], instant: number): string | undefined =>
  versionInForce(latestFirst(versions), instant as Instant)?.sha256;

describe('the text of a file among the versions of its desk', () => {
  it('is the last word from its day on, whatever was there before', () => {
    fc.assert(
      fc.property(starts, (course) => {
        told(course, (versions, text, now) => {
          const from = Math.max(DATED[text] ?? 0, now);
          expect([at(versions, from), at(versions, from + 1000)]).toEqual([text, text]);
        });
      }),
    );
  });

  it('changes nothing of what was in force until now, and a second start finds nothing to do', () => {
    fc.assert(
      fc.property(starts, (course) => {
        told(course, (versions, text, now, before) => {
          if (before.length > 0 && (before[0]?.effectiveFrom ?? 0) < now)
            expect(at(versions, now - 1)).toBe(at(before, now - 1));
          const again = keep(versions, text, now);
          expect(again).toEqual(versions);
          if (goesBy(latestFirst(versions), text, now))
            expect(versions.every((one) => one.effectiveFrom <= now || one.withdrawnAt !== null)).toBe(true);
        });
      }),
    );
  });

  it('of a desk without any begins on its own day', () => {
    expect(placeText([], 'a', 50 as Instant, 10 as Instant)).toEqual({
      kept: undefined,
      from: 10,
      withdrawn: [],
    });
  });
});
