import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const typeScript = join(root, 'node_modules/typescript/bin/tsc');
const installed = 'node_modules/@reglament/working-time';

/** What a stranger might write first; the answers are known by hand. */
const SCRIPT = `
import { addWorkingDays, addWorkingTime, compileSchedule, formatInstant, instant, isOpen, parseInstant,
  WorkingTimeError } from '@reglament/working-time';
const day = [['09:00', '18:00']];
const office = compileSchedule({
  zone: 'Europe/Moscow',
  week: { 1: day, 2: day, 3: day, 4: day, 5: day },
  exceptions: { '2026-11-04': [] },
});
const start = parseInstant('2026-11-03T16:00:00+03:00');
let refusal = null;
try {
  addWorkingTime(office, start, 1.5);
} catch (error) {
  refusal = [error instanceof WorkingTimeError, error.code, error.path];
}
console.log(JSON.stringify({
  due: formatInstant(addWorkingTime(office, start, 4 * 3_600_000), office.zone),
  days: formatInstant(addWorkingDays(office, start, 1), office.zone),
  open: [isOpen(office, start), isOpen(office, instant(Date.UTC(2026, 10, 4, 9)))],
  refusal,
}));
`;

const TYPED = `
import {
  addWorkingTime, always, compileSchedule, instant, openTable, parseTimeZone, withProductionCalendar,
  type Calendar, type Instant, type OpenTable, type Schedule,
} from '@reglament/working-time';
const zone = parseTimeZone('Europe/Moscow');
if (zone === null) throw new Error('unknown zone');
const calendar: Calendar = compileSchedule({ zone, week: { 1: [['09:00', '18:00']] }, exceptions: {} });
// Constants as they are written first: neither a branded zone nor tuples.
const day = [['09:00', '18:00']];
const hours = { zone: 'Europe/Moscow', week: { 1: day, 2: day } };
export const written: Calendar[] = [compileSchedule(hours), compileSchedule(always(hours.zone)),
  compileSchedule(withProductionCalendar(hours, { id: 'none', years: {} }))];
export const branded: Schedule = withProductionCalendar(always(zone), { id: 'none', years: {} });
// @ts-expect-error a schedule has a zone
compileSchedule({ week: { 1: day } });
// @ts-expect-error there are seven weekdays
compileSchedule({ zone: 'Europe/Moscow', week: { 8: day } });
const due: Instant | null = addWorkingTime(calendar, instant(0), 1, { edge: 'opening' });
export const table: OpenTable = openTable(calendar, instant(0), due ?? instant(1));
// @ts-expect-error a bare number is no instant
addWorkingTime(calendar, 0, 1);
// @ts-expect-error there is no such edge
addWorkingTime(calendar, instant(0), 1, { edge: 'middle' });
`;

describe('what npm pack makes of working-time', () => {
  let folder = '';
  let project = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reglament-pack-'));
    project = join(folder, 'project');
    await mkdir(project);
    await run('npm', ['pack', '--pack-destination', folder], { cwd: join(root, 'packages/working-time') });
    const [tarball = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
    await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
    const offline = ['install', '--offline', '--no-audit', '--no-fund', join(folder, tarball)];
    await run('npm', offline, { cwd: project });
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('runs in a plain JavaScript project', async () => {
    await writeFile(join(project, 'first.js'), SCRIPT);
    const { stdout } = await run(process.execPath, ['first.js'], { cwd: project });
    expect(JSON.parse(stdout)).toEqual({
      due: '2026-11-05T11:00:00+03:00',
      days: '2026-11-05T18:00:00+03:00',
      open: [true, false],
      refusal: [true, 'milliseconds-invalid', 'ms'],
    });
  });

  it('does what its README says', async () => {
    const readme = await readFile(join(project, installed, 'README.md'), 'utf8');
    const [, example = ''] = /```js\n(.*?)```/s.exec(readme) ?? [];
    const promised = [...example.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
    await writeFile(join(project, 'readme.js'), example);
    const { stdout } = await run(process.execPath, ['readme.js'], { cwd: project });
    expect(promised.length).toBeGreaterThan(2);
    expect(stdout.trimEnd().split('\n')).toEqual(promised);
  });

  it.each(['nodenext', 'bundler'])(
    'has types that check its users and the README, module resolution %s',
    async (resolution) => {
      const readme = await readFile(join(project, installed, 'README.md'), 'utf8');
      const [, example = ''] = /```ts\n(.*?)```/s.exec(readme) ?? [];
      expect(example).toContain("from '@reglament/working-time'");
      await writeFile(join(project, 'readme.ts'), example);
      await writeFile(join(project, 'typed.ts'), TYPED);
      const module = resolution === 'nodenext' ? 'nodenext' : 'esnext';
      const settings = [
        '--strict',
        '--outDir',
        `out-${resolution}`,
        '--target',
        'es2022',
        '--lib',
        'es2022',
        '--skipLibCheck',
        'false',
      ];
      const args = [
        typeScript,
        ...settings,
        '--module',
        module,
        '--moduleResolution',
        resolution,
        'typed.ts',
        'readme.ts',
      ];
      await expect(run(process.execPath, args, { cwd: project })).resolves.toMatchObject({ stdout: '' });
      const [, written = '', due = ''] = /^dueText\('(.*)'\); \/\/ '(.*)'$/m.exec(example) ?? [];
      const asking = `import { dueText } from './out-${resolution}/readme.js'; console.log(dueText('${written}'));`;
      const said = await run(process.execPath, ['--input-type=module', '--eval', asking], { cwd: project });
      expect(due).not.toBe('');
      expect(said.stdout.trimEnd()).toBe(due);
    },
  );

  it('brings its README, its code and nothing else', async () => {
    const files = await readdir(join(project, installed), { recursive: true });
    const outside = files.filter((name) => !name.startsWith('dist'));
    expect(outside.toSorted()).toEqual(['README.md', 'package.json']);
    expect(files.filter((name) => /test|\.map$|(?<!\.d)\.ts$/.test(name))).toEqual([]);
    const manifest = JSON.parse(await readFile(join(project, installed, 'package.json'), 'utf8')) as object;
    expect(Object.keys(manifest)).not.toContain('dependencies');
  });
});
