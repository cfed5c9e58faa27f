import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskSlug } from '../testing/still-desk.ts';
import { openStage, type Stage } from './stage.ts';

/**
 * A test that proves clauses of a regulation. Clauses and title stand as plain words: docs/coverage.md is made from them
 * without running anything.
 */
export type Scenario = (
  clauses: readonly string[],
  title: string,
  play: (desk: Stage) => Promise<void>,
) => void;

/** The scenarios of one desk: a file opens it once, each scenario brings customers of its own. */
export const scenariosAt = (slug: DeskSlug): Scenario => {
  let stage: Stage | null = null;
  beforeAll(async () => {
    stage = await openStage(slug);
  });
  afterAll(async () => {
    if (stage === null) return;
    const errors = [...stage.errors];
    await stage.stop();
    expect(errors).toEqual([]);
  });
  return (clauses, title, play) =>
    test(`${clauses.join(', ')}: ${title}`, async () => {
      if (stage === null) throw new Error('the stage did not open');
      await play(stage);
    });
};
