import { posix } from 'node:path';
import { BORDERS, zoneOf, type Border } from './borders.ts';
import type { Finding } from './finding.ts';
import { importStatements, type ImportStatement } from './import-statement.ts';
import type { SyntaxNode } from './syntax.ts';
import { isTest, isTestSupport, lineAt, type TreeFile } from './tree-file.ts';

/** Imports that cross a border of the house. */
export const checkImports = (file: TreeFile, program: SyntaxNode): readonly Finding[] => {
  const zone = zoneOf(file.path);
  if (zone === null) return [];
  const border = BORDERS[zone];
  if (border === undefined) {
    const message = `${zone} has no row in scripts/tidy/borders.ts: say what it may import.`;
    return [{ code: 'folder-unlisted', file: file.path, line: 1, message }];
  }
  return importStatements(program).flatMap((statement) => {
    const problem = judge(file.path, zone, border, statement);
    return problem === null
      ? []
      : [{ ...problem, file: file.path, line: lineAt(file.text, statement.start) }];
  });
};

const FOR_TESTS = new Set(['server/testing', 'scripts', 'regulations']);

type Problem = Pick<Finding, 'code' | 'message'>;

const judge = (path: string, zone: string, border: Border, statement: ImportStatement): Problem | null => {
  const { specifier } = statement;
  if (specifier.startsWith('.')) return judgeRelative(path, zone, border, statement);
  const own = /^@reglament\/(.+)$/.exec(specifier)?.[1];
  if (own !== undefined) return judgeZone(path, zone, border, zoneOfPackage(own), statement);
  if (isTest(path)) return null;
  const allowed = specifier.startsWith('node:') ? border.node : mayUse(border.libraries, specifier);
  if (allowed) return null;
  return { code: 'package-not-allowed', message: `${zone} may not import ${specifier}.` };
};

/** A package may have entrances of its own (`desk/clock`): what they let in is the package. */
const zoneOfPackage = (own: string): string => (own in BORDERS ? own : (own.split('/')[0] ?? own));

const STAGES: ReadonlySet<string> = new Set(['server/testing', 'server/scenarios']);

const judgeRelative = (
  path: string,
  zone: string,
  border: Border,
  statement: ImportStatement,
): Problem | null => {
  const target = posix.join(posix.dirname(path), statement.specifier);
  const [here, there] = [workspaceOf(path), workspaceOf(target)];
  const forTests = isTest(path) || STAGES.has(zone);
  if (here !== there && here !== 'root' && (there !== 'root' || !forTests)) {
    return { code: 'relative-across-workspaces', message: `Import ${target} by its package's name.` };
  }
  if (isTestSupport(target) && !forTests && here !== 'root') {
    return { code: 'border', message: `${target} is for tests only.` };
  }
  const targetZone = zoneOf(target);
  if (targetZone === null) return { code: 'border', message: `${target} is outside of every zone.` };
  if (zone === 'web/features' && targetZone === 'web/features') return judgeFeature(path, target);
  return judgeZone(path, zone, border, targetZone, statement);
};

const judgeZone = (
  path: string,
  zone: string,
  border: Border,
  target: string,
  statement: ImportStatement,
): Problem | null => {
  if (target === zone || border.zones.includes(target)) return null;
  if (statement.typeOnly && border.typesOf?.includes(target) === true) return null;
  // A test may use everything of its own workspace, and what is written for tests.
  if (isTest(path) && (sameWorkspace(zone, target) || FOR_TESTS.has(target))) return null;
  return { code: 'border', message: `${zone} may not import ${target} (${statement.specifier}).` };
};

/** Features know each other by their front door only. */
const judgeFeature = (path: string, target: string): Problem | null => {
  const [from, to] = [path.split('/')[4], target.split('/')[4]];
  if (from === to || /^apps\/web\/src\/features\/[^/]+\/index\.tsx?$/.test(target)) return null;
  return { code: 'border', message: `Feature ${from} may reach ${to} through its index only.` };
};

const mayUse = (libraries: Border['libraries'], specifier: string): boolean =>
  'allBut' in libraries
    ? !libraries.allBut.some((name) => isOf(name, specifier))
    : libraries.some((name) => isOf(name, specifier));

const isOf = (library: string, specifier: string): boolean =>
  library.endsWith('/')
    ? specifier.startsWith(library)
    : specifier === library || specifier.startsWith(`${library}/`);

const workspaceOf = (path: string): string =>
  /^(packages|apps)\//.test(path) ? path.split('/').slice(0, 2).join('/') : 'root';

const sameWorkspace = (zone: string, target: string): boolean => zone.split('/')[0] === target.split('/')[0];
