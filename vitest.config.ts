import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Workspace packages are tested from their sources, nothing is built first.
const conditions = ['@reglament/source', 'module', 'node', 'development'];
const resolve = { conditions };
const ssr = { resolve: { conditions, externalConditions: ['@reglament/source', 'node'] } };

// `npm run test:nightly` runs the long ones, and only them.
const nightly = process.env['REGLAMENT_NIGHTLY'] === '1';

// What the oracles of working time and clocks draw: a million comparisons from one seed, less than half of them where there are but two
// cores; every night ten times as many, another day's drawings each time.
const oracle = {
  scale: Number(
    process.env['REGLAMENT_ORACLE_SCALE'] ?? (nightly ? 10 : availableParallelism() <= 2 ? 0.4 : 1),
  ),
  seed: Number(process.env['REGLAMENT_ORACLE_SEED'] ?? (nightly ? Math.floor(Date.now() / 86_400_000) : 1)),
  stride: 1,
};
const testsIn = (...folders: readonly string[]): { include: string[]; exclude: string[] } => ({
  include: folders.flatMap((folder) =>
    nightly
      ? [`${folder}/**/*.nightly.test.{ts,tsx}`]
      : [`${folder}/**/*.test.{ts,tsx}`, `${folder}/**/*.scenario.ts`],
  ),
  exclude: [
    '**/node_modules/**',
    '**/dist/**',
    '**/fixtures/**',
    ...(nightly ? [] : ['**/*.nightly.test.{ts,tsx}']),
  ],
});

const globalSetup = './apps/server/src/testing/global-setup.ts';
const withServer = existsSync(new URL(globalSetup, import.meta.url)) ? { globalSetup: [globalSetup] } : {};

export default defineConfig({
  test: {
    pool: 'forks',
    // Each server file has a database and a mailbox of its own; more workers than this only wait for the disk.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'pure',
          // Nothing pure is kept between files: they share what they import.
          isolate: false,
          ...testsIn('packages'),
          testTimeout: nightly ? 600_000 : 60_000,
          provide: { oracle },
        },
      },
      { resolve, ssr, test: { name: 'web', isolate: false, ...testsIn('apps/web') } },
      { resolve, ssr, test: { name: 'tooling', ...testsIn('scripts', 'bench'), testTimeout: 60_000 } },
      {
        resolve,
        ssr,
        test: {
          name: 'server',
          // Half of the time went into importing the same again; what a file opens it closes.
          isolate: false,
          ...testsIn('apps/server', 'apps/cli'),
          ...withServer,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'e2e',
          ...testsIn('e2e'),
          ...withServer,
          // After everything else, two browsers at a time: they mostly wait for what people would wait for.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
