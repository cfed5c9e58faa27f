import { execFileSync, spawnSync } from 'node:child_process';

/** The user PostgreSQL runs as when we are root, which it refuses to be. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

export const serverAccountName = 'reglament-pg';

export const areWeRoot = (): boolean => process.getuid?.() === 0;

const numberOf = (flag: '-u' | '-g'): number | undefined => {
  const { status, stdout } = spawnSync('id', [flag, serverAccountName], { encoding: 'utf8' });
  return status === 0 ? Number(stdout.trim()) : undefined;
};

const findAccount = (): ServerAccount | undefined => {
  const uid = numberOf('-u');
  const gid = uid === undefined ? undefined : numberOf('-g');
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
};

/** Each system has its own tool: shadow's useradd nearly everywhere, BusyBox's adduser on Alpine. */
const creations: readonly (readonly (readonly string[])[])[] = [
  [
    [
      'useradd',
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      serverAccountName,
    ],
  ],
  [
    ['addgroup', '-S', serverAccountName],
    ['adduser', '-S', '-D', '-H', '-G', serverAccountName, '-s', '/sbin/nologin', serverAccountName],
  ],
  [['adduser', '--system', '--group', '--no-create-home', serverAccountName]],
];

const createAccount = (): ServerAccount => {
  const path = `${process.env.PATH ?? ''}:/usr/sbin:/sbin`;
  const complaints: string[] = [];
  for (const commands of creations) {
    try {
      for (const [tool = '', ...rest] of commands)
        execFileSync(tool, rest, { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: path } });
    } catch (error) {
      complaints.push((error as Error).message.trim());
    }
    // Also when the command failed: another start may have made the user at the same moment.
    const account = findAccount();
    if (account !== undefined) return account;
  }
  throw new Error(
    `PostgreSQL doesn't run as root and the user ${serverAccountName} could not be made. ` +
      `Make it by hand, or start as an ordinary user.\n${complaints.join('\n')}`,
  );
};

/** The unprivileged account, made if missing; nothing to do unless we are root. */
export const ensureServerAccount = (say: (line: string) => void): ServerAccount | undefined => {
  if (!areWeRoot()) return undefined;
  const found = findAccount();
  if (found !== undefined) return found;
  say(`Running as root: the system user ${serverAccountName} is made, PostgreSQL runs as it.`);
  return createAccount();
};

/** Whether the account can enter a directory; without an account, whether we can. */
export const canEnter = (account: ServerAccount | undefined, directory: string): boolean => {
  if (process.platform === 'win32') return true;
  const enter = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], {
    stdio: 'ignore',
    cwd: '/',
    ...account,
  });
  return enter.status === 0;
};
