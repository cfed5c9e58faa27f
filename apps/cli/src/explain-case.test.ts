import { expect, test } from 'vitest';
import { findPromise } from './explain-case.ts';
import { openLibrary, ownRegulations, type LoadedRegulation } from './load-regulation.ts';

const found = openLibrary(ownRegulations).find('centaur');
if (!found.ok) throw new Error(found.code);

/** Centaur with two hours for an incident of every package and priority, and nothing for advice. */
const typed: LoadedRegulation = {
  ...found.loaded,
  regulation: {
    ...found.loaded.regulation,
    clocks: found.loaded.regulation.clocks.map((clock) => ({
      ...clock,
      targets: clock.targets.flatMap((row) => [
        row,
        { ...row, types: ['incident'], within: { kind: 'working-time', ms: 7_200_000 } },
        { ...row, types: ['consultation'], within: null },
      ]),
    })),
  },
};
const targets = (type: string | null): readonly unknown[] => {
  const promise = findPromise(typed, { packageId: 'basic', priority: 'low', type });
  if (!promise.ok) throw new Error(promise.refusal.code);
  return promise.promise.clocks.map(({ counting }) => counting?.target);
};

test('the type of the ticket chooses what is promised', () => {
  const promised = findPromise(found.loaded, { packageId: 'basic', priority: 'low', type: null });
  if (!promised.ok) throw new Error(promised.refusal.code);
  expect(targets(null)).toEqual(promised.promise.clocks.map(({ counting }) => counting?.target));
  expect(targets('incident')).toEqual(
    promised.promise.clocks.map(() => ({ kind: 'working-time', ms: 7_200_000 })),
  );
  expect(targets('consultation')).toEqual([]);
});
