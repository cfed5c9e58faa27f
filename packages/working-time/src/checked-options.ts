import { WorkingTimeError } from './working-time-error.ts';

/** What an option is, for those who gave it something else. */
export const unknownOption = (path: string, expected: string, given: unknown): WorkingTimeError =>
  new WorkingTimeError('option-unknown', path, `${expected}, got ${String(given)}`);

/** Only undefined is left out: null, a bare word and all else that can't hold options is refused, not overlooked. */
export const assertOptions = (options: unknown): void => {
  if (options === undefined || (typeof options === 'object' && options !== null)) return;
  throw unknownOption('options', 'options are an object', options);
};
