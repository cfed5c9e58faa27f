import type { CST, YAMLError } from 'yaml';
import { UNCLOSED_QUOTE, YAML_SYNTAX } from './check/words/yaml-syntax.ts';
import type { Text } from './regulation.ts';

/** Where quoted texts that are never closed end, with where they begin. */
export type OpenQuotes = ReadonlyMap<number, number>;

/** A quoted text without its closing quote: the lexer ends it where the indentation or the file does. */
export const isOpenQuote = (kind: CST.TokenType | null, lexeme: string): boolean =>
  (kind === 'double-quoted-scalar' || kind === 'single-quoted-scalar') &&
  (lexeme.length === 1 || !lexeme.endsWith(lexeme[0] ?? ''));

interface SyntaxFault {
  readonly offset: number;
  readonly says: Text;
}

/** What the reader of YAML finds wrong: an open quote where it opens, and not that nothing fits after it. */
export const syntaxFaults = (
  errors: readonly YAMLError[],
  openQuotes: OpenQuotes,
): readonly SyntaxFault[] => {
  const firstEnd = Math.min(...openQuotes.keys());
  return errors.flatMap(({ code, pos: [offset], message }): readonly SyntaxFault[] => {
    const start = message.startsWith('Missing closing ') ? openQuotes.get(offset) : undefined;
    if (start !== undefined) return [{ offset: start, says: UNCLOSED_QUOTE }];
    return code === 'BAD_INDENT' && offset >= firstEnd ? [] : [{ offset, says: YAML_SYNTAX[code] }];
  });
};
