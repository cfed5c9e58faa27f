import type { AnswerMeans, DeclineGround, MessageId, TicketCommand } from '@reglament/desk';
import type { NewMessage } from '../store/tickets.ts';
import { runCommand } from '../use-cases/command-ticket.ts';
import { splitTicket } from '../use-cases/split-ticket.ts';
import { Refused } from './refused.ts';
import type { Stage } from './stage.ts';

/** What a solution turned out to be, and how it reached the customer. */
export interface Answered {
  readonly outcome?: string;
  readonly means?: AnswerMeans;
}

/** What staff do to a ticket besides answering it. @throws Refused with code and clause. */
export interface Handling {
  readonly decline: (ground: DeclineGround, text: string) => Promise<void>;
  readonly declineService: (id: string) => Promise<void>;
  readonly exclude: (id: string) => Promise<void>;
  /** `given`: places in the list of what the next line needs, from 0. */
  readonly handOver: (toLine: string, given: readonly number[]) => Promise<void>;
  readonly resolveAs: (text: string, answered: Answered) => Promise<void>;
  /** `items`: places in the regulation's checklist, from 0. */
  readonly askFor: (text: string, items: readonly number[]) => Promise<void>;
  /** A second problem becomes a ticket of its own; its number. */
  readonly split: (subject: string) => Promise<number>;
}

type Spoken = (messageId: MessageId) => TicketCommand;

export const handlingOf = (stage: Stage, number: number): Handling => {
  const { still, slug, engineer } = stage;
  const deskId = still.desk(slug);
  const by = engineer.personId;
  const say = async (kind: NewMessage['kind'], text: string, spoken: Spoken): Promise<void> => {
    const { ticket, version } = await still.ticket(slug, number);
    const messageId = still.context.newId() as MessageId;
    const outcome = await runCommand(still.context, {
      deskId,
      ticketId: ticket.ticketId,
      command: spoken(messageId),
      actorId: by,
      messages: [
        {
          messageId,
          kind,
          personId: by,
          contactId: null,
          author: 'Пётр Волков',
          text,
          html: null,
          quoted: '',
          letterId: null,
          attachmentIds: [],
        },
      ],
      seenVersion: version,
      idempotency: null,
    });
    if (outcome.kind === 'refused') throw new Refused(outcome.refusal.code, outcome.refusal.clause);
    if (outcome.kind !== 'done') throw new Refused(outcome.kind, null);
    await still.deliver();
  };
  const decline: Handling['decline'] = (ground, text) =>
    say('reply', text, (messageId) => ({ type: 'Decline', by, messageId, ground }));
  return {
    decline,
    declineService: (id) => decline({ kind: 'service', id }, 'Этого мы сделать не можем.'),
    exclude: (id) => decline({ kind: 'exclusion', id }, 'Этого мы сделать не можем.'),
    handOver: (toLine, given) =>
      say('note', 'Передаю.', (messageId) => ({ type: 'HandOver', by, toLine, messageId, given })),
    resolveAs: (text, answered) =>
      say('resolution', text, (messageId) => ({ type: 'Resolve', by, messageId, ...answered })),
    askFor: (text, items) =>
      say('information-request', text, (messageId) => ({ type: 'RequestInformation', by, messageId, items })),
    split: async (subject) => {
      const { ticket, version } = await still.ticket(slug, number);
      const outcome = await splitTicket(still.context, {
        deskId,
        ticketId: ticket.ticketId,
        person: { personId: by, name: 'Пётр Волков' },
        subject,
        text: subject,
        ticketType: null,
        priority: null,
        seenVersion: version,
        idempotency: { key: still.context.newId(), requestHash: 'x' },
      });
      if (outcome.kind === 'refused') throw new Refused(outcome.refusal.code, outcome.refusal.clause);
      if (outcome.kind !== 'split') throw new Refused(outcome.kind, null);
      await still.deliver();
      return outcome.created.number;
    },
  };
};
