import { createHash } from 'node:crypto';
import type { DeskId, LetterId, Ticket, TicketEvent } from '@reglament/desk';
import { type Instant, parseInstant } from '@reglament/working-time';
import { inject } from 'vitest';
import { startLetterParser } from '../channels/mail/letter-parser.ts';
import type { Config, SmtpAccount } from '../config.ts';
import { deliverOutbox } from '../jobs/deliver-outbox.ts';
import { type Mailer, startMailer } from '../jobs/mailer.ts';
import { readLetters, type ReadLettersOptions } from '../jobs/read-letters.ts';
import { ringAlarms } from '../jobs/ring-alarms.ts';
import { open, type Opened } from '../open.ts';
import type { Queries } from '../store/database.ts';
import type { Delivery, LetterOutcome } from '../store/letters.ts';
import type { Context } from '../use-cases/context.ts';
import { keepLetter } from '../use-cases/keep-letter.ts';
import { type SmtpSink, startSmtpSink } from './letters/smtp-sink.ts';
import { createTestDatabase } from './postgres-cluster.ts';
import { deskIdOf } from './test-desk.ts';
import { TEST_SECRET_KEY } from './test-secret-key.ts';

export const deskSlugs = ['alteroffice', 'centaur', 'flat', 'optima', 'shtrih-m'] as const;
/** One of them, or the invented sixth where its file is in the folder. */
export type DeskSlug = (typeof deskSlugs)[number] | 'lira';

const BASE_URL = 'https://desk.example';

/** The mail server whose word about a sender the test desks believe. */
export const TRUSTED_SERVER = 'mx.ours.example';

export const addressOf = (slug: string): string => `support@${slug}.example`;

export interface LetterState {
  readonly letterId: LetterId;
  readonly outcome: LetterOutcome;
  readonly note: string | null;
  readonly number: number | null;
  readonly deliveries: number;
  readonly sha256: string;
  readonly raw: Buffer;
}

export interface TicketRow {
  readonly ticket: Ticket;
  readonly number: number;
  readonly version: number;
  readonly subject: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** All five desks with a clock that the test moves and jobs that run when the test says; database, reader and mail server are real. */
export interface StillDesk {
  /** As `open` gave it, with the moved clock. */
  readonly opened: Opened;
  readonly context: Context;
  readonly databaseUrl: string;
  readonly sink: SmtpSink;
  /** What jobs reported; a test that expects nothing says so. */
  readonly errors: readonly unknown[];
  readonly mailer: Mailer;
  readonly desk: (slug: string) => DeskId;
  /** `2025-02-07 16:00`, Moscow. */
  readonly at: (moscow: string) => void;
  readonly pass: (ms: number) => void;
  /** Keeps a letter as its mailbox does. */
  readonly hand: (
    slug: string,
    raw: Uint8Array,
    how?: { readonly receivedAt?: Instant; readonly delivery?: Delivery; readonly truncated?: boolean },
  ) => Promise<LetterId>;
  /** Reads what waits, by the real reader unless another is given. */
  readonly read: (parse?: ReadLettersOptions['parse']) => Promise<void>;
  readonly deliver: (mailer?: Mailer) => Promise<void>;
  readonly ring: () => Promise<void>;
  /** A letter comes, is read, and what it owes is sent. */
  readonly receive: (slug: string, raw: Uint8Array) => Promise<LetterState>;
  readonly letter: (slug: string, letterId: LetterId) => Promise<LetterState>;
  readonly ticket: (slug: string, number: number) => Promise<TicketRow>;
  readonly journal: (slug: string, number: number) => Promise<readonly TicketEvent['type'][]>;
  readonly rows: <Row extends Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ) => Promise<readonly Row[]>;
  readonly stop: () => Promise<void>;
}

/** An instant on Moscow's wall clock: `2025-02-07 16:00`. */
export const moscow = (text: string): Instant => {
  const parsed = parseInstant(`${text.replace(' ', 'T')}+03:00`);
  if (parsed === null) throw new Error(`${text} is no instant`);
  return parsed;
};

const letterState = async (q: Queries, deskId: DeskId, letterId: LetterId): Promise<LetterState> => {
  const [row] = await q.query<LetterState & Record<string, unknown>>(
    'still-letter',
    `select l.letter_id as "letterId", l.outcome, l.note, l.deliveries, l.sha256, l.raw, t.number
     from letter l left join ticket t on t.desk_id = l.desk_id and t.ticket_id = l.ticket_id where l.desk_id = $1 and l.letter_id = $2`,
    [deskId, letterId],
  );
  if (row === undefined) throw new Error('no such letter');
  return row;
};

const ticketRow = async (q: Queries, deskId: DeskId, number: number): Promise<TicketRow> => {
  const [row] = await q.query<TicketRow & Record<string, unknown>>(
    'still-ticket',
    'select body as ticket, number, version, subject, fields from ticket where desk_id = $1 and number = $2',
    [deskId, number],
  );
  if (row === undefined) throw new Error(`no ticket ${number}`);
  return row;
};

