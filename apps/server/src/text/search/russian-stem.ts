// The Russian stemmer of the Snowball project (snowballstem.org/algorithms/russian), written down as endings: what is found
// must not depend on dictionaries that a database server may lack.

const longestFirst = (endings: string): string =>
  endings
    .split(' ')
    .toSorted((a, b) => b.length - a.length)
    .join('|');

const atEnd = (free: string, afterA: string | null): RegExp =>
  new RegExp(
    `(?:${longestFirst(free)}${afterA === null ? '' : `|(?<=[ая])(?:${longestFirst(afterA)})`})$`,
    'u',
  );

const gerund = atEnd('ив ивши ившись ыв ывши ывшись', 'в вши вшись');
const reflexive = atEnd('ся сь', null);
const adjective = atEnd(
  'ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею',
  null,
);
const participle = atEnd('ивш ывш ующ', 'ем нн вш ющ щ');
const verb = atEnd(
  'ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю',
  'ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно',
);
const noun = atEnd(
  'а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я',
  null,
);
const derived = /[аеиоуыэюя][^аеиоуыэюя]+[аеиоуыэюя]+[^аеиоуыэюя].*?(ость?)$/u;
const superlative = /(?:ейш|ейше)$/u;

const withoutEnding = (rest: string): string => {
  const withoutGerund = rest.replace(gerund, '');
  if (withoutGerund !== rest) return withoutGerund;
  const plain = rest.replace(reflexive, '');
  const withoutAdjective = plain.replace(adjective, '');
  if (withoutAdjective !== plain) return withoutAdjective.replace(participle, '');
  const withoutVerb = plain.replace(verb, '');
  return withoutVerb === plain ? plain.replace(noun, '') : withoutVerb;
};

/** The stem of a Russian word in small letters, `ё` written as `е`: ошибками -> ошибк. */
export const russianStem = (word: string): string => {
  const vowel = word.search(/[аеиоуыэюя]/u);
  if (vowel < 0) return word;
  const head = word.slice(0, vowel + 1);
  let rest = withoutEnding(word.slice(vowel + 1)).replace(/и$/u, '');
  const ending = derived.exec(head + rest)?.[1];
  if (ending !== undefined && rest.endsWith(ending)) rest = rest.slice(0, -ending.length);
  if (rest.endsWith('нн')) return head + rest.slice(0, -1);
  const plain = rest.replace(superlative, '');
  if (plain !== rest) return head + plain.replace(/нн$/u, 'н');
  return head + rest.replace(/ь$/u, '');
};
