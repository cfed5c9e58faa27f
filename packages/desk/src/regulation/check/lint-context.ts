import type { LocalDate } from '@reglament/working-time';
import type { Calendars } from '../../clock/calendars.ts';
import type { CalendarEdition } from '../calendar-edition.ts';
import type { RegulationFile } from '../file/regulation-file.ts';
import type { ProblemList } from '../problem.ts';
import type { Regulation } from '../regulation.ts';

/** What a look at a sound regulation may ask. */
export interface LintContext {
  readonly file: RegulationFile;
  readonly regulation: Regulation;
  readonly calendars: Readonly<Record<string, CalendarEdition>>;
  /** Its schedules, compiled. */
  readonly compiled: Calendars;
  readonly today: LocalDate;
  readonly problems: ProblemList;
}
