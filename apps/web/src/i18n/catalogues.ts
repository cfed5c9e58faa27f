import type { Language } from './language.ts';
import type { Messages } from './ru.ts';

type Words = Readonly<Record<Language, () => Promise<Partial<Messages>>>>;

/** How much of the words is there: each has those of the ones before it. */
const extents = ['everybody', 'queue', 'workspace'] as const;
type Extent = (typeof extents)[number];

const catalogues: Readonly<Record<Extent, Words>> = {
  /** What every screen says, those of customers and of sign-in among them. */
  everybody: {
    ru: async () => (await import('./ru/shell.ts')).shell,
    en: async () => (await import('./en/shell.ts')).shell,
  },
  /** With what the workspace begins with. */
  queue: {
    ru: async () => (await import('./ru-first.ts')).first,
    en: async () => (await import('./en-first.ts')).first,
  },
  /** With what only the workspace's other pages say. */
  workspace: {
    ru: async () => (await import('./ru.ts')).ru,
    en: async () => (await import('./en.ts')).en,
  },
};

/** Filled as words arrive: a screen is shown when its words are there. */
const known = new Map<Language, Partial<Messages>>();
let extent: Extent = 'everybody';

/** The words of a language, as far as the screens that were opened reach. */
export const loadMessages = async (language: Language): Promise<Messages> => {
  const words = known.get(language) ?? {};
  known.set(language, words);
  return Object.assign(words, await catalogues[extent][language]()) as Messages;
};

const loadWords = async (wanted: Extent): Promise<void> => {
  if (extents.indexOf(wanted) > extents.indexOf(extent)) extent = wanted;
  await Promise.all([...known.keys()].map(loadMessages));
};

/** A page of the workspace with everything that may be said on it. */
export const withWords = async <Page>(
  load: () => Promise<Page>,
  wanted: Extent = 'workspace',
): Promise<Page> => {
  const [page] = await Promise.all([load(), loadWords(wanted)]);
  return page;
};
