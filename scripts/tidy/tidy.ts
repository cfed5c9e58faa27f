import { checkAmbient } from './check-ambient.ts';
import { checkHosts, publishedHosts } from './check-hosts.ts';
import { checkImports } from './check-imports.ts';
import { checkExportedNames, checkPathNames } from './check-names.ts';
import { checkPlan } from './check-plan.ts';
import { checkSizes } from './check-sizes.ts';
import { checkSql } from './check-sql.ts';
import { checkTests } from './check-tests.ts';
import { checkText } from './check-text.ts';
import { checkVendors, vendorsOf } from './check-vendors.ts';
import type { Finding } from './finding.ts';
import { parseSource } from './syntax.ts';
import { treeFiles, type TreeFile } from './tree-file.ts';

/** Everything in the folder that breaks a rule of the house, in the order of files. Empty when it is tidy. */
export const tidy = (root: string): readonly Finding[] => {
  const files = treeFiles(root);
  const known: Known = { published: publishedHosts(files), vendors: vendorsOf(files) };
  return [...checkPlan(files), ...files.flatMap((file) => checkFile(file, known))];
};

/** What the regulation files say that code is held against. */
interface Known {
  readonly published: ReadonlySet<string>;
  readonly vendors: ReturnType<typeof vendorsOf>;
}

const checkFile = (file: TreeFile, { published, vendors }: Known): readonly Finding[] => {
  const anyFile = [...checkPathNames(file), ...checkText(file)];
  if (file.kind === 'text') return [...anyFile, ...checkHosts(file, null, published)];

  const program = parseSource(file);
  if (program === null) {
    const message = 'The parser does not understand this file.';
    return [...anyFile, { code: 'source-does-not-parse', file: file.path, line: 1, message }];
  }
  return [
    ...anyFile,
    ...checkHosts(file, program, published),
    ...checkVendors(file, program, vendors),
    ...[checkImports, checkSizes, checkExportedNames, checkAmbient, checkSql, checkTests].flatMap((check) =>
      check(file, program),
    ),
  ];
};
