import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/reglament.mjs', import.meta.url));
const page = fileURLToPath(new URL('../../../../docs/worktime.md', import.meta.url));

interface Ran {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly stderr: string;
}

/** The command as somebody starts it; `enough` closes its output after so many characters. */
const run = async (input: Iterable<Buffer | string>, enough = Number.POSITIVE_INFINITY): Promise<Ran> => {
  const child = spawn(process.execPath, [bin, 'worktime']);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (stdout.length > enough) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  // It may leave before it has read everything.
  child.stdin.on('error', () => undefined);
  for (const part of input) {
    if (child.stdin.destroyed) break;
    if (!child.stdin.write(part))
      await Promise.race([ended, new Promise((resolve) => child.stdin.once('drain', resolve))]);
  }
  child.stdin.end();
  return { code: await ended, lines: stdout.split('\n').filter(Boolean), stderr };
};

const question = (id: number): string =>
  `{"id":${id},"op":"isOpen","calendar":{"tz":"UTC","week":{"4":[["00:00","24:00"]]}},"args":{"t":0}}`;

test('the examples of its page come out as they stand there', async () => {
  const examples = /```jsonl\n(?<lines>.*?)```/su
    .exec(readFileSync(page, 'utf8'))
    ?.groups?.['lines']?.trim()
    .split('\n');
  const [questions, answers] = [0, 1].map((parity) => examples?.filter((_, index) => index % 2 === parity));
  expect(questions?.length).toBeGreaterThan(8);
  const { code, lines, stderr } = await run([`${questions?.join('\n')}\n`]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(lines).toEqual(answers);
});

test('bad lines are answered, empty ones are not, and the others come out in order', async () => {
  const { code, lines, stderr } = await run([
    `\uFEFF${question(1)}\r\n`,
    '\n \t\r\n',
    'nonsense\n',
    '[]\n',
    Buffer.from([0x7b, 0xff, 0x7d, 0x0a]),
    `${question(2).replace('"UTC"', '"U\u0000TC"')}\n`,
    `${question(3).replace('"t":0', '"t":NaN')}\n`,
    `{"id":4,"op":"isOpen","args":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`,
    `{"id":5,"op":"isOpen","args":${'{"a":'.repeat(100_000)}\n`,
    question(6),
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(lines).toEqual([
    '{"id":1,"result":true}',
    '{"id":null,"error":{"code":"not-json","path":""}}',
    '{"id":null,"error":{"code":"not-an-object","path":""}}',
    '{"id":null,"error":{"code":"invalid-utf8","path":""}}',
    '{"id":null,"error":{"code":"not-json","path":""}}',
    '{"id":null,"error":{"code":"not-json","path":""}}',
    '{"id":4,"error":{"code":"too-deep","path":"args"}}',
    '{"id":null,"error":{"code":"not-json","path":""}}',
    '{"id":6,"result":true}',
  ]);
});

test('a line of 100 MB is one error', async () => {
  const part = Buffer.alloc(1_000_000, 'x');
  const { code, lines } = await run([...Array.from({ length: 100 }, () => part), `\n${question(1)}\n`]);
  expect(code).toBe(0);
  expect(lines).toEqual(['{"id":null,"error":{"code":"line-too-long","path":""}}', '{"id":1,"result":true}']);
});

test('a reader that has seen enough ends it quietly', async () => {
  const many = `${Array.from({ length: 1000 }, (_, id) => question(id)).join('\n')}\n`;
  const { code, stderr } = await run(
    Array.from({ length: 2000 }, () => many),
    100_000,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('no input at all is no answer', async () => {
  expect(await run([])).toEqual({ code: 0, lines: [], stderr: '' });
});
