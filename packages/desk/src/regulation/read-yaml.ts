import {
  Composer,
  CST,
  Lexer,
  LineCounter,
  Parser,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Document,
  type Node,
} from 'yaml';
import type { FindingCode, WordsFor } from './check/words/findings.ts';
import {
  PROBLEM_LIMIT,
  pointer,
  problemAt,
  type Path,
  type Place,
  type PlaceOf,
  type RegulationProblem,
} from './problem.ts';
import { isOpenQuote, syntaxFaults, type OpenQuotes } from './syntax-faults.ts';

/** Longest file read, in bytes of UTF-8: ten times the longest regulation known, and read within 100 ms whatever it holds. */
export const MAX_BYTES = 512 * 1024;
/** Most lines in a file: empty ones take the longest to read. */
export const MAX_LINES = 20_000;
/** Deepest nesting of lists and maps. */
export const MAX_DEPTH = 32;
/** Most words (keys, values, marks, spaces) in a file; the longest regulation known has about 15,000. */
export const MAX_WORDS = 30_000;

// Control characters, noncharacters and lone halves of surrogate pairs: no text for people holds them.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

export interface YamlValue {
  readonly value: unknown;
  /** Line and column (from 1) of the value at a path, or of the nearest thing above it that exists. */
  readonly placeOf: PlaceOf;
}

export type YamlResult =
  | ({ readonly ok: true } & YamlValue)
  | { readonly ok: false; readonly problems: readonly RegulationProblem[] };

const utf8Length = (text: string): number => {
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    // A surrogate pair is four bytes, so each half counts for two.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes;
};

const linesIn = (text: string): number => {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
};

const REFUSED: Readonly<Record<string, 'yaml-alias' | 'yaml-tag' | 'yaml-directive'>> = {
  alias: 'yaml-alias',
  // An anchor is the first half of an alias.
  anchor: 'yaml-alias',
  tag: 'yaml-tag',
  'directive-line': 'yaml-directive',
};

/** Line and column of a place in a text, counted from its first character. */
export const placeAt = (text: string, offset: number): Place => {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
};

type Scanned =
  | { readonly ok: true; readonly tokens: readonly CST.Token[]; readonly openQuotes: OpenQuotes }
  | { readonly ok: false; readonly problem: RegulationProblem };

/**
 * Looks at the words of the file before any value is built, so that a bomb costs nothing: aliases, anchors, tags,
 * directives and nesting are found by the lexer alone.
 */
const scan = (text: string, onNewLine: (offset: number) => void): Scanned => {
  const top = (offset: number) => ({ path: '', ...placeAt(text, offset) });
  const refuse = (problem: RegulationProblem): Scanned => ({ ok: false, problem });
  onNewLine(0);
  const parser = new Parser(onNewLine);
  const tokens: CST.Token[] = [];
  const openQuotes = new Map<number, number>();
  let scalarNext = false;
  let words = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const kind = scalarNext ? 'scalar' : CST.tokenType(lexeme);
    scalarNext = lexeme === CST.SCALAR && !scalarNext;
    words += 1;
    if (words > MAX_WORDS)
      return refuse(
        problemAt(top(parser.offset), 'yaml-too-large', {
          most: String(MAX_WORDS),
          unitRu: 'слов',
          unitEn: 'words',
        }),
      );
    const refused = kind === null ? undefined : REFUSED[kind];
    if (refused !== undefined) return refuse(problemAt(top(parser.offset), refused));
    // The parser's stack holds the document and then one entry for every open list, map and scalar.
    const { offset } = parser;
    if (isOpenQuote(kind, lexeme)) openQuotes.set(offset + lexeme.length, offset);
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > MAX_DEPTH + 2)
      return refuse(problemAt(top(offset), 'yaml-too-deep', { most: String(MAX_DEPTH) }));
  }
  return { ok: true, tokens: [...tokens, ...parser.end()], openQuotes };
};

/** The documents that the tokens make: one at least. */
const compose = (tokens: readonly CST.Token[], length: number): readonly Document.Parsed[] => {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    stringKeys: true,
    // Checked by checkKeys in linear time; the library compares every pair of keys.
    uniqueKeys: false,
    logLevel: 'error',
  });
  return [...composer.compose(tokens, true, length)];
};

interface Found {
  readonly problems: RegulationProblem[];
  readonly place: (offset: number) => Place;
}

