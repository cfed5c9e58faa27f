import { readFileSync } from 'node:fs';
import { checkRegulation, isBlocking, type Finding } from '@reglament/desk';
import type { LocalDate, ProductionCalendar } from '@reglament/working-time';
import { sarifOf } from './check-sarif.ts';
import { findingWords, summaryWords } from './check-words.ts';
import { sayIn } from './messages.ts';
import { EXIT, result, talk, type ExitCode, type Language } from './output.ts';

export interface CheckOptions {
  readonly files: readonly string[];
  readonly format: 'words' | 'json' | 'sarif';
  /** Notes in the words too; data always have them. */
  readonly notes: boolean;
  readonly today: LocalDate;
  readonly language: Language;
}

interface Checked {
  readonly file: string;
  readonly text: string;
  readonly ok: boolean;
  /** That came out right. */
  readonly examples: number;
  readonly findings: readonly Finding[];
}

const read = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Missing, a folder, not ours to read: for the one who asked it is all the same.
    return null;
  }
};

const inWords = (checked: Checked, { notes, language }: CheckOptions): string => {
  const { file, text, findings } = checked;
  // A warning that somebody has accepted is told no more often than a note.
  const told = findings.filter(
    ({ level, accepted }) => notes || (level !== 'note' && (level !== 'warning' || accepted === undefined)),
  );
  return [
    ...told.map((finding) => findingWords(file, text, finding, language)),
    summaryWords(file, checked, language),
    '',
  ].join('\n');
};

const inFormat = (checked: readonly Checked[], options: CheckOptions): string => {
  switch (options.format) {
    case 'words':
      return checked.map((one) => inWords(one, options)).join('');
    case 'json': {
      const files = checked.map(({ file, ok, examples, findings }) => ({ file, ok, examples, findings }));
      return `${JSON.stringify({ files }, null, 2)}\n`;
    }
    case 'sarif':
      return `${JSON.stringify(sarifOf(checked, options.language), null, 2)}\n`;
  }
};

/** `reglament check`: everything there is to say about every file; 1 when one of them can't be used as it is. */
export const checkCommand = async (
  options: CheckOptions,
  calendars: Readonly<Record<string, ProductionCalendar>>,
): Promise<ExitCode> => {
  const { files, today, language } = options;
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
  const checked = texts.map(({ file, text }): Checked => {
    const { findings, examples } = checkRegulation(text ?? '', calendars, today);
    return { file, text: text ?? '', ok: !findings.some(isBlocking), examples, findings };
  });
  await result(inFormat(checked, options));
  return checked.every(({ ok }) => ok) ? EXIT.ok : EXIT.no;
};