const deskById = (opened: Opened, id: DeskId): Opened['desks'][number] => {
  const found = opened.desks.find((d) => d.deskId === id);
  if (found === undefined) throw new Error('no such desk');
  return found;
};

/** What happened to a ticket, by name, in order. */
const journalOf = async (
  q: Queries,
  deskId: DeskId,
  number: number,
): Promise<readonly TicketEvent['type'][]> => {
  const rows = await q.query<{ type: TicketEvent['type'] }>(
    'still-journal',
    'select j.type from journal j join ticket t on t.desk_id = j.desk_id and t.ticket_id = j.stream_id where t.desk_id = $1 and t.number = $2 order by j.seq',
    [deskId, number],
  );
  return rows.map((r) => r.type);
};

const configOf = (databaseUrl: string, smtp: SmtpAccount, regulationsDir?: string): Config => ({
  ...(regulationsDir === undefined ? {} : { regulationsDir }),
  port: 0,
  host: '127.0.0.1',
  dataDir: '',
  secretKey: TEST_SECRET_KEY,
  databaseUrl,
  baseUrl: BASE_URL,
  demo: false,
  trustProxy: false,
  relaxedDatabase: true,
  mail: Object.fromEntries(
    deskSlugs.map((slug) => [slug, { address: addressOf(slug), smtp, 'trusted-authserv': TRUSTED_SERVER }]),
  ),
});

/** The rounds of the jobs, each until nothing is left to do. */
const roundsOf = (
  opened: Opened,
  reader: ReadLettersOptions['parse'],
  usual: Mailer,
  onError: (error: unknown) => void,
): Pick<StillDesk, 'read' | 'deliver' | 'ring'> => {
  const { context } = opened;
  const ownAddresses = (id: DeskId): readonly string[] => [deskById(opened, id).mailAddress];
  return {
    read: async (parse = reader) => {
      const options = { parse, ownAddresses, trustedAuthserv: () => TRUSTED_SERVER, onError };
      while (await readLetters(context, options));
    },
    deliver: async (mailer = usual) => {
      const options = { mailer, baseUrl: BASE_URL, desk: (id: DeskId) => deskById(opened, id), onError };
      while (await deliverOutbox(context, options));
    },
    ring: async () => {
      while (await ringAlarms(context, onError));
    },
  };
};

/** Opens the desks, or those of another folder of regulations, at an instant of Moscow's wall clock. */
export const openStillDesk = async (start: string, regulationsDir?: string): Promise<StillDesk> => {
  const database = await createTestDatabase(inject('adminUrl'), inject('template'));
  const sink = await startSmtpSink();
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  const smtp = { host: sink.host, port: sink.port, secure: false };
  const real = await open(configOf(database.url, smtp, regulationsDir), { say: () => undefined, onError });
  let now = moscow(start);
  const context: Context = { ...real.context, now: () => now };
  const opened: Opened = { ...real, context };
  const parser = startLetterParser();
  const mailer = startMailer(new Map(opened.desks.map((d) => [d.deskId, smtp])));
  const desk = (slug: string): DeskId => deskIdOf(opened, slug);

  const hand: StillDesk['hand'] = (slug, raw, how = {}) =>
    keepLetter(context, {
      deskId: desk(slug),
      raw,
      receivedAt: how.receivedAt ?? now,
      delivery: how.delivery ?? null,
      truncated: how.truncated ?? false,
    });
  const { read, deliver, ring } = roundsOf(opened, parser.parse, mailer, onError);
  const letter: StillDesk['letter'] = (slug, letterId) =>
    context.db.inDesk(desk(slug), (q) => letterState(q, desk(slug), letterId));

  return {
    opened,
    context,
    databaseUrl: database.url,
    sink,
    errors,
    mailer,
    desk,
    hand,
    read,
    deliver,
    ring,
    letter,
    at: (text) => {
      now = moscow(text);
    },
    pass: (ms) => {
      now = (now + ms) as Instant;
    },
    receive: async (slug, raw) => {
      const letterId = await hand(slug, raw);
      await read();
      await deliver();
      return letter(slug, letterId);
    },
    ticket: (slug, number) => context.db.inDesk(desk(slug), (q) => ticketRow(q, desk(slug), number)),
    journal: (slug, number) => context.db.inDesk(desk(slug), (q) => journalOf(q, desk(slug), number)),
    rows: (text, values = []) =>
      context.db.everyDesk((q) =>
        q.query(`still-${createHash('sha1').update(text).digest('hex')}`, text, values),
      ),
    stop: async () => {
      await mailer.stop();
      await parser.stop();
      await real.close();
      await sink.stop();
      await database.drop();
    },
  };
};
