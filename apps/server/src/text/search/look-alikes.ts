const toLatin: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x' },
};
const toCyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(toLatin).map(([cyrillic, latin]) => [latin, cyrillic]),
);

const all = (letters: readonly string[], table: Readonly<Record<string, string>>): boolean =>
  letters.every((letter) => letter in table);

/**
 * A word in small letters that mixes scripts, in one of them where each letter of the other looks like one of it: Аstra whose
 * first letter is Cyrillic is astra. Numbers with Cyrillic letters that all look Latin, as on stickers, become Latin.
 */
export const inOneScript = (word: string): string => {
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu) ?? [];
  const latin = word.match(/[a-z]/g) ?? [];
  if (cyrillic.length === 0) return word;
  if ((latin.length > 0 || /\d/.test(word)) && all(cyrillic, toLatin))
    return word.replaceAll(/\p{Script=Cyrillic}/gu, (letter) => toLatin[letter] ?? letter);
  if (latin.length > 0 && all(latin, toCyrillic))
    return word.replaceAll(/[a-z]/g, (letter) => toCyrillic[letter] ?? letter);
  return word;
};
