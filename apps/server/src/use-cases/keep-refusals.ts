import type { Instant } from '@reglament/working-time';
import { keepConcerns } from '../store/concerns.ts';
import type { Queries } from '../store/database.ts';
import type { Desk } from '../store/queries/desks.ts';
import type { Concern } from '../time-zones/concern.ts';
import type { RefusedRegulation } from './set-up-desks.ts';

const concernOf = (
  { slug, findings }: RefusedRegulation,
  desks: readonly Desk[],
): Extract<Concern, { kind: 'regulation-refused' }> => {
  const [first] = findings;
  return {
    kind: 'regulation-refused',
    ...(desks.some((desk) => desk.slug === slug) ? {} : { newDesk: slug }),
    line: first?.line ?? 0,
    column: first?.column ?? 0,
    code: first?.code ?? '',
    says: first?.says ?? { ru: '', en: '' },
    more: Math.max(0, findings.length - 1),
  };
};

/**
 * Tells the administrators of each desk that its text was refused; of a text that was to make a desk, those of all desks:
 * there is nobody else to tell. What was mended since is no longer told.
 */
export const keepRefusals = async (
  q: Queries,
  desks: readonly Desk[],
  refused: readonly RefusedRegulation[],
  now: Instant,
): Promise<void> => {
  const concerns = refused.map((one) => ({ slug: one.slug, concern: concernOf(one, desks) }));
  for (const { deskId, slug } of desks) {
    const told = concerns.filter((one) => one.slug === slug || one.concern.newDesk !== undefined);
    await keepConcerns(
      q,
      deskId,
      'regulation',
      told.map(({ concern }) => concern),
      now,
    );
  }
};
