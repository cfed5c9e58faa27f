import { defineConfig } from 'vitest/config';

const conditions = ['@reglament/source', 'module', 'node', 'development'];

/**
 * What is run against every mutant: the tests of working time and of clocks, the oracles on each sixth walk and with
 * few drawings. Left out are those that start processes, which would run the code unchanged, and those that test tests.
 */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['@reglament/source', 'node'] } },
  test: {
    include: ['packages/working-time/src/**/*.test.ts', 'packages/desk/src/clock/**/*.test.ts'],
    exclude: [
      '**/node_modules/**',
      '**/*.nightly.test.ts',
      '**/process-zone.test.ts',
      '**/planted-faults.test.ts',
      '**/*-drawn.test.ts',
    ],
    testTimeout: 30_000,
    provide: { oracle: { scale: 0.002, seed: 1, stride: 6 } },
  },
});
