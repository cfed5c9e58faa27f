import { isNode, nameOf, parseSource, type SyntaxNode, textOf, walk } from '../tidy/syntax.ts';
import { lineAt, type TreeFile } from '../tidy/tree-file.ts';

/** A test that proves clauses, as its file says it. */
export interface FoundScenario {
  readonly file: string;
  readonly desk: string;
  readonly title: string;
  readonly clauses: readonly string[];
}

export interface ReadScenarios {
  readonly scenarios: readonly FoundScenario[];
  /** What can't be read without running it, as `file:line words`. */
  readonly problems: readonly string[];
}

const argumentsOf = (node: SyntaxNode): readonly SyntaxNode[] => {
  const given = node['arguments'];
  return Array.isArray(given) ? given.filter(isNode) : [];
};

/** The words of a plain string; null for anything else. */
const plainText = (node: SyntaxNode | undefined): string | null =>
  node?.type === 'Literal' ? textOf(node) : null;

const plainTexts = (node: SyntaxNode | undefined): readonly string[] | null => {
  const elements = node?.type === 'ArrayExpression' ? node['elements'] : null;
  if (!Array.isArray(elements)) return null;
  const texts = elements.map((element) => (isNode(element) ? plainText(element) : null));
  return texts.every((text) => text !== null) ? texts : null;
};

const callsOf = (program: SyntaxNode, name: string): readonly SyntaxNode[] => {
  const calls: SyntaxNode[] = [];
  walk(program, (node) => {
    if (node.type === 'CallExpression' && nameOf(node['callee']) === name) calls.push(node);
  });
  return calls;
};

/** The scenarios of one `*.scenario.ts`, read from its text: what counts as proof stands there in plain words. */
export const readScenarios = (file: TreeFile): ReadScenarios => {
  const program = parseSource(file);
  if (program === null) return { scenarios: [], problems: [`${file.path}:1 does not parse`] };
  const desks = callsOf(program, 'scenariosAt').map((call) => plainText(argumentsOf(call)[0]));
  const desk = desks.length === 1 ? (desks[0] ?? null) : null;
  if (desk === null) return { scenarios: [], problems: [`${file.path}:1 names no desk, or more than one`] };
  const problems: string[] = [];
  const scenarios = callsOf(program, 'scenario').flatMap((call): readonly FoundScenario[] => {
    const [first, second] = argumentsOf(call);
    const clauses = plainTexts(first);
    const title = plainText(second);
    if (clauses !== null && clauses.length > 0 && title !== null)
      return [{ file: file.path, desk, title, clauses }];
    problems.push(`${file.path}:${lineAt(file.text, call.start)} clauses and title must be plain words`);
    return [];
  });
  return { scenarios, problems };
};
