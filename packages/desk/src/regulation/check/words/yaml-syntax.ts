import type { ErrorCode } from 'yaml';
import type { Text } from '../../regulation.ts';

const indent: Text = {
  ru: 'отступ не такой, как у соседних строк',
  en: 'the line is indented otherwise than its neighbours',
};
const value: Text = {
  ru: 'значение не читается; текст со знаками «: # [ ] { } ,» пишут в кавычках',
  en: 'the value can\'t be read; a text with ": # [ ] { } ," stands in quotes',
};
const key: Text = { ru: 'ключ не читается', en: "the key can't be read" };
const mark: Text = { ru: 'якоря и метки здесь не читаются', en: "anchors and tags can't be read here" };

/** What the reader of YAML finds wrong, in words of both languages. */
export const YAML_SYNTAX: Readonly<Record<ErrorCode, Text>> = {
  ALIAS_PROPS: mark,
  BAD_ALIAS: mark,
  BAD_COLLECTION_TYPE: mark,
  BAD_DIRECTIVE: mark,
  BAD_DQ_ESCAPE: {
    ru: 'после «\\» в двойных кавычках стоит не то: возьмите одинарные кавычки',
    en: 'an unknown escape after "\\" in double quotes: use single quotes',
  },
  BAD_INDENT: indent,
  BAD_PROP_ORDER: mark,
  BAD_SCALAR_START: value,
  BLOCK_AS_IMPLICIT_KEY: {
    ru: 'в одной строке два двоеточия: текст с двоеточием пишут в кавычках',
    en: 'two colons in one line: a text with a colon stands in quotes',
  },
  BLOCK_IN_FLOW: {
    ru: 'внутри скобок — список с отступами: закройте скобку или уберите её',
    en: 'an indented list inside brackets: close the bracket or leave it out',
  },
  DUPLICATE_KEY: key,
  IMPOSSIBLE: value,
  KEY_OVER_1024_CHARS: { ru: 'ключ длиннее 1024 знаков', en: 'a key of more than 1024 characters' },
  MISSING_CHAR: {
    ru: 'не хватает знака: двоеточия, запятой, кавычки или закрывающей скобки',
    en: 'a sign is missing: a colon, a comma, a quote or a closing bracket',
  },
  MULTILINE_IMPLICIT_KEY: {
    ru: 'ключ занимает больше одной строки: не хватает двоеточия или кавычки',
    en: 'a key takes more than one line: a colon or a quote is missing',
  },
  MULTIPLE_ANCHORS: mark,
  MULTIPLE_DOCS: value,
  MULTIPLE_TAGS: mark,
  NON_STRING_KEY: key,
  RESOURCE_EXHAUSTION: { ru: 'вложено слишком глубоко', en: 'it is nested too deeply' },
  TAB_AS_INDENT: { ru: 'отступ табуляцией: поставьте пробелы', en: 'indented by a tab: use spaces' },
  TAG_RESOLVE_FAILED: mark,
  UNEXPECTED_TOKEN: {
    ru: 'лишний знак: проверьте кавычки, скобки и отступ',
    en: 'a sign too many: look at quotes, brackets and indentation',
  },
};

/** Said where the quote stands. */
export const UNCLOSED_QUOTE: Text = {
  ru: 'кавычка здесь открыта и нигде не закрыта',
  en: 'a quote opens here and is never closed',
};
