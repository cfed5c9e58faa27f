import { isAlias, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';

/** What a regulation file says of a clause. */
export interface SaidClause {
  /** In our words, from the file's own list of clauses. */
  readonly says: string;
  /** JSON Pointers of the rules that cite it; the list of clauses and the examples are no rules. */
  readonly rules: readonly string[];
}

const NO_RULES = new Set(['clauses', 'examples']);

const escape = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** The path of the node being visited: keys of maps, indexes of lists. */
const pathOf = (key: unknown, ancestors: readonly unknown[]): readonly string[] => {
  const steps = ancestors.flatMap((node, index): readonly string[] => {
    if (isPair(node)) return isScalar(node.key) ? [String(node.key.value)] : [];
    const list = node as { readonly items?: readonly unknown[] };
    const next = ancestors[index + 1];
    const at = list.items === undefined || isPair(next) ? -1 : list.items.indexOf(next);
    return at < 0 ? [] : [String(at)];
  });
  return typeof key === 'number' ? [...steps, String(key)] : steps;
};

/** Where each clause is cited in a regulation file. Every id of its list of clauses is there, cited or not. */
export const readCitations = (text: string): ReadonlyMap<string, SaidClause> => {
  const document = parseDocument(text, { lineCounter: new LineCounter() });
  const { clauses } = document.toJS() as {
    readonly clauses: Readonly<Record<string, { readonly en: string }>>;
  };
  const rules = new Map<string, string[]>(Object.keys(clauses).map((id) => [id, []]));
  visit(document, {
    Scalar: (key, node, ancestors) => {
      const cited = typeof node.value === 'string' ? rules.get(node.value) : undefined;
      if (cited === undefined || key === 'key' || isAlias(node)) return;
      const path = pathOf(key, ancestors);
      if (NO_RULES.has(path[0] ?? '')) return;
      const last = path.at(-1) ?? '';
      // `clause` belongs to the map around it; `channels-clause` says which part of it is meant.
      const rule = last === 'clause' ? path.slice(0, -1) : path;
      cited.push(`/${rule.map(escape).join('/')}`);
    },
  });
  return new Map(
    Object.entries(clauses).map(([id, { en }]) => [id, { says: en, rules: rules.get(id) ?? [] }]),
  );
};
