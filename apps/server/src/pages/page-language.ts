import type { Language } from '@reglament/desk';

const MAX_HEADER = 400;

const weightOf = (part: string): { readonly name: string; readonly weight: number } => {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = q === undefined ? 1 : Number(q.slice(2));
  return { name: name.split('-', 1)[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
};

/** The language asked for in the address, else the one the browser prefers of the two, else Russian. */
export const pageLanguage = (asked: unknown, acceptLanguage: string | undefined): Language => {
  if (asked === 'ru' || asked === 'en') return asked;
  const wanted = (acceptLanguage ?? '').slice(0, MAX_HEADER).split(',').map(weightOf);
  const best = (name: Language): number =>
    Math.max(0, ...wanted.filter((one) => one.name === name).map(({ weight }) => weight));
  return best('en') > best('ru') ? 'en' : 'ru';
};
