import { createHash } from 'node:crypto';
import type { Instant } from '@reglament/working-time';
import { composeLetter } from '../channels/mail/send-letter.ts';
import { nameLetterOfInquiryMessage } from '../store/inquiries.ts';
import {
  keepSentLetter,
  type LetterSubject,
  nameLetterOfMessage,
  readRawLetter,
  settleSentLetter,
} from '../store/letters.ts';
import { claimOutbox, finishOutbox, holdOutbox, type OutboxItem, postponeOutbox } from '../store/outbox.ts';
import { cleanLine, cutText } from '../text/clean-text.ts';
import type { Context } from '../use-cases/context.ts';
import type { Sending } from './mailer.ts';
import { composeLetters } from './letters/compose-letters.ts';
import type { DeliverOutboxOptions, Parcel } from './letters/parcel.ts';

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

const subjectOf = ({ owed }: OutboxItem): LetterSubject => ({
  ticketId: owed.about === 'ticket' ? owed.ticketId : null,
  certificateId: owed.about === 'certificate' ? owed.certificateId : null,
  inquiryId: owed.about === 'inquiry' ? owed.inquiryId : null,
});

/** Keeps the letter, sends it, keeps what the server said. An attempt that died after sending repeats the same Message-ID at most once more. */
const post = async (context: Context, options: DeliverOutboxOptions, item: OutboxItem, parcel: Parcel) => {
  const { deskId } = item;
  const { suppressed, messageId } = parcel;
  const before = await context.db.inDesk(deskId, (q) => readRawLetter(q, deskId, parcel.letterId));
  // An attempt before this one died between what it did and the end of the notice.
  if (before?.outcome === 'suppressed') return null;
  if (before !== null && before.outcome !== 'waiting' && before.outcome !== 'failed')
    return { accepted: true as const, kept: true, response: '' };
  const { kept } = parcel;
  const raw = kept === undefined && before !== null ? before.raw : await composeLetter(parcel.letter);
  const { from, to } = parcel.letter;
  if (before === null) {
    const bytes = kept === undefined ? raw : await composeLetter(kept);
    await context.db.inDesk(deskId, async (q) => {
      await keepSentLetter(q, {
        deskId,
        letterId: parcel.letterId,
        at: context.now(),
        raw: bytes,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        contentKey: parcel.letterId,
        messageId: parcel.letter.messageId,
        fromAddress: from.address,
        toAddress: to.address,
        subject: parcel.letter.subject,
        outcome: suppressed === null ? 'waiting' : 'suppressed',
        note: suppressed,
        about: subjectOf(item),
        automatic: parcel.countsAsAutomatic,
      });
      const name = item.owed.about === 'inquiry' ? nameLetterOfInquiryMessage : nameLetterOfMessage;
      if (messageId !== null) await name(q, deskId, messageId, parcel.letterId);
    });
  }
  if (suppressed !== null) return null;
  const sent = await options.mailer.send(deskId, raw, { from: from.address, to: to.address });
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

const deliver = async (context: Context, options: DeliverOutboxOptions, item: OutboxItem): Promise<void> => {
  const { deskId, outboxId } = item;
  const { parcels, onAccepted } = await composeLetters(context, options, item);
  const refused: Extract<Sending, { readonly accepted: false }>[] = [];
  for (const parcel of parcels) {
    const sent = await post(context, options, item, parcel);
    if (sent === null) continue;
    // One address that takes nothing must not keep the letter from the other people.
    if (!sent.accepted) refused.push(sent);
    else await onAccepted?.();
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
