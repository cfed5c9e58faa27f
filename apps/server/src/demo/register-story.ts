import { contactByEmail } from '../store/contacts.ts';
import { ticketByNumber } from '../store/queries/tickets.ts';
import { keepLetter } from '../use-cases/keep-letter.ts';
import { receiveLetter } from '../use-cases/receive-letter.ts';
import { registerByStaff } from '../use-cases/register-by-staff.ts';
import { registerTicket } from '../use-cases/register-ticket.ts';
import { makeLetter } from './letter-bytes.ts';
import type { DemoFile, Story } from './story.ts';
import type { ToldDesk, ToldTicket } from './told-desk.ts';

export interface LetterOfStory {
  readonly from: { readonly address: string; readonly name: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly DemoFile[];
  readonly signed: boolean;
}

/** Brings a letter to the desk; returns the number of the ticket that it made or joined. */
export const bringLetter = async ({ context, desk }: ToldDesk, letter: LetterOfStory): Promise<number> => {
  const { deskId } = desk;
  const at = context.now();
  const { raw, reading } = makeLetter({
    ...letter,
    at,
    messageId: `${context.newId()}@${letter.from.address.slice(letter.from.address.indexOf('@') + 1)}`,
  });
  const letterId = await keepLetter(context, {
    deskId,
    raw,
    receivedAt: at,
    delivery: null,
    truncated: false,
  });
  const number = await receiveLetter(context, {
    deskId,
    letterId,
    receivedAt: at,
    truncated: false,
    reading: { ok: true, letter: reading },
  });
  if (number === null) throw new Error(`a letter of the demo made no ticket: ${letter.subject}`);
  return number;
};

const nameOf = (told: ToldDesk, story: Story): string =>
  told.demo.companies.flatMap((c) => c.people).find((p) => p.email === story.from)?.name ?? story.name ?? '';

const byPhone = async (told: ToldDesk, story: Story): Promise<number> => {
  const { context, desk } = told;
  const key = context.newId();
  const company = story.company === undefined ? null : told.companies.get(story.company);
  if (company === undefined) throw new Error(`the demo has no company ${story.company}`);
  const registered = await registerByStaff(context, {
    deskId: desk.deskId,
    personId: told.cast.dispatcher.personId,
    channel: 'phone',
    requesterEmail: story.from,
    requesterName: nameOf(told, story),
    requesterPhone: story.phone ?? '',
    companyId: company,
    callback: story.wantsCall === true ? (story.phone ?? null) : null,
    subject: story.subject,
    text: story.text,
    type: story.type ?? null,
    priority: story.priority ?? null,
    fields: {},
    attachments: [],
    idempotency: { key, requestHash: key },
  });
  if (!registered.ok) throw new Error(`a call of the demo was not registered: ${registered.code}`);
  return registered.value.number;
};

const byPortal = async (told: ToldDesk, story: Story, email: string): Promise<number> => {
  const { context, desk } = told;
  const { deskId } = desk;
  const registered = await context.db.inDesk(deskId, async (q) =>
    registerTicket(context, q, {
      deskId,
      channel: 'portal',
      requester: await contactByEmail(q, { deskId, email, name: '', newId: context.newId }),
      receivedAt: context.now(),
      subject: story.subject,
      text: story.text,
      html: null,
      quoted: '',
      letterId: null,
      attachmentIds: [],
      ticketType: story.type ?? null,
      priority: story.priority ?? null,
      fields: {},
      links: [],
      actorId: null,
      idempotency: null,
    }),
  );
  return registered.number;
};

const arrive = (told: ToldDesk, story: Story): Promise<number> => {
  if (story.arrival === 'phone') return byPhone(told, story);
  if (story.from === null) throw new Error(`nobody wrote: ${story.subject}`);
  if (story.arrival === 'portal') return byPortal(told, story, story.from);
  const { subject, text, files = [] } = story;
  return bringLetter(told, {
    from: { address: story.from, name: nameOf(told, story) },
    to: told.desk.mailAddress,
    subject,
    text,
    files,
    signed: story.arrival === 'letter',
  });
};

/** The first step of a story: the request reaches the desk the way such requests do. */
export const registerStory = async (told: ToldDesk, story: Story): Promise<ToldTicket> => {
  const number = await arrive(told, story);
  const ticket = await told.context.db.inDesk(told.desk.deskId, (q) =>
    ticketByNumber(q, told.desk.deskId, number),
  );
  if (ticket === null) throw new Error(`ticket ${number} of the demo is not there`);
  return { ticketId: ticket.ticketId, number, contactId: ticket.contactId, email: ticket.requesterEmail };
};
