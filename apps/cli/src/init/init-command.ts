import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { checkRegulation, isBlocking } from '@reglament/desk';
import type { LocalDate, ProductionCalendar } from '@reglament/working-time';
import { join } from 'node:path';
import { findingWords } from '../check-words.ts';
import { loadCalendars, openLibrary } from '../load-regulation.ts';
import { sayIn, unknownRegulationHint } from '../messages.ts';
import { EXIT, result, talk, type ExitCode, type Language } from '../output.ts';
import { adoptRegulation, isPlainName } from './adopt-regulation.ts';
import { answersFrom, askAnswers, type AskedAnswers, type Questions } from './ask-answers.ts';
import { composeRegulation } from './compose-regulation.ts';
import { ID_HINT, isId } from './init-question.ts';
import { initQuestions } from './init-questions.ts';
import { takeOverFindings } from './take-over-findings.ts';

export interface InitOptions {
  /** Id of the regulation to begin from; without it questions are asked. */
  readonly from: string | undefined;
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly out: string | undefined;
  /** A file of answers; without it they are read from standard input. */
  readonly answers: string | undefined;
  readonly folder: string;
  readonly today: LocalDate;
  readonly language: Language;
}

type Calendars = Readonly<Record<string, ProductionCalendar>>;

/** A regulation's text and the id it is for; or why there is none. */
type Drafted =
  | { readonly ok: true; readonly id: string; readonly text: string }
  | { readonly ok: false; readonly says: string };

const adopted = (
  { from = '', id, name, folder, today, language }: InitOptions,
  calendars: Calendars,
): Drafted => {
  const say = sayIn(language);
  if (id === undefined || !isId(id))
    return {
      ok: false,
      says: say(`скажите --id: ${ID_HINT.ru}`, `say --id: ${ID_HINT.en}`),
    };
  if (name !== undefined && !isPlainName(name))
    return {
      ok: false,
      says: say(
        '--name: буквы, цифры, пробел, точка, дефис',
        '--name: letters, digits, space, point, hyphen',
      ),
    };
  const library = openLibrary(folder);
  const lookup = library.find(from);
  if (!lookup.ok)
    return {
      ok: false,
      says:
        lookup.code === 'unknown-regulation'
          ? unknownRegulationHint(from, lookup.known, language)
          : say(`в файле ${from} ошибки: reglament check`, `the file ${from} has errors: reglament check`),
    };
  const source = readFileSync(join(folder, `${from}.yaml`), 'utf8');
  const text = adoptRegulation(source, lookup.loaded.regulation, { id, name: name ?? id, today });
  return { ok: true, id, text: takeOverFindings(text, calendars, { from, today, language }) };
};

const isAnswers = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((one) => typeof one === 'string');

const readAnswers = (file: string, questions: Questions): AskedAnswers => {
  const says = {
    ru: 'нужен файл JSON: {"id": "acme", "name": "Acme", …}, все значения — строки',
    en: 'a JSON file is needed: {"id": "acme", "name": "Acme", ...}, all values texts',
  };
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    return isAnswers(value) ? answersFrom(value, questions) : { ok: false, key: file, says };
  } catch {
    // Missing, or not JSON: for the one who asked it is all the same.
    return { ok: false, key: file, says };
  }
};

const heard = async (questions: Questions, language: Language): Promise<AskedAnswers> => {
  const lines = createInterface({ input: process.stdin, terminal: false });
  const waiting = lines[Symbol.asyncIterator]();
  const asked = await askAnswers(questions, language, {
    tell: talk,
    hear: async () => {
      const next = await waiting.next();
      return next.done === true ? null : next.value;
    },
  });
  lines.close();
  return asked;
};

const asked = async (
  { id, answers, today, language }: InitOptions,
  calendars: Calendars,
): Promise<Drafted> => {
  const known = id !== undefined && isId(id) ? id : '';
  if (id !== undefined && known === '') talk(`reglament: --id ${id}: ${ID_HINT[language]}`);
  const questions: Questions = (so) =>
    initQuestions(so, { id: known, language, calendars: Object.keys(calendars) });
  const got = answers === undefined ? await heard(questions, language) : readAnswers(answers, questions);
  if (!got.ok) return { ok: false, says: `${got.key}: ${got.says[language]}` };
  return { ok: true, id: got.answers.get('id') ?? '', text: composeRegulation(got.answers, language, today) };
};

/** Writes a new file, never over an old one; false: it is there already. */
const writeNew = (file: string, text: string): boolean => {
  if (existsSync(file)) return false;
  writeFileSync(file, text, { flag: 'wx' });
  return true;
};

/** `reglament init`: a new regulation, from another one or from answers; it is written only when the check accepts it. */
export const initCommand = async (options: InitOptions): Promise<ExitCode> => {
  const { out, from, folder, today, language } = options;
  const say = sayIn(language);
  const taken = (file: string): ExitCode => {
    talk(
      say(
        `reglament: ${file} уже есть, он не тронут`,
        `reglament: ${file} exists already, it was left alone`,
      ),
    );
    return EXIT.no;
  };
  if (out !== undefined && existsSync(out)) return taken(out);
  const calendars = loadCalendars(folder);
  const drafted = from === undefined ? await asked(options, calendars) : adopted(options, calendars);
  if (!drafted.ok) {
    talk(`reglament: ${drafted.says}`);
    return EXIT.usage;
  }
  const file = out ?? `${drafted.id}.yaml`;
  const blocking = checkRegulation(drafted.text, calendars, today).findings.filter(isBlocking);
  if (blocking.length > 0) {
    for (const finding of blocking) talk(findingWords(file, drafted.text, finding, language));
    talk(
      say(
        'reglament: такой регламент проверку не проходит',
        'reglament: such a regulation does not pass the check',
      ),
    );
    return EXIT.no;
  }
  if (!writeNew(file, drafted.text)) return taken(file);
  await result(
    say(
      `${file}: написан. Дальше: npx reglament check ${file} --notes; учебник: docs/language/tutorial.ru.md\n`,
      `${file}: written. Next: npx reglament check ${file} --notes --lang en; tutorial: docs/language/tutorial.en.md\n`,
    ),
  );
  return EXIT.ok;
};
