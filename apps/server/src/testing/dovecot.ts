import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  appendFile,
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';

/** An account on the test server; names are letters and digits. */
export interface DovecotAccount {
  readonly user: string;
  readonly password: string;
}

/** A real IMAP server of the test's own, without TLS, on a free loopback port. */
export interface Dovecot {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Folder with configuration, mail and `dovecot.log`. */
  readonly folder: string;
  readonly user: (name: string) => Promise<DovecotAccount>;
  /**
   * Puts a letter into the account's INBOX, also while the server is halted.
   *
   * @param receivedAt its INTERNALDATE, milliseconds since the epoch, kept to the second; now unless given
   */
  readonly deliver: (user: string, raw: Uint8Array, receivedAt?: number) => Promise<void>;
  /** Stops the process, keeps the mail: an outage. */
  readonly halt: () => Promise<void>;
  /** Halts if needed and starts again on the same port. */
  readonly restart: () => Promise<void>;
  /** Gives INBOX another UIDVALIDITY, as restored and migrated servers do. Restarts the server. */
  readonly changeUidValidity: (user: string) => Promise<void>;
  /** Stops the process and removes the folder. */
  readonly stop: () => Promise<void>;
}

interface RunAs {
  readonly user: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
}

const START_TIMEOUT_MS = 10_000;
const STOP_TIMEOUT_MS = 5_000;

const numeric = (flag: '-u' | '-g', name: string): number =>
  Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim());

const named = (flag: '-un' | '-gn', name: string): string =>
  spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim();

/** Dovecot refuses to keep mail as root, so root runs all of it as nobody, the way a user runs it as himself. */
const runAs = (): RunAs => {
  const own = userInfo();
  const user = own.uid === 0 ? 'nobody' : own.username;
  return { user, group: named('-gn', user), uid: numeric('-u', user), gid: numeric('-g', user) };
};

/** Where Dovecot is: `REGLAMENT_DOVECOT`, /usr/sbin, then PATH; null when nowhere. */
export const findDovecot = (environment: Readonly<Record<string, string | undefined>>): string | null => {
  const setting = environment['REGLAMENT_DOVECOT'];
  if (setting !== undefined && setting !== '') return existsSync(setting) ? setting : null;
  const folders = [
    '/usr/sbin',
    ...(environment['PATH'] ?? '').split(delimiter),
    '/usr/local/sbin',
    '/opt/homebrew/sbin',
  ];
  return folders.map((folder) => join(folder, 'dovecot')).find((path) => existsSync(path)) ?? null;
};

const configuration = (folder: string, port: number, who: RunAs): string => `
base_dir = ${folder}/run
state_dir = ${folder}/run
instance_name = reglament-${port}
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
default_internal_user = ${who.user}
default_internal_group = ${who.group}
default_login_user = ${who.user}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${folder}/mail/%u
mailbox_idle_check_interval = 1 s
maildir_very_dirty_syncs = no
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${folder}/passwd
}
userdb {
  driver = static
  args = uid=${who.uid} gid=${who.gid} home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
}
service imap-login {
  chroot =
  process_min_avail = 1
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
`;

const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

const greets = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => settle(false));
    socket.once('data', () => settle(true));
    socket.once('error', () => settle(false));
  });

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Running {
  readonly process: ChildProcess;
  readonly exited: Promise<void>;
}

