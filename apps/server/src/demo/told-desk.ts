import type { CompanyId, ContactId, DeskId, TicketId } from '@reglament/desk';
import type { Calendar, Instant } from '@reglament/working-time';
import type { Desk } from '../store/queries/desks.ts';
import type { Context } from '../use-cases/context.ts';
import type { Role, StaffMember } from './staff.ts';
import type { DeskDemo } from './story.ts';

/** One desk while its stories are told: what every step of them may use. */
export interface ToldDesk {
  readonly desk: Desk;
  readonly demo: DeskDemo;
  /** Its `now` is the moment of the step, and `everyDesk` sees this desk only: five desks are told side by side. */
  readonly context: Context;
  readonly cast: Readonly<Record<Role, StaffMember>>;
  readonly companies: ReadonlyMap<string, CompanyId>;
  readonly calendar: Calendar;
  /** The first start: the end of every story so far. */
  readonly end: Instant;
  /** Never back: what was told stays told. */
  readonly moveTo: (at: Instant) => void;
}

/** A ticket that a story has registered. */
export interface ToldTicket {
  readonly ticketId: TicketId;
  readonly number: number;
  readonly contactId: ContactId;
  readonly email: string | null;
}

/** A context with a clock of its own, shut in one desk. */
export const movedContext = (
  context: Context,
  deskId: DeskId,
  from: Instant,
): Pick<ToldDesk, 'context' | 'moveTo'> => {
  let now = from;
  return {
    context: {
      ...context,
      now: () => now,
      hint: () => undefined,
      db: { ...context.db, everyDesk: (work) => context.db.inDesk(deskId, work) },
    },
    moveTo: (at) => {
      if (at > now) now = at;
    },
  };
};
