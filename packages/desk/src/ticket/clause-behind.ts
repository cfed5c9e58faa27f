import type { ClauseId, Regulation, StopCause } from '../regulation/regulation.ts';
import type { EventOf, TicketEvent } from './events.ts';

/** What one decision gave after an event. */
export type Following = readonly TicketEvent[];

/** What a journal tells of the decision of its entry: the entries right after it that came at the same moment. */
export const followingAt = (
  journal: readonly { readonly at: unknown; readonly event: TicketEvent }[],
  index: number,
): Following => {
  const later = journal.slice(index + 1);
  const end = later.findIndex(({ at }) => at !== journal[index]?.at);
  return (end === -1 ? later : later.slice(0, end)).map(({ event }) => event);
};

const ofStopped = (following: Following, causes: readonly StopCause[]): ClauseId | null =>
  following.find(
    (e): e is EventOf<'ClockStopped'> =>
      e.type === 'ClockStopped' && causes.some((cause) => cause === e.cause),
  )?.clock.rule.clause ?? null;

const ofClock = (
  following: Following,
  type: 'ClockPaused' | 'ClockResumed' | 'ClockStopWithdrawn',
): ClauseId | null =>
  following.find((e): e is EventOf<typeof type> => e.type === type)?.clock.rule.clause ?? null;

/** The rule of the clock that an answer or a question of staff stopped; null: it stopped none. */
export const clauseStoppedBy = (
  event: EventOf<'ReplySent' | 'InformationRequested'>,
  following: Following,
): ClauseId | null =>
  ofStopped(following, [event.type === 'ReplySent' ? 'public-reply' : 'information-request', 'human-notice']);

const ofNotice = (r: Regulation): ClauseId | null => r.lifecycle.acknowledgement?.clause ?? null;

/** A talk by what it ended; an attempt by the rule that goes on asking for a talk (R28). */
const behindCall = (event: EventOf<'CallRecorded'>, r: Regulation, following: Following): ClauseId | null => {
  if (event.reached === false)
    return r.clocks.find(({ stops }) => stops.includes('callback'))?.clause ?? null;
  const ended = ofStopped(following, ['callback', 'registration-notice', 'human-notice']);
  return ended ?? (event.toldNumber ? ofNotice(r) : null);
};

/** What a customer's letter set going again: a clock, or the count to closing. */
const behindLetter = (r: Regulation, following: Following): ClauseId | null => {
  const runs = ofClock(following, 'ClockResumed');
  const closing = following.some(({ type }) => type === 'ClosingRescheduled');
  return runs ?? (closing ? (r.lifecycle.autoClose?.clause ?? null) : null);
};

const behindClass = (event: EventOf<'TicketClassified'>, r: Regulation): ClauseId | null => {
  const ofType = r.ticketTypes.find(({ id }) => id === event.ticketType)?.clause ?? null;
  return event.priority === null ? ofType : (r.priorityRules?.clause ?? ofType);
};

/** The question that was answered last. */
const behindFields = ({ statedFields }: EventOf<'FieldsStated'>, r: Regulation): ClauseId | null =>
  r.intake.find(({ id }) => id === statedFields.at(-1))?.clause ?? null;

type PlainEvent = EventOf<
  | 'CallRecorded'
  | 'CoverageLifted'
  | 'CustomerWrote'
  | 'FieldsStated'
  | 'InformationRequested'
  | 'NoticeAccepted'
  | 'NoticeBounced'
  | 'ReplySent'
  | 'TicketClassified'
  | 'TicketClosed'
  | 'TicketTaken'
>;

/**
 * The rule behind an event that names none itself: that of the clock which it stopped, held or set going in the same
 * decision, else the regulation's own on the matter; null where there is neither.
 */
export const clauseBehind = (event: PlainEvent, r: Regulation, following: Following): ClauseId | null => {
  const { lifecycle, works } = r;
  switch (event.type) {
    case 'CallRecorded':
      return behindCall(event, r, following);
    case 'CoverageLifted':
      return r.entitlement.clause;
    case 'CustomerWrote':
      return behindLetter(r, following);
    case 'FieldsStated':
      return behindFields(event, r);
    case 'InformationRequested':
      return (
        works.information?.clause ?? clauseStoppedBy(event, following) ?? ofClock(following, 'ClockPaused')
      );
    case 'NoticeAccepted':
      return ofStopped(following, ['registration-notice']) ?? ofNotice(r);
    case 'NoticeBounced':
      return ofClock(following, 'ClockStopWithdrawn') ?? ofNotice(r);
    case 'ReplySent':
      return clauseStoppedBy(event, following) ?? lifecycle.answersBy?.clause ?? null;
    case 'TicketClassified':
      return behindClass(event, r);
    case 'TicketClosed':
      return event.cause === 'confirmed'
        ? lifecycle.confirmationClause
        : (lifecycle.autoClose?.clause ?? null);
    case 'TicketTaken':
      return ofStopped(following, ['taken']) ?? r.queue?.clause ?? null;
  }
};
