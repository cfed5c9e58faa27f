import { hashPassword as libraryHash, verifyPassword as libraryVerify } from 'better-auth/crypto';
import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password-hash.ts';

describe('password hashes', () => {
  it('match their password only, and are salted', async () => {
    const [first, second] = [await hashPassword('пароль'), await hashPassword('пароль')];
    expect(first).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
    expect(second).not.toBe(first);
    expect(await verifyPassword(first, 'пароль')).toBe(true);
    expect(await verifyPassword(first, 'Пароль')).toBe(false);
    expect(await verifyPassword(first, '')).toBe(false);
  });

  it('are those of the library, both ways', async () => {
    expect(await libraryVerify({ hash: await hashPassword('p'), password: 'p' })).toBe(true);
    expect(await verifyPassword(await libraryHash('p'), 'p')).toBe(true);
  });

  it.each(['', ':', 'salt', 'salt:', 'salt:00', `salt:${'zz'.repeat(64)}`])(
    'match nothing as %j',
    async (hash) => {
      expect(await verifyPassword(hash, '')).toBe(false);
    },
  );
});
