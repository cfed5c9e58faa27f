import { error } from './finding-kind.ts';

/** What is wrong with a value before references are followed. */
export const shapeWords = {
  'unknown-field': error<'key' | 'near' | 'known'>(({ key, near, known }) => ({
    ru: `ключ «${key}» здесь ничего не значит${near === '' ? `; бывают: ${known}` : `; может быть, ${near}?`}`,
    en: `"${key}" means nothing here${near === '' ? `; there are: ${known}` : `; did you mean ${near}?`}`,
  })),
  'missing-field': error<'key'>(({ key }) => ({
    ru: `не хватает ключа «${key}»: добавьте его со значением`,
    en: `"${key}" is missing: add it with a value`,
  })),
  'wrong-type': error<'ru' | 'en'>(({ ru, en }) => ({
    ru: `здесь ждут другого: ${ru}`,
    en: `something else is expected here: ${en}`,
  })),
  'wrong-shape': error<'ru' | 'en'>(({ ru, en }) => ({
    ru: `так здесь не пишут: ${ru}`,
    en: `it is not written so here: ${en}`,
  })),
  'unknown-value': error<'value' | 'near' | 'known'>(({ value, near, known }) => ({
    ru: `«${value}» здесь не бывает${near === '' ? '' : `; может быть, ${near}?`}; можно: ${known}`,
    en: `"${value}" is not a value here${near === '' ? '' : `; did you mean ${near}?`}; allowed: ${known}`,
  })),
  'too-large': error<'most'>(({ most }) => ({
    ru: `слишком много или слишком длинно: самое большее ${most}`,
    en: `too many or too long: at most ${most}`,
  })),
  'too-small': error<'least'>(({ least }) => ({
    ru: `слишком мало или пусто: самое меньшее ${least}`,
    en: `too few or empty: at least ${least}`,
  })),
  'wrong-format': error<'ru' | 'en'>(({ ru, en }) => ({
    ru: `не читается: ${ru}`,
    en: `can't be read: ${en}`,
  })),
  'bad-id': error<'key'>(({ key }) => ({
    ru: `«${key}» не годится в имена: имя — строчные латинские буквы, цифры и дефис, не длиннее 40; у пунктов можно заглавные и точку`,
    en: `"${key}" is no id: small latin letters, digits and hyphens, at most 40; for clauses capitals and points too`,
  })),
} as const;
