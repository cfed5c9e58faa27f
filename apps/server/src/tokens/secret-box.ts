import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps what the database must not be able to read by itself: passwords of mailboxes. */
export interface SecretBox {
  /** @param about what the secret belongs to: it opens for that alone. */
  readonly seal: (secret: string, about: string) => Promise<Buffer>;
  /** null: sealed with another key, for something else, or changed. */
  readonly open: (sealed: Buffer, about: string) => Promise<string | null>;
}

/** AES-256-GCM: nonce, tag, ciphertext, one after another. */
export const createSecretBox = (readKey: () => Promise<Buffer>): SecretBox => ({
  seal: async (secret, about) => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', await readKey(), nonce).setAAD(Buffer.from(about));
    const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]);
  },
  open: async (sealed, about) => {
    if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', await readKey(), nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(about))
      .setAuthTag(tag);
    try {
      return (
        decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      );
    } catch {
      return null;
    }
  },
});

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
