const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
const SHIFTED = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
const CAPITALS = CYRILLIC.toUpperCase();

const keys = (from: string, to: string): readonly (readonly [string, string])[] =>
  [...from].map((key, index) => [key, to[index] ?? key] as const);
const toCyrillic = new Map([...keys(LATIN, CYRILLIC), ...keys(SHIFTED, CAPITALS)]);
const toLatin = new Map([...keys(CYRILLIC, LATIN), ...keys(CAPITALS, SHIFTED)]);

/** What the same keys give on the other keyboard layout: cthnbabrfn -> сертификат, фыекф -> astra. null: no letter was typed. */
export const onOtherLayout = (typed: string): string | null => {
  const table = /\p{Script=Cyrillic}/u.test(typed) ? toLatin : /[a-z]/i.test(typed) ? toCyrillic : null;
  return table === null ? null : [...typed].map((letter) => table.get(letter) ?? letter).join('');
};
