import { parseSync } from 'vite';
import type { TreeFile } from './tree-file.ts';

/** A node of the ESTree syntax tree; which further fields there are depends on `type`. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** Called for every node, with the node around it (null for the program) and the field that it sits in. */
export type Visit = (node: SyntaxNode, parent: SyntaxNode | null, field: string) => void;

/** A source file with its syntax tree; null when it does not parse. */
export const parseSource = (file: TreeFile): SyntaxNode | null => {
  const { program, errors } = parseSync(file.path, file.text);
  return errors.length > 0 ? null : (program as unknown as SyntaxNode);
};

/** Visits the node and everything below it, outside first. */
export const walk = (node: SyntaxNode, visit: Visit): void => step(node, null, '', visit);

const step = (node: SyntaxNode, parent: SyntaxNode | null, field: string, visit: Visit): void => {
  visit(node, parent, field);
  for (const [name, value] of Object.entries(node)) {
    if (name === 'parent') continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) step(child, node, name, visit);
  }
};

/** Is it a syntax node, rather than a plain field's value? */
export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** The name of an identifier, null for any other node. */
export const nameOf = (node: unknown): string | null =>
  isNode(node) && node.type === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : null;

/** A piece of text that the program holds: a string, a part of a template, text between JSX tags. */
export const textOf = (node: SyntaxNode): string | null => {
  if ((node.type === 'Literal' || node.type === 'JSXText') && typeof node['value'] === 'string')
    return node['value'];
  if (node.type !== 'TemplateElement') return null;
  const value = node['value'] as { cooked?: string | null; raw: string };
  return value.cooked ?? value.raw;
};
