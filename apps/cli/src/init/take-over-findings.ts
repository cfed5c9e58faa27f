import { checkRegulation, type RegulationProblem } from '@reglament/desk';
import type { LocalDate, ProductionCalendar } from '@reglament/working-time';
import { sayIn } from '../messages.ts';
import type { Language } from '../output.ts';

/** What another owner accepted, with that owner's reasons: from the key to the next one. */
const ACCEPTED = /^accepted:.*\n(?:[ \t#-].*\n|\n(?=[ \t]))*\n?/mu;
const EXAMPLES = /^examples:/mu;

export interface TakingOver {
  /** Id of the regulation that it was taken from. */
  readonly from: string;
  readonly today: LocalDate;
  readonly language: Language;
}

const entryOf = ({ code, path }: RegulationProblem, { from, today, language }: TakingOver): string => {
  const because = sayIn(language)(
    `перешло из регламента ${from}, решите сами`,
    `taken over from the regulation ${from}, decide`,
  );
  return `  - {finding: ${code}, at: ${JSON.stringify(path)}, because: "${because}", by: reglament init, on: ${today}}\n`;
};

/** The text without the other owner's reasons: what was accepted stays so, by nobody's choice, until the new owner decides. */
export const takeOverFindings = (
  adopted: string,
  calendars: Readonly<Record<string, ProductionCalendar>>,
  about: TakingOver,
): string => {
  const entries = checkRegulation(adopted, calendars, about.today)
    .findings.filter(({ accepted }) => accepted !== undefined)
    .map((one) => entryOf(one, about));
  const text = adopted.replace(ACCEPTED, '');
  if (entries.length === 0) return text;
  // One acceptance holds for all that is said of a place under one code.
  const section = `accepted:\n${[...new Set(entries)].join('')}\n`;
  const at = EXAMPLES.exec(text)?.index ?? text.length;
  return `${text.slice(0, at)}${section}${text.slice(at)}`;
};
