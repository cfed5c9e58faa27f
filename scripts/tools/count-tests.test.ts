import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countTests } from './count-tests.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reglament-count-'));
  mkdirSync(join(root, 'src'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

interface ReportedFile {
  readonly name: string;
  readonly status: 'passed' | 'failed';
  readonly tests: Readonly<Record<string, string>>;
}

const count = (
  files: readonly ReportedFile[],
  run: { exitCode?: number; args?: readonly string[]; nightly?: boolean } = {},
): ReturnType<typeof countTests> => {
  const reportFile = join(root, 'report.json');
  const testResults = files.map(({ name, status, tests }) => {
    writeFileSync(join(root, name), '');
    const assertionResults = Object.entries(tests).map(([fullName, result]) => ({
      fullName,
      status: result,
    }));
    return { name: join(root, name), status, assertionResults };
  });
  writeFileSync(reportFile, JSON.stringify({ testResults }));
  return countTests({ root, reportFile, exitCode: 0, args: [], nightly: false, ...run });
};

const good: ReportedFile = {
  name: 'src/good.test.ts',
  status: 'passed',
  tests: { one: 'passed', two: 'passed' },
};

test('passed tests are counted', () => {
  expect(count([good])).toEqual({ passed: 2, failed: 0, reasons: [] });
});

test('a failed test fails the run, and its neighbours still count', () => {
  const file: ReportedFile = {
    name: 'src/a.test.ts',
    status: 'failed',
    tests: { one: 'passed', two: 'failed' },
  };
  expect(count([file], { exitCode: 1 })).toEqual({ passed: 1, failed: 1, reasons: ['two'] });
});

test('a file that does not load counts as one failure', () => {
  const file: ReportedFile = { name: 'src/a.test.ts', status: 'failed', tests: {} };
  expect(count([good, file], { exitCode: 1 })).toMatchObject({ passed: 2, failed: 1 });
});

test.each(['skipped', 'pending', 'todo'])('a test that is %s fails the run', (status) => {
  const file: ReportedFile = { name: 'src/a.test.ts', status: 'passed', tests: { one: status } };
  expect(count([good, file])).toEqual({ passed: 2, failed: 1, reasons: [`one (${status})`] });
});

test('tests left out by a name filter are not failures', () => {
  const file: ReportedFile = {
    name: 'src/a.test.ts',
    status: 'passed',
    tests: { one: 'passed', two: 'skipped' },
  };
  expect(count([file], { args: ['-t', 'one'] })).toMatchObject({ passed: 1, failed: 0 });
});

test.each(['forgotten.test.ts', 'forgotten.scenario.ts'])(
  '%s that no project picked up fails a full run, not a filtered one',
  (name) => {
    writeFileSync(join(root, 'src', name), '');
    expect(count([good])).toMatchObject({ passed: 2, failed: 1 });
    expect(count([good], { args: ['src/good'] })).toMatchObject({ passed: 2, failed: 0 });
  },
);

test('nightly files belong to the nightly run only', () => {
  writeFileSync(join(root, 'src', 'long.nightly.test.ts'), '');
  expect(count([good])).toMatchObject({ failed: 0 });
  expect(count([], { nightly: true })).toMatchObject({ failed: 1 });
});

test('a run of nothing, a missing report and an error outside of the tests are failures', () => {
  expect(count([])).toMatchObject({ passed: 0, failed: 1, reasons: ['no test ran'] });
  expect(count([good], { exitCode: 1 })).toMatchObject({ passed: 2, failed: 1 });
  const reportFile = join(root, 'none.json');
  expect(countTests({ root, reportFile, exitCode: 0, args: [], nightly: false })).toMatchObject({
    failed: 1,
  });
});
