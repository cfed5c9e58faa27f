import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median, type Figure } from '../figure.ts';

const folder = fileURLToPath(new URL('../../regulations/', import.meta.url));
const script = fileURLToPath(new URL('check-once.ts', import.meta.url));
const FLAGS = ['--conditions', '@reglament/source', '--import', 'tsx'];

const CHECK_GOAL_MS = 200;
const COMPILE_GOAL_MS = 20;

interface Once {
  readonly checkMs: number;
  readonly compileMs: number;
  readonly readMs: number;
  readonly findings: number;
}

const once = async (file: string): Promise<Once> => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...FLAGS,
    script,
    file,
    `${folder}calendars`,
  ]);
  return JSON.parse(stdout) as Once;
};

const figureOf = (what: string, perFile: readonly number[], goalMs: number): Figure => {
  const worst = Math.max(...perFile);
  return {
    what,
    measured: `${worst.toFixed(1)} ms`,
    against: '',
    goal: `<= ${goalMs} ms`,
    met: worst <= goalMs,
    numbers: { worstMs: worst, goalMs },
  };
};

/**
 * A whole check and a compilation of each file that comes with the product, cold: every run is a process of its own, the median of
 * a file's runs counts, of the files the slowest.
 */
export const benchRegulation = async ({ runs }: { readonly runs: number }): Promise<readonly Figure[]> => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const checks: number[] = [];
  const compiles: number[] = [];
  const reads: number[] = [];
  for (const file of files) {
    const told: Once[] = [];
    for (let run = 0; run < runs; run += 1) told.push(await once(`${folder}${file}`));
    checks.push(median(told.map(({ checkMs }) => checkMs)));
    compiles.push(median(told.map(({ compileMs }) => compileMs)));
    reads.push(median(told.map(({ readMs }) => readMs)));
  }
  return [
    figureOf('whole check of a regulation, cold, the slowest of the five files', checks, CHECK_GOAL_MS),
    figureOf('compile a regulation’s hours, cold, the slowest of the five', compiles, COMPILE_GOAL_MS),
    figureOf(
      'compile a regulation from its text: rules and hours, warm, the slowest of the five',
      reads,
      COMPILE_GOAL_MS,
    ),
  ];
};
