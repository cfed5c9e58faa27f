import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkRegulation } from '@reglament/desk';
import type { LocalDate } from '@reglament/working-time';
import { afterAll, describe, expect, test } from 'vitest';
import { loadCalendars, ownRegulations } from '../load-regulation.ts';

const bin = fileURLToPath(new URL('../../bin/reglament.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'reglament-init-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The command as a person starts it. */
const run = async (args: readonly string[], input = '') => {
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

const written = (name: string): string => readFileSync(join(folder, name), 'utf8');
const commentsIn = (text: string): number =>
  text.split('\n').filter((line) => /(?:^|\s)#/u.test(line)).length;

const calendars = loadCalendars(ownRegulations);

const DAY = new Date().toISOString().slice(0, 10);
const acceptedIn = (text: string) =>
  checkRegulation(text, calendars, DAY as LocalDate).findings.flatMap(({ accepted }) => accepted ?? []);

/** What the check says of a text, notes apart. */
const findingsIn = (text: string): readonly string[] =>
  checkRegulation(text, calendars, '2026-11-20' as LocalDate)
    .findings.filter(({ level }) => level !== 'note')
    .map(({ level, code, path }) => `${level} ${code} ${path}`);

describe('from another regulation', () => {
  const shipped = readdirSync(ownRegulations).filter((name) => name.endsWith('.yaml'));

  test.each(shipped)('%s: rules and comments stay; id, names, addresses, clauses are new', async (source) => {
    const old = readFileSync(join(ownRegulations, source), 'utf8');
    const from = source.replace('.yaml', '');
    const out = `from-${source}`;
    const ran = await run(['init', '--from', from, '--id', 'zenit', '--name', 'Зенит', '--out', out]);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    const text = written(out);
    expect(text).toMatch(/^id: zenit$/mu);
    expect(commentsIn(text)).toBe(commentsIn(old) - (/^accepted: #/mu.test(old) ? 1 : 0));
    const own = (whole: string) => whole.replace(/^accepted:(?:.|\n)*?\n(?=examples:)/mu, '').split('\n');
    expect(own(text).length).toBe(own(old).length);
    expect((text.match(/reglament init/gu) ?? []).length).toBe(
      (old.match(/^ {2}- finding: /gmu) ?? []).length,
    );
    const because = acceptedIn(text).map((one) => [one.because, one.by, one.on]);
    expect(because).toEqual(
      acceptedIn(old).map(() => [`перешло из регламента ${from}, решите сами`, 'reglament init', DAY]),
    );
    const mails = [...text.matchAll(/[\w.-]+@(?<host>[\w.-]+)/gu)].map(({ groups }) => groups?.['host']);
    expect(new Set(mails.filter((host) => host !== 'zenit.example'))).toEqual(new Set());
    const clauses = [...text.matchAll(/clause: (?<clause>[\w.-]+)/gu)].map(
      ({ groups }) => groups?.['clause'] ?? '',
    );
    expect(clauses.filter((clause) => !clause.startsWith('ZENIT-'))).toEqual([]);
    const product = /^products: \[(?<names>.*)\]/mu.exec(old)?.groups?.['names']?.split(', ') ?? [];
    expect(
      product.filter((name) => new RegExp(`(?<![\\p{L}-])${name}(?![\\p{L}-])`, 'u').test(text)),
    ).toEqual([]);
    expect(text).toContain('product: {ru: Программы Зенит, en: Зенит software}');
    expect(text).not.toMatch(/example\/\//u);
    expect(text).toContain('docs/language/tutorial.ru.md');
    expect(findingsIn(text)).toEqual(findingsIn(old));
  });

  test('what is not said, or not known, is asked for, and nothing is written', async () => {
    expect((await run(['init', '--from', 'flat'])).stderr).toContain('--id');
    expect(await run(['init', '--from', 'gold', '--id', 'gold'])).toMatchObject({ code: 2, stdout: '' });
    expect(await run(['init', '--from', 'flat', '--id', 'gold', '--name', 'a: b'])).toMatchObject({
      code: 2,
    });
    expect(existsSync(join(folder, 'gold.yaml'))).toBe(false);
  });

  test('a file that is there already is left alone', async () => {
    writeFileSync(join(folder, 'mine.yaml'), 'mine');
    const ran = await run(['init', '--from', 'flat', '--id', 'mine', '--lang', 'en']);
    expect(ran).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('mine.yaml exists already') as string,
    });
    expect(written('mine.yaml')).toBe('mine');
  });
});

describe('from answers', () => {
  const answers = (name: string, value: unknown): string => {
    writeFileSync(join(folder, name), JSON.stringify(value));
    return name;
  };

  test('a whole file of them', async () => {
    const file = answers('whole.json', {
      id: 'whole',
      name: 'Весна: софт',
      product: 'Учёт "под ключ"',
      zone: 'Asia/Yekaterinburg',
      hours: 'mon-fri 09:00-13:00 14:00-18:00, sat 10:00-14:00',
      calendar: 'ru',
      packages: 'base=Базовый, plus=Плюс',
      priorities: 'p1=Авария, p2=Сбой, p3=Вопрос',
      channels: 'email, portal, phone',
      closing: '14 calendar days',
      'round-the-clock.plus': 'p1, p2',
      'reaction.base.p1': '4 working hours',
      'reaction.plus.p1': '1 hour',
      'reaction.plus.p3': '2 working days, same time',
    });
    const ran = await run(['init', '--answers', file]);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    expect(findingsIn(written('whole.yaml'))).toEqual([]);
    const text = written('whole.yaml');
    expect(text).toContain('name: {ru: "Поддержка Весна: софт", en: "Vesna: soft support"}');
    expect(text).toContain('hours: {p1: always, p2: always, else: office}');
    expect(text).toContain('week: {mon-fri: [09:00-13:00, 14:00-18:00], sat: 10:00-14:00}');
    expect(text).toContain('{packages: plus, priorities: p1, within: "1 hour"');
    expect(text).toContain('{packages: any, priorities: p2, within: "8 working hours"');
    expect(commentsIn(text)).toBeGreaterThan(10);
    expect(text.split('\n').length).toBeLessThan(130);
  });

  test('three of them are enough; without priorities and always open too', async () => {
    await run(['init', '--answers', answers('least.json', { id: 'least', name: 'Least', product: 'All' })]);
    expect(findingsIn(written('least.yaml'))).toEqual([]);
    const open = { id: 'open', name: 'Open', product: 'All', priorities: '-', 'round-the-clock.base': 'any' };
    expect((await run(['init', '--answers', answers('open.json', open), '--lang', 'en'])).code).toBe(0);
    expect(findingsIn(written('open.yaml'))).toEqual([]);
    expect(written('open.yaml')).toContain('priority-rules: none');
  });

  test('one that is wrong is named, and nothing is written', async () => {
    const file = answers('wrong.json', { id: 'wrong', name: 'Wrong', product: 'All', hours: '9-18' });
    const ran = await run(['init', '--answers', file, '--lang', 'en']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('hours: write like this');
    const numbers = answers('numbers.json', { id: 'wrong', hours: 8 });
    expect((await run(['init', '--answers', numbers])).stderr).toContain('numbers.json: ');
    expect(existsSync(join(folder, 'wrong.yaml'))).toBe(false);
  });

  test('of a person: presets by an empty line, a wrong answer is asked for again', async () => {
    const said = [
      'talk',
      'Talk',
      'CAD',
      '',
      'nine to five',
      'mon-fri 10:00-19:00',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ];
    const ran = await run(['init', '--lang', 'en'], `${said.join('\n')}\n`);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain('write like this: mon-fri 09:00-13:00');
    expect(ran.stderr.split('Working hours').length - 1).toBe(2);
    expect(findingsIn(written('talk.yaml'))).toEqual([]);
    expect(written('talk.yaml')).toContain('week: {mon-fri: 10:00-19:00}');
  });

  test('an id that is none is no preset, and three blank answers end it', async () => {
    const ran = await run(['init', '--id', 'Zorka!', '--lang', 'en'], '\n\n\n\n\n');
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('--id Zorka!: small latin letters');
    expect(ran.stderr).not.toContain('[Zorka!]');
    expect(ran.stderr).toContain('nothing was written');
    expect(ran.stderr.split('Short name of the desk').length - 1).toBe(3);
  });

  test('of a person who leaves: nothing is written', async () => {
    const ran = await run(['init'], 'gone\nGone\n');
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('ответы кончились');
    expect(existsSync(join(folder, 'gone.yaml'))).toBe(false);
  });
});

test('schema: the one that lies beside the regulations', async () => {
  const ran = await run(['schema']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toBe(readFileSync(join(ownRegulations, 'regulation.schema.json'), 'utf8'));
});
