import type { Finding, FindingLevel } from '@reglament/desk';
import { sayIn } from './messages.ts';
import type { Language } from './output.ts';

const LEVELS: Readonly<Record<FindingLevel, readonly [ru: string, en: string]>> = {
  error: ['ошибка', 'error'],
  contradiction: ['противоречие', 'contradiction'],
  warning: ['предупреждение', 'warning'],
  note: ['заметка', 'note'],
};

/** Longest part of a line of the file that is shown. */
const SHOWN = 120;

/** The line of the file with a mark under the place. */
const shownLine = (text: string, { line, column }: { readonly line: number; readonly column: number }) => {
  const whole = text.split('\n')[line - 1]?.trimEnd() ?? '';
  const from = Math.max(0, Math.min(column - 1 - SHOWN / 2, whole.length - SHOWN));
  // A mark of direction would turn the line about: it is shown as a dot.
  const part = whole.slice(from, from + SHOWN).replaceAll(/[\u202a-\u202e\u2066-\u2069]/gu, '·');
  // A tab stays one, so that the mark comes under the same letter however wide tabs are.
  const space = part.slice(0, column - 1 - from).replaceAll(/[^\t]/gu, ' ');
  return [`    ${part}`, `    ${space}^`];
};

const acceptedWords = ({ accepted }: Finding, language: Language): readonly string[] =>
  accepted === undefined
    ? []
    : [
        sayIn(language)(
          `    принято: ${accepted.because} (${accepted.by}, ${accepted.on})`,
          `    accepted: ${accepted.because} (${accepted.by}, ${accepted.on})`,
        ),
      ];

const secondWords = (file: string, { second }: Finding, language: Language): readonly string[] =>
  second === undefined
    ? []
    : [
        sayIn(language)(
          `    второе место: ${file}:${second.line}:${second.column} ${second.path}`,
          `    the other place: ${file}:${second.line}:${second.column} ${second.path}`,
        ),
      ];

/** A finding as a person reads it: place, level, code, what is wrong and how to mend it, the line of the file. */
export const findingWords = (file: string, text: string, finding: Finding, language: Language): string => {
  const [ru, en] = LEVELS[finding.level];
  const { line, column, code, says } = finding;
  return [
    `${file}:${line}:${column}: ${sayIn(language)(ru, en)} ${code}: ${says[language]}`,
    ...shownLine(text, finding),
    ...secondWords(file, finding, language),
    ...acceptedWords(finding, language),
    '',
  ].join('\n');
};

const count = (findings: readonly Finding[], level: FindingLevel): number =>
  findings.filter((one) => one.level === level).length;

/** One line on a whole file. */
export const summaryWords = (
  file: string,
  checked: { readonly ok: boolean; readonly examples: number; readonly findings: readonly Finding[] },
  language: Language,
): string => {
  const { ok, examples, findings } = checked;
  const [errors, contradictions, warnings, notes] = (
    ['error', 'contradiction', 'warning', 'note'] as const
  ).map((level) => count(findings, level));
  return sayIn(language)(
    `${file}: ${ok ? 'в порядке' : 'не годится'}; ошибок ${errors}, противоречий ${contradictions}, предупреждений ${warnings}, заметок ${notes}; примеров сошлось ${examples}`,
    `${file}: ${ok ? 'in order' : 'not fit for use'}; errors ${errors}, contradictions ${contradictions}, warnings ${warnings}, notes ${notes}; examples that came out right ${examples}`,
  );
};
