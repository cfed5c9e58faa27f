import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A text file of the project. */
export interface TreeFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly kind: 'source' | 'text';
}

// Fixtures are wrong on purpose; the rest is made by programs.
const PASSED_OVER = new Set(['node_modules', 'dist', '.git', 'data', 'coverage', '.cache', 'fixtures']);
const SOURCES = new Set(['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs']);
const TEXTS = new Set([
  '.md',
  '.json',
  '.yaml',
  '.yml',
  '.css',
  '.html',
  '.sql',
  '.sh',
  '.svg',
  '.toml',
  '.txt',
]);
const TEXTS_WITHOUT_SUFFIX = new Set(['.ci/run', '.gitignore', '.npmrc']);
const MADE_BY_PROGRAMS = /(^|\/)package-lock\.json$|\.generated\.[a-z]+$/;

/** Every text file below the folder that a person writes, in the order of its path. */
export const treeFiles = (root: string): readonly TreeFile[] =>
  pathsBelow(root, '')
    .flatMap((path): TreeFile[] => {
      const kind = kindOf(path);
      return kind === null ? [] : [{ path, kind, text: readFileSync(join(root, path), 'utf8') }];
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));

const pathsBelow = (root: string, folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return PASSED_OVER.has(entry.name) ? [] : pathsBelow(root, path);
    return entry.isFile() ? [path] : [];
  });

const kindOf = (path: string): TreeFile['kind'] | null => {
  if (MADE_BY_PROGRAMS.test(path)) return null;
  const suffix = extname(path);
  if (SOURCES.has(suffix)) return 'source';
  return TEXTS.has(suffix) || TEXTS_WITHOUT_SUFFIX.has(path) ? 'text' : null;
};

/** Written for tests only, beside them: `open-test-identity.ts`. */
export const isTestSupport = (path: string): boolean => /(\/|-)test-[a-z0-9-]+\.tsx?$|\/test\//.test(path);

/** Tests, and what is written for them, may reach for more than the code that they test. */
export const isTest = (path: string): boolean =>
  /\.(test\.tsx?|scenario\.ts)$/.test(path) || isTestSupport(path);

/** Line number, from 1, of an offset in the text. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
