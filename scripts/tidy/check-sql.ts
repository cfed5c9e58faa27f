import type { Finding } from './finding.ts';
import { textOf, walk, type SyntaxNode } from './syntax.ts';
import { isTest, lineAt, type TreeFile } from './tree-file.ts';

const SQL =
  /^\s*(select\s[^]*?\sfrom\s|select\s+[\w.]+\(|insert\s+into\s|update\s+[\w."]+\s+set\s|delete\s+from\s|with\s+(recursive\s+)?\w+\s+as\s*(not\s+)?(materialized\s*)?\()/;
const UPPER_CASE_SQL =
  /^\s*(SELECT\s|INSERT\s+INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|WITH\s+\w+\s+AS\s*\()/;

const HOLDS_SQL = [
  'apps/server/src/store/',
  // The supervisor asks the server about itself.
  'apps/server/src/postgres/',
  // The sign-in library's own tables, which nothing else reads.
  'apps/server/src/identity/',
  'apps/server/src/testing/',
  'bench/',
  'scripts/',
];

/** SQL lives in the server's store. Tests of the server may look into the tables. */
export const checkSql = (file: TreeFile, program: SyntaxNode): readonly Finding[] => {
  if (HOLDS_SQL.some((folder) => file.path.startsWith(folder))) return [];
  if (file.path.startsWith('apps/server/') && isTest(file.path)) return [];
  const findings: Finding[] = [];
  walk(program, (node) => {
    const text = textOf(node);
    if (text === null || !(SQL.test(text) || UPPER_CASE_SQL.test(text))) return;
    const message = `SQL outside of apps/server/src/store: ${text.trim().slice(0, 40)}`;
    findings.push({
      code: 'sql-outside-store',
      file: file.path,
      line: lineAt(file.text, node.start),
      message,
    });
  });
  return findings;
};
