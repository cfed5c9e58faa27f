import type { Finding } from './finding.ts';
import { isNode, nameOf, walk, type SyntaxNode } from './syntax.ts';
import { lineAt, type TreeFile } from './tree-file.ts';

const TEST_FUNCTIONS = new Set(['test', 'it', 'describe', 'suite', 'bench']);
const SWITCHES = new Set(['only', 'skip', 'todo', 'skipIf', 'runIf', 'fails']);
const MOCKS = new Set(['mock', 'doMock', 'hoisted', 'importMock']);

/** Tests that are switched off, and parts of the product replaced under test. */
export const checkTests = (file: TreeFile, program: SyntaxNode): readonly Finding[] => {
  const findings: Finding[] = [];
  const report = (code: Finding['code'], node: SyntaxNode, message: string): void => {
    findings.push({ code, file: file.path, line: lineAt(file.text, node.start), message });
  };
  walk(program, (node) => {
    if (node.type !== 'MemberExpression') return;
    const property = nameOf(node['property']) ?? '';
    const root = rootName(node['object']);
    if (SWITCHES.has(property) && TEST_FUNCTIONS.has(root)) {
      report('test-switched-off', node, `${root}.${property}: every test runs, always.`);
    }
    if (MOCKS.has(property) && root === 'vi') {
      report(
        'mock-of-own-code',
        node,
        `vi.${property}: test the real part, or give it another one as an argument.`,
      );
    }
  });
  return findings;
};

/** `test` of `test.concurrent.each`. */
const rootName = (node: unknown): string => {
  if (!isNode(node)) return '';
  return node.type === 'MemberExpression' ? rootName(node['object']) : (nameOf(node) ?? '');
};
