import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDovecot, type Dovecot, type DovecotAccount } from '../../testing/dovecot.ts';
import { startSmtpSink } from '../../testing/letters/smtp-sink.ts';
import type { FetchedLetter } from './fetched-letter.ts';
import { watchMailbox, watchMailboxInOrder, type WatchMailboxOptions } from './imap-mailbox.ts';
import { fetchLetter, keepThenFlag, type TakingOrder } from './take-letter.ts';

const rawLetter = (subject: string): Buffer =>
  Buffer.from(
    `From: Пётр Волков <volkov@zavod.example>\r\nTo: support@desk.example\r\nSubject: ${subject}\r\n\r\nНе запускается.\r\n`,
  );

/** What a store would do, in memory; it survives the watcher, as a database survives the application. */
const makeStore = () => {
  const letters: FetchedLetter[] = [];
  const highest = new Map<string, number>();
  return {
    letters,
    keep: async (letter: FetchedLetter): Promise<void> => {
      letters.push(letter);
      highest.set(letter.uidValidity, Math.max(letter.uid, highest.get(letter.uidValidity) ?? 0));
    },
    known: async (uidValidity: string) => ({ lastUid: highest.get(uidValidity) ?? 0 }),
    subjects: () => letters.map((letter) => /^Subject: (.*)\r$/m.exec(letter.raw.toString('utf8'))?.[1]),
  };
};

let dovecot: Dovecot;
let account: DovecotAccount;
let store: ReturnType<typeof makeStore>;
let states: string[];
const stops: (() => Promise<void>)[] = [];

const options = (changes: Partial<WatchMailboxOptions> = {}): WatchMailboxOptions => ({
  host: dovecot.host,
  port: dovecot.port,
  secure: false,
  user: account.user,
  password: account.password,
  mailbox: 'INBOX',
  keep: store.keep,
  known: store.known,
  onState: (state) => states.push(state),
  backOff: { firstMs: 20, limitMs: 200 },
  ...changes,
});

const watch = (
  changes: Partial<WatchMailboxOptions> = {},
  order: TakingOrder = keepThenFlag,
): (() => Promise<void>) => {
  const { stop } = watchMailboxInOrder(options(changes), order);
  stops.push(stop);
  return stop;
};

