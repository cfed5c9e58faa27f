import { ProblemError } from '@reglament/contract';

/** One thing a person means to do, once, however often it has to be sent. */
export interface Intent {
  readonly key: string;
  readonly body: string;
  /** The version the person saw. */
  readonly version: number | null;
}

/**
 * The intent to send now: the unanswered one again when it says the same, with its own key and version; else a new one.
 */
export const nextIntent = (
  unanswered: Intent | null,
  body: string,
  version: number | null,
  newKey: () => string,
): Intent =>
  unanswered !== null && unanswered.body === body ? unanswered : { key: newKey(), body, version };

/**
 * Whether the server has decided. A lost reply, a fault of the server and "still running" leave open what became of the request:
 * only the same key asks again without doing it twice.
 */
export const isAnswered = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status < 500 && error.problem.code !== 'still-running';
