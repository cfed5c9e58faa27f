import type { TicketCommandBody } from '@reglament/contract';
import type { CompanyId, ContactId, DeskId, PersonId, TicketId } from '@reglament/desk';
import { companyCertificates, giveContactCompany } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { AttachmentMissing } from '../store/tickets.ts';
import { type CommandOutcome, commandTicket } from './command-ticket.ts';
import type { Context } from './context.ts';
import { prepareStaffCommand } from './prepare-staff-command.ts';

export interface StaffCommandInput {
  readonly deskId: DeskId;
  readonly ticketId: TicketId;
  readonly contactId: ContactId;
  readonly person: { readonly personId: PersonId; readonly name: string };
  readonly body: TicketCommandBody;
  readonly seenVersion: number;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

export type StaffOutcome = CommandOutcome | { readonly kind: 'unknown-company' | 'unknown-attachment' };

const identify = async (
  context: Context,
  q: Queries,
  input: StaffCommandInput,
  companyId: CompanyId,
): Promise<StaffOutcome> => {
  const certificates = await companyCertificates(q, input.deskId, companyId);
  if (certificates === null) return { kind: 'unknown-company' };
  const outcome = await commandTicket(context, q, {
    ...commonOf(input),
    command: { type: 'Identify', companyId, certificates },
    messages: [],
  });
  if (outcome.kind === 'done') await giveContactCompany(q, input.deskId, input.contactId, companyId);
  return outcome;
};

const commonOf = (input: StaffCommandInput) => ({
  deskId: input.deskId,
  ticketId: input.ticketId,
  actorId: input.person.personId,
  seenVersion: input.seenVersion,
  idempotency: { ...input.idempotency, response: null },
});

/** What a member of staff does to a ticket, in one transaction; open screens are told afterwards. */
export const staffCommand = async (context: Context, input: StaffCommandInput): Promise<StaffOutcome> => {
  const prepared = prepareStaffCommand(context, input);
  const run = (q: Queries): Promise<StaffOutcome> => {
    if (input.body.command === 'identify')
      return identify(context, q, input, input.body.companyId as CompanyId);
    if (prepared === null) throw new Error(`command ${input.body.command} was not prepared`);
    return commandTicket(context, q, { ...commonOf(input), ...prepared, last: true });
  };
  const outcome = await context.db.inDesk(input.deskId, run).catch((error: unknown): StaffOutcome => {
    if (error instanceof AttachmentMissing) return { kind: 'unknown-attachment' };
    throw error;
  });
  if (outcome.kind === 'done') context.hint({ deskId: input.deskId, kind: 'ticket', number: outcome.number });
  return outcome;
};
