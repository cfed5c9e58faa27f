import { parse } from 'yaml';
import type { Finding } from './finding.ts';
import { textOf, walk, type SyntaxNode } from './syntax.ts';
import { isTest, lineAt, type TreeFile } from './tree-file.ts';

const REGULATION = /^regulations\/(?:earlier\/[^/]+\/)?[^/]+\.yaml$/;
const PRODUCT = /^(packages|apps)\/[^/]+\/src\//;
// What a test stands on, and the invented first day of an installation, may say whose desk it is.
const MAY_NAME = /\/(testing|scenarios|life|demo|test)\//;

interface Vendors {
  /** Ids of regulations: plain words, so only a whole text counts, or the name of a file. */
  readonly ids: readonly string[];
  /** Products and clause ids, wherever they stand in a text. */
  readonly words: RegExp | null;
}

interface RegulationText {
  readonly id?: string;
  readonly products?: readonly string[];
  readonly clauses?: Readonly<Record<string, unknown>>;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What the regulation files call themselves, their products and their clauses. */
export const vendorsOf = (files: readonly TreeFile[]): Vendors => {
  const texts = files
    .filter(({ path }) => REGULATION.test(path))
    .map(({ text }) => parse(text, { logLevel: 'silent' }) as RegulationText | null);
  const words = texts.flatMap((text) => [...(text?.products ?? []), ...Object.keys(text?.clauses ?? {})]);
  return {
    ids: texts.flatMap((text) => (text?.id === undefined ? [] : [text.id])),
    words:
      words.length === 0
        ? null
        : new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'u'),
  };
};

const namedIn = (text: string, { ids, words }: Vendors): string | null =>
  ids.find((id) => text === id || text.endsWith(`${id}.yaml`)) ?? words?.exec(text)?.[0] ?? null;

/**
 * A vendor's rules are its file: no text in the product's code names a vendor, a product of theirs or a clause. Comments may
 * name a clause as the reason of what stands there.
 */
export const checkVendors = (file: TreeFile, program: SyntaxNode, vendors: Vendors): readonly Finding[] => {
  if (!PRODUCT.test(file.path) || MAY_NAME.test(file.path) || isTest(file.path)) return [];
  const findings: Finding[] = [];
  walk(program, (node) => {
    const text = textOf(node);
    const named = text === null ? null : namedIn(text, vendors);
    if (named === null) return;
    const message = `“${named}” belongs to a vendor's regulation: the code must not know it.`;
    findings.push({ code: 'vendor-in-code', file: file.path, line: lineAt(file.text, node.start), message });
  });
  return findings;
};
