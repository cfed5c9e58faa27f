// Runs after the application's death: stops the server unless a new application took it over.
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeHolderLock } from './holder-lock.ts';
import { findPostmaster } from './postmaster-file.ts';
import type { GuardTask } from './start-guard.ts';
import { stopPostmaster } from './stop-postmaster.ts';

const waitForEndOfInput = async (): Promise<string> => {
  let words = '';
  for await (const chunk of process.stdin) words += String(chunk);
  return words;
};

const stopAbandoned = async (task: GuardTask): Promise<void> => {
  // Somebody removed the database altogether: nothing must come back.
  if (!existsSync(task.clusterDirectory)) return;
  // Holding the lock makes a new application wait instead of adopting a server that is about to stop.
  const lock = takeHolderLock(task.baseDirectory, 'guard');
  if (!lock.taken) return;
  const server = findPostmaster(task.clusterDirectory);
  if (server !== undefined) await stopPostmaster(server.identity);
  lock.release();
  for (const directory of task.removeAfterwards) rmSync(directory, { recursive: true, force: true });
};

const [taskText = '', mode] = process.argv.slice(2);
const task = JSON.parse(taskText) as GuardTask;
if (mode === 'wait') {
  const words = await waitForEndOfInput();
  if (words !== '') process.exit(0);
  await sleep(task.graceSeconds * 1000);
}
await stopAbandoned(task);
