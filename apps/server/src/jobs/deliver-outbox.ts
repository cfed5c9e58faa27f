import { createHash } from 'node:crypto';
import type { DeskId, LetterId, Notice } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { composeLetter, type OutgoingLetter } from '../channels/mail/send-letter.ts';
import { renderNotice } from '../reactions/render-notice.ts';
import { alarmRecipients } from '../store/alarms.ts';
import {
  countAutomatic,
  keepSentLetter,
  nameLetterOfMessage,
  readRawLetter,
  settleSentLetter,
} from '../store/letters.ts';
import { claimOutbox, finishOutbox, holdOutbox, type OutboxItem, postponeOutbox } from '../store/outbox.ts';
import { type Desk, peopleByIds } from '../store/queries/desks.ts';
import { messageForLetter, type TicketForLetter, ticketForLetter } from '../store/queries/tickets.ts';
import { cleanLine, cutText } from '../text/clean-text.ts';
import { ticketToken } from '../tokens/ticket-token.ts';
import { runCommand } from '../use-cases/command-ticket.ts';
import type { Context } from '../use-cases/context.ts';
import type { Mailer, Sending } from './mailer.ts';

export interface DeliverOutboxOptions {
  readonly mailer: Mailer;
  readonly baseUrl: string;
  readonly desk: (deskId: DeskId) => Desk;
  readonly onError: (error: unknown) => void;
}

const LEASE_MS = 30_000;
const BATCH = 20;
const HOUR_MS = 3_600_000;
/** Waits after the first, second ... failed attempt; after the last the letter is given up. */
const RETRY_MS = [
  30_000,
  120_000,
  600_000,
  1_800_000,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
  8 * HOUR_MS,
  12 * HOUR_MS,
  24 * HOUR_MS,
];
const AUTOMATIC_PER_HOUR = 3;

interface Parcel {
  readonly letterId: LetterId;
  readonly to: { readonly name: string; readonly address: string };
  readonly letter: OutgoingLetter;
}

