import type { Target, Text } from './regulation.ts';

const SHORT_UNITS: Readonly<Record<string, string>> = { h: 'hour', min: 'minute' };
const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000 };
/** Longest target: ten years. */
export const LONGEST_DAYS = 3660;
const FROM_OPENING = ', from opening';

const SPELLING =
  /^(?<count>\d{1,5}(?:\.\d{1,3})?)(?:(?<short>h|min)| (?<measure>working |calendar )?(?<unit>minute|hour|day)s?)(?<rest>, .+)?$/u;

const MOST_SPELLINGS =
  '"4 working hours", "30 working minutes", "2 working days", "2 working days, same time", "48 hours", "4h", ' +
  '"48 hours, then next opening", "14 calendar days", "nothing"';

/** How a target may be written; shown when one can't be read. */
export const TARGET_SPELLINGS: Text = {
  ru: `${MOST_SPELLINGS}; после обычных часов и рабочих дней можно добавить ", from opening"`,
  en: `${MOST_SPELLINGS}; plain hours and working days also ", from opening"`,
};

/**
 * Reads what is promised, as a person writes it. Hours and minutes may have a fraction, days are whole.
 *
 * - `4 working hours`: time in which the service is open;
 * - `48 hours`, in short `48h` and `30min`: plain time; `, then next opening` moves a due time outside the service hours (R1);
 * - `2 working days`: to the close of the n-th working date (R6); `, same time`: the same time of day;
 * - `14 calendar days`: to 24:00 of the n-th date (R7);
 * - `, from opening` after plain hours or working days: a start outside the hours counts as the next opening (R17, R18).
 *
 * Null when it is none of these, or nothing, or longer than ten years.
 */
export const parseTarget = (text: string): Target | null => {
  const groups = SPELLING.exec(text)?.groups;
  if (groups === undefined) return null;
  const count = Number(groups['count']);
  const unit = groups['unit'] ?? SHORT_UNITS[groups['short'] ?? ''] ?? '';
  const measure = groups['measure'] ?? '';
  const said = groups['rest'] ?? '';
  const opening = said === FROM_OPENING || said.startsWith(`${FROM_OPENING},`);
  const rest = opening ? said.slice(FROM_OPENING.length) : said;
  const from = opening ? ({ from: 'opening' } as const) : {};
  if (count <= 0) return null;
  if (unit === 'day') {
    if (!Number.isInteger(count) || count > LONGEST_DAYS) return null;
    if (measure === 'working ' && rest === '')
      return { kind: 'working-days', days: count, mode: 'end', ...from };
    if (measure === 'working ' && rest === ', same time')
      return { kind: 'working-days', days: count, mode: 'sameTime', ...from };
    if (measure === 'calendar ' && said === '') return { kind: 'calendar-days', days: count };
    return null;
  }
  const ms = Math.round(count * (UNIT_MS[unit] ?? Number.NaN));
  if (ms > LONGEST_DAYS * 24 * 3_600_000) return null;
  if (measure === 'working ' && said === '') return { kind: 'working-time', ms };
  if (measure === '' && rest === '') return { kind: 'elapsed', ms, outsideHours: 'keep', ...from };
  if (measure === '' && rest === ', then next opening')
    return { kind: 'elapsed', ms, outsideHours: 'next-opening', ...from };
  return null;
};

/** Whether it is a target but for its number, which is more than ten years. */
export const isTooLongTarget = (text: string): boolean =>
  parseTarget(text) === null &&
  Number.parseFloat(text) > 1 &&
  parseTarget(text.replace(/^\d+/u, '1')) !== null;
