import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diffRegulations, parseRegulation, type ReadRegulation } from '@reglament/desk';
import { differencesInWords } from './diff-command.ts';
import { loadCalendars, openLibrary, ownRegulations } from './load-regulation.ts';

const EARLIER = join(ownRegulations, 'earlier');

const read = (path: string): ReadRegulation => {
  const parsed = parseRegulation(readFileSync(path, 'utf8'), loadCalendars(ownRegulations));
  if (!parsed.ok) throw new Error(`${path}: ${parsed.problems[0]?.says.en ?? 'can’t be read'}`);
  return parsed;
};

interface Text {
  readonly name: string;
  readonly path: string;
}

/** The texts of a regulation that came with the product, the earliest first, the one of today last. */
const textsOf = (id: string): readonly Text[] => {
  const folder = join(EARLIER, id);
  const earlier = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  return [
    ...earlier.sort().map((name) => ({ name: basename(name, '.yaml'), path: join(folder, name) })),
    { name: 'today', path: join(ownRegulations, `${id}.yaml`) },
  ];
};

const stepOf = (before: Text, after: Text): string => {
  const differences = diffRegulations(read(before.path), read(after.path));
  const rules = differences.filter(({ kind }) => kind !== 'wording');
  const others = differences.length - rules.length;
  const worded = others === 0 ? '' : `\nand ${others} that are words, clauses or examples only.\n`;
  return `### ${before.name} → ${after.name}\n\n${differencesInWords(rules, 'en', 'markdown')}${worded}`;
};

const chapterOf = (id: string): string => {
  const texts = textsOf(id);
  const steps = texts.slice(1).map((after, index) => stepOf(texts[index] ?? after, after));
  return `## ${id}\n\n${steps.length === 0 ? 'One text so far.\n' : steps.join('\n')}`;
};

/** What changed in the regulations that come with the product, from text to text, in the words of `reglament diff`. */
export const historyPage = (): string =>
  [
    '# How the five regulations changed',
    '',
    'Made by `npm run docs:history` from the texts in `regulations/earlier` and those of today, by what `reglament diff` says; a test',
    'fails when it is stale. Keep a copy there, named by its last day, before a text that desks run is changed.',
    '',
    ...openLibrary(ownRegulations).known.map(chapterOf),
  ].join('\n');
