import type { BulkAction } from '@reglament/contract';
import type { DeskId, PersonId, Refusal } from '@reglament/desk';
import { ticketByNumber } from '../store/queries/tickets.ts';
import { lockTicket } from '../store/tickets.ts';
import type { Context } from './context.ts';
import { tagTicket } from './mark-ticket.ts';
import { staffCommand } from './staff-command.ts';

export interface ChangeTickets {
  readonly deskId: DeskId;
  readonly person: { readonly personId: PersonId; readonly name: string };
  readonly numbers: readonly number[];
  readonly action: BulkAction;
}

export interface ChangedTickets {
  readonly done: readonly { readonly number: number; readonly assigneeBefore: PersonId | null }[];
  readonly refused: readonly {
    readonly number: number;
    readonly refusal: Refusal | 'not-found' | 'unknown';
  }[];
}

type Changed =
  | { readonly ok: true; readonly assigneeBefore: PersonId | null }
  | { readonly ok: false; readonly refusal: Refusal | 'not-found' | 'unknown' };

const changeOne = async (context: Context, input: ChangeTickets, number: number): Promise<Changed> => {
  const { deskId, person, action } = input;
  const found = await context.db.inDesk(deskId, async (q) => {
    const ticket = await ticketByNumber(q, deskId, number);
    return ticket === null ? null : { ticket, locked: await lockTicket(q, deskId, ticket.ticketId) };
  });
  if (found === null) return { ok: false, refusal: 'not-found' };
  const { ticketId, contactId } = found.ticket;
  const assigneeBefore = found.locked?.ticket.assigneeId ?? null;
  if (action.kind === 'tag') {
    const { add, remove } = action;
    const tags = await tagTicket(context, {
      deskId,
      ticketId,
      number,
      personId: person.personId,
      add,
      remove,
    });
    return tags === null ? { ok: false, refusal: 'unknown' } : { ok: true, assigneeBefore };
  }
  const outcome = await staffCommand(context, {
    deskId,
    ticketId,
    contactId,
    person,
    body: action.kind === 'take' ? { command: 'take' } : { command: 'assign', personId: action.personId },
    // Whatever it is now: nobody looked at each of a hundred.
    seenVersion: null,
    idempotency: { key: `bulk:${context.newId()}`, requestHash: '' },
  });
  if (outcome.kind === 'done') return { ok: true, assigneeBefore };
  return { ok: false, refusal: outcome.kind === 'refused' ? outcome.refusal : 'unknown' };
};

/** One after the other, each in a transaction of its own and by its own rules: what is refused to one is done to the others. */
export const changeTickets = async (context: Context, input: ChangeTickets): Promise<ChangedTickets> => {
  const results: (Changed & { readonly number: number })[] = [];
  for (const number of new Set(input.numbers))
    results.push({ number, ...(await changeOne(context, input, number)) });
  return {
    done: results.flatMap((one) =>
      one.ok ? [{ number: one.number, assigneeBefore: one.assigneeBefore }] : [],
    ),
    refused: results.flatMap((one) => (one.ok ? [] : [{ number: one.number, refusal: one.refusal }])),
  };
};
