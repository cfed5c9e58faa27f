import { instant, type Instant } from '@reglament/working-time';
import type { CountedTrace } from '../explain/trace.ts';
import { tickWords } from '../timeline/timeline-words.ts';
import { timelineOf } from '../timeline/timeline.ts';

const place = (x: number): string => String(Math.round(x * 10) / 10);

/** A picture as lines of words and numbers: bands with their places, marks, ticks. */
export const drawnPicture = (trace: CountedTrace, now: Instant | null, width: number): readonly string[] => {
  const timeline = timelineOf(trace, { width, now });
  if (timeline === null) return ['nothing'];
  return [
    timeline.bands
      .map(({ kind, x, width: wide, workedMs, count, isShort }) => {
        const minutes = workedMs === 0 ? '' : ` ${Math.round(workedMs / 60_000)}m`;
        const times = count === 1 ? '' : ` x${count}`;
        return `${kind} ${place(x)}+${place(wide)}${minutes}${times}${isShort ? ' short' : ''}`;
      })
      .join(', '),
    timeline.marks.map(({ kind, x }) => `${kind} ${place(x)}`).join(', '),
    timeline.ticks.map((tick) => `${tickWords(tick, trace.zone, 'ru')} ${place(tick.x)}`).join(', '),
  ];
};

/** An instant so far into the trace, 0 its start and 1 its deadline, but not before the one it was told for. */
export const partWay = (trace: CountedTrace, share: number): Instant => {
  const end = trace.dueAt ?? trace.lastDueAt ?? trace.at;
  return instant(Math.max(trace.at, Math.round(trace.startedAt + (end - trace.startedAt) * share)));
};
