import type { DeskId, LetterId } from '@reglament/desk';
import pg from 'pg';
import type { SMTPServerOptions } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseLetter } from '../channels/mail/parse-letter.ts';
import { type Mailer, startMailer } from '../jobs/mailer.ts';
import { startServer } from '../start-server.ts';
import { claimWaitingLetters } from '../store/letters.ts';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { type SmtpSink, startSmtpSink } from '../testing/letters/smtp-sink.ts';
import { eventually } from '../testing/start-test-server.ts';
import { addressOf, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer } from '../testing/test-desk.ts';
import { receiveLetter } from '../use-cases/receive-letter.ts';
import { retryLetter } from '../use-cases/retry-letter.ts';
import { TEST_SECRET_KEY } from '../testing/test-secret-key.ts';

let desk: StillDesk;
let people = 0;
let seen = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-07 10:00');
});
afterAll(() => desk?.stop());

/** Errors reported since the last look. */
const newErrors = (): readonly unknown[] => {
  const fresh = desk.errors.slice(seen);
  seen = desk.errors.length;
  return fresh;
};

/** A known customer's letter, read and owing its notice. */
const owed = async (headers: readonly string[] = []) => {
  people += 1;
  const email = `person-${people}@customer.example`;
  await addCustomer(desk.opened, 'centaur', {
    company: `ООО «${people}»`,
    email,
    name: 'Ольга',
    packageId: 'extended',
  });
  const letterId = await desk.hand('centaur', letterFrom({ from: email, to: addressOf('centaur'), headers }));
  await desk.read();
  const { number } = await desk.letter('centaur', letterId);
  return { email, number: number as number };
};
const sentTo = (email: string, sink: SmtpSink = desk.sink) =>
  sink.letters.filter((l) => l.to.includes(email));
const outOf = (email: string) =>
  desk.rows<{ letterId: string; outcome: string; messageId: string }>(
    `select letter_id as "letterId", outcome, message_id as "messageId" from letter where direction = 'out' and to_address = $1`,
    [email],
  );
const clockStatus = async (number: number) => (await desk.ticket('centaur', number)).ticket.clocks[0]?.status;

const through = async (
  refusal: SMTPServerOptions,
  work: (mailer: Mailer) => Promise<void>,
): Promise<void> => {
  const sink = await startSmtpSink(refusal);
  const mailer = startMailer(
    new Map(desk.opened.desks.map((d) => [d.deskId, { host: sink.host, port: sink.port, secure: false }])),
  );
  try {
    await work(mailer);
  } finally {
    await mailer.stop();
    await sink.stop();
  }
};
const refusing = (code: number): SMTPServerOptions => ({
  onRcptTo: (_address, _session, done) => done(Object.assign(new Error('not now'), { responseCode: code })),
});

/** What a reader does after it has parsed a letter. */
const startedReading = async (letterId: LetterId): Promise<() => Promise<number | null>> => {
  const { raw } = await desk.letter('optima', letterId);
  const reading = await parseLetter(raw, { trustedAuthserv: null, ownAddresses: [] });
  return () =>
    receiveLetter(desk.context, {
      deskId: desk.desk('optima'),
      letterId,
      receivedAt: desk.context.now(),
      truncated: false,
      reading,
    });
};

describe('nothing that came is lost', () => {
  it('A2: a reader that died holding a letter leaves it to the next; one ticket', async () => {
    const letterId = await desk.hand(
      'centaur',
      letterFrom({ from: 'held@else.example', to: addressOf('centaur') }),
    );
    await desk.context.db.everyDesk((q) => claimWaitingLetters(q, desk.context.now(), 30_000, 10));
    await desk.read();
    expect((await desk.letter('centaur', letterId)).outcome).toBe('waiting');
    desk.pass(30_001);
    await desk.read();
    expect((await desk.letter('centaur', letterId)).outcome).toBe('ticket');
  });

  it('A2: two readers that hold the same letter make one ticket of it', async () => {
    const letterId = await desk.hand(
      'optima',
      letterFrom({ from: 'double@else.example', to: addressOf('optima') }),
    );
    const reading = await startedReading(letterId);
    const numbers = await Promise.all([reading(), reading(), reading()]);
    expect(numbers.filter((n) => n !== null)).toHaveLength(1);
    expect(
      await desk.rows(`select number from ticket where desk_id = $1`, [desk.desk('optima')]),
    ).toHaveLength(1);
  });

  it('A2: stopped between keeping and reading, the next start reads the letter', async () => {
    const letterId = await desk.hand(
      'flat',
      letterFrom({ from: 'stopped@else.example', to: addressOf('flat') }),
    );
    const config = {
      port: 0,
      host: '127.0.0.1',
      dataDir: '',
      secretKey: TEST_SECRET_KEY,
      databaseUrl: desk.databaseUrl,
      baseUrl: 'http://127.0.0.1',
      demo: false,
      trustProxy: false,
      mail: {},
      relaxedDatabase: true,
    } as const;
    const next = await startServer(config, { say: () => undefined, onError: () => undefined });
    try {
      expect(
        (
          await eventually(async () => {
            const state = await desk.letter('flat', letterId);
            return state.outcome !== 'waiting' && state;
          })
        ).outcome,
      ).toBe('ticket');
    } finally {
      await next.stop();
    }
  });

  it('A2, OW-4: connections killed while letters are read: every letter one ticket, numbers without a gap', async () => {
    const killer = new pg.Client({ connectionString: desk.databaseUrl });
    await killer.connect();
    const ids = [];
    for (let i = 0; i < 40; i += 1)
      ids.push(
        await desk.hand(
          'shtrih-m',
          letterFrom({ from: `killed-${i}@else.example`, to: addressOf('shtrih-m') }),
        ),
      );
    let killed = 0;
    let reading = true;
    const killing = (async () => {
      while (reading && killed < 200) {
        const { rowCount } = await killer.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
        );
        killed += rowCount ?? 0;
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    })();
    for (let round = 0; round < 3; round += 1) {
      await desk.read().catch(() => undefined);
      desk.pass(30_001);
    }
    reading = false;
    await killing;
    await killer.end();
    expect(killed).toBeGreaterThan(0);
    for (let round = 0; round < 3; round += 1) {
      desk.pass(30_001);
      await desk.read().catch(() => undefined);
    }
    const states = await Promise.all(ids.map((id) => desk.letter('shtrih-m', id)));
    expect(new Set(states.map((s) => s.outcome))).toEqual(new Set(['ticket']));
    expect(states.map((s) => s.number).toSorted((a, b) => Number(a) - Number(b))).toEqual(
      ids.map((_, i) => i + 1),
    );
    newErrors();
  });
});

