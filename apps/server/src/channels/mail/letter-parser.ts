import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeFrame, frameReader, type LetterFrame } from './letter-frame.ts';
import {
  LETTER_LIMIT_BYTES,
  type parseLetter,
  type ParsedAttachment,
  type ParsedLetter,
  type ParseLetterOptions,
  type ParseLetterResult,
} from './parse-letter.ts';

/** What one letter may cost. */
export interface LetterParserLimits {
  /** Wall time from the moment the process holds the whole letter. */
  readonly milliseconds: number;
  /** Resident memory of the process. */
  readonly bytes: number;
}

const LIMITS: LetterParserLimits = { milliseconds: 2_000, bytes: 256 * 1024 * 1024 };
const START_LIMIT_MS = 20_000;
const WATCH_INTERVAL_MS = 25;
const IDLE_LIMIT_MS = 60_000;
const HEAP_LIMIT_MIB = 128;

const folder = dirname(fileURLToPath(import.meta.url));
const extension = extname(fileURLToPath(import.meta.url));
// From sources the process needs the same loader as we do; built, it is plain JavaScript beside us.
const LOADER = extension === '.ts' ? ['--conditions', '@reglament/source', '--import', 'tsx'] : [];

const startProcess = (): ChildProcessWithoutNullStreams =>
  spawn(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_LIMIT_MIB}`,
      '--max-semi-space-size=8',
      ...LOADER,
      join(folder, `letter-parser-process${extension}`),
    ],
    // A letter's reader needs no password of ours.
    {
      cwd: folder,
      env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'] },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );

/** Resident memory in bytes; 0 where the system does not say, then only the heap limit holds. */
const residentBytes = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
};

type Answer =
  | Extract<ParseLetterResult, { readonly ok: false }>
  | { readonly ok: true; readonly letter: ParsedLetter };

const toResult = ({ head, bodies }: LetterFrame): ParseLetterResult => {
  const answer = head as Answer;
  if (!answer.ok) return answer;
  const attachments = answer.letter.attachments.map((attachment, index): ParsedAttachment => ({
    ...attachment,
    content: bodies[index] ?? new Uint8Array(),
  }));
  return { ok: true, letter: { ...answer.letter, attachments } };
};

/** A process and what it says next. */
interface Reader {
  readonly process: ChildProcessWithoutNullStreams;
  readonly ready: Promise<boolean>;
  onFrame: (frame: LetterFrame) => void;
  onEnd: (reason: 'memory' | 'crashed') => void;
  ended: boolean;
}

const makeReader = (): Reader => {
  const child = startProcess();
  let settleReady: (ready: boolean) => void = () => undefined;
  const ready = new Promise<boolean>((resolve) => (settleReady = resolve));
  const reader: Reader = {
    process: child,
    ready,
    onFrame: () => undefined,
    onEnd: () => undefined,
    ended: false,
  };
  const end = (signal: NodeJS.Signals | null, code: number | null): void => {
    if (reader.ended) return;
    reader.ended = true;
    settleReady(false);
    // V8 aborts when its heap limit is reached.
    reader.onEnd(signal === 'SIGABRT' || code === 134 ? 'memory' : 'crashed');
  };
  child.stdout.on(
    'data',
    frameReader((frame) => (frame.head === 'ready' ? settleReady(true) : reader.onFrame(frame))),
  );
  child.stderr.resume();
  child.stdin.on('error', () => undefined);
  child.on('error', () => end(null, null));
  child.on('exit', (code, signal) => end(signal, code));
  const timer = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
  void ready.then(() => clearTimeout(timer));
  return reader;
};

const askReader = (
  reader: Reader,
  letter: { readonly raw: Uint8Array; readonly options: ParseLetterOptions },
  limits: LetterParserLimits,
): Promise<ParseLetterResult> =>
  new Promise((resolve) => {
    let time: NodeJS.Timeout | undefined;
    const settle = (result: ParseLetterResult): void => {
      clearTimeout(time);
      clearInterval(memory);
      reader.onEnd = () => undefined;
      reader.onFrame = () => undefined;
      resolve(result);
    };
    const kill = (reason: string): void => {
      reader.ended = true;
      reader.process.kill('SIGKILL');
      settle({ ok: false, reason });
    };
    const memory = setInterval(() => {
      void residentBytes(reader.process.pid ?? 0).then((bytes) => {
        if (bytes > limits.bytes && !reader.ended) kill('memory');
      });
    }, WATCH_INTERVAL_MS);
    reader.onEnd = (reason) => settle({ ok: false, reason });
    reader.onFrame = (frame) => {
      if (frame.head === 'received') time = setTimeout(() => kill('timeout'), limits.milliseconds);
      else settle(toResult(frame));
    };
    for (const piece of encodeFrame({ head: letter.options, bodies: [letter.raw] }))
      reader.process.stdin.write(piece);
  });

/** The parser with limits as an argument, so that a test need not wait. */
export const startLimitedLetterParser = (
  limits: LetterParserLimits,
): { readonly parse: typeof parseLetter; readonly stop: () => Promise<void> } => {
  let reader: Reader | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const end = (): void => {
    reader?.process.kill('SIGKILL');
    reader = null;
  };
  const parseNow = async (raw: Uint8Array, options: ParseLetterOptions): Promise<ParseLetterResult> => {
    if (raw.byteLength > LETTER_LIMIT_BYTES) return { ok: false, reason: 'too-large' };
    clearTimeout(idle);
    if (reader === null || reader.ended) reader = makeReader();
    if (!(await reader.ready)) return { ok: false, reason: 'crashed' };
    const result = await askReader(reader, { raw, options }, limits);
    idle = setTimeout(end, IDLE_LIMIT_MS).unref();
    return result;
  };
  return {
    // One letter at a time: the limits are a letter's, not a crowd's.
    parse: (raw, options) => {
      const result = last.then(() => parseNow(raw, options));
      last = result.catch(() => undefined);
      return result;
    },
    stop: async () => {
      await last;
      clearTimeout(idle);
      end();
    },
  };
};

/**
 * parseLetter in a process of its own that is killed when a letter takes more than 2 s or 256 MiB; the
 * answer is then `timeout` or `memory` (`crashed` when the process died otherwise), and the next letter
 * gets a new process. Letters are read one after another. The process ends when unused for a minute.
 */
export const startLetterParser = (): {
  readonly parse: typeof parseLetter;
  readonly stop: () => Promise<void>;
} => startLimitedLetterParser(LIMITS);
