// @ts-check
// A test runner for Stryker that never leaves its process.
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { Script } from 'node:vm';
import { bundleTests } from './bundled-tests.mjs';

/**
 * @typedef {import('@stryker-mutator/api/test-runner').TestResult} TestResult
 * @typedef {import('./test-collection.mjs').CollectedTest} CollectedTest
 */

/** What the instrumented code reads: which mutant is alive, what covers what. */
const stryker = Reflect.get(globalThis, '__stryker__') ?? {};
Reflect.set(globalThis, '__stryker__', stryker);

/**
 * A script's time limit breaks off a loop without an end that Stryker doesn't notice itself by how often it is passed. Long
 * next to what it takes without a mutant: on a busy machine any test can take long, which says nothing about the mutant.
 */
const longestMs = (/** @type {number | undefined} */ spentMs) => Math.ceil(20_000 + 20 * (spentMs ?? 0));
/** Without a mutant. */
const LONGEST_MS = 600_000;
const call = new Script('__stryker__.run()');
const isTooLong = (/** @type {unknown} */ error) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/**
 * @param {CollectedTest} test
 * @param {number} limitMs
 * @returns {Promise<TestResult & { tooLong?: boolean }>}
 */
const runTest = async ({ id, name, run }, limitMs) => {
  const started = performance.now();
  const result = () => ({ id, name, timeSpentMs: performance.now() - started });
  stryker.run = run;
  try {
    await call.runInThisContext({ timeout: limitMs });
    return { ...result(), status: TestStatus.Success };
  } catch (error) {
    const failureMessage = String(error).slice(0, 1000);
    return { ...result(), status: TestStatus.Failed, failureMessage, tooLong: isTooLong(error) };
  }
};

export class MutantRunner {
  /** @type {Awaited<ReturnType<typeof bundleTests>>} */
  #bundle = { files: [], open: () => () => [] };
  /** @type {Map<string, number>} */
  #spent = new Map();
  #folders;

  static inject = tokens(commonTokens.options);

  /** @param {import('@stryker-mutator/api/core').StrykerOptions} options with `testFolders`: whose tests are run */
  constructor(options) {
    this.#folders = /** @type {readonly string[]} */ (options['testFolders']);
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  /** Runs everything once, to know how long it takes where nothing is wrong. */
  async init() {
    this.#bundle = await bundleTests(this.#folders);
    await this.dryRun();
    stryker.mutantCoverage = undefined;
  }

  /** @returns {Promise<import('@stryker-mutator/api/test-runner').DryRunResult>} */
  async dryRun() {
    const load = this.#bundle.open();
    /** @type {TestResult[]} */
    const results = [];
    for (const file of this.#bundle.files) {
      const started = performance.now();
      const tests = load(file);
      this.#spent.set(`${file} loaded`, performance.now() - started);
      for (const test of tests) {
        stryker.currentTestId = test.id;
        const result = await runTest(test, LONGEST_MS);
        stryker.currentTestId = undefined;
        this.#spent.set(test.id, result.timeSpentMs);
        results.push(result);
      }
      this.#spent.set(file, performance.now() - started);
    }
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  /**
   * @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options
   * @returns {Promise<import('@stryker-mutator/api/test-runner').MutantRunResult>}
   */
  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }) {
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    stryker.activeMutant = activeMutant.id;
    try {
      const results = await this.#untilOneFails(testFilter, mutantActivation === 'static');
      if (results.some(({ tooLong }) => tooLong === true)) return { status: MutantRunStatus.Timeout };
      const tooOften = determineHitLimitReached(stryker.hitCount, hitLimit);
      return toMutantRunResult(tooOften ?? { status: DryRunStatus.Complete, tests: results });
    } finally {
      stryker.activeMutant = undefined;
    }
  }

  /**
   * File by file, the quick ones first as far as their time is known.
   *
   * @param {readonly string[] | undefined} testFilter ids; all tests without it
   * @param {boolean} whileLoading whether the mutant is alive already when modules are loaded
   */
  async #untilOneFails(testFilter, whileLoading) {
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    const wantedFiles = testFilter === undefined ? null : new Set(testFilter.map((id) => id.split('#')[0]));
    const mutant = stryker.activeMutant;
    const load = this.#bundle.open();
    /** @type {(TestResult & { tooLong?: boolean })[]} */
    const results = [];
    const spent = (/** @type {string} */ file) => this.#spent.get(file) ?? 0;
    for (const file of this.#bundle.files.toSorted((a, b) => spent(a) - spent(b))) {
      if (wantedFiles?.has(file) === false) continue;
      /** @type {readonly CollectedTest[]} */
      let tests = [];
      const run = () => {
        tests = load(file);
      };
      if (!whileLoading) stryker.activeMutant = undefined;
      const loaded = await runTest(
        { id: `${file}#0`, name: file, run },
        longestMs(this.#spent.get(`${file} loaded`)),
      );
      // Code that can't even be loaded is as dead as code that fails.
      if (loaded.status === TestStatus.Failed) return [loaded];
      stryker.activeMutant = mutant;
      for (const test of tests.filter(({ id }) => wanted?.has(id) !== false)) {
        const result = await runTest(test, longestMs(this.#spent.get(test.id)));
        results.push(result);
        if (result.status === TestStatus.Failed) return results;
      }
    }
    return results;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'one-process', MutantRunner)];
