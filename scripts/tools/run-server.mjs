// @ts-check
// Runs the server as a child that gets our signals once, gives us its exit code and doesn't outlive us.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Ctrl-C arrives from the terminal and once more from npm: to the server it must be one. */
const SAME_SIGNAL_MS = 500;
const PARENT_CHECK_MS = 1_000;

/**
 * @param {string} root the project's folder
 * @param {string} program the built server
 * @param {readonly string[]} args the server's own
 * @returns {Promise<number>} the server's exit code; 128 + number for a signal
 */
export function runServer(root, program, args) {
  const follow = new URL('./follow-parent.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', follow, program, ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // A process group of its own, so that the terminal's Ctrl-C comes through us only. Windows would open a window.
    detached: process.platform !== 'win32',
  });
  forwardSignals(child);
  followNpm(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      resolve(code ?? 128 + (signal === null ? 1 : constants.signals[signal])),
    );
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  const lastAt = new Map();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => {
      const now = Date.now();
      if (now - (lastAt.get(signal) ?? 0) < SAME_SIGNAL_MS) return;
      lastAt.set(signal, now);
      // A closed terminal means an orderly stop.
      child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    });
}

/**
 * Somebody who kills npm means the server.
 * @param {import('node:child_process').ChildProcess} child
 */
function followNpm(child) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, PARENT_CHECK_MS);
  timer.unref();
}
