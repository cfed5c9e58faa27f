import { setTimeout as sleep } from 'node:timers/promises';
import { stillLives, type ProcessIdentity } from './process-identity.ts';

const pollMs = 10;
const fastLimitMs = 60_000;
const immediateLimitMs = 10_000;

const waitForEnd = async (server: ProcessIdentity, limitMs: number): Promise<boolean> => {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline) {
    if (!stillLives(server)) return true;
    await sleep(pollMs);
  }
  return false;
};

const signal = (server: ProcessIdentity, name: NodeJS.Signals): void => {
  try {
    process.kill(server.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/**
 * Fast shutdown (SIGINT: sessions are ended, everything is written), after a minute an immediate one (SIGQUIT: the
 * next start recovers from the log). Neither loses anything that was committed.
 */
export const stopPostmaster = async (server: ProcessIdentity): Promise<void> => {
  if (!stillLives(server)) return;
  signal(server, 'SIGINT');
  if (await waitForEnd(server, fastLimitMs)) return;
  signal(server, 'SIGQUIT');
  if (await waitForEnd(server, immediateLimitMs)) return;
  throw new Error(`PostgreSQL (process ${server.pid}) did not stop`);
};