/** A stable id for the copy of a notice that goes to one member of staff. */
const copyId = (outboxId: string, personId: string): LetterId => {
  const hex = createHash('sha256').update(`${outboxId} ${personId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}` as LetterId;
};

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
const plusAddress = (address: string, tag: string): string => address.replace('@', `+${tag}@`);

const factsOf = async (
  context: Context,
  item: OutboxItem,
  desk: Desk,
  about: TicketForLetter,
  statusUrl: string,
) => {
  const pinned = await context.regulations.byVersion(item.deskId, about.ticket.regulationVersionId);
  const { notice } = item;
  const messageId =
    'messageId' in notice
      ? notice.messageId
      : notice.kind === 'classification'
        ? notice.reasonMessageId
        : null;
  const message =
    messageId === null
      ? null
      : await context.db.inDesk(item.deskId, (q) => messageForLetter(q, item.deskId, messageId));
  return {
    message,
    notice: {
      regulation: pinned.regulation,
      calendars: pinned.calendars,
      ticket: about.ticket,
      number: about.number,
      deskName: desk.name,
      requester: { name: about.requester.name },
      statusUrl,
      now: context.now(),
      message: message === null ? null : { ...message, attachments: message.fileNames },
      staff: null,
    },
  };
};

/** The letter to the customer; null when there is no address to write to. */
const customerParcel = async (
  context: Context,
  options: DeliverOutboxOptions,
  item: OutboxItem,
  about: TicketForLetter,
): Promise<Parcel | null> => {
  const recipient = about.requester.email;
  if (recipient === null) return null;
  const desk = options.desk(item.deskId);
  const subject = { deskId: item.deskId, ticketId: item.ticketId, recipient };
  const token = ticketToken(context.secret, 'thread', about.number, subject);
  const statusUrl = `${options.baseUrl}/t/${desk.slug}/${ticketToken(context.secret, 'status', about.number, subject)}`;
  const facts = await factsOf(context, item, desk, about, statusUrl);
  const words = renderNotice(item.notice, facts.notice, 'ru');
  const first = about.firstLetter?.messageId ?? null;
  const to = { name: '', address: recipient };
  const letter: OutgoingLetter = {
    from: { name: desk.name.ru, address: desk.mailAddress },
    replyTo: plusAddress(desk.mailAddress, token),
    to,
    ...words,
    messageId: `${token}.${item.outboxId}@${domainOf(desk.mailAddress)}`,
    inReplyTo: first,
    references: first === null ? [] : [first],
    automatic: !isByPerson(item.notice),
    loopMark: desk.slug,
    attachments: facts.message?.attachments ?? [],
    date: item.createdAt,
  };
  return { letterId: item.outboxId as LetterId, to, letter };
};

const isByPerson = (notice: Notice): boolean =>
  notice.kind === 'reply' ||
  notice.kind === 'information-request' ||
  notice.kind === 'resolution' ||
  notice.kind === 'declined' ||
  notice.kind === 'proposal' ||
  notice.kind === 'date-proposal' ||
  notice.kind === 'date-agreed';

const staffParcels = async (
  context: Context,
  options: DeliverOutboxOptions,
  item: OutboxItem,
  about: TicketForLetter,
): Promise<readonly Parcel[]> => {
  const desk = options.desk(item.deskId);
  const people = await context.db.everyDesk(async (q) =>
    peopleByIds(q, await alarmRecipients(q, item.deskId, about.ticket.assigneeId)),
  );
  const facts = await factsOf(context, item, desk, about, '');
  const ticketUrl = `${options.baseUrl}/d/${desk.slug}/t/${about.number}`;
  return people.map((person) => {
    const words = renderNotice(
      item.notice,
      { ...facts.notice, staff: { recipientName: person.name, ticketUrl, subject: about.subject } },
      'ru',
    );
    const letterId = copyId(item.outboxId, person.personId);
    const to = { name: person.name, address: person.email };
    const letter: OutgoingLetter = {
      from: { name: desk.name.ru, address: desk.mailAddress },
      replyTo: null,
      to,
      ...words,
      messageId: `alarm.${letterId}@${domainOf(desk.mailAddress)}`,
      inReplyTo: null,
      references: [],
      automatic: true,
      loopMark: desk.slug,
      attachments: [],
      date: item.createdAt,
    };
    return { letterId, to, letter };
  });
};

/** Why the desk itself must not answer; null: it may (R8, R9). Only the answer to a first letter is judged. */
const suppression = async (
  context: Context,
  item: OutboxItem,
  about: TicketForLetter,
  address: string,
): Promise<string | null> => {
  if (item.notice.kind !== 'registration') return null;
  const { firstLetter, requester } = about;
  if (firstLetter !== null && firstLetter.nature !== 'human')
    return `robot: ${firstLetter.nature ?? 'unread'}`;
  const verified = requester.companyKnown || firstLetter === null || firstLetter.authentication === 'pass';
  const windowMs = verified ? HOUR_MS : 24 * HOUR_MS;
  const limit = verified ? AUTOMATIC_PER_HOUR : 1;
  const sent = await context.db.inDesk(item.deskId, (q) =>
    countAutomatic(q, {
      deskId: item.deskId,
      address,
      ticketId: item.ticketId,
      since: (context.now() - windowMs) as Instant,
      except: item.outboxId as LetterId,
    }),
  );
  if (sent.ofTicket >= 1) return 'limit: one automatic answer a ticket';
  return sent.toAddress >= limit ? `limit: ${limit} automatic answers in ${windowMs / HOUR_MS} h` : null;
};

/** Keeps the letter, sends it, keeps what the server said. An attempt that died after sending repeats the same Message-ID at most once more. */
const post = async (
  context: Context,
  options: DeliverOutboxOptions,
  item: OutboxItem,
  parcel: Parcel,
  suppressed: string | null,
) => {
  const { deskId } = item;
  const before = await context.db.inDesk(deskId, (q) => readRawLetter(q, deskId, parcel.letterId));
  // An attempt before this one died between what it did and the end of the notice.
  if (before?.outcome === 'suppressed') return null;
  if (before !== null && before.outcome !== 'waiting' && before.outcome !== 'failed')
    return { accepted: true as const, kept: true, response: '' };
  const raw = before?.raw ?? (await composeLetter(parcel.letter));
  const from = parcel.letter.from.address;
  if (before === null) {
    const { notice } = item;
    await context.db.inDesk(deskId, async (q) => {
      await keepSentLetter(q, {
        deskId,
        letterId: parcel.letterId,
        at: context.now(),
        raw,
        sha256: createHash('sha256').update(raw).digest('hex'),
        contentKey: parcel.letterId,
        messageId: parcel.letter.messageId,
        fromAddress: from,
        toAddress: parcel.to.address,
        subject: parcel.letter.subject,
        outcome: suppressed === null ? 'waiting' : 'suppressed',
        note: suppressed,
        ticketId: item.ticketId,
        automatic: item.notice.kind === 'registration',
      });
      if ('messageId' in notice) await nameLetterOfMessage(q, deskId, notice.messageId, parcel.letterId);
    });
  }
  if (suppressed !== null) return null;
  const sent = await options.mailer.send(deskId, raw, { from, to: parcel.to.address });
  const outcome = !sent.accepted ? 'failed' : sent.kept ? 'kept' : 'accepted';
  await context.db.inDesk(deskId, (q) =>
    settleSentLetter(
      q,
      deskId,
      parcel.letterId,
      outcome,
      sent.response === '' ? null : cutText(cleanLine(sent.response), 500),
    ),
  );
  return sent;
};

/**
 * Whether a clock still runs that being told the number stops (CN-REACT): the notice was held back, did not go, or the ticket
 * was not covered then. Every letter to the customer carries the number, so the first one accepted tells it.
 */
const awaitsNumber = async (
  context: Context,
  item: OutboxItem,
  { ticket }: TicketForLetter,
): Promise<boolean> => {
  const { regulation } = await context.regulations.byVersion(item.deskId, ticket.regulationVersionId);
  return ticket.clocks.some(
    (c) =>
      c.status !== 'stopped' &&
      regulation.clocks.some((rule) => rule.id === c.id && rule.stops.includes('registration-notice')),
  );
};

const deliver = async (context: Context, options: DeliverOutboxOptions, item: OutboxItem): Promise<void> => {
  const { deskId, ticketId, outboxId, notice } = item;
  const about = await context.db.inDesk(deskId, (q) => ticketForLetter(q, deskId, ticketId));
  if (about === null) throw new Error(`ticket ${ticketId} of a notice is gone`);
  const customer = notice.to === 'requester' ? await customerParcel(context, options, item, about) : null;
  const parcels =
    notice.to === 'requester'
      ? customer === null
        ? []
        : [customer]
      : await staffParcels(context, options, item, about);
  const tellsNumber =
    notice.kind === 'registration' ||
    (notice.to === 'requester' && (await awaitsNumber(context, item, about)));
  const refused: Extract<Sending, { readonly accepted: false }>[] = [];
  for (const parcel of parcels) {
    const sent = await post(
      context,
      options,
      item,
      parcel,
      await suppression(context, item, about, parcel.to.address),
    );
    if (sent === null) continue;
    if (!sent.accepted) {
      // One address that takes nothing must not keep the alarm from the other people.
      refused.push(sent);
      continue;
    }
    if (tellsNumber) {
      await runCommand(context, {
        deskId,
        ticketId,
        command: { type: 'RecordNoticeAccepted', at: context.now() },
        actorId: null,
        messages: [],
        seenVersion: null,
        idempotency: null,
      });
    }
  }
  const [again] = refused.toSorted((a, b) => Number(a.permanent) - Number(b.permanent));
  if (again !== undefined) return fail(context, item, cleanLine(again.response), again.permanent);
  await context.db.inDesk(deskId, (q) => finishOutbox(q, deskId, outboxId));
  context.hint({ deskId, kind: 'letter', number: 0 });
};

const fail = async (context: Context, item: OutboxItem, error: string, permanent: boolean): Promise<void> => {
  const wait = permanent ? undefined : RETRY_MS[item.attempts - 1];
  const now = context.now();
  const nextAt = wait === undefined ? null : ((now + wait) as Instant);
  await context.db.inDesk(item.deskId, (q) =>
    postponeOutbox(q, { deskId: item.deskId, outboxId: item.outboxId, now, nextAt, error }),
  );
};

/** Nobody else takes an item while it is being told, however long the mail server needs; one that is somebody else's by now is left alone. */
const hold = async (context: Context, item: OutboxItem, work: () => Promise<void>): Promise<void> => {
  const prolong = (): Promise<boolean> =>
    context.db.inDesk(item.deskId, (q) => holdOutbox(q, item, context.now(), LEASE_MS));
  if (!(await prolong())) return;
  // Each time before this one the process died over it.
  if (item.attempts > RETRY_MS.length + 1)
    return fail(context, item, 'given up: too many attempts without an end', true);
  const timer = setInterval(() => void prolong().catch(() => undefined), LEASE_MS / 3);
  await work().finally(() => clearInterval(timer));
};

/** Tells what is owed: claims a batch, sends one after another; what fails comes again later. */
export const deliverOutbox = async (context: Context, options: DeliverOutboxOptions): Promise<boolean> => {
  const items = await context.db.everyDesk((q) => claimOutbox(q, context.now(), LEASE_MS, BATCH));
  for (const item of items) {
    try {
      await hold(context, item, () => deliver(context, options, item));
    } catch (error) {
      options.onError(error);
      await fail(context, item, cleanLine(error instanceof Error ? error.message : String(error)), false);
    }
  }
  return items.length === BATCH;
};
