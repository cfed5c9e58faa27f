import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What everything sealed begins with since its key is named beside it; what was sealed before begins with the nonce. */
const MARK = Buffer.from('sealed1:');
const KEY_ID_BYTES = 8;

/** Keeps what the database must not be able to read by itself: passwords of mailboxes, secrets of webhooks and of authenticator apps. */
export interface SecretBox {
  /** @param about what the secret belongs to: it opens for that alone. */
  readonly seal: (secret: string | Buffer, about: string) => Promise<Buffer>;
  /** null: sealed with another key, for something else, or changed. */
  readonly open: (sealed: Buffer, about: string) => Promise<string | null>;
  /** The same of a secret that is no text. */
  readonly openBytes: (sealed: Buffer, about: string) => Promise<Buffer | null>;
  /** Whether it was sealed with the present key, as far as the name of the key says. */
  readonly isPresent: (sealed: Buffer) => Promise<boolean>;
}

/** Whether something is sealed, with whatever key: what was sealed before keys were named is not told from a plain secret. */
export const isSealed = (kept: Buffer): boolean => kept.subarray(0, MARK.length).equals(MARK);

/** The name of a key tells nothing of the key. */
const headOf = (key: Buffer): Buffer =>
  Buffer.concat([MARK, createHash('sha256').update('key id').update(key).digest().subarray(0, KEY_ID_BYTES)]);

/** nonce, tag, ciphertext, one after another; null: another key, another thing, or changed. */
const decipher = (key: Buffer, given: Buffer, about: string): Buffer | null => {
  if (given.length < NONCE_BYTES + TAG_BYTES) return null;
  const tag = given.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const opening = createDecipheriv('aes-256-gcm', key, given.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(about))
    .setAuthTag(tag);
  try {
    return Buffer.concat([opening.update(given.subarray(NONCE_BYTES + TAG_BYTES)), opening.final()]);
  } catch {
    return null;
  }
};

/**
 * AES-256-GCM: a mark, the name of the key, nonce, tag, ciphertext, one after another.
 *
 * @param earlier keys from before the present one: what they sealed opens too.
 */
export const createSecretBox = (
  readKey: () => Promise<Buffer>,
  earlier: readonly Buffer[] = [],
): SecretBox => {
  const openBytes: SecretBox['openBytes'] = async (sealed, about) => {
    for (const key of [await readKey(), ...earlier]) {
      const head = headOf(key);
      if (isSealed(sealed) && !sealed.subarray(0, head.length).equals(head)) continue;
      const opened = decipher(key, isSealed(sealed) ? sealed.subarray(head.length) : sealed, about);
      if (opened !== null) return opened;
    }
    return null;
  };
  return {
    seal: async (secret, about) => {
      const key = await readKey();
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([headOf(key), nonce, cipher.getAuthTag(), text]);
    },
    open: async (sealed, about) => (await openBytes(sealed, about))?.toString('utf8') ?? null,
    openBytes,
    isPresent: async (sealed) => {
      const head = headOf(await readKey());
      return sealed.subarray(0, head.length).equals(head);
    },
  };
};

/**
 * The key outside the database: the one that was set, else a file of the data folder that only the server may read, made when it
 * is first needed. Several servers need the same one.
 *
 * @throws when the file holds something else than a key.
 */
export const secretKeyIn = (dataDir: string, set: Buffer | undefined): (() => Promise<Buffer>) => {
  let known: Promise<Buffer> | null = set === undefined ? null : Promise.resolve(set);
  const path = join(dataDir, 'secret.key');
  const read = async (): Promise<Buffer> => {
    await mkdir(dataDir, { recursive: true });
    // Whoever comes second reads what the first has written.
    await writeFile(path, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { flag: 'wx', mode: 0o600 }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      },
    );
    await chmod(path, 0o600);
    const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'hex');
    if (key.length !== KEY_BYTES) throw new Error(`${path} holds no key: 64 hexadecimal digits are expected`);
    return key;
  };
  return () => {
    known ??= read().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
};
