import type { DeskId } from '@reglament/desk';
import { type KeptSecrets, lockSecrets, writeSecrets } from '../store/sealed-secrets.ts';
import { isSealed, type SecretBox } from '../tokens/secret-box.ts';
import { totpSecretName, webhookSecretName } from '../tokens/secret-names.ts';
import type { Context } from './context.ts';
import { secretName } from './secret-name.ts';

export interface Sealed {
  /** Secrets that are sealed with the present key since now. */
  readonly sealed: number;
  /** Secrets whose key is not here: nothing opens them. */
  readonly unreadable: number;
}

const namesOf = ({ kind, deskId, id }: KeptSecrets): readonly [string, string] => {
  if (kind === 'webhook') return [webhookSecretName(id), webhookSecretName(id)];
  if (kind === 'totp') return [totpSecretName(id), ''];
  return [secretName(deskId as DeskId, 'imap'), secretName(deskId as DeskId, 'smtp')];
};

/** As it is to be kept; `unreadable`: by a key that is not here. */
const anew = async (
  box: SecretBox,
  kind: KeptSecrets['kind'],
  kept: Buffer | null,
  about: string,
): Promise<Buffer | null | 'unreadable'> => {
  if (kept === null || (await box.isPresent(kept))) return kept;
  // Passwords of mailboxes were sealed from the first day, before keys were named.
  const plain = isSealed(kept) || kind === 'mailbox' ? await box.openBytes(kept, about) : kept;
  return plain === null ? 'unreadable' : box.seal(plain, about);
};

/**
 * Seals with the present key what stands in the database as it is, or was sealed with an earlier key. Asked at each start; two
 * servers that start at once do it one after the other.
 */
export const sealSecrets = ({ db, secrets }: Pick<Context, 'db' | 'secrets'>): Promise<Sealed> =>
  db.everyDesk(async (q) => {
    let sealed = 0;
    let unreadable = 0;
    for (const row of await lockSecrets(q)) {
      const [firstName, secondName] = namesOf(row);
      const first = await anew(secrets, row.kind, row.first, firstName);
      const second = await anew(secrets, row.kind, row.second, secondName);
      unreadable += Number(first === 'unreadable') + Number(second === 'unreadable');
      const next = {
        ...row,
        first: first === 'unreadable' ? row.first : first,
        second: second === 'unreadable' ? row.second : second,
      };
      const changed = Number(next.first !== row.first) + Number(next.second !== row.second);
      if (changed > 0) await writeSecrets(q, next);
      sealed += changed;
    }
    return { sealed, unreadable };
  });

/** What is said of it at a start. */
export const sealedWords = ({ sealed, unreadable }: Sealed): readonly string[] => [
  ...(sealed === 0 ? [] : [`Sealed with the present SECRET_KEY: ${sealed} secrets.`]),
  ...(unreadable === 0
    ? []
    : [
        `${unreadable} secrets were sealed with another key than SECRET_KEY (or DATA_DIR/secret.key): give that one, or set it as SECRET_KEY_BEFORE.`,
      ]),
];
