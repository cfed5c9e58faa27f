import type { Page } from 'playwright-core';

/** A language of the interface. */
export type Language = 'ru' | 'en';

/** Names that no language translates: of formats, programs, keys and companies. */
const NAMES = new Set(
  (
    'Reglament Webhooks Webhook OpenAPI Standard Bearer Content Type Authorization Idempotency Key If-Match ' +
    'Enter Esc Ctrl Shift Tab Home End Alt Backspace Markdown Unicode Chrome Firefox Safari Linux Windows macOS ' +
    'Chromium Excel curl https English Русский'
  ).split(' '),
);

/** Letters of the other language, that a word of this one has none of. */
const STRANGE: Readonly<Record<Language, RegExp>> = {
  ru: /^[A-Za-z]{3,}(?:-[A-Za-z]+)*$/u,
  en: /^[А-Яа-яЁё]{2,}(?:-[А-Яа-яЁё]+)*$/u,
};

// Addresses, paths, numbers and codes are the same in every language.
const isCode = (word: string): boolean => /[\d@/_.=\\]|:\S/u.test(word) || word === word.toUpperCase();

/** Without what sentences put around a word; the dot of a file’s ending stays. */
const bare = (word: string): string => word.replaceAll(/^[^\p{L}\p{N}./]+|[^\p{L}\p{N}]+$/gu, '');

const wordsOf = (text: string): readonly string[] =>
  text
    .split(/[\s«»“”"(),;…—–·№|]+/u)
    .map(bare)
    .filter((word) => word !== '');

/** Words of an answer of the server; of a text in two languages those of the other one are left out. */
const heard = (value: unknown, language: Language, into: Set<string>): void => {
  if (typeof value === 'string') for (const word of wordsOf(value)) into.add(word);
  else if (Array.isArray(value)) for (const one of value) heard(one, language, into);
  else if (typeof value === 'object' && value !== null) {
    const pair = value as Readonly<Record<string, unknown>>;
    if (typeof pair['ru'] === 'string' && typeof pair['en'] === 'string')
      heard(pair[language] === '' ? pair['ru'] : pair[language], language, into);
    else for (const one of Object.values(pair)) heard(one, language, into);
  }
};

/** What a page may say in another language, because the server told it so: data. */
export const wordsHeard = (answers: readonly unknown[], language: Language): ReadonlySet<string> => {
  const words = new Set<string>();
  heard(answers, language, words);
  return words;
};

/** Everything that a screen says: its title, what is seen, and what only a screen reader tells. */
const said = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const texts = [document.title];
    // Quoted code, and what a switch of languages calls the other one.
    const isQuoted = (element: Element): boolean =>
      element.closest('code, pre, kbd, script, style, noscript, [aria-hidden="true"], [lang]:not(html)') !==
      null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element !== null && !isQuoted(element)) texts.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
      if (!isQuoted(element))
        for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
          texts.push(element.getAttribute(name) ?? '');
    return texts;
  });

/** Words of the other language that are neither data nor names: somebody forgot to translate them. */
export const strangeWords = async (
  page: Page,
  language: Language,
  data: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const faults = new Set<string>();
  for (const text of await said(page))
    for (const word of wordsOf(text))
      if (STRANGE[language].test(word) && !isCode(word) && !data.has(word) && !NAMES.has(word))
        faults.add(`not in ${language}: “${word}” in “${text.trim().slice(0, 120)}”`);
  return [...faults];
};
