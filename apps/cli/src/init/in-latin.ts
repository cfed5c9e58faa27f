const LETTERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...'абвгдезийклмнопрстуфыэ'].map((letter, index) => [letter, 'abvgdeziyklmnoprstufye'[index]]),
  ),
  ё: 'e',
  ж: 'zh',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ь: '',
  ю: 'yu',
  я: 'ya',
};

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A Russian name in Latin letters, as a first guess at its English form: `Зорька` is `Zorka`. */
export const inLatin = (name: string): string =>
  name.replaceAll(/[а-яё]/giu, (letter) => {
    const small = letter.toLowerCase();
    const latin = LETTERS[small] ?? '';
    return letter === small ? latin : capitalized(latin);
  });
