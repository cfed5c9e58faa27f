import type { Instant } from '@reglament/working-time';
import type { StopCause } from '../regulation/regulation.ts';
import type { EventOf, TicketEvent } from './events.ts';
import type { Ticket, TicketState } from './ticket.ts';

/** What a clock has to know that is promised only after it began: the company or the priority was found later. */
export interface Past {
  /** First moment of each thing that ends clocks. */
  readonly first: Readonly<Partial<Record<StopCause, Instant>>>;
  /** The number was told in a talk: no bounced letter takes that back. */
  readonly numberToldAt: Instant | null;
  /** When the notice that bounced had been accepted: some clocks stay stopped by it. Absent: none does. */
  readonly bouncedNoticeAt?: Instant;
  /** Staff took it on without coverage: nothing counts from before. */
  readonly liftedAt: Instant | null;
  /** Times of waiting for the customer; `to` null: still waiting. */
  readonly waits: readonly { readonly from: Instant; readonly to: Instant | null }[];
}

const nothing: Past = { first: {}, numberToldAt: null, liftedAt: null, waits: [] };

export const pastOf = (ticket: Ticket): Past => ticket.past ?? nothing;

const firstOf = (past: Past, cause: StopCause, at: Instant): Past =>
  past.first[cause] === undefined ? { ...past, first: { ...past.first, [cause]: at } } : past;

/** The letter with the number never arrived; what was said on the phone stays said (R34). */
const withoutNotice = (past: Past, acceptedAt: Instant | undefined): Past => {
  const { 'registration-notice': _notice, ...first } = past.first;
  const at = past.numberToldAt;
  const bounced = acceptedAt === undefined ? {} : { bouncedNoticeAt: acceptedAt };
  return { ...past, ...bounced, first: at === null ? first : { ...first, 'registration-notice': at } };
};

const told = (past: Past, event: EventOf<'CallRecorded'>, at: Instant): Past => {
  const talked = event.reached === true ? firstOf(past, 'callback', at) : past;
  return event.toldNumber
    ? firstOf({ ...talked, numberToldAt: past.numberToldAt ?? at }, 'registration-notice', at)
    : talked;
};

const ofEvent = (past: Past, event: TicketEvent, at: Instant): Past => {
  if (event.type === 'ReplySent' || event.type === 'TicketResolved') return firstOf(past, 'public-reply', at);
  if (event.type === 'TicketDeclined') return firstOf(firstOf(past, 'public-reply', at), 'refusal', at);
  if (event.type === 'InformationRequested') return firstOf(past, 'information-request', at);
  if (event.type === 'TicketClassified') return firstOf(past, 'classification', at);
  if (event.type === 'NoticeAccepted') return firstOf(past, 'registration-notice', event.at);
  if (event.type === 'NoticeBounced') return withoutNotice(past, event.acceptedAt);
  if (event.type === 'CallRecorded') return told(past, event, at);
  if (event.type === 'TicketTaken') return event.first === true ? firstOf(past, 'taken', at) : past;
  return event.type === 'CoverageLifted' ? { ...past, liftedAt: at } : past;
};

const ofStates = (past: Past, before: TicketState, after: TicketState, at: Instant): Past => {
  const waiting: TicketState = 'waiting-for-customer';
  if (before === after) return past;
  if (after === waiting) return { ...past, waits: [...past.waits, { from: at, to: null }] };
  if (before !== waiting) return past;
  return { ...past, waits: past.waits.map((w) => (w.to === null ? { ...w, to: at } : w)) };
};

/** The ticket with what this event adds to its past. */
export const withPast = (before: Ticket, after: Ticket, event: TicketEvent, at: Instant): Ticket => {
  const was = pastOf(before);
  const past = ofStates(ofEvent(was, event, at), before.state, after.state, at);
  return past === was ? after : { ...after, past };
};
