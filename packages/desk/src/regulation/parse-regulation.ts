import { parseTimeZone } from '@reglament/working-time';
import { buildExamples, buildRegulation } from './build/build-regulation.ts';
import type { CalendarEdition } from './calendar-edition.ts';
import type { GoldenExample } from './golden-example.ts';
import { keysAt } from './file/keys-at.ts';
import { problemList, type PlaceOf, type RegulationProblem } from './problem.ts';
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

/**
 * Reads a regulation file: YAML to shape to meaning, each step only when the one before found nothing wrong.
 *
 * `calendars` are the production calendars a schedule may follow, by id. Never throws for any text; problems are in the
 * order they were found, at most 200.
 */
export const parseRegulation = (
  yamlText: string,
  calendars: Readonly<Record<string, CalendarEdition>>,
): ParseRegulationResult => {
  const yaml = readYaml(yamlText);
  if (!yaml.ok) return yaml;
  const problems = problemList(yaml.placeOf);
  const shape = regulationFile.safeParse(yaml.value, { reportInput: true });
  if (!shape.success) {
    addIssues(problems, shape.error.issues, keysAt);
    return { ok: false, problems: problems.all() };
  }
  const zone = parseTimeZone(shape.data.zone);
  if (zone === null) {
    problems.add('unknown-zone', ['zone'], { value: shape.data.zone });
    return { ok: false, problems: problems.all() };
  }
  const context = { file: shape.data, zone, calendars, problems };
  const regulation = buildRegulation(context);
  const examples = buildExamples(context, yaml.placeOf);
  return problems.all().length > 0
    ? { ok: false, problems: problems.all() }
    : { ok: true, regulation, examples, file: shape.data, placeOf: yaml.placeOf };
};
