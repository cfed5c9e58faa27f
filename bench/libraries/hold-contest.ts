import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CASES, questionsOf, type Case } from './cases.ts';

export type Op = 'add' | 'between';
export const OPS: readonly Op[] = ['add', 'between'];
export const PERL = 'perl';

/** What became of a contestant's process. */
export interface Heard {
  readonly lines: readonly string[];
  /** Null: it ended by itself and well. */
  readonly failure: 'hangs' | string | null;
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const loader = import.meta.resolve('tsx');

interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly input: string;
}

const perlQuestions = (hours: Case, op: Op, count: number): readonly (readonly [number, number])[] => {
  const { starts, lengths, ends } = questionsOf(hours, count);
  const second = op === 'add' ? lengths : ends;
  return [...starts].map((start, n) => [start, second[n] ?? 0]);
};

const commandOf = (who: string, hours: Case, op: Op, mode: 'speed' | number, seconds: number): Command => {
  if (who !== PERL) {
    const own = [who, hours.id, op, String(mode), String(seconds)];
    const args = ['--conditions', '@reglament/source', '--import', loader, here('run-contestant.ts'), ...own];
    return { program: process.execPath, args, input: '' };
  }
  const questions = perlQuestions(hours, op, mode === 'speed' ? 1000 : mode);
  return {
    program: 'perl',
    args: [here('business-hours.pl')],
    input: JSON.stringify({ ...hours, op, seconds, questions }),
  };
};

/** Lets somebody answer for so many seconds, in the case's zone, and ends the process that takes twice as long. */
export const hear = async (
  who: string,
  hours: Case,
  op: Op,
  mode: 'speed' | number,
  seconds: number,
): Promise<Heard> => {
  const { program, args, input } = commandOf(who, hours, op, mode, seconds);
  const child = spawn(program, args, { env: { ...process.env, TZ: hours.zone } });
  let [stdout, stderr] = ['', ''];
  let hangs = false;
  const timer = setTimeout(
    () => {
      hangs = true;
      child.kill('SIGKILL');
    },
    (2 * seconds + 10) * 1000,
  );
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A program that isn't there, or ends at once, doesn't read: what it said is the answer.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  clearTimeout(timer);
  const said = /^\w*Error: .*$/mu.exec(stderr)?.[0] ?? stderr.trim().split('\n')[0] ?? '';
  const failure = hangs ? 'hangs' : code === 0 ? null : `fails: ${said.slice(0, 80)}`;
  return { lines: stdout.split('\n').filter(Boolean), failure };
};

/** Median nanoseconds a question on the first case; null where none were measured. */
export const speedOf = async (who: string, op: Op, seconds: number): Promise<number | null> => {
  const { lines, failure } = await hear(who, CASES[0], op, 'speed', seconds);
  const last = lines.at(-1) ?? '';
  const number = Number(who === PERL ? last.replace('speed ', '') : last.split(' ')[0]);
  return failure === null && number > 0 ? number : null;
};
