import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What the guard must know when its application is gone. */
export interface GuardTask {
  readonly baseDirectory: string;
  readonly clusterDirectory: string;
  /** Time for a new application to take over. */
  readonly graceSeconds: number;
  /** A throw-away cluster's own directories, removed after the stop. */
  readonly removeAfterwards: readonly string[];
}

export interface Guard {
  /** The application stops the server itself: the guard isn't needed any more. */
  readonly dismiss: () => void;
}

const guardProgram = (): readonly string[] => {
  const source = import.meta.url.endsWith('.ts');
  const entry = fileURLToPath(
    source ? new URL('./guard.ts', import.meta.url) : new URL('./guard.js', import.meta.url),
  );
  const loader = source
    ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
    : [];
  return [process.execPath, ...loader, entry];
};

/**
 * Waits for our end without costing memory: a shell that blocks on its standard input. The end of input means that
 * the application died in whatever way, a word means that it said goodbye.
 */
const waitingShell = 'read -r word && exit 0; sleep "$0"; exec "$@"';

const launch = (task: GuardTask): ChildProcess => {
  const program = guardProgram();
  const { graceSeconds } = task;
  const [command = '', ...rest] =
    process.platform === 'win32'
      ? [...program, JSON.stringify(task), 'wait']
      : ['/bin/sh', '-c', waitingShell, String(graceSeconds), ...program, JSON.stringify(task)];
  return spawn(command, rest, { detached: true, stdio: ['pipe', 'ignore', 'ignore'], cwd: '/' });
};

/** Starts the small process that stops the server a few seconds after our death, and keeps it alive. */
export const startGuard = (task: GuardTask): Guard => {
  let dismissed = false;
  let child: ChildProcess | undefined;
  let restartsLeft = 20;
  const start = (): void => {
    child = launch(task);
    child.unref();
    // The pipe must not keep the application alive, nor its breaking end it.
    (child.stdin as unknown as { unref?: () => void } | null)?.unref?.();
    child.stdin?.on('error', () => undefined);
    child.once('error', () => undefined);
    child.once('exit', () => {
      restartsLeft -= 1;
      if (!dismissed && restartsLeft > 0) start();
    });
  };
  start();
  return {
    dismiss: () => {
      dismissed = true;
      child?.stdin?.end('bye\n');
    },
  };
};
