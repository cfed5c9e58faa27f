import type { Finding } from './finding.ts';
import { textOf, walk, type SyntaxNode } from './syntax.ts';
import { isTest, lineAt, type TreeFile } from './tree-file.ts';

const ADDRESS = /\b(?:https?|wss?|ftp):\/\/([^\s/'"`<>()[\]{}?#:,;\\|]+)/g;
const MAIL = /[\w.+-]+@([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})\b/gi;

// Names of grammars and namespaces: nobody opens them.
const NAMESPACES = new Set([
  'www.w3.org',
  'json-schema.org',
  'docs.oasis-open.org',
  'spec.openapis.org',
  'schemas.openxmlformats.org',
]);
const NOBODY =
  /(^|\.)(example|invalid|test|localhost)$|^example\.(com|org|net)$|^127(\.\d+){3}$|^0\.0\.0\.0$/i;

// A vendor's regulation is quoted as it stands, with the addresses that it names.
const REGULATION = /^regulations\/(?:earlier\/[^/]+\/)?[^/]+\.yaml$/;

/**
 * The product talks to nobody that its owner did not name: addresses in code and data are invented (.example), our
 * own machine, or names of grammars. Comments and documents may point to the world.
 */
export const checkHosts = (
  file: TreeFile,
  program: SyntaxNode | null,
  published: ReadonlySet<string>,
): readonly Finding[] => {
  if (file.path.endsWith('.md') || REGULATION.test(file.path)) return [];
  if (program === null) return file.kind === 'source' ? [] : judge(file, file.text, 0, published);
  const findings: Finding[] = [];
  walk(program, (node) => {
    const text = textOf(node);
    if (text !== null) findings.push(...judge(file, text, node.start, published));
  });
  return findings;
};

/** The hosts that the vendors' regulations publish: a test may quote them. */
export const publishedHosts = (files: readonly TreeFile[]): ReadonlySet<string> => {
  const regulations = files.filter(({ path }) => REGULATION.test(path)).map(({ text }) => text);
  return new Set(
    regulations.flatMap((text) =>
      [ADDRESS, MAIL].flatMap((pattern) => [...text.matchAll(pattern)].map(hostOf)),
    ),
  );
};

const hostOf = ([, host = '']: RegExpMatchArray): string => host.replace(/^.*@/, '').toLowerCase();

const judge = (
  file: TreeFile,
  text: string,
  offset: number,
  published: ReadonlySet<string>,
): readonly Finding[] => {
  const quotable = isTest(file.path) ? published : NONE;
  const find = (pattern: RegExp, code: 'foreign-host' | 'foreign-mail-address'): readonly Finding[] =>
    [...text.matchAll(pattern)]
      .filter((found) => !isNobody(hostOf(found)) && !quotable.has(hostOf(found)))
      .map((found) => ({
        code,
        file: file.path,
        line: lineAt(file.text, offset === 0 ? found.index : offset),
        message: `${found[0]}: use a name that ends in .example.`,
      }));
  return [...find(ADDRESS, 'foreign-host'), ...find(MAIL, 'foreign-mail-address')];
};

const NONE: ReadonlySet<string> = new Set();

const isNobody = (host: string): boolean => host === '' || NOBODY.test(host) || NAMESPACES.has(host);
