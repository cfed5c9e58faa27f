import { type Language, type Refusal, refusalTexts } from '@reglament/desk';

/** A refusal in words, with the names of what is allowed instead or of what is missing. */
export const refusalWords = ({ code, names = [] }: Refusal, language: Language): string => {
  const says = refusalTexts[code][language];
  return names.length === 0 ? says : `${says} ${names.map((name) => name[language]).join('; ')}.`;
};
