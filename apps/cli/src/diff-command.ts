import { readFileSync } from 'node:fs';
import {
  diffRegulations,
  parseRegulation,
  type Difference,
  type DifferenceKind,
  type ReadRegulation,
  type Text,
} from '@reglament/desk';
import type { ProductionCalendar } from '@reglament/working-time';
import { sayIn } from './messages.ts';
import { EXIT, result, talk, type ExitCode, type Language } from './output.ts';

export interface DiffOptions {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly language: Language;
}

const HEADS: Readonly<Record<DifferenceKind, Text>> = {
  promise: { ru: 'Сроки', en: 'Promises' },
  hours: { ru: 'Часы службы', en: 'Service hours' },
  channels: { ru: 'Каналы и адреса', en: 'Channels and addresses' },
  services: { ru: 'Услуги', en: 'Services' },
  rules: { ru: 'Другие правила', en: 'Other rules' },
  wording: { ru: 'Только слова', en: 'Only wording' },
};

const SHAPES = {
  terminal: { head: (words: string) => words, line: (words: string) => `  ${words}` },
  markdown: { head: (words: string) => `\n${words}:\n`, line: (words: string) => `- ${words}` },
} as const;

/** Differences under the heads of their kinds, a line each. */
export const differencesInWords = (
  differences: readonly Difference[],
  language: Language,
  shape: keyof typeof SHAPES,
): string => {
  const { head, line } = SHAPES[shape];
  const kinds = [...new Set(differences.map(({ kind }) => kind))];
  const lines = kinds.flatMap((kind) => [
    head(HEADS[kind][language]),
    ...differences
      .filter((one) => one.kind === kind)
      .map(({ says, clause }) => line(`${says[language]}${clause === null ? '' : ` (${clause})`}`)),
  ]);
  return lines.length === 0
    ? sayIn(language)('Отличий нет.\n', 'No differences.\n')
    : `${lines.join('\n')}\n`;
};

type Reading =
  | { readonly ok: true; readonly read: ReadRegulation }
  | { readonly ok: false; readonly complaint: string };

const read = (
  file: string,
  calendars: Readonly<Record<string, ProductionCalendar>>,
  language: Language,
): Reading => {
  const say = sayIn(language);
  try {
    const parsed = parseRegulation(readFileSync(file, 'utf8'), calendars);
    if (parsed.ok) return { ok: true, read: parsed };
    const complaint = say(
      `${file}: в файле есть ошибки, их назовёт reglament check ${file}`,
      `${file}: the file has errors, reglament check ${file} names them`,
    );
    return { ok: false, complaint };
  } catch {
    return { ok: false, complaint: say(`файл не читается: ${file}`, `can't read ${file}`) };
  }
};

/** `reglament diff A B`: what the later text changes, in words; 0 nothing, 1 something, 2 one of them can't be read. */
export const diffCommand = async (
  { files, json, language }: DiffOptions,
  calendars: Readonly<Record<string, ProductionCalendar>>,
): Promise<ExitCode> => {
  const [before, after, ...more] = files;
  if (before === undefined || after === undefined || more.length > 0) {
    talk(
      sayIn(language)(
        'reglament: назовите два файла: прежний и новый',
        'reglament: name two files, the earlier and the later',
      ),
    );
    return EXIT.usage;
  }
  const readings = [before, after].map((file) => read(file, calendars, language));
  const [was, is] = readings;
  if (was?.ok !== true || is?.ok !== true) {
    for (const reading of readings) if (!reading.ok) talk(`reglament: ${reading.complaint}`);
    return EXIT.usage;
  }
  const differences = diffRegulations(was.read, is.read);
  await result(
    json
      ? `${JSON.stringify({ differences }, null, 2)}\n`
      : differencesInWords(differences, language, 'terminal'),
  );
  return differences.length === 0 ? EXIT.ok : EXIT.no;
};
