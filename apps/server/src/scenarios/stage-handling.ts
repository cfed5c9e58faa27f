import type { TicketCommandBody } from '@reglament/contract';
import type { AnswerMeans, DeclineGround } from '@reglament/desk';
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

/** `staff` presses a button on the ticket. */
export const handlingOf = (
  { still, slug, engineer }: Stage,
  number: number,
  staff: (command: TicketCommandBody) => Promise<void>,
): Handling => {
  const decline: Handling['decline'] = (ground, text) =>
    staff({ command: 'decline', ground, text, attachments: [] });
  return {
    decline,
    declineService: (id) => decline({ kind: 'service', id }, 'Этого мы сделать не можем.'),
    exclude: (id) => decline({ kind: 'exclusion', id }, 'Этого мы сделать не можем.'),
    handOver: (toLine, given) => staff({ command: 'hand-over', toLine, given: [...given], text: 'Передаю.' }),
    resolveAs: (text, answered) => staff({ command: 'resolve', text, attachments: [], ...answered }),
    askFor: (text, items) =>
      staff({ command: 'request-information', text, attachments: [], items: [...items] }),
    split: async (subject) => {
      const { ticket, version } = await still.ticket(slug, number);
      const outcome = await splitTicket(still.context, {
        deskId: still.desk(slug),
        ticketId: ticket.ticketId,
        person: { personId: engineer.personId, name: 'Пётр Волков' },
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
