import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecretBox, isSealed, secretKeyIn } from './secret-box.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reglament-secret-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a secret box', () => {
  it('opens what it sealed, for what it was sealed for, and nothing else', async () => {
    const box = createSecretBox(secretKeyIn(join(folder, 'one'), undefined));
    const sealed = await box.seal('пароль', 'desk imap');
    expect(sealed.toString('utf8')).not.toContain('пароль');
    expect(await box.open(sealed, 'desk imap')).toBe('пароль');
    expect(await box.open(sealed, 'desk smtp')).toBeNull();
    expect(await box.open(sealed.subarray(0, 20), 'desk imap')).toBeNull();
    for (let at = 0; at < sealed.length; at += 5) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await box.open(changed, 'desk imap')).toBeNull();
    }
  });

  it('opens what an earlier key sealed, and what was sealed before keys were named', async () => {
    const [old, present] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const before = createSecretBox(() => Promise.resolve(old));
    const sealed = await before.seal(Buffer.from([0, 255, 128]), 'a');
    const alone = createSecretBox(() => Promise.resolve(present));
    const both = createSecretBox(() => Promise.resolve(present), [old]);
    expect(await alone.openBytes(sealed, 'a')).toBeNull();
    expect(await both.openBytes(sealed, 'a')).toEqual(Buffer.from([0, 255, 128]));
    expect([await before.isPresent(sealed), await both.isPresent(sealed)]).toEqual([true, false]);
    // The mark and the name of the key, sixteen bytes, came later.
    const unnamed = sealed.subarray(16);
    expect([isSealed(sealed), isSealed(unnamed)]).toEqual([true, false]);
    expect(await both.openBytes(unnamed, 'a')).toEqual(Buffer.from([0, 255, 128]));
    expect(await alone.openBytes(unnamed, 'a')).toBeNull();
  });

  it('seals the same secret otherwise each time', async () => {
    const box = createSecretBox(secretKeyIn(join(folder, 'one'), undefined));
    expect(await box.seal('x', 'a')).not.toEqual(await box.seal('x', 'a'));
  });

  it('keeps its key in a file that only the server reads, and finds it again', async () => {
    const dataDir = join(folder, 'two');
    const sealed = await createSecretBox(secretKeyIn(dataDir, undefined)).seal('x', 'a');
    expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600);
    expect(await createSecretBox(secretKeyIn(dataDir, undefined)).open(sealed, 'a')).toBe('x');
    expect(await createSecretBox(secretKeyIn(join(folder, 'three'), undefined)).open(sealed, 'a')).toBeNull();
  });

  it('says so when the file holds no key', async () => {
    await writeFile(join(folder, 'secret.key'), 'not a key');
    await expect(createSecretBox(secretKeyIn(folder, undefined)).seal('x', 'a')).rejects.toThrow('no key');
  });
});
