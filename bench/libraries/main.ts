// npm run bench:working-time: working time and clocks against every library that installs, equal results first.
//   npm run bench:working-time -- --quick    a shake-out: its figures say nothing
//   npm run bench:working-time -- --write    keeps the tables in docs/figures.md and the package's README
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeSection } from '../../scripts/tools/write-section.mjs';
import { benchClocks } from '../clock/clock-speed.ts';
import { lineOf, rowOf, tableHead, type Figure } from '../figure.ts';
import { CASES } from './cases.ts';
import { compileFigure } from './compile-speed.ts';
import { CONTESTANTS, OURS } from './contestants.ts';
import { hear, OPS, PERL, speedOf, type Op } from './hold-contest.ts';
import { judgeAnswers, type Judged } from './judge-answers.ts';
import { examples, resultsTable, speedTable, type Row } from './tables.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});
const pace = values.quick
  ? { questions: 20, seconds: 1, clocks: { clocks: 20_000, rounds: 2, compared: 500 } }
  : { questions: 300, seconds: 5, clocks: { clocks: 1_000_000, rounds: 9, compared: 20_000 } };

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Processes that answer at the same time; those that are timed stand alone. */
const AT_ONCE = Math.max(1, availableParallelism() - 1);

const versionOf = (library: string | null): string => {
  if (library === null) return '';
  const found = createRequire(import.meta.url)
    .resolve.paths(library)
    ?.map((folder) => join(folder, library, 'package.json'))
    .find((file) => existsSync(file));
  return found === undefined ? '' : (JSON.parse(readFileSync(found, 'utf8')) as { version: string }).version;
};

/** The module's version where this machine has it. */
const perlVersion = (): string | null => {
  const { status, stdout } = spawnSync(
    'perl',
    ['-MBusiness::Hours', '-e', 'print Business::Hours->VERSION'],
    {
      encoding: 'utf8',
    },
  );
  return status === 0 ? stdout : null;
};

const judge = async (who: string): Promise<Row['judged']> => {
  const jobs = CASES.flatMap((hours) => OPS.map((op) => ({ hours, op })));
  const judged: Record<string, Record<Op, Judged>> = {};
  const next = async (): Promise<void> => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      const { hours, op } = job;
      const heard = await hear(who, hours, op, pace.questions, pace.seconds);
      const verdict = judgeAnswers(hours, op, pace.questions, heard);
      judged[hours.id] = { ...(judged[hours.id] ?? { add: verdict, between: verdict }), [op]: verdict };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return judged;
};

const rowAbout = async (who: string, about: Omit<Row, 'speed' | 'judged'>): Promise<Row> => {
  const judged = await judge(who);
  const add = await speedOf(who, 'add', pace.seconds);
  const between = await speedOf(who, 'between', pace.seconds);
  const row = { ...about, speed: { add, between }, judged };
  console.log(JSON.stringify({ bench: about.name, add, between }));
  return row;
};

const goalFigure = (op: Op, ns: number | null, others: readonly Row[], goal: number): Figure => {
  const nearest = Math.min(...others.map(({ speed }) => speed[op] ?? Number.POSITIVE_INFINITY));
  return {
    what: `${op === 'add' ? 'addWorkingTime' : 'workingTimeBetween'}, random instants of five years`,
    measured: `${ns?.toFixed(1)} ns`,
    against: `the fastest of the others: ${Math.round(nearest).toLocaleString('en-US')} ns`,
    goal: `<= ${goal} ns`,
    met: ns !== null && ns <= goal,
    numbers: { ns: ns ?? Number.NaN, nearest },
  };
};

const begunOn = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown processor'}), Node.js ${process.versions.node}, time-zone data ${process.versions.tz}, load average at the start ${(loadavg()[0] ?? 0).toFixed(1)}.`;
const rows: Row[] = [];
for (const [who, { name, library, zones }] of Object.entries(CONTESTANTS))
  rows.push(await rowAbout(who, { name, version: versionOf(library), zones }));
const perl = perlVersion();
if (perl !== null)
  rows.push(await rowAbout(PERL, { name: 'Business::Hours (Perl)', version: perl, zones: "the process's" }));

const [ours] = rows;
if (ours === undefined) throw new Error(`${OURS} is missing`);
const [, ...others] = rows;
const unequal = rows.filter(
  ({ name }) => name.startsWith('Luxon') || name.includes('minutes') || name === ours.name,
);
for (const { name, judged } of unequal)
  for (const [id, verdicts] of Object.entries(judged))
    for (const [op, { wrong, answered, failure }] of Object.entries(verdicts))
      if (wrong > 0 || answered === 0 || failure !== null)
        throw new Error(`${name}, ${id}, ${op}: ${wrong} of ${answered} differ, ${failure}`);

const figures = [
  goalFigure('add', ours.speed.add, others, 25),
  goalFigure('between', ours.speed.between, others, 20),
  compileFigure(),
  ...(await benchClocks(pace.clocks)),
];
for (const figure of figures) console.log(lineOf(figure));
const goals = [...tableHead, ...figures.map(rowOf)].join('\n');
const comparison = [begunOn, speedTable(rows, ours), resultsTable(rows)].join('\n\n');
const missing =
  perl === null ? '\n\nBusiness::Hours is not installed here (Debian: libbusiness-hours-perl).' : '';
console.log([goals, comparison + missing, examples(rows)].join('\n\n'));
if (values.write) {
  writeSection(
    join(root, 'docs/figures.md'),
    'working-time',
    [begunOn, goals, speedTable(rows, ours)].join('\n\n') + missing,
  );
  writeSection(
    join(root, 'docs/figures.md'),
    'working-time-results',
    `${resultsTable(rows)}\n\n${examples(rows)}`,
  );
  writeSection(join(root, 'packages/working-time/README.md'), 'comparison', `${comparison}${missing}`);
}
