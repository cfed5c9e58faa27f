// One contestant answers one case: `run-contestant.ts <contestant> <case> <add|between> <answers|speed> <seconds>`.
// A process of its own, so that the zone is the case's and one that hangs can be ended.
import { writeSync } from 'node:fs';
import { median } from '../figure.ts';
import { CASES, questionsOf, type Questions } from './cases.ts';
import type { Counting } from './contestant.ts';
import { CONTESTANTS } from './contestants.ts';

/** As many as the fastest needs to be surprised by each of them. */
const MOST_QUESTIONS = 2 ** 16;
const ROUND_MS = 40;
const STDOUT = 1;

const [name = '', id = '', op, mode, seconds] = process.argv.slice(2);
const hours = CASES.find((one) => one.id === id);
const entry = CONTESTANTS[name];
if (hours === undefined || entry === undefined) throw new Error(`nobody and nothing: ${name} ${id}`);
const counting = (await entry.load())(hours);
const until = performance.now() + Number(seconds) * 1000;

const addAll = ({ add }: Counting, { starts, lengths }: Questions, from: number, to: number): number => {
  let sum = 0;
  for (let n = from; n < to; n += 1) sum += add(starts[n] as number, lengths[n] as number);
  return sum;
};
const betweenAll = ({ between }: Counting, { starts, ends }: Questions, from: number, to: number): number => {
  let sum = 0;
  for (let n = from; n < to; n += 1) sum += between(starts[n] as number, ends[n] as number);
  return sum;
};
const ask = op === 'add' ? addAll : betweenAll;

/** Written at once, also when the reader is behind: a pipe says EAGAIN then. */
const say = (line: string): void => {
  for (;;) {
    try {
      writeSync(STDOUT, line);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
};

/** Each answer leaves at once: what comes after a question that never ends is lost anyway. */
const tellAnswers = (questions: Questions): void => {
  for (let n = 0; n < questions.starts.length && performance.now() < until; n += 1)
    say(`${ask(counting, questions, n, n + 1)}\n`);
};

/** Milliseconds of processor that this process has had, collecting garbage included: other work beside it costs none. */
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Rounds over more and more questions until one takes long enough to be measured; then the median of such rounds. */
const tellSpeed = (questions: Questions): void => {
  const rounds: number[] = [];
  let size = 1;
  let from = 0;
  let sum = 0;
  while (rounds.length < 3 || performance.now() < until) {
    if (from + size > MOST_QUESTIONS) from = 0;
    const began = spent();
    sum += ask(counting, questions, from, from + size);
    const took = spent() - began;
    from += size;
    if (took < ROUND_MS && size < MOST_QUESTIONS) size *= 2;
    else rounds.push((took * 1e6) / size);
  }
  say(`${median(rounds)} ${sum}\n`);
};

if (mode === 'speed') tellSpeed(questionsOf(hours, MOST_QUESTIONS));
else tellAnswers(questionsOf(hours, Number(mode)));
