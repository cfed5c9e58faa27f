import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { first } from './ru-first.ts';
import { shell } from './ru/shell.ts';
import { ru } from './ru.ts';

const source = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(file, 'utf8');
const at = (from: string, path: string): string => normalize(join(dirname(from), path));
const staticImports = /^(?:import|export) (?!type)([^;]*?)from '(\.[^']+)'/gm;
const lazyImports = /import\('(\.[^']+)'\)/g;

/** The files that names of an import come from: an index is looked through, since what it also exports does not run. */
const filesOf = (file: string, names: string): readonly string[] => {
  if (!file.endsWith('/index.ts')) return [file];
  const wanted = new Set([...names.matchAll(/(\w+)(?: as \w+)?\s*[,}]/g)].map(([, name]) => name));
  return [...read(file).matchAll(staticImports)]
    .filter(([, exported = '']) => [...exported.matchAll(/\w+/g)].some(([name]) => wanted.has(name)))
    .map(([, , path = '']) => at(file, path));
};
const statics = (file: string): readonly string[] =>
  [...read(file).matchAll(staticImports)].flatMap(([, names = '', path = '']) =>
    filesOf(at(file, path), names),
  );
/** What waits for words of its own is another screen. */
const withItsWords = /(?:withWords|staffPage)\(\s*\(\) => import\('[^']+'\)/g;
const lazies = (file: string): readonly string[] =>
  [...read(file).replace(withItsWords, '').matchAll(lazyImports)].map(([, path = '']) => at(file, path));

/** Every module that a browser may run when it begins with these and goes nowhere else. */
const modulesFrom = (begins: readonly string[]): ReadonlySet<string> => {
  const left = [...begins];
  const seen = new Set<string>();
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (seen.has(file) || !existsSync(file) || !/\.tsx?$/.test(file) || file.includes('/i18n/')) continue;
    seen.add(file);
    left.push(...statics(file), ...lazies(file));
  }
  return seen;
};

/** What is said in these modules with words of the parts of `ru` that are not among the known ones. */
const saidUnloaded = (modules: ReadonlySet<string>, known: object): readonly string[] =>
  [...modules].flatMap((file) =>
    [...read(file).matchAll(/\bm\.(\w+)/g)]
      .filter(([, part = '']) => part in ru && !(part in known))
      .map(([words]) => `${file.slice(source.length)}: ${words}`),
  );
const shortNames = (modules: ReadonlySet<string>): readonly string[] =>
  [...modules].map((file) => file.slice(source.length));

describe('screens that wait for no words of their own', () => {
  const modules = modulesFrom([join(source, 'main.tsx')]);

  it('are found', () => {
    expect(shortNames(modules)).toEqual(
      expect.arrayContaining([
        'features/portal/portal-bell.tsx',
        'features/portal-tickets/ticket-page.tsx',
        'features/sign-in/sign-in-page.tsx',
        'ui/theme-menu.tsx',
      ]),
    );
    expect(shortNames(modules)).not.toContain('features/queue/queue-page.tsx');
  });

  it('say nothing that only the workspace has loaded', () => {
    expect(saidUnloaded(modules, shell)).toEqual([]);
  });
});

describe('what the workspace begins with', () => {
  const modules = modulesFrom(
    ['workspace/workspace-page.tsx', 'queue/queue-page.tsx'].map((page) => join(source, 'features', page)),
  );

  it('is found, what opens on it among it', () => {
    expect(shortNames(modules)).toEqual(
      expect.arrayContaining([
        'features/queue/queue-row.tsx',
        'features/queue/save-view-dialog.tsx',
        'features/search/palette.tsx',
        'features/workspace/rail.tsx',
        'ui/use-problem-words.ts',
      ]),
    );
    expect(shortNames(modules)).not.toContain('features/ticket/ticket-page.tsx');
  });

  it('says nothing that only its other pages have loaded', () => {
    expect(saidUnloaded(modules, first)).toEqual([]);
  });
});
