import { setTimeout as sleep } from 'node:timers/promises';
import { launchPostmaster, type LaunchPlan } from './launch-postmaster.ts';
import { clearOrphans } from './orphan-backends.ts';
import { stillLives, type ProcessIdentity } from './process-identity.ts';
import { stopPostmaster } from './stop-postmaster.ts';

export interface Supervision {
  /** Ends the watch, then the server. */
  readonly stop: () => Promise<void>;
}

const watchMs = 200;
const firstPauseMs = 100;
const longestPauseMs = 5_000;

/**
 * Starts the server anew on the same port after it died. The port may be held for a moment by a dying backend and the
 * shared memory by an orphan, so failures are repeated, for as long as the application lives: a full disk may be
 * cleared in an hour. A failure is said when it differs from the last one.
 */
const relaunch = async (plan: LaunchPlan, stopping: () => boolean): Promise<ProcessIdentity | undefined> => {
  let pauseMs = firstPauseMs;
  let said = '';
  while (!stopping()) {
    try {
      await clearOrphans(plan.place.clusterDirectory, plan.clusterName);
      return await launchPostmaster(plan);
    } catch (error) {
      const message = (error as Error).message.replaceAll(/\d+/g, '');
      if (message !== said) plan.say((error as Error).message);
      said = message;
      await sleep(pauseMs);
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
    }
  }
  return undefined;
};

/** Watches the server (every 200 ms) and brings it back when it dies; connections must be made anew by their owners. */
export const supervisePostmaster = (plan: LaunchPlan, first: ProcessIdentity): Supervision => {
  let server: ProcessIdentity | undefined = first;
  let stopping = false;
  let wake = (): void => undefined;

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, watchMs);
      timer.unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const watch = async (): Promise<void> => {
    for (;;) {
      await pause();
      if (stopping) return;
      if (server !== undefined && stillLives(server)) continue;
      plan.say('PostgreSQL has ended unexpectedly; it is started again.');
      server = await relaunch(plan, () => stopping);
      if (server !== undefined) plan.say('PostgreSQL is running again.');
    }
  };
  const watching = watch();

  return {
    stop: async () => {
      stopping = true;
      wake();
      await watching;
      if (server !== undefined) await stopPostmaster(server);
    },
  };
};
