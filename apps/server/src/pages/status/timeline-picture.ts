import {
  bandName,
  bandWords,
  BREAK_SHAPE,
  type CountedTrace,
  isPatterned,
  type Language,
  markShape,
  markWords,
  shareOfWidth,
  tickRow,
  tickWords,
  type Timeline,
  TIMELINE_ROWS,
  type TimelineBand,
  timelineHeight,
  timelineLabels,
  type TimelineMark,
  timelineOf,
  timelineTitle,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Html, markup } from '../html.ts';

/** The narrowest card in which it stands, inside, in pixels: what labels are fitted to. */
const WIDTH = 300;
const { label, track, thick } = TIMELINE_ROWS;

interface Given {
  readonly trace: CountedTrace;
  readonly name: string;
  readonly now: Instant;
  readonly language: Language;
}

const percent = (x: number): string => shareOfWidth(x, WIDTH);

const bandOf = (band: TimelineBand, { trace, language }: Given, id: string): Html => {
  const title = markup`<title>${bandWords(band, trace.zone, language)}</title>`;
  const [x, width] = [percent(band.x), percent(band.width)];
  if (band.kind === 'closed')
    return markup`<rect class="tl-closed" x="${x}" y="${track + thick / 2 - 1}" width="${width}" height="2">${title}</rect>`;
  const place = markup`x="${x}" y="${track}" width="${width}" height="${thick}"`;
  const pattern = isPatterned(band.kind)
    ? markup`<rect class="tl-over" ${place} fill="url(#${id}-${band.kind})"/>`
    : null;
  const broken = band.isShort
    ? markup`<svg x="${percent(band.x + band.width / 2)}" y="${track}" overflow="visible"><path class="tl-break" d="${BREAK_SHAPE}"/></svg>`
    : null;
  return markup`<rect class="tl-${band.kind}" ${place}>${title}</rect>${pattern}${broken}`;
};

const markOf = (mark: TimelineMark, { trace, language }: Given): Html | null => {
  const shape = markShape(mark, WIDTH);
  if (shape === '') return null;
  const disc = mark.kind === 'stop' ? markup`<circle class="tl-disc" cy="${thick / 2}" r="8"/>` : null;
  return markup`<svg x="${percent(mark.x)}" y="${track}" overflow="visible"><g class="tl-m tl-m-${mark.kind}"><title>${markWords(mark, trace.zone, language)}</title>${disc}<path d="${shape}"/></g></svg>`;
};

const patterns = (id: string): Html => markup`<defs>
<pattern id="${id}-paused" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="tl-p-line" d="M0 0V6"/></pattern>
<pattern id="${id}-stopped" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="tl-p-dot" cx="3" cy="3" r="1"/></pattern>
<pattern id="${id}-late" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="tl-p-late" d="M0 0V7"/></pattern>
<pattern id="${id}-moved" width="5" height="5" patternUnits="userSpaceOnUse"><circle class="tl-p-dot" cx="2.5" cy="2.5" r=".8"/></pattern></defs>`;

const ticks = (timeline: Timeline, { trace, language }: Given): readonly Html[] =>
  timeline.ticks.map((tick) => {
    const x = percent(tick.x);
    const row = tickRow(timeline, tick.kind);
    const line =
      row === TIMELINE_ROWS.firstTick
        ? markup`<line class="tl-tick" x1="${x}" x2="${x}" y1="${track + thick + 1}" y2="${track + thick + 4}"/>`
        : null;
    return markup`${line}<text class="tl-${tick.kind}" x="${x}" y="${row}">${tickWords(tick, trace.zone, language)}</text>`;
  });

const legend = ({ bands }: Timeline, { language }: Given, id: string): Html => {
  const kinds = [...new Set(bands.map(({ kind }) => kind))].filter((kind) => kind !== 'closed');
  return markup`<ul class="tl-key">${kinds.map((kind) => {
    const pattern = isPatterned(kind)
      ? markup`<rect width="14" height="10" fill="url(#${id}-${kind})"/>`
      : null;
    return markup`<li><svg width="14" height="10" aria-hidden="true"><rect class="tl-${kind}" width="14" height="10"/>${pattern}</svg>${bandName(kind, language)}</li>`;
  })}</ul>`;
};

/** The timeline as a picture that needs no script; null where there is nothing to draw. The words stand below it. */
export const timelinePicture = (given: Given): Html | null => {
  const { trace, name, now, language } = given;
  const timeline = timelineOf(trace, { width: WIDTH, now });
  if (timeline === null) return null;
  const id = `tl-${trace.clock}`;
  const labels = timelineLabels(timeline, trace.zone, language).map(
    ({ kind, x, anchor, text }) =>
      markup`<text class="tl-l tl-l-${kind}" x="${percent(x)}" y="${label}" text-anchor="${anchor}">${text}</text>`,
  );
  return markup`<figure class="tl"><svg width="100%" height="${timelineHeight(timeline)}" role="img" aria-labelledby="${id}-t"><title id="${id}-t">${timelineTitle(trace, name, language)}</title>${patterns(id)}${timeline.bands.map((band) => bandOf(band, given, id))}${ticks(timeline, given)}${timeline.marks.map((mark) => markOf(mark, given))}${labels}</svg>
${legend(timeline, given, id)}</figure>`;
};
