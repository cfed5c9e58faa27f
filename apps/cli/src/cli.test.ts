import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const bin = fileURLToPath(new URL('../bin/reglament.mjs', import.meta.url));
const regulations = fileURLToPath(new URL('../../../regulations', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'reglament-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as a person starts it, in a folder that is not the project's. */
const run = async (args: readonly string[], input = ''): Promise<Ran> => {
  const child = spawn(process.execPath, [bin, ...args], { cwd: folder });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { code, stdout, stderr };
};

interface Printed {
  readonly clocks: readonly {
    clock: string;
    startsAt: string | null;
    dueAt: string | null;
    trace: unknown;
  }[];
}

const explain = async (line: string): Promise<Printed> => {
  const { code, stdout, stderr } = await run(['explain', ...line.split(' '), '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Printed;
};

const times = ({ clocks }: Printed) => clocks.map(({ clock, startsAt, dueAt }) => [clock, startsAt, dueAt]);

describe('explain', () => {
  test('FL-K2: 24x7, priority 3, on a Friday evening', async () => {
    const printed = await explain(
      '--regulation flat --package 24x7 --priority 3 --at 2026-11-20T17:30+03:00',
    );
    expect(times(printed)).toEqual([['reaction', '2026-11-20T17:30:00+03:00', '2026-11-23T16:30:00+03:00']]);
    expect(printed.clocks[0]?.trace).toMatchObject({
      clause: 'FL-P',
      edition: '1.4',
      schedule: 'office',
      counted: [
        { date: '2026-11-20', minutes: 30 },
        { date: '2026-11-23', minutes: 450 },
      ],
    });
  });

  test('a start outside working hours is the next opening; the stored one stands in the trace', async () => {
    const printed = await explain('--regulation shtrih-m --package free --at 2025-02-07T20:00:00+03:00');
    expect(times(printed)).toEqual([['review', '2025-02-10T10:00:00+03:00', '2025-02-12T16:00:00+03:00']]);
    expect(printed.clocks[0]?.trace).toMatchObject({ startedAt: '2025-02-07T20:00:00+03:00' });
  });

  test('plain hours start at the registration itself (R17), in Z as well', async () => {
    const printed = await explain('--regulation alteroffice --package basic --at 2025-02-08T04:00:00.000Z');
    expect(times(printed)).toEqual([['reaction', '2025-02-08T07:00:00+03:00', '2025-02-10T08:00:00+03:00']]);
  });

  test('a priority goes by its name and aliases too', async () => {
    const named = await explain('--regulation flat --package 8x5 --priority П1 --at 2026-11-20T17:30+03:00');
    const byId = await explain('--regulation flat --package 8x5 --priority 1 --at 2026-11-20T17:30+03:00');
    expect(times(named)).toEqual(times(byId));
  });

  test('where nothing is promised it is said', async () => {
    const line = '--regulation flat --package 8x5 --priority 4 --at 2026-11-20T17:30+03:00';
    const ran = await run(['explain', ...line.split(' ')]);
    expect(ran.stdout).toContain('Обратный звонок\n  Срок не обещан: так сказано в регламенте.\n');
    const en = await run(['explain', ...line.split(' '), '--lang', 'en']);
    expect(en.stdout).toContain('Callback\n  Nothing is promised: the regulation says so.\n');
  });

  test('calendars are those of the folder, then those of the product; one that is in neither is named', async () => {
    const own = mkdtempSync(join(folder, 'own-'));
    const text = readFileSync(join(regulations, 'flat.yaml'), 'utf8');
    writeFileSync(join(own, 'flat.yaml'), text);
    writeFileSync(join(own, 'steppe.yaml'), text.replace('calendar: ru', 'calendar: steppe'));
    const line = '--package 8x5 --priority 1 --at 2026-11-20T17:30+03:00 --lang en';
    const asked = (id: string) =>
      run(['explain', '--regulations', own, '--regulation', id, ...line.split(' ')]);
    expect((await asked('flat')).code).toBe(0);
    const wrong = await asked('steppe');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('"steppe": the regulation has no such production calendar');
    expect(wrong.stderr).toContain(join(own, 'calendars'));
    expect((await run(['check', '--regulations', own, join(own, 'steppe.yaml')])).code).toBe(1);
    mkdirSync(join(own, 'calendars'));
    copyFileSync(join(regulations, 'calendars/ru.json'), join(own, 'calendars/steppe.json'));
    expect((await asked('steppe')).code).toBe(0);
    expect((await run(['check', '--regulations', own, join(own, 'steppe.yaml')])).code).toBe(0);
  });

  test('by the customer’s wall clock, where the regulation counts by it', async () => {
    const own = mkdtempSync(join(folder, 'own-'));
    const text = readFileSync(join(regulations, 'shtrih-m.yaml'), 'utf8');
    writeFileSync(join(own, 'far.yaml'), text.replace('local-time: desk', 'local-time: customer'));
    const line = '--package partner --at 2025-02-04T12:00+03:00 --json --lang en'.split(' ');
    const asked = (...more: readonly string[]) =>
      run(['explain', '--regulations', own, '--regulation', 'far', ...line, ...more]);
    expect(JSON.parse((await asked('--zone', 'Asia/Kamchatka')).stdout)).toMatchObject({
      clocks: [{ dueAt: '2025-02-05T18:00:00+12:00' }],
    });
    expect(JSON.parse((await asked()).stdout)).toMatchObject({
      clocks: [{ dueAt: '2025-02-05T11:00:00+03:00' }],
    });
    expect((await asked('--zone', 'Kamchatka')).stderr).toContain('there is no time zone "Kamchatka"');
    const idle = await run(['explain', '--regulation', 'shtrih-m', ...line, '--zone', 'Asia/Kamchatka']);
    expect([idle.code, JSON.parse(idle.stdout)]).toMatchObject([
      2,
      { error: { code: 'zone-idle', path: '--zone' } },
    ]);
    const batch = await run(
      ['explain', '--batch', '--no-trace', '--regulations', own],
      [
        '{"vendor":"far","package":"partner","registeredAt":"2025-02-04T12:00+03:00","zone":"Europe/Kaliningrad"}',
        '{"vendor":"far","package":"partner","registeredAt":"2025-02-04T12:00+03:00","zone":7}',
      ].join('\n'),
    );
    expect(
      batch.stdout
        .trim()
        .split('\n')
        .map((one) => JSON.parse(one) as unknown),
    ).toMatchObject([
      { clocks: [{ dueAt: '2025-02-04T19:00:00+02:00' }] },
      { error: { code: 'wrong-type', path: 'zone' } },
    ]);
  });

  test('execution waits for the classification', async () => {
    const base = '--regulation optima --package 8x5x4 --priority 2 --at 2025-02-04T09:50+03:00';
    expect(times(await explain(base))).toEqual([
      ['processing', '2025-02-04T09:50:00+03:00', '2025-02-04T10:20:00+03:00'],
      ['execution', null, null],
    ]);
    expect(times(await explain(`${base} --classified-at 2025-02-04T10:00+03:00`))[1]).toEqual([
      'execution',
      '2025-02-04T10:00:00+03:00',
      '2025-02-06T18:00:00+03:00',
    ]);
  });

  test('without a priority: Optima promises processing only, Centaur supposes medium', async () => {
    const optima = await explain(
      '--regulation optima --package 8x5x4 --at 2025-02-04T09:00+03:00 --classified-at 2025-02-04T10:00+03:00',
    );
    expect(times(optima)).toEqual([
      ['processing', '2025-02-04T09:00:00+03:00', '2025-02-04T09:30:00+03:00'],
      ['execution', null, null],
    ]);
    const centaur = await explain('--regulation centaur --package basic --at 2025-02-07T16:00+03:00');
    expect(times(centaur)).toEqual([['reaction', '2025-02-07T16:00:00+03:00', '2025-02-10T16:00:00+03:00']]);
    expect(centaur.clocks[0]?.trace).toMatchObject({ priority: 'medium', prioritySupposed: true });
  });

  test('as a person reads it, Russian by default and English on request', async () => {
    const args =
      'explain --regulation centaur --package extended --priority low --at 2025-02-07T16:00+03:00'.split(' ');
    expect((await run(args)).stdout).toContain('Срок: пн 10.02.2025 16:00.');
    expect((await run([...args, '--lang', 'en'])).stdout).toContain('Due: Mon 10 Feb 2025 16:00.');
  });

  test.each([
    ['--package a --at 2025-01-01T00:00Z', 'option-missing', '--regulation'],
    [
      '--regulation gold --package a --at 2025-01-01T00:00Z',
      'unknown-regulation',
      'alteroffice, centaur, flat, optima, shtrih-m',
    ],
    ['--regulation ../flat --package a --at 2025-01-01T00:00Z', 'unknown-regulation', 'flat'],
    [
      '--regulation flat --package gold --at 2025-01-01T00:00Z',
      'unknown-package',
      '8x5, 24x7, 24x7-plus, 24x7-onsite, partner-8x5',
    ],
    ['--regulation flat --package 8x5 --priority 5 --at 2025-01-01T00:00Z', 'unknown-priority', '1, 2, 3, 4'],
    ['--regulation flat --package 8x5 --at 2025-01-01T00:00Z', 'priority-required', '1, 2, 3, 4'],
    [
      '--regulation centaur --package basic --type wish --at 2025-01-01T00:00Z',
      'unknown-type',
      'incident, consultation',
    ],
    ['--regulation flat --package 8x5 --priority 1 --at 2025-01-01T00:00', 'no-offset', '+03:00'],
    ['--regulation flat --package 8x5 --priority 1 --at 2024-02-30T00:00Z', 'no-such-time', '2024-02-30'],
    ['--regulation flat --package 8x5 --priority 1 --at tomorrow', 'not-a-time', 'tomorrow'],
    [
      '--regulation optima --package 8x5x4 --at 2025-01-02T00:00Z --classified-at 2025-01-01T00:00Z',
      'classified-before-registered',
      '',
    ],
  ])('%s is refused: %s', async (line, code, named) => {
    const ran = await run(['explain', ...line.split(' '), '--json']);
    expect(ran.code).toBe(2);
    const { error } = JSON.parse(ran.stdout) as { error: { code: string; hint: string } };
    expect(error.code).toBe(code);
    expect(error.hint).toContain(named);
    expect(ran.stderr).toContain(error.hint);
  });
});

describe('explain --batch', () => {
  const batch = async (lines: readonly string[], ...options: readonly string[]) => {
    const ran = await run(['explain', '--batch', ...options], lines.join('\n'));
    return {
      ...ran,
      answers: ran.stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    };
  };

  test('answers line by line in order, bad lines among them', async () => {
    const good = {
      vendor: 'flat',
      package: '8x5',
      priority: 1,
      registeredAt: '2025-02-07T17:00+03:00',
      note: 'Ж',
    };
    const { code, answers, stderr } = await batch(
      [
        JSON.stringify(good),
        'nonsense',
        '',
        '[1]',
        JSON.stringify({ ...good, vendor: 'gold' }),
        JSON.stringify({ ...good, priority: true }),
        JSON.stringify({ ...good, priority: '7' }),
        JSON.stringify({ ...good, registeredAt: '2025-02-30T17:00+03:00' }),
        JSON.stringify({ ...good, registeredAt: 5 }),
        JSON.stringify({ vendor: 'flat' }),
        JSON.stringify({ ...good, priority: '1', classifiedAt: null }),
      ],
      '--no-trace',
    );
    const times = { startsAt: '2025-02-07T17:00:00+03:00', dueAt: '2025-02-10T10:00:00+03:00' };
    // A critical ticket is promised a call back as well.
    const clocks = [
      { clock: 'reaction', ...times },
      { clock: 'callback', ...times },
    ];
    expect(answers[0]).toEqual({ ...good, clocks });
    expect(answers.slice(1, 9)).toMatchObject([
      { line: 2, error: { code: 'malformed-json' } },
      { line: 4, error: { code: 'malformed-json' } },
      { vendor: 'gold', error: { code: 'unknown-regulation', path: 'vendor' } },
      { priority: true, error: { code: 'wrong-type', path: 'priority' } },
      { priority: '7', error: { code: 'unknown-priority', path: 'priority' } },
      { error: { code: 'no-such-time', path: 'registeredAt' } },
      { error: { code: 'not-a-time', path: 'registeredAt' } },
      { error: { code: 'wrong-type', path: 'package' } },
    ]);
    expect(answers[9]).toEqual({ ...good, priority: '1', classifiedAt: null, clocks });
    expect({ code, wrong: stderr.includes('8') }).toEqual({ code: 0, wrong: true });
  });

  test('a line without end does not stop the others', async () => {
    const good = JSON.stringify({
      vendor: 'shtrih-m',
      package: 'paid',
      registeredAt: '2025-02-07T18:00+03:00',
    });
    const { answers } = await batch(['x'.repeat(3_000_000), good]);
    expect(answers).toMatchObject([
      { line: 1, error: { code: 'malformed-json' } },
      { clocks: [{ clock: 'review', dueAt: '2025-02-11T16:00:00+03:00', trace: { clause: 'SH-P-TIME' } }] },
    ]);
  });
});

describe('check', () => {
  const written = (name: string, change: (text: string) => string): string => {
    const path = join(folder, name);
    writeFileSync(path, change(readFileSync(join(regulations, 'centaur.yaml'), 'utf8')));
    return path;
  };

  test('a sound file', async () => {
    const ran = await run(['check', join(regulations, 'centaur.yaml')]);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('a file with errors: 1, and each is a place', async () => {
    const path = written('wrong.yaml', (text) => text.replace('hours: office', 'hours: night'));
    const ran = await run(['check', path]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(
      /wrong\.yaml:\d+:\d+: ошибка unknown-schedule: «night»: такого графика в регламенте нет/,
    );
  });

  test('a golden example that comes out otherwise: 1', async () => {
    const path = written('example.yaml', (text) =>
      text.replace('within: 4 working hours', 'within: 5 working hours'),
    );
    const ran = await run(['check', path, '--json']);
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      files: [{ ok: false, examples: expect.any(Number) as number }],
    });
    const [file] = (JSON.parse(ran.stdout) as { files: { findings: unknown[] }[] }).files;
    expect(file?.findings).toContainEqual(
      expect.objectContaining({ code: 'example-differs', level: 'error' }),
    );
  });

  test('no file, or one that is not there: 2', async () => {
    expect((await run(['check'])).code).toBe(2);
    expect((await run(['check', 'missing.yaml'])).code).toBe(2);
  });
});

test('help goes to standard output; what is not understood is 2', async () => {
  expect(await run(['help'])).toMatchObject({ code: 0, stderr: '' });
  expect((await run(['help', '--lang', 'en'])).stdout).toContain('Exit code');
  expect((await run([])).code).toBe(2);
  expect(await run(['fly'])).toMatchObject({ code: 2, stdout: '' });
  expect(await run(['explain', '--colour', 'red'])).toMatchObject({ code: 2, stdout: '' });
});
