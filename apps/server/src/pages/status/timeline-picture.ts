import {
  bandName,
  bandWords,
  type CountedTrace,
  type Language,
  markWords,
  tickWords,
  type Timeline,
  timelineLabels,
  type TimelineMark,
  timelineOf,
  timelineTitle,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Html, markup } from '../html.ts';

/** The narrowest card in which it stands, inside, in pixels: what labels are fitted to. */
const WIDTH = 300;
const TRACK = 22;
const THICK = 18;

interface Given {
  readonly trace: CountedTrace;
  readonly name: string;
  readonly now: Instant;
  readonly language: Language;
}

/** A length as a share of the picture: it stretches with its card, its words don't. */
const percent = (x: number): string => `${Math.round((x / WIDTH) * 1e4) / 100}%`;

const bands = ({ bands: all }: Timeline, { trace, language }: Given, id: string): readonly Html[] =>
  all.map((band) => {
    const title = markup`<title>${bandWords(band, trace.zone, language)}</title>`;
    const [x, width] = [percent(band.x), percent(band.width)];
    if (band.kind === 'closed')
      return markup`<rect class="tl-closed" x="${x}" y="${TRACK + THICK / 2 - 1}" width="${width}" height="2">${title}</rect>`;
    const body = markup`<rect class="tl-${band.kind}" x="${x}" y="${TRACK}" width="${width}" height="${THICK}">${title}</rect>`;
    const hatch =
      band.kind === 'paused' || band.kind === 'stopped' || band.kind === 'late' || band.kind === 'moved'
        ? markup`<rect class="tl-over" x="${x}" y="${TRACK}" width="${width}" height="${THICK}" fill="url(#${id}-${band.kind})"/>`
        : null;
    const broken = band.isShort
      ? markup`<svg x="${percent(band.x + band.width / 2)}" y="${TRACK}" overflow="visible"><path class="tl-break" d="M-5 ${THICK + 3}L-1-3M1 ${THICK + 3}L5-3"/></svg>`
      : null;
    return markup`${body}${hatch}${broken}`;
  });

const SHAPES: Readonly<Record<TimelineMark['kind'], string>> = {
  start: '',
  now: `M0-4V${THICK + 5}`,
  warning: 'M-4-7H4L0-1Z',
  change: 'M0-8L4-4L0 0L-4-4Z',
  breach: 'M-4-9L4-1M4-9L-4-1',
  reopen: 'M-3-8L4-4L-3 0Z',
  due: `M0 ${THICK + 5}V-8H9L6.500-4.500L9-1H0`,
  missed: `M0 ${THICK + 5}V-8H9L6.500-4.500L9-1H0`,
  stop: `M-3.500 ${THICK / 2}L-1 ${THICK / 2 + 3}L4 ${THICK / 2 - 3}`,
};

const markOf = (mark: TimelineMark, { trace, language }: Given): Html | null => {
  const shape = SHAPES[mark.kind];
  if (shape === '') return null;
  // A flag at the very end turns round, so that it stays in the picture.
  const turned = mark.x > WIDTH - 12 && (mark.kind === 'due' || mark.kind === 'missed');
  const disc = mark.kind === 'stop' ? markup`<circle class="tl-disc" cy="${THICK / 2}" r="8"/>` : null;
  const d = turned ? shape.replace('H9L6.500-4.500L9-1H0', 'H-9L-6.500-4.500L-9-1H0') : shape;
  return markup`<svg x="${percent(mark.x)}" y="${TRACK}" overflow="visible"><g class="tl-m tl-m-${mark.kind}"><title>${markWords(mark, trace.zone, language)}</title>${disc}<path d="${d}"/></g></svg>`;
};

const patterns = (id: string): Html => markup`<defs>
<pattern id="${id}-paused" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="tl-p-line" d="M0 0V6"/></pattern>
<pattern id="${id}-stopped" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="tl-p-dot" cx="3" cy="3" r="1"/></pattern>
<pattern id="${id}-late" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="tl-p-late" d="M0 0V7"/></pattern>
<pattern id="${id}-moved" width="5" height="5" patternUnits="userSpaceOnUse"><circle class="tl-p-dot" cx="2.500" cy="2.500" r=".8"/></pattern></defs>`;

const scale = (timeline: Timeline, { trace, language }: Given): Html => {
  const hasTimes = timeline.ticks.some(({ kind }) => kind === 'time');
  const top = TRACK + THICK;
  return markup`${timeline.ticks.map((tick) => {
    const below = tick.kind !== 'time' && hasTimes;
    const y = top + (below ? 29 : 15);
    const line = below
      ? null
      : markup`<line class="tl-tick" x1="${percent(tick.x)}" x2="${percent(tick.x)}" y1="${top + 1}" y2="${top + 4}"/>`;
    return markup`${line}<text class="tl-${tick.kind}" x="${percent(tick.x)}" y="${y}">${tickWords(tick, trace.zone, language)}</text>`;
  })}`;
};

const legend = ({ bands: all }: Timeline, { language }: Given, id: string): Html => {
  const kinds = [...new Set(all.map(({ kind }) => kind))].filter((kind) => kind !== 'closed');
  const hatched = new Set<string>(['paused', 'stopped', 'late', 'moved']);
  return markup`<ul class="tl-key">${kinds.map(
    (kind) =>
      markup`<li><svg width="14" height="10" aria-hidden="true"><rect class="tl-${kind}" width="14" height="10"/>${hatched.has(kind) ? markup`<rect class="tl-over" width="14" height="10" fill="url(#${id}-${kind})"/>` : null}</svg>${bandName(kind, language)}</li>`,
  )}</ul>`;
};

/** The timeline as a picture that needs no script; null where there is nothing to draw. The words stand below it. */
export const timelinePicture = (given: Given): Html | null => {
  const { trace, name, now, language } = given;
  const timeline = timelineOf(trace, { width: WIDTH, now });
  if (timeline === null) return null;
  const id = `tl-${trace.clock}`;
  const height = TRACK + THICK + (timeline.ticks.some(({ kind }) => kind === 'time') ? 33 : 19);
  const labels = timelineLabels(timeline, trace.zone, language).map(
    ({ kind, x, anchor, text }) =>
      markup`<text class="tl-l tl-l-${kind}" x="${percent(x)}" y="10" text-anchor="${anchor}">${text}</text>`,
  );
  return markup`<figure class="tl"><svg width="100%" height="${height}" role="img" aria-labelledby="${id}-t"><title id="${id}-t">${timelineTitle(trace, name, language)}</title>${patterns(id)}${bands(timeline, given, id)}${scale(timeline, given)}${timeline.marks.map((mark) => markOf(mark, given))}${labels}</svg>
${legend(timeline, given, id)}</figure>`;
};
