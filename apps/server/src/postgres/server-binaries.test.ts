import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  askVersion,
  completeLibraries,
  copyBinaries,
  listBinaries,
  type ServerBinaries,
} from './server-binaries.ts';

let root: string;
let binaries: ServerBinaries;

const program = '#!/bin/sh\necho "postgres (PostgreSQL) 18.4"\n';

/** A package as npm unpacks it when its install script was not allowed to run. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reglament-binaries-'));
  const native = join(root, 'native');
  mkdirSync(join(native, 'bin'), { recursive: true });
  mkdirSync(join(native, 'lib'));
  for (const name of ['postgres', 'initdb']) {
    writeFileSync(join(native, 'bin', name), program);
    chmodSync(join(native, 'bin', name), 0o755);
  }
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'library');
  writeFileSync(
    join(native, 'pg-symlinks.json'),
    JSON.stringify([
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
    ]),
  );
  writeFileSync(join(root, 'package.json'), JSON.stringify({ version: '18.4.0-beta.17' }));
  binaries = { origin: 'npm', binDirectory: join(native, 'bin') };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the links that an npm package cannot hold', () => {
  it('are made in place, and again without harm', () => {
    expect(completeLibraries(binaries)).toBe(true);
    expect(completeLibraries(binaries)).toBe(true);
    expect(readlinkSync(join(root, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18');
    expect(readFileSync(join(root, 'native/lib/libpq.so'), 'utf8')).toBe('library');
  });

  it('are made in a copy when the package is out of reach, once a version', async () => {
    const base = join(root, 'base');
    mkdirSync(base);
    const copied = await copyBinaries(binaries, base);
    expect(copied.binDirectory).toBe(join(base, 'binaries-18.4.0-beta.17', 'native', 'bin'));
    expect(readFileSync(join(copied.binDirectory, '../lib/libpq.so.5'), 'utf8')).toBe('library');
    writeFileSync(join(copied.binDirectory, 'initdb'), 'kept');
    await copyBinaries(binaries, base);
    expect(readFileSync(join(copied.binDirectory, 'initdb'), 'utf8')).toBe('kept');
  });
});

describe('the search', () => {
  it('takes an explicit setting alone', () => {
    expect(listBinaries(binaries.binDirectory)).toEqual([{ ...binaries, origin: 'setting' }]);
  });

  it('refuses a setting without a server in it', () => {
    expect(() => listBinaries(root)).toThrow(`REGLAMENT_POSTGRES_BIN=${root} holds no postgres and initdb.`);
  });

  it('prefers the npm package', () => {
    expect(listBinaries(undefined)[0]?.origin).toBe('npm');
  });

  it('asks the program for its version and passes over one that does not run here', () => {
    expect(askVersion(binaries)).toMatchObject({ major: 18, version: '18.4' });
    writeFileSync(join(binaries.binDirectory, 'postgres'), '#!/bin/sh\nexit 127\n');
    expect(askVersion(binaries)).toBeUndefined();
  });
});
