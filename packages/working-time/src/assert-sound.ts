import type { ScheduleProblem } from './check-schedule.ts';
import { WorkingTimeError } from './working-time-error.ts';

/** Refuses an unsound schedule with all that is wrong with it; the first problem is in the words. */
export const assertSound = (problems: readonly ScheduleProblem[]): void => {
  const [problem] = problems;
  if (problem === undefined) return;
  const { code, path, hint } = problem;
  throw new WorkingTimeError(
    'schedule-unsound',
    path,
    `unsound schedule: ${code} at '${path}', expected ${hint}`,
    problems,
  );
};
