import { shareOfWidth, TIMELINE_ROWS, type Timeline, type TimelineBand } from '@reglament/desk/clock';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import classes from './clock-timeline.module.css';

interface Props {
  readonly timeline: Timeline;
  readonly wordsOf: (band: TimelineBand) => string;
  /** null: none any more. */
  readonly onPoint: (band: TimelineBand | null) => void;
}

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => Math.min(index + 1, count - 1),
  ArrowLeft: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The stretches of a picture to point at: one stop for the Tab key, the arrows go from one to the next. */
export function TimelineStretches({ timeline, wordsOf, onPoint }: Props) {
  const { m } = useI18n();
  const group = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const bands = timeline.bands.filter(({ kind }) => kind !== 'closed');
  const reachable = Math.min(current, bands.length - 1);

  const handleKeyDown = (event: KeyboardEvent) => {
    const next = STEPS[event.key]?.(reachable, bands.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setCurrent(next);
    group.current?.querySelectorAll('button')[next]?.focus();
  };

  return (
    <div ref={group} role="group" aria-label={m.clocks.stretches} onKeyDown={handleKeyDown}>
      {bands.map((band, index) => (
        <button
          key={band.from}
          type="button"
          className={classes.stretch}
          style={{
            left: shareOfWidth(band.x, timeline.width),
            width: shareOfWidth(band.width, timeline.width),
            top: TIMELINE_ROWS.track,
            height: TIMELINE_ROWS.thick,
          }}
          tabIndex={index === reachable ? 0 : -1}
          aria-label={wordsOf(band)}
          onMouseEnter={() => onPoint(band)}
          onMouseLeave={() => onPoint(null)}
          onFocus={() => {
            setCurrent(index);
            onPoint(band);
          }}
          onBlur={() => onPoint(null)}
        />
      ))}
    </div>
  );
}
