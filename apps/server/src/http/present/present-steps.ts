import type { TicketPage } from '@reglament/contract';
import {
  nextSteps,
  type PersonId,
  type Refusal,
  refusalTexts,
  type Text,
  type Ticket,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { RegulationInForce } from '../../use-cases/context.ts';

/** The refusal, with the names of what is allowed instead or of what is missing. */
const saysOf = ({ code, names = [] }: Refusal): Text => {
  const says = refusalTexts[code];
  const named = (language: keyof Text): string =>
    names.length === 0 ? '' : ` ${names.map((name) => name[language]).join('; ')}.`;
  return { ru: says.ru + named('ru'), en: says.en + named('en') };
};

/** What whoever looks may do to the ticket now, and why not the rest: asked of the same decider that will be asked. */
export const presentSteps = (
  ticket: Ticket,
  { regulation, calendars }: RegulationInForce,
  laterEditions: readonly RegulationInForce[],
  by: PersonId,
  now: Instant,
): TicketPage['steps'] =>
  nextSteps(ticket, { now, regulation, calendars, laterEditions }, by).map(({ action, refusal }) => ({
    command: action,
    refusal: refusal === null ? null : { code: refusal.code, says: saysOf(refusal), clause: refusal.clause },
  }));