/** The master leaves a process serving an idle client alive; all of them are one group of their own. */
const signalAll = (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

const startProcess = async (binary: string, folder: string, port: number, who: RunAs): Promise<Running> => {
  const identity = process.getuid?.() === 0 ? { uid: who.uid, gid: who.gid } : {};
  const child = spawn(binary, ['-F', '-c', join(folder, 'dovecot.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    ...identity,
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await greets(port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      signalAll(child, 'SIGKILL');
      const log = await readFile(join(folder, 'dovecot.log'), 'utf8').catch(() => '');
      throw new Error(`Dovecot did not start: ${complaint}${log}`);
    }
    await pause(50);
  }
  return { process: child, exited };
};

const stopProcess = async (running: Running): Promise<void> => {
  signalAll(running.process, 'SIGTERM');
  const timer = setTimeout(() => signalAll(running.process, 'SIGKILL'), STOP_TIMEOUT_MS);
  await running.exited;
  clearTimeout(timer);
  signalAll(running.process, 'SIGKILL');
};

const makeOwned = async (path: string, who: RunAs): Promise<void> => {
  await mkdir(path, { recursive: true });
  await chown(path, who.uid, who.gid);
};

const prepareFolder = async (port: number, who: RunAs): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'reglament-dovecot-'));
  await chmod(folder, 0o755);
  await chown(folder, who.uid, who.gid);
  for (const name of ['run', 'mail']) await makeOwned(join(folder, name), who);
  await writeFile(join(folder, 'passwd'), '');
  await writeFile(join(folder, 'dovecot.conf'), configuration(folder, port, who));
  return folder;
};

const deliverTo = async (
  folder: string,
  who: RunAs,
  user: string,
  raw: Uint8Array,
  receivedAt?: number,
): Promise<void> => {
  const mailbox = join(folder, 'mail', user);
  const name = `${Math.floor(Date.now() / 1000)}.${randomUUID()}.test`;
  const arriving = join(mailbox, 'tmp', name);
  await writeFile(arriving, raw);
  await chown(arriving, who.uid, who.gid);
  // A maildir's dates are those of its files.
  if (receivedAt !== undefined) await utimes(arriving, receivedAt / 1000, receivedAt / 1000);
  await rename(arriving, join(mailbox, 'new', name));
};

const replaceUidValidity = async (folder: string, user: string): Promise<void> => {
  const mailbox = join(folder, 'mail', user);
  const list = join(mailbox, 'dovecot-uidlist');
  const [header = '', ...entries] = (await readFile(list, 'utf8')).split('\n');
  await writeFile(
    list,
    [header.replace(/ V(\d+)/, (_, value: string) => ` V${Number(value) + 1000}`), ...entries].join('\n'),
  );
  const indexes = (await readdir(mailbox)).filter(
    (name) => name.startsWith('dovecot.index') || name === 'dovecot.list.index',
  );
  for (const name of indexes) await rm(join(mailbox, name));
};

/**
 * Starts a real Dovecot with a configuration of its own in a temporary folder; as root everything
 * runs as nobody.
 * @throws when there is no Dovecot or it does not start; the message holds its log
 */
export const startDovecot = async (): Promise<Dovecot> => {
  const binary = findDovecot(process.env);
  if (binary === null)
    throw new Error('Dovecot is not installed: apt-get install --no-install-recommends dovecot-imapd');
  const who = runAs();
  const port = await freePort();
  const folder = await prepareFolder(port, who);
  let running: Running | null = await startProcess(binary, folder, port, who);
  const killAtExit = (): void => {
    if (running !== null) signalAll(running.process, 'SIGKILL');
  };
  process.once('exit', killAtExit);

  const halt = async (): Promise<void> => {
    if (running === null) return;
    await stopProcess(running);
    running = null;
  };
  const restart = async (): Promise<void> => {
    await halt();
    running = await startProcess(binary, folder, port, who);
  };
  return {
    host: '127.0.0.1',
    port,
    folder,
    user: async (name) => {
      const password = randomUUID();
      for (const part of ['', 'cur', 'new', 'tmp']) await makeOwned(join(folder, 'mail', name, part), who);
      await appendFile(join(folder, 'passwd'), `${name}:{PLAIN}${password}\n`);
      return { user: name, password };
    },
    deliver: (user, raw, receivedAt) => deliverTo(folder, who, user, raw, receivedAt),
    halt,
    restart,
    changeUidValidity: async (user) => {
      await halt();
      await replaceUidValidity(folder, user);
      await restart();
    },
    stop: async () => {
      await halt();
      process.removeListener('exit', killAtExit);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
