import type { Finding } from './finding.ts';
import type { TreeFile } from './tree-file.ts';

const PLAN = 'ARCHITECTURE.md';
/** A line of the plan: two spaces deeper for each folder around it, then the folders, each with a slash behind it. */
const FOLDERS = /^ {4}((?: {2})*)((?:[\w.-]+\/)+(?:, (?:[\w.-]+\/)+)*)(?: |$)/;

interface Planned {
  readonly path: string;
  readonly line: number;
}

/** The folders that the plan names, from the project's folder, without the slash behind. */
const plannedIn = (text: string): readonly Planned[] => {
  const around: string[] = [];
  return text.split('\n').flatMap((said, index) => {
    const [, indent = '', named = ''] = FOLDERS.exec(said) ?? [];
    if (named === '') return [];
    const depth = indent.length / 2;
    const paths = named
      .split(', ')
      .map((name) => [...around.slice(0, depth), name.slice(0, -1)].filter(Boolean).join('/'));
    around.splice(depth, around.length, named.split(', ').at(-1)?.slice(0, -1) ?? '');
    return paths.map((path) => ({ path, line: index + 1 }));
  });
};

const foldersOf = (files: readonly TreeFile[]): ReadonlySet<string> =>
  new Set(
    files.flatMap(({ path }) => {
      const parts = path.split('/').slice(0, -1);
      return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    }),
  );

const parentOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

/**
 * The house on one screen is the house as it stands: what the plan names exists, and where it names one of the folders that lie in
 * another it names them all. Folders that begin with a dot belong to tools.
 */
export const checkPlan = (files: readonly TreeFile[]): readonly Finding[] => {
  const plan = files.find(({ path }) => path === PLAN);
  if (plan === undefined) return [];
  const planned = plannedIn(plan.text);
  const named = new Set(planned.map(({ path }) => path));
  const opened = new Set(planned.map(({ path }) => parentOf(path)));
  const folders = foldersOf(files);
  const gone = planned
    .filter(({ path }) => !folders.has(path))
    .map(
      ({ path, line }) =>
        ({ path, line, code: 'plan-without-folder', says: 'There is no such folder' }) as const,
    );
  const missing = [...folders]
    .filter((path) => opened.has(parentOf(path)) && !named.has(path))
    // A folder that is named together with what lies in it, as in `src/life/`.
    .filter((path) => !planned.some((one) => one.path.startsWith(`${path}/`)))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .map((path) => ({ path, line: 1, code: 'folder-without-plan', says: 'The plan does not name' }) as const);
  return [...gone, ...missing].map(({ path, line, code, says }) => ({
    code,
    file: PLAN,
    line,
    message: `${says}: ${path}/.`,
  }));
};
