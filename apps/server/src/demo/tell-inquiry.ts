import { inquiriesPage, inquiryPageRow } from '../store/queries/inquiries.ts';
import { keepLetter } from '../use-cases/keep-letter.ts';
import { openInquiryByStaff } from '../use-cases/open-inquiry-by-staff.ts';
import { receiveLetter } from '../use-cases/receive-letter.ts';
import { staffInquiryCommand } from '../use-cases/staff-inquiry-command.ts';
import type { DemoInquiry, InquiryStep } from './demo-inquiry.ts';
import { makeLetter } from './letter-bytes.ts';
import type { ToldDesk } from './told-desk.ts';

const nameOf = ({ demo }: ToldDesk, { from, name }: DemoInquiry): string =>
  demo.companies.flatMap(({ people }) => people).find(({ email }) => email === from)?.name ?? name ?? '';

/** A letter to the address of sales, read like any letter. */
const byLetter = async (told: ToldDesk, inquiry: DemoInquiry): Promise<number> => {
  const { context, desk, cast } = told;
  const { deskId } = desk;
  const at = context.now();
  const { from, subject, text } = inquiry;
  const { raw, reading } = makeLetter({
    from: { address: from, name: nameOf(told, inquiry) },
    to: desk.mailAddress.replace('@', '+sales@'),
    subject,
    text,
    files: [],
    signed: true,
    at,
    messageId: `${context.newId()}@${from.slice(from.indexOf('@') + 1)}`,
  });
  const kept = { deskId, raw, receivedAt: at, delivery: null, truncated: false };
  const letterId = await keepLetter(context, kept);
  await receiveLetter(context, {
    deskId,
    letterId,
    receivedAt: at,
    truncated: false,
    reading: { ok: true, letter: reading },
  });
  const [newest] = await context.db.inDesk(deskId, (q) =>
    inquiriesPage(q, {
      deskId,
      list: 'all',
      personId: cast.seller.personId,
      search: '',
      companyId: null,
      ticketNumber: null,
      after: null,
      limit: 1,
    }),
  );
  if (newest === undefined) throw new Error(`a letter of the demo opened no inquiry: ${subject}`);
  return newest.number;
};

const byPhone = async (told: ToldDesk, inquiry: DemoInquiry): Promise<number> => {
  const { context, desk, cast } = told;
  const key = context.newId();
  const opened = await openInquiryByStaff(context, {
    deskId: desk.deskId,
    personId: cast.dispatcher.personId,
    channel: 'phone',
    topic: inquiry.topic ?? 'support',
    requesterEmail: inquiry.from,
    requesterName: nameOf(told, inquiry),
    requesterPhone: inquiry.phone ?? '',
    companyId: null,
    district: null,
    subject: inquiry.subject,
    text: inquiry.text,
    idempotency: { key, requestHash: key },
  });
  if (opened === null) throw new Error(`a call of the demo opened no inquiry: ${inquiry.subject}`);
  return opened.number;
};

/** The inquiry comes the way such inquiries do; returns its number. */
export const openDemoInquiry = (told: ToldDesk, inquiry: DemoInquiry): Promise<number> =>
  inquiry.arrival === 'letter' ? byLetter(told, inquiry) : byPhone(told, inquiry);

/** One deed of staff. */
export const playInquiryStep = async (
  { context, desk, cast }: ToldDesk,
  number: number,
  { by, deed }: InquiryStep,
): Promise<void> => {
  const { deskId } = desk;
  const row = await context.db.inDesk(deskId, (q) => inquiryPageRow(q, deskId, number));
  const key = context.newId();
  const outcome = await staffInquiryCommand(context, {
    deskId,
    number,
    person: cast[by],
    body: deed,
    seenVersion: row?.version ?? 0,
    idempotency: { key, requestHash: key },
  });
  if (outcome.kind !== 'done')
    throw new Error(`inquiry ${number} of the demo: ${deed.command}: ${outcome.kind}`);
};