const RESERVED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const checkKeys = (node: unknown, path: Path, depth: number, found: Found): void => {
  if (found.problems.length >= PROBLEM_LIMIT) return;
  const report = <C extends FindingCode>(code: C, at: Path, offset: number, ...words: WordsFor<C>): void => {
    found.problems.push(problemAt({ path: pointer(at), ...found.place(offset) }, code, ...words));
  };
  if (depth > MAX_DEPTH && (isMap(node) || isSeq(node))) {
    report('yaml-too-deep', path, (node as Node).range?.[0] ?? 0, { most: String(MAX_DEPTH) });
    return;
  }
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) checkKeys(item, [...path, index], depth + 1, found);
    return;
  }
  // The text itself has none: only an escape brings one in.
  if (isScalar(node) && node.type === 'QUOTE_DOUBLE' && UNPRINTABLE.test(String(node.value)))
    report('invalid-text', path, node.range?.[0] ?? 0);
  if (!isMap(node)) return;
  const seen = new Set<string>();
  for (const pair of node.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const key = String(pair.key.value);
    const offset = pair.key.range?.[0] ?? 0;
    const at = [...path, key];
    if (key === '<<') report('yaml-merge-key', at, offset);
    if (RESERVED_KEYS.has(key)) report('yaml-reserved-key', at, offset, { key });
    if (seen.has(key)) report('yaml-duplicate-key', at, offset, { key });
    seen.add(key);
    checkKeys(pair.value, at, depth + 1, found);
  }
};

const offsetOf = (root: unknown, path: Path, of: 'key' | 'value'): number => {
  let node = root;
  let offset = (root as Node | null)?.range?.[0] ?? 0;
  for (const [index, step] of path.entries()) {
    if (isSeq(node)) {
      node = node.items[Number(step)];
    } else if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else return offset;
    if (node === undefined || node === null) return offset;
    const start = (node as Node).range?.[0];
    if (of === 'key' && index === path.length - 1 && typeof step === 'string') return offset;
    // A scalar is pointed at itself; for a map or list its key says more than its first child.
    if (start !== undefined && isScalar(node) && node.value !== null) offset = start;
    else if (start !== undefined && typeof step === 'number') offset = start;
  }
  return offset;
};

const only = (problem: RegulationProblem): YamlResult => ({ ok: false, problems: [problem] });

const AT_THE_START = { path: '', line: 1, column: 1 };

/**
 * Reads one YAML 1.2 document (core schema) without aliases, anchors, tags, directives, merge keys or repeated keys, at
 * most 512 KiB, 20,000 lines and 32 levels deep. Keys are always strings; `08:30` and `2024-02-30` stay the strings they look like.
 */
export const readYaml = (text: string): YamlResult => {
  if (text.length > MAX_BYTES || utf8Length(text) > MAX_BYTES)
    return only(
      problemAt(AT_THE_START, 'yaml-too-large', { most: String(MAX_BYTES), unitRu: 'байт', unitEn: 'bytes' }),
    );
  if (linesIn(text) > MAX_LINES)
    return only(
      problemAt(AT_THE_START, 'yaml-too-large', {
        most: String(MAX_LINES),
        unitRu: 'строк',
        unitEn: 'lines',
      }),
    );
  const unprintable = UNPRINTABLE.exec(text);
  if (unprintable !== null)
    return only(problemAt({ path: '', ...placeAt(text, unprintable.index) }, 'invalid-text'));
  const lineCounter = new LineCounter();
  const scanned = scan(text, lineCounter.addNewLine);
  if (!scanned.ok) return only(scanned.problem);
  const place = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const [document, second] = compose(scanned.tokens, text.length);
  if (document === undefined) throw new Error('the composer made no document of a text');
  if (second !== undefined)
    return only(problemAt({ path: '', ...place(second.range[0]) }, 'yaml-multiple-documents'));
  const faults = [...document.errors, ...document.warnings];
  const problems: RegulationProblem[] = syntaxFaults(faults, scanned.openQuotes)
    .slice(0, PROBLEM_LIMIT)
    .map(({ offset, says }) => problemAt({ path: '', ...place(offset) }, 'yaml-syntax', says));
  if (problems.length === 0) checkKeys(document.contents, [], 1, { problems, place });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: document.toJS({ maxAliasCount: 0 }) as unknown,
    placeOf: (path, of = 'value') => place(offsetOf(document.contents, path, of)),
  };
};
