/** Longer ones are sentences. */
const LONGEST = 100;
/** Of one answer: more words than a number has. */
const MOST = 12;

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^(?:№|#|n\.?(?=\s|\d))\s*/u, '')
    .replace(/[.,;:)]+$/u, '');

/**
 * What in an answer may be the number of a contract or a certificate, as numbers are compared: all of it, and each of its words
 * that has a figure in it. "Договор № C-12 от 10.01.2025" is asked as each of them; which one is a number, the desk's own say.
 */
export const statedProofs = (answers: readonly string[]): readonly string[] => {
  const found = answers.flatMap((answer) => {
    if (answer.length > LONGEST) return [];
    const words = answer.split(/\s+/u).slice(0, MOST);
    return [plain(answer), ...words.map(plain).filter((word) => /\d/u.test(word))];
  });
  return [...new Set(found)].filter((one) => one !== '');
};
