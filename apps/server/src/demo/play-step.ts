import { addWorkingDays, instant, type LocalDate, localDateOf } from '@reglament/working-time';
import { lockTicket } from '../store/tickets.ts';
import { ticketToken } from '../tokens/ticket-token.ts';
import { customerAction, type CustomerAction } from '../use-cases/customer-action.ts';
import { staffCommand, type StaffCommandInput } from '../use-cases/staff-command.ts';
import { uploadAttachment } from '../use-cases/upload-attachment.ts';
import { makeFile } from './letter-bytes.ts';
import { bringLetter } from './register-story.ts';
import type { StaffMember } from './staff.ts';
import type { CustomerDeed, StaffDeed, Step, Story } from './story.ts';
import type { ToldDesk, ToldTicket } from './told-desk.ts';

const ticketNow = async ({ context, desk }: ToldDesk, ticket: ToldTicket) => {
  const locked = await context.db.inDesk(desk.deskId, (q) => lockTicket(q, desk.deskId, ticket.ticketId));
  if (locked === null) throw new Error(`ticket ${ticket.number} of the demo is gone`);
  return locked;
};

const upload = async (
  told: ToldDesk,
  by: StaffMember,
  deed: Extract<StaffDeed, { files: unknown }>,
): Promise<string[]> => {
  const ids: string[] = [];
  for (const file of deed.files) {
    const { name, type, content } = makeFile(file);
    const kept = await uploadAttachment(told.context, {
      deskId: told.desk.deskId,
      personId: by.personId,
      fileName: name,
      type,
      content,
    });
    ids.push(kept.attachmentId);
  }
  return ids;
};

/** The n-th working date after today. */
const workingDate = ({ calendar, context }: ToldDesk, days: number): LocalDate => {
  const closing = addWorkingDays(calendar, context.now(), days, { mode: 'end' });
  if (closing === null) throw new Error('the hours of the demo end');
  return localDateOf(calendar.zone, instant(closing - 1));
};

const bodyOf = async (
  told: ToldDesk,
  by: StaffMember,
  deed: StaffDeed,
): Promise<StaffCommandInput['body']> => {
  if ('files' in deed)
    return { command: deed.command, text: deed.text, attachments: await upload(told, by, deed) };
  if (deed.command === 'agree-date') {
    const { command, clock, reason } = deed;
    return { command, clock, date: `${workingDate(told, deed.workingDays)}T${deed.time}`, reason };
  }
  if (deed.command !== 'identify') return deed;
  const companyId = told.companies.get(deed.company);
  if (companyId === undefined) throw new Error(`the demo has no company ${deed.company}`);
  return { command: 'identify', companyId };
};

const byStaff = async (
  told: ToldDesk,
  ticket: ToldTicket,
  by: StaffMember,
  deed: StaffDeed,
): Promise<void> => {
  const body = await bodyOf(told, by, deed);
  const { version } = await ticketNow(told, ticket);
  const key = told.context.newId();
  const outcome = await staffCommand(told.context, {
    deskId: told.desk.deskId,
    ticketId: ticket.ticketId,
    contactId: ticket.contactId,
    person: by,
    body,
    seenVersion: version,
    idempotency: { key, requestHash: key },
  });
  if (outcome.kind !== 'done')
    throw new Error(
      `${deed.command} on ticket ${ticket.number}: ${outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind}`,
    );
};

const actionOf = async (
  told: ToldDesk,
  ticket: ToldTicket,
  deed: Exclude<CustomerDeed, { does: 'write' }>,
): Promise<CustomerAction> => {
  switch (deed.does) {
    case 'answer':
      return { kind: 'answer', text: deed.text, files: deed.files.map(makeFile) };
    case 'object':
      return { kind: 'object', text: deed.text, files: [] };
    case 'confirm':
      return { kind: 'confirm' };
    case 'agree': {
      const { proposal } = (await ticketNow(told, ticket)).ticket;
      if (proposal === null) throw new Error(`nothing was proposed in ticket ${ticket.number}`);
      return { kind: 'answer-proposal', proposalId: proposal.proposalId, accepted: true };
    }
    case 'agree-date': {
      const proposed = (await ticketNow(told, ticket)).ticket.dateProposal ?? null;
      if (proposed === null) throw new Error(`no date was proposed in ticket ${ticket.number}`);
      return { kind: 'answer-date', proposalId: proposed.proposalId, accepted: true };
    }
  }
};

const byLetter = async (
  told: ToldDesk,
  ticket: ToldTicket,
  email: string,
  story: Story,
  deed: Extract<CustomerDeed, { does: 'write' }>,
): Promise<void> => {
  const { desk, context } = told;
  const token = ticketToken(context.secret, 'thread', ticket.number, {
    deskId: desk.deskId,
    ticketId: ticket.ticketId,
    recipient: email,
  });
  const name =
    told.demo.companies.flatMap((c) => c.people).find((p) => p.email === email)?.name ?? story.name ?? '';
  const number = await bringLetter(told, {
    from: { address: email, name },
    to: desk.mailAddress.replace('@', `+${token}@`),
    subject: `Re: [№ ${ticket.number}] ${story.subject}`,
    text: deed.text,
    files: deed.files,
    signed: true,
  });
  if (number !== ticket.number) throw new Error(`an answer to ticket ${ticket.number} went to ${number}`);
};

const byCustomer = async (
  told: ToldDesk,
  ticket: ToldTicket,
  story: Story,
  deed: CustomerDeed,
): Promise<void> => {
  if (ticket.email === null) throw new Error(`the requester of ticket ${ticket.number} has no address`);
  if (deed.does === 'write') return byLetter(told, ticket, ticket.email, story, deed);
  const key = told.context.newId();
  const outcome = await customerAction(told.context, {
    deskId: told.desk.deskId,
    ticketId: ticket.ticketId,
    contact: { contactId: ticket.contactId, email: ticket.email },
    action: await actionOf(told, ticket, deed),
    idempotency: { key, requestHash: key },
  });
  if (outcome.kind !== 'done')
    throw new Error(
      `${deed.does} on ticket ${ticket.number}: ${outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind}`,
    );
};

/** One step of a story after its first, through the same use-cases as people's own. A refusal is a mistake of the story. */
export const playStep = (told: ToldDesk, ticket: ToldTicket, story: Story, step: Step): Promise<void> =>
  step.by === 'customer'
    ? byCustomer(told, ticket, story, step.deed)
    : byStaff(told, ticket, told.cast[step.by], step.deed);
