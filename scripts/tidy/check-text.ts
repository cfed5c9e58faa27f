import type { Finding } from './finding.ts';
import { lineAt, type TreeFile } from './tree-file.ts';

interface TextRule {
  readonly code: Finding['code'];
  readonly pattern: RegExp;
  readonly message: string;
  readonly kinds: readonly TreeFile['kind'][];
}

const RULES: readonly TextRule[] = [
  {
    code: 'machine-path',
    pattern:
      /(?<![\w.*\]-])(\/(work|root|Users|home\/[a-z][\w-]*)\/[\w.]|\/tmp\/[a-z][\w-]*\/|[A-Z]:\\Users\\)/,
    message: "A path of somebody's machine.",
    kinds: ['source', 'text'],
  },
  {
    code: 'unfinished',
    // Written in two halves, or this file would be the first finding.
    pattern: new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b`),
    message: 'Finish it, or write it into docs/status.md as a known gap.',
    kinds: ['source', 'text'],
  },
  {
    code: 'suppression-without-reason',
    pattern: new RegExp(
      `@ts-(${['ig', 'nore'].join('')}|${['no', 'check'].join('')})|@ts-expect-error\\s*($|\\*/)` +
        `|(oxlint|eslint)-disable(?!.*\\s--\\s+\\S)|oxfmt-ignore\\s*$`,
      'm',
    ),
    message: 'A suppression names its rule and its reason: `oxlint-disable-next-line <rule> -- <reason>`.',
    kinds: ['source'],
  },
];

/** What must not stand in any file, code or prose. */
export const checkText = (file: TreeFile): readonly Finding[] =>
  RULES.filter(({ kinds }) => kinds.includes(file.kind)).flatMap(({ code, pattern, message }) => {
    const flags = pattern.flags.includes('m') ? 'gm' : 'g';
    return [...file.text.matchAll(new RegExp(pattern.source, flags))].map((found) => ({
      code,
      file: file.path,
      line: lineAt(file.text, found.index),
      message: `${message} (${found[0].trim()})`,
    }));
  });
