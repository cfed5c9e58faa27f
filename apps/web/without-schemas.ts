import { parseAst, type Plugin } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

const childrenOf = (node: Node): readonly Node[] =>
  Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );

/** The name at the bottom of `a.b(c).d`; null: it is no chain. */
const rootOf = (node: Node): string | null => {
  if (node.type === 'Identifier') return String(node['name']);
  const below =
    node.type === 'CallExpression'
      ? node['callee']
      : node.type === 'MemberExpression'
        ? node['object']
        : null;
  return isNode(below) ? rootOf(below) : null;
};

const isChain = ({ type }: Node): boolean => type === 'CallExpression' || type === 'MemberExpression';

const chainsOf = (node: Node, name: string): readonly Node[] =>
  isChain(node) && rootOf(node) === name
    ? [node]
    : childrenOf(node).flatMap((child) => chainsOf(child, name));

/** What an endpoint is for, in words: printed by the server, read by nobody here. */
const summariesOf = (node: Node): readonly Node[] => {
  const { key, value } = node;
  const isSummary = node.type === 'Property' && isNode(key) && key['name'] === 'summary';
  return isSummary && isNode(value) && value.type === 'Literal'
    ? [value]
    : childrenOf(node).flatMap(summariesOf);
};

/**
 * Every expression that begins at `name` is `name` alone, and summaries are empty: `z.object({ id: z.uuid() })` becomes `z`.
 */
export const withoutChains = (code: string, name: string): string => {
  const tree = parseAst(code) as unknown as Node;
  return [
    ...chainsOf(tree, name).map((node) => ({ ...node, by: name })),
    ...summariesOf(tree).map((node) => ({ ...node, by: "''" })),
  ]
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end, by }) => `${left.slice(0, start)}${by}${left.slice(end)}`, code);
};

/** Takes the schemas out of the contract: the browser sends what the types say and validates nothing, the server does. */
export const withoutSchemas = (): Plugin => ({
  name: 'contract-without-schemas',
  enforce: 'post',
  transform: (code, id) =>
    /packages\/contract\/src\/[\w-]+\.ts$/.test(id) && /\bz\b/.test(code)
      ? { code: withoutChains(code, 'z'), map: null }
      : null,
});
