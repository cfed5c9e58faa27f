// @ts-check
// What tests import from vitest, small enough to run them thousands of times in one process: tests are collected into a
// list and run one after the other. `expect` is vitest's own.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';

/**
 * @typedef {{ readonly id: string, readonly name: string, readonly run: () => unknown }} CollectedTest
 * @typedef {(...row: unknown[]) => unknown} Body
 */

/** @returns {typeof chai.expect} vitest's `expect` */
const makeExpect = () => {
  chai.use(JestExtend);
  chai.use(JestChaiExpect);
  chai.use(JestAsymmetricMatchers);
  const expect = Object.assign(
    (/** @type {unknown} */ value, /** @type {string | undefined} */ message) => chai.expect(value, message),
    chai.expect,
    Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT),
  );
  setState({ assertionCalls: 0, isExpectingAssertions: false, testPath: '' }, /** @type {never} */ (expect));
  Reflect.set(globalThis, GLOBAL_EXPECT, expect);
  Reflect.apply(Reflect.get(chai.expect, 'extend'), chai.expect, [expect, customMatchers]);
  return /** @type {never} */ (expect);
};

const expect = makeExpect();

/**
 * An empty collection of one file's tests, and the module 'vitest' that fills it.
 *
 * @param {string} file
 * @param {Readonly<Record<string, unknown>>} provided what `inject` gives
 */
export const collectTests = (file, provided) => {
  /** @type {CollectedTest[]} */
  const tests = [];
  /** @type {string[]} */
  let path = [file];

  const within = (/** @type {string} */ name, /** @type {() => void} */ define) => {
    const outer = path;
    path = [...outer, name];
    define();
    path = outer;
  };
  const add = (/** @type {string} */ name, /** @type {() => unknown} */ run) => {
    const full = [...path, name].join(' > ');
    tests.push({ id: `${file}#${tests.length}`, name: full, run });
  };
  const each =
    (/** @type {(name: string, body: () => unknown) => void} */ take) =>
    (/** @type {readonly unknown[]} */ rows) =>
    (/** @type {string} */ name, /** @type {Body} */ body) => {
      // As vitest has it: a row is spread when all of them are lists.
      const spread = rows.every((row) => Array.isArray(row));
      for (const [index, row] of rows.entries()) {
        take(`${name} #${index}`, () => (spread && Array.isArray(row) ? body(...row) : body(row)));
      }
    };
  const describe = Object.assign(within, { each: each(within) });
  const it = Object.assign(add, { each: each(add) });

  return {
    tests,
    module: {
      describe,
      it,
      test: it,
      expect,
      inject: (/** @type {string} */ key) => provided[key],
      // Only how long a test may take, which is for the runner of mutants to say.
      vi: { setConfig: () => {} },
    },
  };
};
