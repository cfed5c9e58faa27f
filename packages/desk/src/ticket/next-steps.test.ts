import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../ids.ts';
import { anyStory, stepsOf } from '../test/any-story.ts';
import { shipped } from '../test/shipped-regulations.ts';
import { after, classify, engineer, factsOf, given, says, type Story } from '../test/ticket-story.ts';
import { allowedActions } from './allowed.ts';
import { nextSteps } from './next-steps.ts';

const at = '2025-02-07 10:00';
const optima = given('optima', { at, holds: '8x5x4' });
const refusalsOf = (story: Story, by: PersonId = engineer): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    nextSteps(story.ticket, factsOf(story, at), by).flatMap(({ action, refusal }) =>
      refusal === null ? [] : [[action, [refusal.code, refusal.clause]]],
    ),
  );

describe('what staff may do next', () => {
  test('before it is classified a ticket can’t be solved, and its rule says so', () => {
    const refused = refusalsOf(given('alteroffice', { at, holds: 'nothing' }));
    expect(refused['take']).toEqual(['not-covered', 'AO-3.2']);
    expect(refused['resolve']).toEqual(['not-covered', 'AO-3.2']);
  });

  test('what is yours already is not taken again; a colleague may', () => {
    const taken = after(optima, [at, says.take]);
    expect(refusalsOf(taken)['take']).toEqual(['already-yours', null]);
    expect(refusalsOf(taken, 'person-9' as PersonId)).not.toHaveProperty('take');
  });

  test('a closed ticket refuses everything but a note, each with the reason', () => {
    const closed = after(optima, [at, classify('incident', '1')], [at, says.resolve], [at, says.confirm]);
    const steps = nextSteps(closed.ticket, factsOf(closed, at), engineer);
    const open = steps.filter(({ refusal }) => refusal === null).map(({ action }) => action);
    expect(open).toEqual([
      ...allowedActions(closed.ticket, shipped('optima').regulation, factsOf(closed, at).now),
    ]);
    expect(refusalsOf(closed)).toMatchObject({
      reply: ['already-closed', null],
      resolve: ['already-closed', null],
      merge: ['already-closed', null],
    });
  });

  test('confirming waits for a solution', () => {
    expect(refusalsOf(optima)['record-confirmation']).toEqual(['not-resolved', 'OW-8']);
  });

  test('law: whatever happened, each action is named at most once, all that is allowed but taking one’s own is offered, and what is refused says why', () => {
    fc.assert(
      fc.property(anyStory, (any) => {
        const { begun, steps } = stepsOf(any);
        const last = steps.at(-1);
        const story = last?.outcome.story ?? begun;
        const facts = factsOf(story, last?.now ?? at);
        const found = nextSteps(story.ticket, facts, engineer);
        const names = found.map(({ action }) => action);
        expect(new Set(names).size).toBe(names.length);
        const offered = found.filter(({ refusal }) => refusal === null).map(({ action }) => action);
        const allowed = allowedActions(story.ticket, facts.regulation, facts.now);
        const takes = found.some(({ action, refusal }) => action === 'take' && refusal === null);
        expect(offered.toSorted()).toEqual(allowed.filter((action) => action !== 'take' || takes).toSorted());
      }),
      { numRuns: 200 },
    );
  });
});