describe('a notice goes out once', () => {
  it('CN-REACT: a server that says 4xx is asked again later; the clock runs until it takes the notice', async () => {
    const { email, number } = await owed();
    await through(refusing(451), (mailer) => desk.deliver(mailer));
    expect(await outOf(email)).toMatchObject([{ outcome: 'failed' }]);
    expect(await clockStatus(number)).toBe('running');
    await desk.deliver();
    expect(sentTo(email)).toHaveLength(0);
    desk.pass(30_001);
    await desk.deliver();
    expect(sentTo(email)).toHaveLength(1);
    expect(await outOf(email)).toMatchObject([{ outcome: 'accepted' }]);
    expect(await clockStatus(number)).toBe('stopped');
    desk.pass(86_400_000);
    await desk.deliver();
    expect(sentTo(email)).toHaveLength(1);
    expect(newErrors()).toEqual([]);
  });

  it('a server that says 5xx is not asked again until a person does', async () => {
    const { email, number } = await owed();
    await through(refusing(550), (mailer) => desk.deliver(mailer));
    desk.pass(10 * 86_400_000);
    await desk.deliver();
    expect(sentTo(email)).toHaveLength(0);
    expect(await clockStatus(number)).toBe('running');
    const [letter] = await outOf(email);
    expect(await retryLetter(desk.context, desk.desk('centaur'), letter?.letterId as LetterId)).toBe(true);
    await desk.deliver();
    expect(sentTo(email)).toHaveLength(1);
    expect(await clockStatus(number)).toBe('stopped');
    expect(await retryLetter(desk.context, desk.desk('centaur'), letter?.letterId as LetterId)).toBe(false);
  });

  it('died between the server’s 250 and our commit: one duplicate at most, byte for byte with the same Message-ID', async () => {
    const { email, number } = await owed();
    const dying: Mailer = {
      sends: desk.mailer.sends,
      send: async (deskId: DeskId, raw, envelope) => {
        await desk.mailer.send(deskId, raw, envelope);
        throw new Error('the process died here');
      },
      stop: () => Promise.resolve(),
    };
    await desk.deliver(dying);
    expect(newErrors()).toHaveLength(1);
    desk.pass(30_001);
    for (let i = 0; i < 3; i += 1) {
      await desk.deliver();
      desk.pass(86_400_000);
    }
    const copies = sentTo(email);
    expect(copies).toHaveLength(2);
    expect(copies[0]?.raw.equals(copies[1]?.raw as Buffer)).toBe(true);
    expect((await openLetter(copies[0] as (typeof copies)[number])).messageId).toBe(
      (await outOf(email))[0]?.messageId,
    );
    expect(await clockStatus(number)).toBe('stopped');
    expect((await desk.journal('centaur', number)).filter((t) => t === 'NoticeAccepted')).toHaveLength(1);
  });

  it('R8: died after the letter was settled: the notice looked at again sends nothing, and one held back stops no clock', async () => {
    for (const headers of [[], ['Precedence: bulk']]) {
      const { email, number } = await owed(headers);
      const [row] = await desk.rows<Record<string, unknown>>(
        'select * from outbox o join ticket t on t.desk_id = o.desk_id and t.ticket_id = o.ticket_id where t.number = $1 and t.desk_id = $2',
        [number, desk.desk('centaur')],
      );
      await desk.deliver();
      const before = { sent: sentTo(email).length, status: await clockStatus(number) };
      expect(before).toEqual(
        headers.length === 0 ? { sent: 1, status: 'stopped' } : { sent: 0, status: 'running' },
      );
      await desk.rows(
        `insert into outbox (desk_id, outbox_id, ticket_id, key, body, created_at, next_at) values ($1, $2, $3, $4, $5, $6, $6) returning outbox_id`,
        [
          row?.['desk_id'],
          row?.['outbox_id'],
          row?.['ticket_id'],
          row?.['key'],
          JSON.stringify({ kind: 'registration', to: 'requester' }),
          new Date(desk.context.now()).toISOString(),
        ],
      );
      await desk.deliver();
      expect({ sent: sentTo(email).length, status: await clockStatus(number) }).toEqual(before);
      expect(newErrors()).toEqual([]);
    }
  });
});
