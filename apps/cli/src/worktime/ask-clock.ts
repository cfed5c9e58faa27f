import { checkReplay, replayClock, type ClockReading, type ReplayEvent } from '@reglament/desk';
import { END_OF_INSTANTS, type Calendar, type Instant } from '@reglament/working-time';
import { read, refuse, under, type LineComplaint, type Reading } from './complaint.ts';
import { isFields, missingOrUnknown, type Fields } from './fields.ts';
import type { KeptCalendar, KeptCalendars } from './keep-calendars.ts';

const EVENT_KEYS = { required: ['t', 'k'], optional: ['cal', 'target'] };

const readCalendars = (
  value: unknown,
  calendars: KeptCalendars,
): Reading<ReadonlyMap<string, KeptCalendar>> => {
  if (!isFields(value)) return refuse('wrong-type', '');
  const kept = new Map<string, KeptCalendar>();
  for (const [name, written] of Object.entries(value)) {
    const one = calendars.of(JSON.stringify(written), () => written);
    if (!one.reading.ok) return { ok: false, complaint: under(name, one.reading.complaint) };
    kept.set(name, one);
  }
  return read(kept);
};

const wrongShape = (event: unknown): LineComplaint | null => {
  if (!isFields(event)) return { code: 'wrong-type', path: '' };
  if (typeof event['k'] !== 'string' && 'k' in event) return { code: 'unknown-event', path: 'k' };
  return missingOrUnknown(event, EVENT_KEYS);
};

/** The history of a clock: only its shape is read here, what it says is checked by `checkReplay`. */
const readEvents = (value: unknown): Reading<readonly ReplayEvent[]> => {
  if (!Array.isArray(value)) return refuse('wrong-type', '');
  for (const [index, event] of value.entries()) {
    const complaint = wrongShape(event);
    if (complaint !== null) return { ok: false, complaint: under(String(index), complaint) };
  }
  return read(value as readonly ReplayEvent[]);
};

/** The span for which calendars were compiled; a clock without an end looked for it in all the years there are. */
const lookedAt = (events: readonly ReplayEvent[], at: Instant, { state, deadline }: ClockReading) => ({
  from: Math.min(events[0]?.t ?? at, at),
  to: Math.max(at, deadline ?? (state === 'running' ? END_OF_INSTANTS : at)),
});

/** Answers op clock; paths are told from its arguments. */
export const askClock = (args: Fields, calendars: KeptCalendars): Reading<ClockReading> => {
  const kept = readCalendars(args['calendars'], calendars);
  if (!kept.ok) return { ok: false, complaint: under('calendars', kept.complaint) };
  const events = readEvents(args['events']);
  if (!events.ok) return { ok: false, complaint: under('events', events.complaint) };
  const compiled = new Map<string, Calendar>();
  for (const [name, { reading }] of kept.value) if (reading.ok) compiled.set(name, reading.value);
  const at = args['at'] as Instant;
  const problem = checkReplay(compiled, events.value, at);
  if (problem !== null) return refuse(problem.code, problem.path);
  const clock = replayClock(compiled, events.value, at);
  const span = lookedAt(events.value, at, clock);
  for (const one of kept.value.values()) {
    calendars.lookedAt(one, span.from);
    calendars.lookedAt(one, span.to);
  }
  return read(clock);
};
