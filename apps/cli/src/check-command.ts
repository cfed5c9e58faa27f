import { readFileSync } from 'node:fs';
import { checkExamples, parseRegulation, type RegulationProblem } from '@reglament/desk';
import type { ProductionCalendar } from '@reglament/working-time';
import { sayIn } from './messages.ts';
import { EXIT, result, talk, type ExitCode, type Language } from './output.ts';

export interface CheckOptions {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly language: Language;
}

type Checked =
  | { readonly file: string; readonly ok: true; readonly examples: number }
  | { readonly file: string; readonly ok: false; readonly problems: readonly RegulationProblem[] };

const checkText = (
  file: string,
  text: string,
  calendars: Readonly<Record<string, ProductionCalendar>>,
): Checked => {
  const parsed = parseRegulation(text, calendars);
  if (!parsed.ok) return { file, ok: false, problems: parsed.problems };
  const problems = checkExamples(parsed.regulation, parsed.examples);
  return problems.length > 0
    ? { file, ok: false, problems }
    : { file, ok: true, examples: parsed.examples.length };
};

const read = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Missing, a folder, not ours to read: for the one who asked it is all the same.
    return null;
  }
};

const inWords = (checked: Checked, language: Language): string => {
  if (checked.ok) {
    const words = sayIn(language)(
      `в порядке, примеров сошлось: ${checked.examples}`,
      `in order, examples that came out right: ${checked.examples}`,
    );
    return `${checked.file}: ${words}\n`;
  }
  return checked.problems
    .map(
      ({ line, column, code, path, says }) =>
        `${checked.file}:${line}:${column} ${code} ${path} ${says[language]}\n`,
    )
    .join('');
};

/** `reglament check`: every file is read, every example worked out; 1 when any of them has a problem. */
export const checkCommand = async (
  { files, json, language }: CheckOptions,
  calendars: Readonly<Record<string, ProductionCalendar>>,
): Promise<ExitCode> => {
  const say = sayIn(language);
  if (files.length === 0) {
    talk(say('reglament: какой файл проверить?', 'reglament: which file is to be checked?'));
    return EXIT.usage;
  }
  const texts = files.map((file) => ({ file, text: read(file) }));
  const unreadable = texts.find(({ text }) => text === null);
  if (unreadable !== undefined) {
    talk(say(`reglament: файл не читается: ${unreadable.file}`, `reglament: can't read ${unreadable.file}`));
    return EXIT.usage;
  }
  const checked = texts.map(({ file, text }) => checkText(file, text ?? '', calendars));
  await result(
    json
      ? `${JSON.stringify({ files: checked }, null, 2)}\n`
      : checked.map((one) => inWords(one, language)).join(''),
  );
  return checked.every(({ ok }) => ok) ? EXIT.ok : EXIT.no;
};
