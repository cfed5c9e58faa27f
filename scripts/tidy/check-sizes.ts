import type { Finding } from './finding.ts';
import { nameOf, walk, type SyntaxNode } from './syntax.ts';
import { isTest, lineAt, type TreeFile } from './tree-file.ts';

const FILE_LINES = 400;
// A catalogue of texts is one list, however long.
const CATALOGUE = /\/i18n\/[a-z]{2}\.ts$/;
const FUNCTION_LINES = 70;
// A component's markup is counted with it.
const COMPONENT_LINES = 150;

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** Source files over 400 lines, functions over 70 (components over 150). */
export const checkSizes = (file: TreeFile, program: SyntaxNode): readonly Finding[] => {
  const findings: Finding[] = [];
  const lines = file.text.split('\n').length - 1;
  if (lines > FILE_LINES && !CATALOGUE.test(file.path)) {
    const message = `${lines} lines, at most ${FILE_LINES}: split it by ideas.`;
    findings.push({ code: 'file-too-long', file: file.path, line: 1, message });
  }
  const cap = file.path.endsWith('.tsx') ? COMPONENT_LINES : FUNCTION_LINES;
  walk(program, (node, parent) => {
    if (!FUNCTIONS.has(node.type) || (isTest(file.path) && isDescribe(parent))) return;
    const [from, to] = [lineAt(file.text, node.start), lineAt(file.text, node.end)];
    if (to - from + 1 <= cap) return;
    const message = `A function of ${to - from + 1} lines, at most ${cap}.`;
    findings.push({ code: 'function-too-long', file: file.path, line: from, message });
  });
  return findings;
};

/** `describe(...)` only groups tests, each of which is a function of its own. */
const isDescribe = (parent: SyntaxNode | null): boolean =>
  parent?.type === 'CallExpression' && nameOf(parent['callee']) === 'describe';
