import { parseTimeZone, type TimeZoneId } from '@reglament/working-time';
import { buildExamples, buildRegulation } from './build/build-regulation.ts';
import type { CalendarEdition } from './calendar-edition.ts';
import type { GoldenExample } from './golden-example.ts';
import { keysAt } from './file/keys-at.ts';
import { judgeRest } from './judge-rest.ts';
import { mendShape } from './mend-shape.ts';
import { problemList, type PlaceOf, type ProblemList, type RegulationProblem } from './problem.ts';
import { readYaml } from './read-yaml.ts';
import { regulationFile, type RegulationFile } from './file/regulation-file.ts';
import type { Regulation } from './regulation.ts';
import { addIssues } from './shape-issues.ts';

export type ParseRegulationResult =
  | {
      readonly ok: true;
      readonly regulation: Regulation;
      readonly examples: readonly GoldenExample[];
      /** The shape as written: for comparing texts and for pages about them. */
      readonly file: RegulationFile;
      readonly placeOf: PlaceOf;
    }
  | { readonly ok: false; readonly problems: readonly RegulationProblem[] };

type Calendars = Readonly<Record<string, CalendarEdition>>;

/** In a file that can't be used anyway, times are read somewhere. */
const ANY_ZONE = 'UTC' as TimeZoneId;

const zoneOf = (file: RegulationFile, problems: ProblemList): TimeZoneId => {
  const zone = parseTimeZone(file.zone);
  if (zone === null) problems.add('unknown-zone', ['zone'], { value: file.zone });
  return zone ?? ANY_ZONE;
};

const build = (file: RegulationFile, calendars: Calendars, problems: ProblemList, placeOf: PlaceOf) => {
  const context = { file, zone: zoneOf(file, problems), calendars, problems };
  return { regulation: buildRegulation(context), examples: buildExamples(context, placeOf) };
};

/** What is wrong in the sound parts of a file that has faults of shape elsewhere. */
const restOf = (
  value: unknown,
  issues: Parameters<typeof mendShape>[1],
  calendars: Calendars,
  placeOf: PlaceOf,
): readonly RegulationProblem[] => {
  const mended = mendShape(value, issues, keysAt);
  if (mended === null) return [];
  const problems = problemList(placeOf);
  build(mended.file, calendars, problems, placeOf);
  return judgeRest(problems.all(), mended.lost, value);
};

/**
 * Reads a regulation file: YAML to shape to meaning. Where the shape has faults, the parts without any are judged all the same, so
 * that everything wrong is told at once.
 *
 * `calendars` are the production calendars a schedule may follow, by id. Never throws for any text; at most some 400 problems.
 */
export const parseRegulation = (yamlText: string, calendars: Calendars): ParseRegulationResult => {
  const yaml = readYaml(yamlText);
  if (!yaml.ok) return yaml;
  const { placeOf } = yaml;
  const problems = problemList(placeOf);
  const shape = regulationFile.safeParse(yaml.value, { reportInput: true });
  if (!shape.success) {
    const { issues } = shape.error;
    addIssues(problems, issues, keysAt);
    return { ok: false, problems: [...problems.all(), ...restOf(yaml.value, issues, calendars, placeOf)] };
  }
  const { regulation, examples } = build(shape.data, calendars, problems, placeOf);
  return problems.all().length > 0
    ? { ok: false, problems: problems.all() }
    : { ok: true, regulation, examples, file: shape.data, placeOf };
};