const until = async (condition: () => boolean | Promise<boolean>, limitMs = 8_000): Promise<void> => {
  const deadline = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`condition not met within ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

const seenUids = async (): Promise<readonly number[]> => {
  const client = new ImapFlow({
    host: dovecot.host,
    port: dovecot.port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: account.user, pass: account.password },
    logger: false,
  });
  await client.connect();
  await client.mailboxOpen('INBOX', { readOnly: true });
  const found = await client.search({ seen: true }, { uid: true });
  await client.logout();
  return found === false || found === undefined ? [] : found;
};

beforeEach(async () => {
  dovecot = await startDovecot();
  account = await dovecot.user('desk');
  store = makeStore();
  states = [];
});

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await dovecot.stop();
});

describe('watching a mailbox', () => {
  test('takes what is there byte for byte, flags it, and stays quiet on the next start', async () => {
    await dovecot.deliver('desk', rawLetter('первое'));
    await dovecot.deliver('desk', rawLetter('второе'));
    const stop = watch();
    await until(async () => store.letters.length === 2 && (await seenUids()).length === 2);
    expect(store.letters.map((letter) => letter.uid)).toEqual([1, 2]);
    const bytes = store.letters.map((letter) => letter.raw.toString('utf8')).sort();
    expect(bytes).toEqual([rawLetter('первое'), rawLetter('второе')].map(String).sort());
    expect(store.letters[0]).toMatchObject({ tooLarge: false, size: expect.any(Number) });
    expect(Math.abs((store.letters[0]?.receivedAt ?? 0) - Date.now())).toBeLessThan(60_000);
    await stop();
    watch();
    await until(() => states.filter((state) => state === 'connected').length === 2);
    await dovecot.deliver('desk', rawLetter('третье'));
    await until(() => store.letters.length === 3);
    expect(store.subjects()[2]).toBe('третье');
  });

  test('wakes from IDLE at once, also for several letters in one wake', async () => {
    const stop = watch();
    await until(() => states.includes('connected'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const sentAt = Date.now();
    for (const subject of ['а', 'б', 'в', 'г']) await dovecot.deliver('desk', rawLetter(subject));
    await until(() => store.letters.length === 4);
    expect(Date.now() - sentAt).toBeLessThan(5_000);
    expect(new Set(store.subjects())).toEqual(new Set(['а', 'б', 'в', 'г']));
    await stop();
  });

  test('takes letters that a person has already read, and never twice', async () => {
    await dovecot.deliver('desk', rawLetter('прочитано'));
    const client = new ImapFlow({
      host: dovecot.host,
      port: dovecot.port,
      secure: false,
      doSTARTTLS: false,
      auth: { user: account.user, pass: account.password },
      logger: false,
    });
    await client.connect();
    await client.mailboxOpen('INBOX');
    await client.messageFlagsAdd('1:*', ['\\Seen'], { uid: true });
    await client.logout();
    watch();
    await until(() => store.letters.length === 1);
    await dovecot.deliver('desk', rawLetter('новое'));
    await until(() => store.letters.length === 2);
    expect(store.subjects()).toEqual(['прочитано', 'новое']);
  });

  test('survives an outage and takes the mail that came during it', async () => {
    await dovecot.deliver('desk', rawLetter('до'));
    watch();
    await until(() => store.letters.length === 1);
    await dovecot.halt();
    await until(() => states.includes('disconnected'));
    await dovecot.deliver('desk', rawLetter('во время'));
    await dovecot.restart();
    await until(() => store.letters.length === 2);
    await dovecot.deliver('desk', rawLetter('после'));
    await until(() => store.letters.length === 3);
    expect(store.subjects()).toEqual(['до', 'во время', 'после']);
  });

  test('fetches all again when UIDVALIDITY changes', async () => {
    await dovecot.deliver('desk', rawLetter('одно'));
    watch();
    await until(() => store.letters.length === 1);
    await dovecot.changeUidValidity('desk');
    await until(() => store.letters.length === 2);
    expect(store.subjects()).toEqual(['одно', 'одно']);
    expect(new Set(store.letters.map((letter) => letter.uidValidity)).size).toBe(2);
  });

  test('tries again when keeping fails, in order, and flags nothing before it is kept', async () => {
    await dovecot.deliver('desk', rawLetter('раз'));
    await dovecot.deliver('desk', rawLetter('два'));
    let refusals = 3;
    let seenAtRefusal: readonly number[] = [1];
    watch({
      keep: async (letter) => {
        if (refusals === 0) return store.keep(letter);
        refusals -= 1;
        seenAtRefusal = await seenUids();
        throw new Error('disk full');
      },
    });
    await until(() => store.letters.length === 2);
    expect(seenAtRefusal).toEqual([]);
    expect(store.letters.map((letter) => letter.uid)).toEqual([1, 2]);
    expect(states.filter((state) => state === 'error')).toHaveLength(3);
    await until(async () => (await seenUids()).length === 2);
  });

  test('reports a wrong password and a missing mailbox instead of throwing', async () => {
    watch({ password: 'wrong' });
    await until(() => states.includes('error'));
    watch({ mailbox: 'Нет такой' });
    await until(() => states.includes('disconnected'));
    expect(store.letters).toEqual([]);
  });

  test('says neither name nor password to a server it cannot verify', async () => {
    const sink = await startSmtpSink({ secure: true });
    const details: string[] = [];
    const { stop } = watchMailbox(
      options({ port: sink.port, secure: true, onState: (_, detail) => details.push(detail) }),
    );
    await until(() => details.length > 0);
    await stop();
    await sink.stop();
    expect(details[0]).toMatch(/certificate/);
  });

  test('says nothing in plain text except on loopback', async () => {
    const details: string[] = [];
    // Leads to loopback as well, but by a name that does not say so.
    const { stop } = watchMailbox(
      options({ host: '0.0.0.0', onState: (state, detail) => details.push(`${state} ${detail}`) }),
    );
    await until(() => details.length > 0);
    await stop();
    expect(details[0]).toMatch(/^(?:disconnected|error) .*TLS/i);
    expect(await readFile(join(dovecot.folder, 'dovecot.log'), 'utf8')).not.toContain('Login: user=<desk>');
  });

  test('takes only the headers of a letter over 50 MiB', async () => {
    const headers = 'Subject: огромное\r\n\r\n';
    await dovecot.deliver(
      'desk',
      Buffer.concat([Buffer.from(headers), Buffer.alloc(51 * 1024 * 1024, 'строка\r\n')]),
    );
    await dovecot.deliver('desk', rawLetter('обычное'));
    watch();
    await until(() => store.letters.length === 2, 30_000);
    const large = store.letters.find((letter) => letter.tooLarge);
    expect(large?.raw.toString('utf8').trim()).toBe('Subject: огромное');
    expect(large?.size).toBeGreaterThan(51 * 1024 * 1024);
    expect(store.letters.find((letter) => !letter.tooLarge)?.raw).toEqual(rawLetter('обычное'));
  });

  test('loses nothing and takes nothing twice while server and store fail in turn', async () => {
    let calls = 0;
    watch({
      keep: async (letter) => {
        calls += 1;
        if (calls % 3 === 0) throw new Error('database is away');
        return store.keep(letter);
      },
    });
    const sent: string[] = [];
    for (let outage = 0; outage < 4; outage += 1) {
      for (let index = 0; index < 8; index += 1) {
        const subject = `№ ${outage}-${index}`;
        sent.push(subject);
        await dovecot.deliver('desk', rawLetter(subject));
      }
      if (outage % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 60 * outage));
      await dovecot.restart();
    }
    await until(() => store.letters.length >= sent.length, 20_000);
    // A server that died between keeping and flagging leaves an unread letter that is kept: never the other way round.
    expect((await seenUids()).length).toBeLessThanOrEqual(sent.length);
    expect([...store.subjects()].sort()).toEqual([...sent].sort());
  });

  test('stops at once, connected or not', async () => {
    const { stop } = watchMailbox(options({ port: 1, backOff: { firstMs: 60_000, limitMs: 60_000 } }));
    await until(() => states.includes('disconnected'));
    const startedAt = Date.now();
    await stop();
    expect(Date.now() - startedAt).toBeLessThan(2_000);
  });
});

/** What a hasty program does: unread letters only, and the flag before the letter is safe. */
const flagThenKeep: TakingOrder = {
  pending: async (client) => {
    const found = await client.search({ seen: false }, { uid: true });
    return found === false || found === undefined ? [] : found;
  },
  take: async (client, uid, keep) => {
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    const letter = await fetchLetter(client, uid);
    if (letter !== null) await keep(letter);
  },
};

describe('a letter whose keeping dies', () => {
  const surviving = async (order: TakingOrder): Promise<readonly (string | undefined)[]> => {
    await dovecot.deliver('desk', rawLetter('единственное'));
    let died = false;
    const stop = watch(
      {
        keep: async () => {
          died = true;
          throw new Error('killed');
        },
        backOff: { firstMs: 60_000, limitMs: 60_000 },
      },
      order,
    );
    await until(() => died);
    await stop();
    // The application starts again, whole.
    watch({}, order);
    await until(() => states.filter((state) => state === 'connected').length === 2);
    await dovecot.deliver('desk', rawLetter('следующее'));
    await until(() => store.subjects().includes('следующее'));
    return store.subjects();
  };

  test('comes again with our order', async () => {
    expect(await surviving(keepThenFlag)).toEqual(['единственное', 'следующее']);
  });

  test('is lost by the order we must not have: the control', async () => {
    expect(await surviving(flagThenKeep)).toEqual(['следующее']);
  });
});
