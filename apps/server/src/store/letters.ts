import type { CertificateId, DeskId, InquiryId, LetterId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

export type LetterOutcome =
  | 'waiting'
  | 'ticket'
  | 'reply'
  | 'inquiry'
  | 'bounce'
  | 'auto-reply'
  | 'suppressed'
  | 'quarantined'
  | 'accepted'
  | 'kept'
  | 'failed';

export interface RawLetter {
  readonly deskId: DeskId;
  readonly letterId: LetterId;
  readonly at: Instant;
  readonly raw: Uint8Array;
  readonly sha256: string;
  readonly contentKey: string;
  /** Only the headers were fetched: the letter is over the limit. */
  readonly truncated?: boolean;
}

/** Where a mailbox showed it. Null for letters handed in on the letters page. */
export interface Delivery {
  readonly mailbox: string;
  readonly uidValidity: string;
  readonly uid: number;
}

/** Keeps a raw letter before anybody reads it. The same letter delivered again is the same row with one delivery more. */
export const keepLetter = async (
  q: Queries,
  letter: RawLetter,
  delivery: Delivery | null,
): Promise<LetterId> => {
  if (delivery !== null) {
    const [seen] = await q.query<{ letter_id: LetterId }>(
      'letter-delivery-find',
      'select letter_id from letter_delivery where desk_id = $1 and mailbox = $2 and uid_validity = $3 and uid = $4',
      [letter.deskId, delivery.mailbox, delivery.uidValidity, delivery.uid],
    );
    if (seen !== undefined) return seen.letter_id;
  }
  const [row] = await q.query<{ letter_id: LetterId }>(
    'letter-keep',
    `insert into letter (desk_id, letter_id, direction, at, raw, size, sha256, content_key, truncated)
     values ($1, $2, 'in', $3, $4, $5, $6, $7, $8)
     on conflict (desk_id, direction, content_key) do update set deliveries = letter.deliveries + 1
     returning letter_id`,
    [
      letter.deskId,
      letter.letterId,
      toTimestamp(letter.at),
      Buffer.from(letter.raw),
      letter.raw.byteLength,
      letter.sha256,
      letter.contentKey,
      letter.truncated ?? false,
    ],
  );
  if (row === undefined) throw new Error('a letter was neither kept nor found');
  if (delivery !== null) {
    await q.query(
      'letter-delivery-insert',
      'insert into letter_delivery (desk_id, mailbox, uid_validity, uid, letter_id, at) values ($1, $2, $3, $4, $5, $6)',
      [
        letter.deskId,
        delivery.mailbox,
        delivery.uidValidity,
        delivery.uid,
        row.letter_id,
        toTimestamp(letter.at),
      ],
    );
  }
  return row.letter_id;
};

/** The greatest UID kept of a mailbox under this validity; 0 for none. */
export const lastUid = async (
  q: Queries,
  deskId: DeskId,
  mailbox: string,
  uidValidity: string,
): Promise<number> => {
  const [row] = await q.query<{ uid: number | null }>(
    'letter-last-uid',
    'select max(uid) as uid from letter_delivery where desk_id = $1 and mailbox = $2 and uid_validity = $3',
    [deskId, mailbox, uidValidity],
  );
  return row?.uid ?? 0;
};

export interface WaitingLetter {
  readonly deskId: DeskId;
  readonly letterId: LetterId;
}

/** Letters that nobody has read yet, oldest first, taken for `leaseMs`: a reader that dies leaves them to the next. */
export const claimWaitingLetters = async (
  q: Queries,
  now: Instant,
  leaseMs: number,
  limit: number,
): Promise<readonly WaitingLetter[]> => {
  const rows = await q.query<{ desk_id: DeskId; letter_id: LetterId }>(
    'letter-claim',
    `update letter l set lease_until = $2
     from (select desk_id, letter_id from letter where direction = 'in' and outcome = 'waiting' and (lease_until is null or lease_until < $1)
           order by at limit $3 for update skip locked) w
     where l.desk_id = w.desk_id and l.letter_id = w.letter_id
     returning l.desk_id, l.letter_id`,
    [toTimestamp(now), toTimestamp(now + leaseMs), limit],
  );
  return rows.map((r) => ({ deskId: r.desk_id, letterId: r.letter_id }));
};

export interface LetterToRead {
  readonly raw: Buffer;
  readonly at: Instant;
  readonly outcome: LetterOutcome;
  readonly attempts: number;
  readonly truncated: boolean;
}

/** Counts one more attempt at a waiting letter and holds it for `leaseMs`; null when it waits no more. */
export const beginLetter = async (
  q: Queries,
  input: {
    readonly deskId: DeskId;
    readonly letterId: LetterId;
    readonly now: Instant;
    readonly leaseMs: number;
  },
): Promise<LetterToRead | null> => {
  const [row] = await q.query<LetterToRead>(
    'letter-begin',
    `update letter set attempts = attempts + 1, lease_until = $3 where desk_id = $1 and letter_id = $2 and outcome = 'waiting'
     returning raw, at, outcome, attempts, truncated`,
    [input.deskId, input.letterId, toTimestamp(input.now + input.leaseMs)],
  );
  return row ?? null;
};

/** An attempt that failed for reasons of our own is none of the letter's. */
export const forgiveAttempt = async (q: Queries, deskId: DeskId, letterId: LetterId): Promise<void> => {
  await q.query(
    'letter-forgive',
    'update letter set attempts = greatest(attempts - 1, 0) where desk_id = $1 and letter_id = $2',
    [deskId, letterId],
  );
};

/** Locks a letter for the transaction that decides what becomes of it. */
export const lockLetter = async (
  q: Queries,
  deskId: DeskId,
  letterId: LetterId,
): Promise<{ readonly outcome: LetterOutcome; readonly ticketId: TicketId | null } | null> => {
  const [row] = await q.query<{ outcome: LetterOutcome; ticketId: TicketId | null }>(
    'letter-lock',
    'select outcome, ticket_id as "ticketId" from letter where desk_id = $1 and letter_id = $2 for update',
    [deskId, letterId],
  );
  return row ?? null;
};

export const readRawLetter = async (
  q: Queries,
  deskId: DeskId,
  letterId: LetterId,
): Promise<LetterToRead | null> => {
  const [row] = await q.query<LetterToRead>(
    'letter-raw',
    'select raw, at, outcome, attempts, truncated from letter where desk_id = $1 and letter_id = $2',
    [deskId, letterId],
  );
  return row ?? null;
};

export interface LetterSummaryFields {
  readonly messageId: string | null;
  readonly fromAddress: string;
  readonly toAddress: string;
  readonly subject: string;
}

/** What became of an incoming letter; from now on nobody reads it again. */
export const settleLetter = async (
  q: Queries,
  l: {
    readonly deskId: DeskId;
    readonly letterId: LetterId;
    readonly outcome: LetterOutcome;
    readonly note: string | null;
    readonly ticketId: TicketId | null;
    readonly inquiryId: InquiryId | null;
    readonly certificateId: CertificateId | null;
    readonly nature: string | null;
    readonly authentication: string | null;
  } & LetterSummaryFields,
): Promise<void> => {
  await q.query(
    'letter-settle',
    `update letter set outcome = $3, note = $4, ticket_id = $5, message_id = $6, from_address = $7, to_address = $8, subject = $9, nature = $10, authentication = $11, inquiry_id = $12, certificate_id = $13, lease_until = null
     where desk_id = $1 and letter_id = $2`,
    [
      l.deskId,
      l.letterId,
      l.outcome,
      l.note,
      l.ticketId,
      l.messageId,
      l.fromAddress,
      l.toAddress,
      l.subject,
      l.nature,
      l.authentication,
      l.inquiryId,
      l.certificateId,
    ],
  );
};

/** Whether another incoming letter came with this Message-ID. */
export const hasLetterWithId = async (
  q: Queries,
  deskId: DeskId,
  messageId: string,
  except: LetterId,
): Promise<boolean> => {
  const rows = await q.query(
    'letter-same-id',
    `select 1 from letter where desk_id = $1 and direction = 'in' and md5(message_id) = md5($2) and message_id = $2 and letter_id <> $3 limit 1`,
    [deskId, messageId, except],
  );
  return rows.length > 0;
};

/** A quarantined letter is to be read again; false when it is not in quarantine. */
export const releaseLetter = async (q: Queries, deskId: DeskId, letterId: LetterId): Promise<boolean> => {
  const rows = await q.query(
    'letter-release',
    `update letter set outcome = 'waiting', lease_until = null, attempts = 0
     where desk_id = $1 and letter_id = $2 and direction = 'in' and outcome = 'quarantined' returning letter_id`,
    [deskId, letterId],
  );
  return rows.length > 0;
};

export interface SentLetter extends RawLetter, LetterSummaryFields {
  readonly outcome: 'waiting' | 'suppressed';
  readonly note: string | null;
  readonly about: LetterSubject;
  readonly automatic: boolean;
}

/** What an outgoing letter is kept under; all null: a link that was asked for. */
export interface LetterSubject {
  readonly ticketId: TicketId | null;
  readonly certificateId: CertificateId | null;
  readonly inquiryId: string | null;
}

/** Keeps an outgoing letter before it is sent; the same notice tried again is the same row. */
export const keepSentLetter = async (q: Queries, l: SentLetter): Promise<void> => {
  await q.query(
    'letter-keep-sent',
    `insert into letter (desk_id, letter_id, direction, at, raw, size, sha256, content_key, message_id, from_address, to_address, subject, outcome, note, ticket_id, certificate_id, inquiry_id, automatic)
     values ($1, $2, 'out', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (desk_id, direction, content_key) do nothing`,
    [
      l.deskId,
      l.letterId,
      toTimestamp(l.at),
      Buffer.from(l.raw),
      l.raw.byteLength,
      l.sha256,
      l.contentKey,
      l.messageId,
      l.fromAddress,
      l.toAddress,
      l.subject,
      l.outcome,
      l.note,
      l.about.ticketId,
      l.about.certificateId,
      l.about.inquiryId,
      l.automatic,
    ],
  );
};

export const settleSentLetter = async (
  q: Queries,
  deskId: DeskId,
  letterId: LetterId,
  outcome: 'accepted' | 'kept' | 'failed',
  note: string | null,
): Promise<void> => {
  await q.query(
    'letter-settle-sent',
    'update letter set outcome = $3, note = $4 where desk_id = $1 and letter_id = $2',
    [deskId, letterId, outcome, note],
  );
};

/** How many answers of the desk itself went to an address since an instant: for all tickets and for one (R8). */
export const countAutomatic = async (
  q: Queries,
  input: {
    readonly deskId: DeskId;
    readonly address: string;
    /** null: only those to the address are asked for. */
    readonly ticketId: TicketId | null;
    readonly since: Instant;
    readonly except: LetterId;
  },
): Promise<{ readonly toAddress: number; readonly ofTicket: number }> => {
  const [row] = await q.query<{ to_address: number; of_ticket: number }>(
    'letter-count-automatic',
    `select count(*) filter (where at >= $3) as to_address, count(*) filter (where ticket_id = $4) as of_ticket
     from letter where desk_id = $1 and to_address = $2 and automatic and outcome <> 'suppressed' and letter_id <> $5 and (at >= $3 or ticket_id = $4)`,
    [input.deskId, input.address, toTimestamp(input.since), input.ticketId, input.except],
  );
  return { toAddress: row?.to_address ?? 0, ofTicket: row?.of_ticket ?? 0 };
};

/** The message went out as this letter: its page shows what became of it. */
export const nameLetterOfMessage = async (
  q: Queries,
  deskId: DeskId,
  messageId: string,
  letterId: LetterId,
): Promise<void> => {
  await q.query(
    'message-letter',
    'update message set letter_id = $3 where desk_id = $1 and message_id = $2 and letter_id is null',
    [deskId, messageId, letterId],
  );
};
