import { addWorkingTime, compileSchedule, instant } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { CASES, questionsOf } from './cases.ts';
import { judgeAnswers } from './judge-answers.ts';
import { luxonDayLoop } from './luxon-day-loop.ts';
import { reglament, scheduleOf } from './reglament.ts';

const COUNT = 60;

/** What somebody would have written to standard output. */
const linesOf = (ask: (n: number) => number): readonly string[] =>
  Array.from({ length: COUNT }, (_, n) => String(ask(n)));

describe.each(CASES)('$id', (hours) => {
  const { starts, lengths, ends } = questionsOf(hours, COUNT);
  const judge = (op: 'add' | 'between', lines: readonly string[]) =>
    judgeAnswers(hours, op, COUNT, { lines, failure: null });

  test('a loop over days agrees with the package', () => {
    for (const contestant of [luxonDayLoop, reglament]) {
      const { add, between } = contestant(hours);
      const added = linesOf((n) => add(starts[n] ?? 0, lengths[n] ?? 0));
      const counted = linesOf((n) => between(starts[n] ?? 0, ends[n] ?? 0));
      expect(judge('add', added)).toMatchObject({ answered: COUNT, wrong: 0, example: null });
      expect(judge('between', counted)).toMatchObject({ answered: COUNT, wrong: 0, example: null });
    }
  });

  test('an answer that is off by a millisecond is wrong, and shown', () => {
    const { add, between } = reglament(hours);
    const added = judge(
      'add',
      linesOf((n) => add(starts[n] ?? 0, lengths[n] ?? 0) + (n === 7 ? 1 : 0)),
    );
    expect(added).toMatchObject({ answered: COUNT, wrong: 1 });
    expect(added.example).toContain(new Date(starts[7] ?? 0).toISOString().slice(0, 19));
    const counted = judge(
      'between',
      linesOf((n) => between(starts[n] ?? 0, ends[n] ?? 0) - (n < 2 ? 1 : 0)),
    );
    expect(counted.wrong).toBe(2);
  });
});

test('a question that is never answered is shown', () => {
  const [hours] = CASES;
  const { starts } = questionsOf(hours, COUNT);
  const verdict = judgeAnswers(hours, 'between', COUNT, { lines: [], failure: 'hangs' });
  expect(verdict).toMatchObject({ answered: 0, wrong: 0, failure: 'hangs' });
  expect(verdict.example).toContain(new Date(starts[0] ?? 0).toISOString().slice(0, 19));
});

test('a deadline at closing time may also stand at the next opening', () => {
  // From Monday's opening in steps of a whole day's hours.
  const hours = {
    ...CASES[0],
    from: Date.UTC(2024, 0, 8, 8),
    to: Date.UTC(2024, 0, 8, 8) + 1,
    grain: 9 * 3_600_000,
  };
  const { starts, lengths } = questionsOf(hours, COUNT);
  const calendar = compileSchedule(scheduleOf(hours));
  const answers = (edge: 'closing' | 'opening'): readonly string[] =>
    linesOf((n) => addWorkingTime(calendar, instant(starts[n] ?? 0), lengths[n] ?? 0, { edge }) ?? 0);
  expect(answers('closing')).not.toEqual(answers('opening'));
  for (const edge of ['closing', 'opening'] as const) {
    const lines = answers(edge);
    expect(judgeAnswers(hours, 'add', COUNT, { lines, failure: null })).toMatchObject({
      answered: COUNT,
      wrong: 0,
    });
  }
});
