import { both, type KeyWords } from './key-words.ts';

/** How a value with a grammar of its own is written; the pattern is for editors, `check` reads the value itself. */
export interface Spelling {
  readonly pattern: string;
  /** Paths of the keys it holds for. */
  readonly at: readonly string[];
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const DATE = String.raw`\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
const TIME = String.raw`([01]\d|2[0-3]):[0-5]\d`;
const NUMBER = String.raw`\d{1,5}(\.\d{1,3})?`;
const LENGTH = String.raw`[1-9]\d{0,3} (day|month|year)s?`;
const EVENT =
  '(purchase|sale|commissioning|key registration|number given|first covered request|first contact|contract date|upgrade installed|activation|standing given)';

const PLAIN_HOURS = `${NUMBER}( (minute|hour)s?|h|min)(, from opening)?(, then next opening)?`;
const WORKING_DAYS = String.raw`\d{1,5} working days?(, from opening)?(, same time)?`;

/** Spellings of dates, times, targets, lengths and moments, by name. */
export const SPELLINGS = {
  date: {
    pattern: `^${DATE}$`,
    at: ['edition.date', 'edition.in-force-from', 'accepted.*.on'],
    good: ['2026-02-28'],
    bad: ['28.02.2026', '2026-13-01', '2026-1-1'],
  },
  time: {
    pattern: `^${DATE} (${TIME}|24:00)$`,
    at: [
      'examples.*.from',
      'examples.*.due',
      'examples.*.paused.*.from',
      'examples.*.paused.*.to',
      'examples.*.agreed.at',
      'examples.*.agreed.date',
    ],
    good: ['2026-11-20 16:00', '2026-11-20 24:00'],
    bad: ['2026-11-20T16:00', '2026-11-20 24:01', '16:00'],
  },
  target: {
    pattern: `^(nothing|${NUMBER} working (minute|hour)s?|${PLAIN_HOURS}|${WORKING_DAYS}|\\d{1,5} calendar days?)$`,
    at: ['clocks.*.targets.*.within'],
    good: [
      'nothing',
      '4 working hours',
      '0.5 working hours',
      '1 working hour',
      '48 hours',
      '4h',
      '30min',
      '48h, then next opening',
      '48 hours, from opening',
      '48 hours, then next opening',
      '48 hours, from opening, then next opening',
      '2 working days',
      '2 working days, same time',
      '2 working days, from opening, same time',
      '14 calendar days',
    ],
    bad: [
      '4wh',
      '4 h',
      '2d',
      '4 business hours',
      '2 days',
      '1.5 working days',
      '48 hours from opening',
      '3 months',
    ],
  },
  length: {
    pattern: `^${LENGTH}$`,
    at: [
      'certificates.offers.*.terms',
      'certificates.offers.*.usual-term',
      'certificates.offers.*.free.for',
      'certificates.loyalty.for',
    ],
    good: ['90 days', '1 day', '3 months', '1 year'],
    bad: ['3 months and a day', '1.5 years', '0 days', 'quarter'],
  },
  moment: {
    pattern: `^(${LENGTH} after )?${EVENT}$`,
    at: [
      'certificates.offers.*.begins.at',
      'certificates.offers.*.begins.not-after',
      'certificates.offers.*.free.from',
    ],
    good: ['purchase', 'first covered request', '31 days after purchase', '3 months after sale'],
    bad: ['31 days', 'after purchase', 'payday', '31 days after payday'],
  },
  warning: {
    pattern: String.raw`^([1-9]\d?%|${NUMBER}(( working)? (minute|hour)s?|h|min) before)$`,
    at: ['clocks.*.warn-at'],
    good: ['80%', '1 working hour before', '30 minutes before', '1h before', '30min before'],
    bad: ['100%', '1 day before', '2 working days before', '0%'],
  },
} as const satisfies Readonly<Record<string, Spelling>>;

export type SpellingName = keyof typeof SPELLINGS;

/** What the ways to write a target mean. */
export const TARGET_WORDS: NonNullable<KeyWords['values']> = {
  '4 working hours': both(
    'время, когда служба открыта; ровно в закрытие — это закрытие',
    'time in which the service is open; exactly at closing stays at closing',
  ),
  '30 working minutes': both(
    'то же в минутах; дробь можно: `0.5 working hours`',
    'the same in minutes; a fraction may be written: `0.5 working hours`',
  ),
  '48 hours': both('обычные часы, ночью и в выходные тоже', 'plain hours, at night and on days off too'),
  '4h': both(
    'то же, что `4 hours`; `30min` — `30 minutes`; рабочее время и дни пишут только словами',
    'the same as `4 hours`; `30min` is `30 minutes`; working time and days are written in words only',
  ),
  '48 hours, then next opening': both(
    'обычные часы; срок вне часов службы переходит на ближайшее открытие',
    'plain hours; a deadline outside the service hours moves to the next opening',
  ),
  '48 hours, from opening': both(
    'обычные часы, но начало вне часов службы — ближайшее открытие',
    'plain hours, but a start outside the hours is the next opening',
  ),
  '2 working days': both(
    'закрытие второго рабочего дня после дня начала; рабочий день — любой, на который приходится окно графика, короткая суббота тоже; пауза сдвигает срок на своё рабочее время',
    "closing time of the second working date after the start's own date; any date on which a window of the schedule starts is one, a short Saturday too; a pause moves it by its working time",
  ),
  '2 working days, same time': both(
    'то же время суток двумя рабочими днями позже; служба в это время закрыта — её ближайшее открытие в тот день, а если его нет, закрытие; начало вне часов службы — ближайшее открытие',
    'the same time of day, two working dates later; where the service is shut then, its next opening of that day, else its closing time; a start outside the hours is the next opening',
  ),
  '2 working days, from opening': both(
    'начало вне часов службы считается от дня ближайшего открытия',
    'a start outside the hours is counted from the date of the next opening',
  ),
  '14 calendar days': both(
    '24:00 четырнадцатого дня после дня начала, по часовому поясу графика; пауза сдвигает срок на всё своё время, ночи и выходные тоже',
    "24:00 of the fourteenth date after the start, in the schedule's time zone; a pause moves it by all its time, nights and days off too",
  ),
  nothing: both(
    'в этом случае ничего не обещано, часы не идут',
    'nothing is promised in this case, the clock does not run',
  ),
};
