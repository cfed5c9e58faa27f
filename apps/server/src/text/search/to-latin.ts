const letters: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
  },
  ...{
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'h',
    ц: 'c',
    ч: 'ch',
    ш: 'sh',
    щ: 'sh',
  },
  ...{ ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia', і: 'i', ї: 'i', є: 'e', ґ: 'g', ў: 'u' },
};

const oneOfPair = (text: string): string => text.replaceAll(/([a-z])\1/g, '$1');

/** Cyrillic letters written in Latin ones, one way only. */
export const transliterate = (word: string): string =>
  word.replaceAll(/\p{L}/gu, (letter) => letters[letter] ?? letter);

/** A Russian word in Latin letters as it sounds: линукс -> linuks. */
export const cyrillicSound = (word: string): string => oneOfPair(transliterate(word));

/** A Latin word as a Russian would spell it by ear, so that Linux and линукс are one. */
export const latinSound = (word: string): string =>
  oneOfPair(
    word
      .replaceAll('ph', 'f')
      .replaceAll('kh', 'h')
      .replaceAll('ts', 'c')
      .replaceAll('ck', 'k')
      .replaceAll('ch', '\u0001')
      .replaceAll(/c(?=[eiy])/g, 's')
      .replaceAll('c', 'k')
      .replaceAll('\u0001', 'ch')
      .replaceAll('x', 'ks')
      .replaceAll('w', 'v')
      .replaceAll('q', 'k')
      .replaceAll('y', 'i'),
  );

/**
 * The last vowel of a stem that some forms have and others lack: ошибк(а) and ошибок, звонк(а) and звонок, настройк(а) and
 * настроек. Dropped wherever it could be such a one, in every word alike, so that all forms of a word lose it or none.
 */
export const withoutFleetingVowel = (stem: string): string =>
  stem.length < 4
    ? stem
    : stem.replace(/([aeiou])e(k)$/, '$1i$2').replace(/([bcdfghjklmnprstvz])[oe]([kcnlrmg])$/, '$1$2');
