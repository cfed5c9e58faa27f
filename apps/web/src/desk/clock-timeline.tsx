import {
  bandName,
  bandWords,
  BREAK_SHAPE,
  isPatterned,
  markShape,
  markWords,
  shareOfWidth,
  tickRow,
  tickWords,
  TIMELINE_ROWS,
  timelineHeight,
  timelineLabels,
  timelineOf,
  timelineTitle,
  type CountedTrace,
  type Timeline,
  type TimelineBand,
  type TimelineMark,
} from '@reglament/desk/clock';
import { useId, useMemo, useState } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import classes from './clock-timeline.module.css';
import { TimelineStretches } from './timeline-stretches.tsx';

/** The narrowest column in which it stands, inside, in pixels: what labels are fitted to. */
const WIDTH = 300;
const { label, track, thick } = TIMELINE_ROWS;

const percent = (x: number): string => shareOfWidth(x, WIDTH);

interface Props {
  readonly trace: CountedTrace;
  readonly name: string;
  /** Said below while no stretch is pointed at. */
  readonly summary: string;
}

/** A clock's life as a picture; pointing at a stretch, or going through them with the arrows, tells its dates and hours. */
export function ClockTimeline({ trace, name, summary }: Props) {
  const { language } = useI18n();
  const id = useId();
  const [pointed, setPointed] = useState<TimelineBand | null>(null);
  const timeline = useMemo(() => timelineOf(trace, { width: WIDTH, now: trace.at }), [trace]);
  if (timeline === null) return null;
  return (
    <figure className={classes.timeline}>
      <div className={classes.picture}>
        <svg
          width="100%"
          height={timelineHeight(timeline)}
          role="img"
          aria-label={timelineTitle(trace, name, language)}
        >
          <Patterns id={id} />
          {timeline.bands.map((band) => (
            <Band key={band.from} band={band} id={id} />
          ))}
          <Words timeline={timeline} trace={trace} />
          {timeline.marks.map((mark) => (
            <Mark key={`${mark.kind}${mark.at}`} mark={mark} trace={trace} />
          ))}
        </svg>
        <TimelineStretches
          timeline={timeline}
          wordsOf={(band) => bandWords(band, trace.zone, language)}
          onPoint={setPointed}
        />
      </div>
      <p className={classes.told} aria-hidden={pointed !== null}>
        {pointed === null ? summary : bandWords(pointed, trace.zone, language)}
      </p>
      <Key timeline={timeline} id={id} />
    </figure>
  );
}

function Patterns({ id }: { readonly id: string }) {
  const units = { patternUnits: 'userSpaceOnUse' } as const;
  return (
    <defs>
      <pattern id={`${id}paused`} width="6" height="6" {...units} patternTransform="rotate(45)">
        <path className={classes.hatch} d="M0 0V6" />
      </pattern>
      <pattern id={`${id}stopped`} width="6" height="6" {...units}>
        <circle className={classes.dot} cx="3" cy="3" r="1" />
      </pattern>
      <pattern id={`${id}late`} width="7" height="7" {...units} patternTransform="rotate(-45)">
        <path className={classes.stripe} d="M0 0V7" />
      </pattern>
      <pattern id={`${id}moved`} width="5" height="5" {...units}>
        <circle className={classes.dot} cx="2.5" cy="2.5" r="0.8" />
      </pattern>
    </defs>
  );
}

function Band({ band, id }: { readonly band: TimelineBand; readonly id: string }) {
  const { kind, isShort } = band;
  const [x, width] = [percent(band.x), percent(band.width)];
  if (kind === 'closed')
    return (
      <rect
        className={classes.band}
        data-kind={kind}
        x={x}
        y={track + thick / 2 - 1}
        width={width}
        height={2}
      />
    );
  const place = { x, y: track, width, height: thick };
  return (
    <>
      <rect className={classes.band} data-kind={kind} {...place} />
      {isPatterned(kind) && <rect {...place} fill={`url(#${id}${kind})`} />}
      {isShort && (
        <svg x={percent(band.x + band.width / 2)} y={track} overflow="visible">
          <path className={classes.break} d={BREAK_SHAPE} />
        </svg>
      )}
    </>
  );
}

function Mark({ mark, trace }: { readonly mark: TimelineMark; readonly trace: CountedTrace }) {
  const { language } = useI18n();
  const shape = markShape(mark, WIDTH);
  if (shape === '') return null;
  return (
    <svg x={percent(mark.x)} y={track} overflow="visible">
      <g className={classes.mark} data-kind={mark.kind}>
        <title>{markWords(mark, trace.zone, language)}</title>
        {mark.kind === 'stop' && <circle className={classes.disc} cy={thick / 2} r={8} />}
        <path d={shape} />
      </g>
    </svg>
  );
}

function Words({ timeline, trace }: { readonly timeline: Timeline; readonly trace: CountedTrace }) {
  const { language } = useI18n();
  const { zone } = trace;
  return (
    <>
      {timelineLabels(timeline, zone, language).map(({ kind, x, anchor, text }) => (
        <text
          key={kind}
          className={classes.label}
          data-kind={kind}
          x={percent(x)}
          y={label}
          textAnchor={anchor}
        >
          {text}
        </text>
      ))}
      {timeline.ticks.map((tick) => {
        const row = tickRow(timeline, tick.kind);
        const x = percent(tick.x);
        return (
          <g key={`${tick.kind}${tick.at}`}>
            {row === TIMELINE_ROWS.firstTick && (
              <line className={classes.tick} x1={x} x2={x} y1={track + thick + 1} y2={track + thick + 4} />
            )}
            <text className={classes.text} x={x} y={row}>
              {tickWords(tick, zone, language)}
            </text>
          </g>
        );
      })}
    </>
  );
}

function Key({ timeline, id }: { readonly timeline: Timeline; readonly id: string }) {
  const { language } = useI18n();
  const kinds = [...new Set(timeline.bands.map(({ kind }) => kind))].filter((kind) => kind !== 'closed');
  return (
    <ul className={classes.key}>
      {kinds.map((kind) => (
        <li key={kind}>
          <svg width="14" height="10" aria-hidden>
            <rect className={classes.band} data-kind={kind} width="14" height="10" />
            {isPatterned(kind) && <rect width="14" height="10" fill={`url(#${id}${kind})`} />}
          </svg>
          {bandName(kind, language)}
        </li>
      ))}
    </ul>
  );
}
