import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const printer = fileURLToPath(new URL('./print-contract.ts', import.meta.url));
const contractIndex = fileURLToPath(new URL('../../../packages/contract/src/index.ts', import.meta.url));

const printed = (): Readonly<Record<string, unknown>> =>
  JSON.parse(
    execFileSync(process.execPath, ['--conditions', '@reglament/source', '--import', 'tsx', printer], {
      encoding: 'utf8',
    }),
  ) as Readonly<Record<string, unknown>>;

/**
 * Puts plain data in the contract's place: the address and method of each route, its lists of words, and the client. The browser
 * sends and reads what the contract's types say and never validates, so that schemas and summaries would be 20 kB that do nothing.
 * Whoever imports anything else of the contract gets a build that fails.
 */
export const contractAsData = (): Plugin => ({
  name: 'contract-as-data',
  load(id) {
    if (id !== contractIndex) return null;
    const data = Object.entries(printed()).map(
      ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
    );
    return [`export * from './client.ts';`, ...data].join('\n');
  },
});
