import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('test/process-zone-cases.ts', import.meta.url));
const run = async (processZone: string): Promise<{ control: number; answers: readonly unknown[] }> => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, TZ: processZone },
    cwd: fileURLToPath(new URL('..', import.meta.url)),
  });
  return JSON.parse(stdout) as { control: number; answers: readonly unknown[] };
};

it('row 23: no answer depends on the zone of the process', async () => {
  const runs = await Promise.all(['UTC', 'Pacific/Apia', 'America/New_York', 'Australia/Lord_Howe'].map(run));
  // The processes did live in different zones.
  expect(new Set(runs.map(({ control }) => control)).size).toBe(runs.length);
  expect(runs[0]?.answers.length).toBe(25);
  for (const { answers } of runs) expect(answers).toEqual(runs[0]?.answers);
});
