import type { Finding } from './finding.ts';
import { isNode, nameOf, walk, type SyntaxNode } from './syntax.ts';
import { isTest, lineAt, type TreeFile } from './tree-file.ts';

const GLOBALS = new Set([
  ...[
    'Date',
    'performance',
    'fetch',
    'process',
    'global',
    'globalThis',
    'window',
    'document',
    'navigator',
    'self',
  ],
  ...[
    'localStorage',
    'sessionStorage',
    'location',
    'crypto',
    'console',
    'Buffer',
    'require',
    'XMLHttpRequest',
  ],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'WebSocket', 'EventSource'],
  ...['__dirname', '__filename'],
]);

/** In packages/ the time, ids, randomness and the network are arguments: no ambient global, no Math.random. */
export const checkAmbient = (file: TreeFile, program: SyntaxNode): readonly Finding[] => {
  if (!file.path.startsWith('packages/') || isTest(file.path)) return [];
  const declared = declaredNames(program);
  const findings: Finding[] = [];
  const report = (node: SyntaxNode, name: string): void => {
    const message = `${name} is ambient: take it as an argument.`;
    findings.push({ code: 'ambient-global', file: file.path, line: lineAt(file.text, node.start), message });
  };
  walk(program, (node, parent, field) => {
    const name = nameOf(node);
    if (name !== null && GLOBALS.has(name) && !declared.has(name) && isReference(parent, field))
      report(node, name);
    if (isRandom(node)) report(node, 'Math.random');
  });
  return findings;
};

/** A use of the name itself, neither a field of that name nor the type of an argument (`typeof fetch`). */
const isReference = (parent: SyntaxNode | null, field: string): boolean => {
  if (parent === null || parent.type === 'TSTypeQuery') return false;
  if (field === 'property') return parent['computed'] === true;
  if (field === 'key') return parent['computed'] === true || parent['shorthand'] === true;
  return !/Specifier$|^TSQualifiedName$|^LabeledStatement$/.test(parent.type);
};

const isRandom = (node: SyntaxNode): boolean =>
  node.type === 'MemberExpression' &&
  nameOf(node['object']) === 'Math' &&
  nameOf(node['property']) === 'random';

/** Names that the file gives a meaning of its own, anywhere in it: an argument `window`, an import `crypto`. */
const declaredNames = (program: SyntaxNode): ReadonlySet<string> => {
  const names = new Set<string>();
  const addPattern = (pattern: unknown): void => {
    if (!isNode(pattern)) return;
    walk(pattern, (node, parent, field) => {
      const name = nameOf(node);
      if (name !== null && field !== 'typeAnnotation' && !(parent?.type === 'Property' && field === 'key'))
        names.add(name);
    });
  };
  walk(program, (node) => {
    if (node.type === 'VariableDeclarator' || /Function|TSTypeAlias|TSInterface|Class/.test(node.type)) {
      const id = node['id'];
      addPattern(isNode(id) ? { ...id, typeAnnotation: null } : id);
    }
    if (/Import.*Specifier$/.test(node.type)) addPattern(node['local']);
    const params = node['params'];
    if (Array.isArray(params))
      for (const param of params.filter(isNode)) addPattern({ ...param, typeAnnotation: null });
  });
  return names;
};
