import { describe, expect, it } from 'vitest';
import { bundleTests } from './bundled-tests.mjs';
import { MutantRunner } from './mutant-runner.mjs';
import { collectTests } from './test-collection.mjs';

describe('tests collected for mutants', () => {
  it('are named by their groups and rows, and run with their row', async () => {
    const { tests, module } = collectTests('a.test.ts', {});
    const rows: unknown[] = [];
    module.describe('outer', () => {
      module.it.each([[1, 2], 'three'])('mixed', (...row: unknown[]) => rows.push(row));
      module.it.each([[3, 4]])('list', (...row: unknown[]) => rows.push(row));
      module.describe.each([['x']])('inner', (name: unknown) => {
        module.test('fails', () => module.expect(name).to.equal('y'));
      });
    });
    expect(tests.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'a.test.ts#0 a.test.ts > outer > mixed #0',
      'a.test.ts#1 a.test.ts > outer > mixed #1',
      'a.test.ts#2 a.test.ts > outer > list #0',
      'a.test.ts#3 a.test.ts > outer > inner #0 > fails',
    ]);
    for (const { run } of tests.slice(0, 3)) await run();
    expect(rows).toEqual([[[1, 2]], ['three'], [3, 4]]);
    expect(() => tests[3]?.run()).toThrow(/expected 'x' to equal 'y'/);
  });

  it('are those of a folder, in a first state each time they are opened', async () => {
    const { files, open } = await bundleTests(['packages/working-time/src']);
    const file = 'packages/working-time/src/local-date.test.ts';
    expect(files).toContain(file);
    for (const load of [open(), open()]) {
      const tests = load(file);
      expect(tests.length).toBeGreaterThan(20);
      for (const { run } of tests) await run();
    }
  });
});

describe('the runner of mutants', () => {
  it('lets a mutant live that changes nothing', async () => {
    const runner = new MutantRunner({ testFolders: ['packages/desk/src/clock/timeline'] } as never);
    await runner.init();
    const run = { mutantActivation: 'runtime', hitLimit: 100, activeMutant: { id: 'none' } } as never;
    const { status } = await runner.mutantRun(run);
    expect(status).toBe('survived');
  });
});
