/** Legal forms, as they stand before or behind a name. */
const forms = new Set([
  'ооо',
  'оао',
  'зао',
  'пао',
  'нао',
  'ао',
  'ип',
  'чп',
  'фгуп',
  'муп',
  'гуп',
  'llc',
  'ltd',
  'inc',
  'jsc',
  'gmbh',
]);

const longForms: readonly RegExp[] = [
  /общество с ограниченной ответственностью/g,
  /(публичное |непубличное |открытое |закрытое )?акционерное общество/g,
  /индивидуальный предприниматель/g,
];

/**
 * A name as it is compared: without legal form, quotes and punctuation, е for ё, in small letters, words one space apart.
 * A name that is nothing but a legal form stays as it is.
 */
export const foldCompanyName = (name: string): string => {
  const plain = name.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');
  const short = longForms.reduce((text, form) => text.replace(form, ' '), plain);
  const words = short.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const kept = words.filter((word) => !forms.has(word));
  return (kept.length === 0 ? plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '') : kept).join(' ');
};
