import { type EventOf, type TicketEvent, warningKey } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { ToldPerson } from '../store/alarms-rung.ts';

/** What people are told of an event, in the application. */
export type Word = Pick<ToldPerson, 'kind' | 'clock' | 'threshold' | 'dueAt' | 'lateMs'>;

type AnswerEvent = Extract<
  TicketEvent,
  { readonly type: 'DateAgreed' | 'DateDeclined' | 'PriorityAccepted' | 'PriorityDeclined' }
>;

const isAnswer = (event: TicketEvent): event is AnswerEvent =>
  event.type === 'DateAgreed' ||
  event.type === 'DateDeclined' ||
  event.type === 'PriorityAccepted' ||
  event.type === 'PriorityDeclined';

/** The customer's own yes or no; null: put down by staff, who know it. A word about a priority has no clock. */
const answered = (event: AnswerEvent, at: Instant): Word | null => {
  if (event.means === 'phone') return null;
  const yes = event.type === 'DateAgreed' || event.type === 'PriorityAccepted';
  const about = 'clockId' in event ? { clock: event.clockId, dueAt: event.date } : { clock: '', dueAt: at };
  // The same date may be asked about again: each answer is news.
  const threshold = `answer:${at}`;
  return { kind: yes ? 'proposal-accepted' : 'proposal-declined', threshold, lateMs: null, ...about };
};

/** A calendar or another edition of the regulation moved it; any other change of rule is told by whoever made it. */
const moved = ({ clock, cause, dueBefore }: EventOf<'ClockRetargeted'>): Word | null => {
  const { id, dueAt, status, breachedAt } = clock;
  // A miss that the change makes is told by a word of its own.
  if (breachedAt !== null) return null;
  if (
    (cause !== 'calendar' && cause !== 'edition') ||
    status !== 'running' ||
    dueAt === null ||
    dueAt === dueBefore
  )
    return null;
  return { kind: 'deadline-moved', clock: id, threshold: cause, dueAt, lateMs: null };
};

/** A warning, a miss, a deadline that a calendar or an edition has moved, an edition not gone over to, a number to tell, the customer's answer to a proposal; null: nothing for people. */
export const wordOfEvent = (event: TicketEvent, at: Instant): Word | null => {
  if (event.type === 'ClockWarned') {
    const { clockId: clock, dueAt, lateMs = null } = event;
    return { kind: 'clock-warning', clock, threshold: warningKey(event), dueAt, lateMs };
  }
  if (event.type === 'ClockBreached') {
    const { clock, dueAt, lateMs = null } = event;
    return { kind: 'clock-breach', clock: clock.id, threshold: '1', dueAt, lateMs };
  }
  if (event.type === 'ClockRetargeted') return moved(event);
  if (event.type === 'EditionNotFollowed')
    return { kind: 'edition-kept', clock: '', threshold: event.regulationVersionId, dueAt: at, lateMs: null };
  if (event.type === 'NumberLeftToTell')
    return { kind: 'number-to-tell', clock: '', threshold: 'number', dueAt: at, lateMs: null };
  return isAnswer(event) ? answered(event, at) : null;
};
