import { isNode, nameOf, walk, type SyntaxNode } from './syntax.ts';
import type { Finding } from './finding.ts';
import { lineAt, type TreeFile } from './tree-file.ts';

const KEBAB_CASE = /^\.?[a-z0-9]+([-.][a-z0-9]+)*$/;
// The names that the world expects in capitals.
const CAPITALS = /^[A-Z]+\.md$/;
const EMPTY_WORDS = /(^|[-.])(utils?|helpers?|managers?|common|misc)([-.]|$)/;
const EMPTY_NAMES = /(^|[a-z])(Utils?|Helpers?|Managers?)$|^(utils?|helpers?)$/;

/** File and folder names that are not kebab-case, or that say nothing of what is inside. */
export const checkPathNames = (file: TreeFile): readonly Finding[] =>
  file.path.split('/').flatMap((part): readonly Finding[] => {
    const where = { file: file.path, line: 1 };
    if (!KEBAB_CASE.test(part) && !CAPITALS.test(part)) {
      return [{ ...where, code: 'name-not-kebab-case', message: `${part} is not kebab-case.` }];
    }
    if (!EMPTY_WORDS.test(part)) return [];
    return [{ ...where, code: 'name-forbidden', message: `${part} does not say what is inside.` }];
  });

/** Exported names that say nothing of what they are. */
export const checkExportedNames = (file: TreeFile, program: SyntaxNode): readonly Finding[] => {
  const findings: Finding[] = [];
  walk(program, (node) => {
    if (node.type !== 'ExportNamedDeclaration' || !isNode(node['declaration'])) return;
    for (const name of declaredNames(node['declaration'])) {
      if (!EMPTY_NAMES.test(name)) continue;
      const message = `${name} does not say what it is.`;
      findings.push({
        code: 'name-forbidden',
        file: file.path,
        line: lineAt(file.text, node.start),
        message,
      });
    }
  });
  return findings;
};

const declaredNames = (declaration: SyntaxNode): readonly string[] => {
  const declared = declaration['declarations'];
  const holders = Array.isArray(declared) ? declared.filter(isNode) : [declaration];
  return holders.map((holder) => nameOf(holder['id'])).filter((name) => name !== null);
};
