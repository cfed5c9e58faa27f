// @ts-check
// The tests and what they test as one script: evaluated anew for every mutant, which takes some milliseconds, where a
// test runner's worker takes a second.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import fc from 'fast-check';
import { collectTests } from './test-collection.mjs';

// Not those that start processes or read sources, which would see the code unchanged, nor those that test tests.
const LEFT_OUT = /\.nightly\.test\.ts$|(process-zone|planted-faults|browser|-drawn)\.test\.ts$/;

/** What the oracles draw for a mutant: few calendars, on each sixth walk. */
const PROVIDED = { oracle: { scale: 0.002, seed: 1, stride: 6 } };

/** What any other law draws at most, the same each time: whether a mutant lives is not to be a matter of luck. */
const MOST_RUNS = 500;
const law = {
  ...fc,
  assert: (
    /** @type {import('fast-check').IRawProperty<unknown>} */ property,
    /** @type {import('fast-check').Parameters<unknown>} */ given = {},
  ) => fc.assert(property, { seed: 1, ...given, numRuns: Math.min(given.numRuns ?? 100, MOST_RUNS) }),
};

const testFiles = (/** @type {string} */ folder) =>
  readdirSync(folder, { encoding: 'utf8', recursive: true })
    .filter((name) => name.endsWith('.test.ts') && !LEFT_OUT.test(name))
    .toSorted()
    .map((name) => join(folder, name));

/** Modules keep their own address when they are bundled. */
const ownAddress = {
  name: 'own-address',
  setup: (/** @type {import('esbuild').PluginBuild} */ plugin) => {
    plugin.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    }));
  },
};

/**
 * Bundles the tests that lie in folders, named from the present one; `open` gives them with every module in its first
 * state.
 *
 * @param {readonly string[]} folders
 */
export const bundleTests = async (folders) => {
  const files = folders.flatMap(testFiles);
  const { outputFiles } = await build({
    stdin: { contents: files.map(asEntry).join('\n'), resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    conditions: ['@reglament/source'],
    // The packages of this folder, not those that node_modules links to.
    alias: { '@reglament/working-time': resolve('packages/working-time/src/index.ts') },
    // What is not tried is evaluated once: a third of the time of a mutant.
    external: ['vitest', 'fast-check', 'yaml', 'zod'],
    plugins: [ownAddress],
    logLevel: 'error',
  });
  const script = new Script(`(function (require, entries, exports) {${outputFiles[0]?.text ?? ''}\n})`, {
    filename: resolve('bundled-tests.cjs'),
  });
  const require = createRequire(import.meta.url);
  // A mutant that fails has been found; a smaller example of it would only take time.
  fc.configureGlobal({ endOnFailure: true });

  const open = () => {
    /** @type {Record<string, () => void>} */
    const entries = {};
    let collection = collectTests('', PROVIDED);
    // Whoever imports vitest first keeps what it gets, so it gets whatever is collected at the time.
    const vitest = new Proxy({}, { get: (_, name) => Reflect.get(collection.module, name) });
    const load = (/** @type {string} */ name) =>
      name === 'vitest' ? vitest : name === 'fast-check' ? law : require(name);
    script.runInThisContext()(load, entries, {});
    return (/** @type {string} */ file) => {
      collection = collectTests(file, PROVIDED);
      entries[file]?.();
      return collection.tests;
    };
  };
  return { files, open };
};

const asEntry = (/** @type {string} */ file) =>
  `entries[${JSON.stringify(file)}] = () => require(${JSON.stringify(`./${file}`)});`;
