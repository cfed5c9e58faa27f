import type { Text } from '@reglament/desk';
import type { InitAnswers, InitQuestion } from './init-question.ts';

/** Questions as far as the answers so far tell them; one that was answered stays in its place. */
export type Questions = (answers: InitAnswers) => readonly InitQuestion[];

export type AskedAnswers =
  | { readonly ok: true; readonly answers: InitAnswers }
  /** `key` names the question, or those that lack an answer; `says` what is wrong with its answer. */
  | { readonly ok: false; readonly key: string; readonly says: Text };

const ENDED: Text = { ru: 'ответы кончились раньше вопросов', en: 'the answers ended before the questions' };
const NEEDED: Text = { ru: 'нужен ответ', en: 'an answer is needed' };
const UNKNOWN: Text = { ru: 'такого вопроса нет', en: 'there is no such question' };
/** A person who can't be understood so often is no person. */
const MOST_TRIES = 20;

const complaint = (question: InitQuestion, answer: string): Text | null =>
  answer === '' ? NEEDED : question.wrong(answer);

/** Three questions left without a word: whoever is there has gone, or wants to. */
const MOST_BLANKS = 3;
const LEFT: Text = {
  ru: 'ответа нет трижды подряд, на этом закончим: ничего не записано. Начать снова: npx reglament init',
  en: 'no answer three times in a row, so we end here: nothing was written. To begin again: npx reglament init',
};

/** Answers from a file: a text for each question's key, the preset where there is none. */
export const answersFrom = (given: Readonly<Record<string, string>>, questions: Questions): AskedAnswers => {
  const answers = new Map<string, string>();
  const missing = questions(answers).filter(
    ({ key, preset }) => preset === '' && (given[key] ?? '').trim() === '',
  );
  if (missing.length > 0) return { ok: false, key: missing.map(({ key }) => key).join(', '), says: NEEDED };
  for (;;) {
    const question = questions(answers).find(({ key }) => !answers.has(key));
    if (question === undefined) break;
    const answer = (given[question.key] ?? question.preset).trim();
    const says = complaint(question, answer);
    if (says !== null) return { ok: false, key: question.key, says };
    answers.set(question.key, answer);
  }
  const idle = Object.keys(given).find((key) => !answers.has(key));
  return idle === undefined ? { ok: true, answers } : { ok: false, key: idle, says: UNKNOWN };
};

export interface Conversation {
  /** Shows a question, or what is wrong with the answer to it. */
  readonly tell: (line: string) => void;
  /** The next line a person writes; null: there will be none. */
  readonly hear: () => Promise<string | null>;
}

const askOne = async (
  question: InitQuestion,
  language: keyof Text,
  { tell, hear }: Conversation,
): Promise<{ readonly answer: string } | { readonly answer: null; readonly why: Text }> => {
  let blanks = 0;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    tell(`${question.asks[language]}${question.preset === '' ? '' : ` [${question.preset}]`}:`);
    const line = await hear();
    if (line === null) return { answer: null, why: ENDED };
    const answer = line.trim() === '' ? question.preset : line.trim();
    const says = complaint(question, answer);
    if (says === null) return { answer };
    blanks = answer === '' ? blanks + 1 : 0;
    if (blanks === MOST_BLANKS) return { answer: null, why: LEFT };
    tell(`  ${says[language]}`);
  }
  return { answer: null, why: ENDED };
};

/** Answers of a person, one question after another; an empty line takes the preset. */
export const askAnswers = async (
  questions: Questions,
  language: keyof Text,
  conversation: Conversation,
): Promise<AskedAnswers> => {
  const answers = new Map<string, string>();
  for (;;) {
    const question = questions(answers).find(({ key }) => !answers.has(key));
    if (question === undefined) return { ok: true, answers };
    const heard = await askOne(question, language, conversation);
    if (heard.answer === null) return { ok: false, key: question.key, says: heard.why };
    answers.set(question.key, heard.answer);
  }
};
