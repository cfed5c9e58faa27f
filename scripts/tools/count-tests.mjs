// @ts-check
// What a vitest run proved: its JSON report against the test files that are in the tree.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

const NOT_OURS = new Set(['node_modules', 'dist', '.git', 'fixtures', 'data', 'coverage', '.cache']);
const TEST_FILE = /\.(test\.tsx?|scenario\.ts)$/;
const NIGHTLY_FILE = /\.nightly\.test\.tsx?$/;

/**
 * Everything that is not a pass counts as failed: a file that doesn't load, a skipped or unfinished test, a test file
 * that no vitest project picked up, an error outside of any test, and a run of nothing at all.
 *
 * @param {{ root: string, reportFile: string, exitCode: number, args: readonly string[], nightly: boolean }} run
 * @returns {{ passed: number, failed: number, reasons: readonly string[] }}
 */
export function countTests({ root, reportFile, exitCode, args, nightly }) {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, reasons: ['vitest left no report'] };
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  /** @type {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }[]} */
  const files = report.testResults;
  /** @type {string[]} */
  const reasons = [];
  let passed = 0;

  // A name filter makes vitest report every other test as skipped: then that is what was asked for.
  const narrowed = args.some((arg) => /^(-t|--testNamePattern)(=|$)/.test(arg));
  for (const file of files) {
    const broken = file.assertionResults.filter(({ status }) => status !== 'passed');
    passed += file.assertionResults.length - broken.length;
    for (const { status, fullName } of broken) {
      if (status === 'failed') reasons.push(fullName);
      else if (!narrowed) reasons.push(`${fullName} (${status})`);
    }
    if (file.status === 'failed' && !broken.some(({ status }) => status === 'failed')) {
      reasons.push(`${file.name} did not load`);
    }
  }

  if (args.length === 0) {
    const run = new Set(files.map(({ name }) => realpathSync(name)));
    const expected = testFiles(root).filter((file) => NIGHTLY_FILE.test(file) === nightly);
    for (const file of expected) if (!run.has(realpathSync(file))) reasons.push(`${file} was not run`);
  }
  if (passed === 0 && reasons.length === 0) reasons.push('no test ran');
  if (exitCode !== 0 && reasons.length === 0) reasons.push('vitest reported an error outside of the tests');
  return { passed, failed: reasons.length, reasons };
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : testFiles(path);
    return TEST_FILE.test(entry.name) ? [path] : [];
  });
}
