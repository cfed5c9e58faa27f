import { type Coverage, type CoverageRow, type Standing, waitsFor } from './coverage.ts';
import type { FoundScenario } from './read-scenarios.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** `/a/targets/0`, `/a/targets/1` as `/a/targets/0-1`. */
export const shortRules = (rules: readonly string[]): readonly string[] => {
  const short: { stem: string; from: number; to: number }[] = [];
  for (const rule of new Set(rules)) {
    const [, stem = rule, index = ''] = /^(.*\/)([0-9]+)$/.exec(rule) ?? [];
    const at = index === '' ? Number.NaN : Number(index);
    const last = short.at(-1);
    if (last !== undefined && last.stem === stem && last.to + 1 === at) last.to = at;
    else short.push({ stem, from: at, to: at });
  }
  return short.map(({ stem, from, to }) => {
    if (Number.isNaN(from)) return stem;
    return from === to ? `${stem}${from}` : `${stem}${from}-${to}`;
  });
};

const link = ({ file, title }: FoundScenario): string => `[${title}](../${file})`;

const shown = (row: CoverageRow): string =>
  [...row.scenarios.map(link), ...(row.open === null ? [] : [`**${waitsFor(row)}**`])].join('<br>');

const line = (row: CoverageRow): string => {
  const rules = shortRules(row.rules).map((rule) => `\`${rule}\``);
  const said = rules.length === 0 ? 'only as text' : rules.join(' ');
  return `| ${row.clause} | ${cell(row.says)} | ${cell(said)} | ${cell(shown(row))} |`;
};

const count = (rows: readonly CoverageRow[], standing: Standing): number =>
  rows.filter((row) => row.standing === standing).length;

const totals = (name: string, rows: readonly CoverageRow[]): string =>
  `| ${name} | ${rows.length} | ${count(rows, 'proven')} | ${count(rows, 'partly')} | ${count(rows, 'open')} |`;

/** docs/coverage.md. Holds no line numbers: an edit elsewhere in a file must not make it stale. */
export const coveragePage = ({ rows }: Coverage): string => {
  const desks = [...new Set(rows.map(({ desk }) => desk))];
  const of = (desk: string): readonly CoverageRow[] => rows.filter((row) => row.desk === desk);
  return [
    '# Coverage of the five documents',
    '',
    'Made by `npm run coverage` from the regulation files, the scenarios and `scripts/coverage/open.ts`; a test fails when it is',
    'stale. *Proven*: scenarios drive the real desk through all that the rule asks. *Partly*: scenarios show some of it, what is',
    'missing stands beside them. *Open*: said in the file and checked, the desk does not do it yet. Only *proven* counts as done.',
    '',
    '| desk | clauses | proven | partly | open |',
    '|---|---|---|---|---|',
    ...desks.map((desk) => totals(desk, of(desk))),
    totals('**all**', rows),
    ...desks.flatMap((desk) => [
      '',
      `## ${desk}`,
      '',
      `Said in [regulations/${desk}.yaml](../regulations/${desk}.yaml), at the places of the third column.`,
      '',
      '| clause | the rule | said at | shown by |',
      '|---|---|---|---|',
      ...of(desk).map(line),
    ]),
    '',
  ].join('\n');
};
