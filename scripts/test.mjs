// @ts-check
// npm test: everything in one command, on a fresh clone too. The last line is `tests: N passed, N failed`.
// Needs nothing installed beforehand: installs packages, finds or installs Chromium and Dovecot, builds the web
// application, runs vitest. Arguments go to vitest: `npm test -- packages/desk`, `npm test -- --project e2e`.
// With --nightly (npm run test:nightly) the long tests run, and only they: the files named *.nightly.test.ts.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureModules, runNpm } from './tools/ensure-modules.mjs';
import { ensurePrograms } from './tools/ensure-programs.mjs';
import { countTests } from './tools/count-tests.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

const given = process.argv.slice(2);
const nightly = given.includes('--nightly');
process.exitCode = await main(given.filter((arg) => arg !== '--nightly'));

/** @param {readonly string[]} args */
async function main(args) {
  const started = Date.now();
  try {
    ensureModules(root, say);
    const programs = await ensurePrograms(root, say);
    const broken = buildWeb(args);
    const counts = await runVitest(args, programs);
    const reasons = [...broken, ...counts.reasons];
    for (const reason of reasons) say(`failed: ${reason}`);
    say(`time: ${Math.round((Date.now() - started) / 1000)} s`);
    say(`tests: ${counts.passed} passed, ${reasons.length} failed`);
    return reasons.length === 0 ? 0 : 1;
  } catch (error) {
    say(`npm test stopped: ${error instanceof Error ? error.message : String(error)}`);
    say('tests: 0 passed, 1 failed');
    return 1;
  }
}

/**
 * The browser tests look at the application that people get, so it is built as they get it. A build that fails is one
 * failure; the tests that don't need it still run.
 *
 * @param {readonly string[]} args
 * @returns {readonly string[]} what went wrong
 */
function buildWeb(args) {
  const wanted = args.length === 0 || args.some((arg) => /e2e|web|tooling|scripts/.test(arg));
  const web = JSON.parse(readFileSync(join(root, 'apps/web/package.json'), 'utf8'));
  if (!wanted || web.scripts?.build === undefined) return [];
  say('building the web application');
  try {
    runNpm(root, ['run', '--silent', 'build', '-w', 'apps/web']);
    return [];
  } catch (error) {
    return [`the build of apps/web: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/**
 * @param {readonly string[]} args
 * @param {{ chromium: string, dovecot: string }} programs
 */
async function runVitest(args, programs) {
  const folder = mkdtempSync(join(tmpdir(), 'reglament-tests-'));
  const reportFile = join(folder, 'report.json');
  try {
    const exitCode = await new Promise((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [
          join(root, 'node_modules/vitest/vitest.mjs'),
          'run',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${reportFile}`,
          ...args,
        ],
        {
          cwd: root,
          stdio: ['ignore', 'inherit', 'inherit'],
          env: {
            ...process.env,
            REGLAMENT_CHROMIUM: programs.chromium,
            REGLAMENT_DOVECOT: programs.dovecot,
            REGLAMENT_NIGHTLY: nightly ? '1' : '',
          },
        },
      );
      for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
        process.on(signal, () => child.kill(signal));
      child.on('error', reject);
      child.on('exit', (code) => resolve(code ?? 1));
    });
    return countTests({ root, reportFile, exitCode, args, nightly });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
