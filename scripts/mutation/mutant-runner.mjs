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

/** A test that takes longer has been caught in a loop without an end, which a script's time limit breaks off. */
const LONGEST_MS = 4000;
const call = new Script('__stryker__.run()');
const isTooLong = (/** @type {unknown} */ error) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/**
 * @param {CollectedTest} test
 * @param {number} [longestMs]
 * @returns {Promise<TestResult & { tooLong?: boolean }>}
 */
const runTest = async ({ id, name, run }, longestMs) => {
  const started = performance.now();
  const result = () => ({ id, name, timeSpentMs: performance.now() - started });
  stryker.run = run;
  try {
    await (longestMs === undefined ? run() : call.runInThisContext({ timeout: longestMs }));
    return { ...result(), status: TestStatus.Success };
  } catch (error) {
    const failureMessage = String(error).slice(0, 1000);
    return { ...result(), status: TestStatus.Failed, failureMessage, tooLong: isTooLong(error) };
  }
};

class MutantRunner {
  /** @type {Awaited<ReturnType<typeof bundleTests>>} */
  #bundle = { files: [], open: () => () => [] };
  /** @type {Map<string, number>} */
  #spent = new Map();
  #folder;

  static inject = tokens(commonTokens.options);

  /** @param {import('@stryker-mutator/api/core').StrykerOptions} options with `testFolder`: whose tests are run */
  constructor(options) {
    this.#folder = String(options['testFolder']);
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#bundle = await bundleTests(this.#folder);
  }

  /** @returns {Promise<import('@stryker-mutator/api/test-runner').DryRunResult>} */
  async dryRun() {
    const load = this.#bundle.open();
    /** @type {TestResult[]} */
    const results = [];
    for (const file of this.#bundle.files) {
      for (const test of load(file)) {
        stryker.currentTestId = test.id;
        results.push(await runTest(test));
        stryker.currentTestId = undefined;
      }
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
      const started = performance.now();
      if (!whileLoading) stryker.activeMutant = undefined;
      /** @type {readonly CollectedTest[]} */
      let tests;
      try {
        tests = load(file);
      } catch (error) {
        // Code that can't even be loaded is as dead as code that fails.
        const run = () => {
          throw error;
        };
        tests = [{ id: `${file}#0`, name: file, run }];
      }
      stryker.activeMutant = mutant;
      for (const test of tests.filter(({ id }) => wanted?.has(id) !== false)) {
        const result = await runTest(test, LONGEST_MS);
        results.push(result);
        if (result.status === TestStatus.Failed) return results;
      }
      this.#spent.set(file, performance.now() - started);
    }
    return results;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'one-process', MutantRunner)];
