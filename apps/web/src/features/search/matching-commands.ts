import type { Command } from './commands.ts';

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Commands that have a word beginning with each word typed, those whose title has them first. */
export const matchingCommands = <C extends Pick<Command, 'title' | 'alsoBy'>>(
  commands: readonly C[],
  typed: string,
): readonly C[] => {
  const asked = wordsOf(typed);
  if (asked.length === 0) return [];
  const has = (text: string): boolean => {
    const words = wordsOf(text);
    return asked.every((one) => words.some((word) => word.startsWith(one)));
  };
  const byTitle = commands.filter(({ title }) => has(title));
  const byOthers = commands.filter(({ title, alsoBy = '' }) => !has(title) && has(`${title} ${alsoBy}`));
  return [...byTitle, ...byOthers];
};
