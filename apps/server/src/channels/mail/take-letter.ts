import type { ImapFlow } from 'imapflow';
import type { FetchedLetter } from './fetched-letter.ts';

const LETTER_LIMIT_BYTES = 50 * 1024 * 1024;

/** Puts a letter where it survives a crash. Resolves only after that. */
export type KeepLetter = (letter: FetchedLetter) => Promise<void>;

/** Which letters are still to be taken, and in which order one is taken. */
export interface TakingOrder {
  /** UIDs still to take, ascending. */
  readonly pending: (client: ImapFlow, lastUid: number) => Promise<readonly number[]>;
  readonly take: (client: ImapFlow, uid: number, keep: KeepLetter) => Promise<void>;
}

/** Fetches one letter; null when somebody removed it in the meantime. */
export const fetchLetter = async (client: ImapFlow, uid: number): Promise<FetchedLetter | null> => {
  const facts = await client.fetchOne(
    String(uid),
    { uid: true, size: true, internalDate: true },
    { uid: true },
  );
  if (facts === false || facts === undefined || client.mailbox === false) return null;
  const size = facts.size ?? 0;
  const tooLarge = size > LETTER_LIMIT_BYTES;
  const body = await client.fetchOne(String(uid), tooLarge ? { headers: true } : { source: true }, {
    uid: true,
  });
  const raw = body === false || body === undefined ? undefined : tooLarge ? body.headers : body.source;
  if (raw === undefined) return null;
  return {
    uidValidity: String(client.mailbox.uidValidity),
    uid,
    raw,
    receivedAt: facts.internalDate === undefined ? Date.now() : new Date(facts.internalDate).getTime(),
    size,
    tooLarge,
  };
};

/**
 * The order that loses nothing: everything above the highest UID kept, read or not, and the flag only
 * after the letter is kept. A crash in between leaves an unread letter that is already kept.
 */
export const keepThenFlag: TakingOrder = {
  pending: async (client, lastUid) => {
    const found = await client.search({ uid: `${lastUid + 1}:*` }, { uid: true });
    // "n:*" names the newest letter even when its UID is below n.
    return (found === false || found === undefined ? [] : found)
      .filter((uid) => uid > lastUid)
      .sort((a, b) => a - b);
  },
  take: async (client, uid, keep) => {
    const letter = await fetchLetter(client, uid);
    if (letter === null) return;
    await keep(letter);
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  },
};
