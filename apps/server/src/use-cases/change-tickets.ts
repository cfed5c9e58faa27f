import type { BulkAction } from '@reglament/contract';
import type { DeskId, PersonId, Refusal } from '@reglament/desk';
import { insertResponse } from '../store/idempotency.ts';
import { keptResponse } from '../store/queries/idempotency.ts';
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
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

/** How a ticket was before, so that it can be put back. */
interface Before {
  readonly assigneeBefore: PersonId | null;
  /** Of a change of tags. */
  readonly tags?: { added: string[]; removed: string[] };
}

export interface ChangedTickets {
  readonly done: readonly (Before & { readonly number: number })[];
  readonly refused: readonly {
    readonly number: number;
    readonly refusal: Refusal | 'not-found' | 'unknown';
  }[];
}

type Changed =
  | { readonly ok: true; readonly before: Before }
  | { readonly ok: false; readonly refusal: Refusal | 'not-found' | 'unknown' };

/** The key meant something else before. */
export class KeyMeantAnother extends Error {}

const changeOne = async (context: Context, input: ChangeTickets, number: number): Promise<Changed> => {
  const { deskId, person, action } = input;
  const { requestHash } = input.idempotency;
  // Of its own: of a request that broke off in the middle, what was done is known and the rest is done now.
  const key = `bulk:${input.idempotency.key}:${number}`;
  const found = await context.db.inDesk(deskId, async (q) => {
    const ticket = await ticketByNumber(q, deskId, number);
    if (ticket === null) return null;
    const locked = await lockTicket(q, deskId, ticket.ticketId);
    return { ticket, locked, kept: await keptResponse(q, deskId, key) };
  });
  if (found === null) return { ok: false, refusal: 'not-found' };
  if (found.kept !== null) {
    if (found.kept.requestHash !== requestHash) throw new KeyMeantAnother();
    const { assigneeBefore, tags } = found.kept.response as Before;
    return { ok: true, before: { assigneeBefore, ...(tags === undefined ? {} : { tags }) } };
  }
  const { ticketId, contactId } = found.ticket;
  const assigneeBefore = found.locked?.ticket.assigneeId ?? null;
  if (action.kind === 'tag') {
    const { add, remove } = action;
    const asked = { deskId, ticketId, number, personId: person.personId, add, remove };
    const changed = await tagTicket(context, asked, (q, tags) =>
      insertResponse(q, { deskId, key, requestHash, response: { assigneeBefore, tags }, at: context.now() }),
    );
    if (changed === null) return { ok: false, refusal: 'unknown' };
    const { added, removed } = changed;
    return { ok: true, before: { assigneeBefore, tags: { added: [...added], removed: [...removed] } } };
  }
  const outcome = await staffCommand(context, {
    deskId,
    ticketId,
    contactId,
    person,
    body: action.kind === 'take' ? { command: 'take' } : { command: 'assign', personId: action.personId },
    // Whatever it is now: nobody looked at each of a hundred.
    seenVersion: null,
    idempotency: { key, requestHash, response: { assigneeBefore } },
  });
  if (outcome.kind === 'done') return { ok: true, before: { assigneeBefore } };
  return { ok: false, refusal: outcome.kind === 'refused' ? outcome.refusal : 'unknown' };
};

/** One after the other, each in a transaction of its own and by its own rules: what is refused to one is done to the others. */
export const changeTickets = async (context: Context, input: ChangeTickets): Promise<ChangedTickets> => {
  const results: (Changed & { readonly number: number })[] = [];
  for (const number of new Set(input.numbers))
    results.push({ number, ...(await changeOne(context, input, number)) });
  return {
    done: results.flatMap((one) => (one.ok ? [{ number: one.number, ...one.before }] : [])),
    refused: results.flatMap((one) => (one.ok ? [] : [{ number: one.number, refusal: one.refusal }])),
  };
};
