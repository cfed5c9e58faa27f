/** The stem of an English word in small letters: packages -> packag, failed -> fail. Light: what support writes, not a dictionary. */
export const englishStem = (word: string): string => {
  if (word.length < 4) return word;
  let stem = word;
  if (stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:ss|us|is)$/.test(stem) === false) stem = stem.replace(/(?<=s|x|z|ch|sh)es$|s$/, '');
  const verb = /^(.*[aeiouy].*?)(?:ed|ing)$/.exec(stem)?.[1];
  if (verb !== undefined && verb.length > 2) stem = verb.replace(/([bdfgmnprt])\1$/, '$1');
  return stem.replace(/e$/, '');
};
