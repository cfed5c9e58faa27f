import { error } from './finding-kind.ts';

/** What is wrong with the text before it is a regulation (R20). */
export const yamlWords = {
  'yaml-syntax': error<'ru' | 'en'>(({ ru, en }) => ({
    ru: `это не YAML: ${ru}`,
    en: `this is no YAML: ${en}`,
  })),
  'yaml-multiple-documents': error(() => ({
    ru: 'в файле больше одного документа: уберите «---» и всё, что после',
    en: 'the file holds more than one document: remove "---" and what follows',
  })),
  'yaml-alias': error(() => ({
    ru: 'якоря (&) и ссылки (*) не допускаются: напишите значение целиком',
    en: 'anchors (&) and aliases (*) are not allowed: write the value out',
  })),
  'yaml-tag': error(() => ({
    ru: 'метки типов (!) не допускаются: напишите простое значение, а текст с «!» — в кавычках',
    en: 'tags (!) are not allowed: write the plain value, and a text that begins with "!" in quotes',
  })),
  'yaml-directive': error(() => ({
    ru: 'директивы (%) не допускаются: файл — YAML 1.2 как есть',
    en: 'directives (%) are not allowed: the file is YAML 1.2 as it stands',
  })),
  'yaml-merge-key': error(() => ({
    ru: 'слияние ключей (<<) не допускается: напишите значения целиком',
    en: 'merge keys (<<) are not allowed: write the values out',
  })),
  'yaml-reserved-key': error<'key'>(({ key }) => ({
    ru: `«${key}» не может быть ключом: назовите иначе`,
    en: `"${key}" can't be a key: name it otherwise`,
  })),
  'yaml-duplicate-key': error<'key'>(({ key }) => ({
    ru: `ключ «${key}» стоит в одном месте дважды: оставьте один`,
    en: `the key "${key}" stands twice in the same place: keep one`,
  })),
  'yaml-too-large': error<'most' | 'unitRu' | 'unitEn'>(({ most, unitRu, unitEn }) => ({
    ru: `файл слишком велик: в нём больше ${most} ${unitRu}`,
    en: `the file is too large: it holds more than ${most} ${unitEn}`,
  })),
  'yaml-too-deep': error<'most'>(({ most }) => ({
    ru: `списки вложены глубже ${most} уровней`,
    en: `lists are nested deeper than ${most} levels`,
  })),
  'invalid-text': error(() => ({
    ru: 'в тексте есть непечатный символ: уберите его',
    en: 'the text holds an unprintable character: remove it',
  })),
  'direction-mark': error(() => ({
    ru: 'знак направления письма: строка читается не так, как написана; уберите его',
    en: 'a mark of direction: the line reads otherwise than it stands; remove it',
  })),
  'too-many-problems': error<'most'>(({ most }) => ({
    ru: `ошибок больше ${most}: исправьте названные и проверьте снова`,
    en: `there are more than ${most} errors: mend these and check again`,
  })),
} as const;
