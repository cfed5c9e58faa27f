import { adoptCalendars } from '../use-cases/adopt-calendars.ts';
import type { Context } from '../use-cases/context.ts';
import { BadCalendar, type CalendarSource, keepCalendars } from '../use-cases/keep-calendars.ts';

/** A round ends after this long, so that a server that is to stop does not wait for all tickets of a large desk. */
const ROUND_MS = 5000;

export interface FollowCalendarsOptions {
  readonly say: (line: string) => void;
  readonly onError: (error: unknown) => void;
  /** A calendar was edited: whoever judges calendars may look again. */
  readonly onKept?: () => void;
  /** The calendars as they lie in the project now. */
  readonly read: () => Promise<readonly CalendarSource[]>;
}

/**
 * A round for a loop: calendars edited since are kept as editions, and open deadlines go over to them. A file that can't be
 * used is told once and changes nothing. The round says true when there is more to do.
 */
export const followCalendars = (
  context: Context,
  options: FollowCalendarsOptions,
): (() => Promise<boolean>) => {
  const { say, onError, onKept = () => undefined, read } = options;
  let told = '';
  const keep = async (): Promise<void> => {
    try {
      const kept = await keepCalendars(context.db, await read(), context.now());
      for (const edition of kept)
        say(`Production calendar ${edition} is in force: open deadlines are counted anew.`);
      if (kept.length > 0) onKept();
      told = '';
    } catch (error) {
      if (!(error instanceof BadCalendar)) throw error;
      if (error.message !== told) onError(error);
      told = error.message;
    }
  };
  return async () => {
    await keep();
    context.regulations.forgetCalendars();
    const until = performance.now() + ROUND_MS;
    const isOver = (): boolean => performance.now() > until;
    await adoptCalendars(context, { onError, isOver });
    return isOver();
  };
};
