import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const bin = fileURLToPath(new URL('../bin/reglament.mjs', import.meta.url));
const shipped = fileURLToPath(new URL('../../../regulations/centaur.yaml', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'reglament-diff-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'diff', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const other = join(folder, 'other.yaml');
writeFileSync(
  other,
  readFileSync(shipped, 'utf8').replace(
    'packages: extended, priorities: critical, within: 1 working hour',
    'packages: extended, priorities: critical, within: 2 working hours',
  ),
);
const wrong = join(folder, 'wrong.yaml');
writeFileSync(wrong, 'reglament: 1\n');

describe('reglament diff', () => {
  test('says what changed, in Russian, under its head, with the clause', () => {
    expect(run(shipped, other)).toMatchObject({
      status: 1,
      stderr: '',
      stdout: expect.stringContaining(
        'Сроки\n  Расширенный: Реакция, Критический: 1 рабочий час → 2 рабочих часа (CN-TIME)\n',
      ),
    });
  });

  test('in English, and for programs', () => {
    expect(run(shipped, other, '--lang', 'en').stdout).toContain(
      'Extended: Reaction, Critical: 1 working hour → 2 working hours (CN-TIME)',
    );
    expect(JSON.parse(run(shipped, other, '--json').stdout)).toMatchObject({
      differences: [{ kind: 'promise', path: '/clocks/reaction/targets', clause: 'CN-TIME' }],
    });
  });

  test('the same file: nothing, and 0', () => {
    expect(run(shipped, shipped)).toEqual({ status: 0, stderr: '', stdout: 'Отличий нет.\n' });
  });

  test.each([
    ['one file', [shipped]],
    ['three files', [shipped, other, other]],
    ['a file that is not there', [shipped, 'nowhere.yaml']],
    ['a file with errors', [shipped, wrong]],
  ])('%s: said what to do, and 2', (_, files) => {
    const { status, stdout, stderr } = run(...files);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/назовите два файла|не читается|reglament check/u);
  });
});
