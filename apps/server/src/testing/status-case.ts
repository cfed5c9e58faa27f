import type { ContactId, DeskId, MessageId, PersonId, TicketCommand, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Opened } from '../open.ts';
import { insertAttachment } from '../store/attachments.ts';
import { contactByEmail } from '../store/contacts.ts';
import type { NewMessage } from '../store/tickets.ts';
import { ticketToken } from '../tokens/ticket-token.ts';
import { runCommand } from '../use-cases/command-ticket.ts';
import { registerTicket } from '../use-cases/register-ticket.ts';
import { addCustomer, addStaff, deskIdOf, type TestPerson } from './test-desk.ts';

export interface StatusCase {
  readonly deskId: DeskId;
  readonly ticketId: TicketId;
  readonly number: number;
  readonly contactId: ContactId;
  readonly email: string;
  readonly attachmentId: string;
  /** Path of the customer's page. */
  readonly path: string;
  readonly staff: TestPerson;
}

interface Wanted {
  readonly slug: string;
  readonly packageId: string | null;
  readonly priority?: string;
  readonly text?: string;
  readonly subject?: string;
  readonly quoted?: string;
  readonly fileName?: string;
}

let count = 0;

/** A ticket of a known customer, by letter, with one file, and the link to its page. */
export const openCase = async (opened: Opened, wanted: Wanted): Promise<StatusCase> => {
  const { context } = opened;
  count += 1;
  const deskId = deskIdOf(opened, wanted.slug);
  const email = `olga-${count}@romashka.example`;
  const { contactId } = await addCustomer(opened, wanted.slug, {
    company: `ООО «Ромашка ${count}»`,
    email,
    name: 'Ольга Иванова',
    packageId: wanted.packageId,
  });
  const staff = await addStaff(opened, wanted.slug, 'engineer', `engineer-${count}@desk.example`);
  const attachmentId = context.newId();
  const { ticketId, number } = await context.db.inDesk(deskId, async (q) => {
    const requester = await contactByEmail(q, { deskId, email, name: '', newId: context.newId });
    const name = wanted.fileName ?? 'журнал.log';
    await insertAttachment(q, {
      deskId,
      attachmentId,
      uploadedBy: null,
      name,
      originalName: name,
      type: 'text/html',
      sha256: 'x',
      content: Buffer.from('<script>file</script>'),
      at: context.now(),
    });
    return registerTicket(context, q, {
      deskId,
      channel: 'email',
      requester,
      receivedAt: context.now() as Instant,
      subject: wanted.subject ?? 'Нет звонков',
      text: wanted.text ?? 'Не проходят звонки.',
      html: null,
      quoted: wanted.quoted ?? '',
      letterId: null,
      attachmentIds: [attachmentId],
      ticketType: null,
      priority: wanted.priority ?? null,
      fields: {},
      links: [],
      actorId: null,
      idempotency: null,
    });
  });
  const token = ticketToken(context.secret, 'status', number, { deskId, ticketId, recipient: email });
  return {
    deskId,
    ticketId,
    number,
    contactId,
    email,
    attachmentId,
    path: `/t/${wanted.slug}/${token}`,
    staff,
  };
};

type Without<T> = T extends unknown ? Omit<T, 'by' | 'messageId'> : never;

/** Staff do something to it, with a message of this kind. */
export const staffDoes = async (
  opened: Opened,
  found: StatusCase,
  command: Without<TicketCommand>,
  message: { readonly kind: NewMessage['kind']; readonly text: string; readonly author?: string } | null,
): Promise<void> => {
  const { context } = opened;
  const messageId = context.newId() as MessageId;
  const by: PersonId = found.staff.personId;
  const outcome = await runCommand(context, {
    deskId: found.deskId,
    ticketId: found.ticketId,
    command: { ...command, by, messageId } as TicketCommand,
    actorId: by,
    seenVersion: null,
    idempotency: null,
    messages:
      message === null
        ? []
        : [
            {
              messageId,
              kind: message.kind,
              personId: by,
              contactId: null,
              author: message.author ?? 'Анна Смирнова',
              text: message.text,
              html: null,
              quoted: '',
              letterId: null,
              attachmentIds: [],
            },
          ],
  });
  if (outcome.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
};
