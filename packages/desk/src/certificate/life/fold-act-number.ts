/** Cyrillic letters that look like Latin ones: a number is copied from paper in either alphabet. */
const CYRILLIC = 'АВЕКМНОРСТУХ';
const LATIN = 'ABEKMHOPCTYX';

/** The number of an act as two of them are compared: case, spaces, alphabet and the sign of a number do not matter. */
export const foldActNumber = (number: string): string =>
  number
    .trim()
    .replace(/^[№#]/u, '')
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\s+/gu, '')
    .replaceAll(/[АВЕКМНОРСТУХ]/gu, (letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter);
