import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { treeFiles } from './tree-file.ts';

// The planted files, each with the rule that must reject it in its first line; without that line it must pass.
const fixtures = fileURLToPath(new URL('../fixtures/lint', import.meta.url));
const project = fileURLToPath(new URL('../..', import.meta.url));

const planted = treeFiles(fixtures).map(({ path, text }) => ({
  path,
  expected: [/^\/\/ expect: (.+)$/m.exec(text)?.[1]].filter((code) => code !== undefined),
}));

const reported = new Map<string, Set<string>>();
let folder: string;

beforeAll(() => {
  // Outside of the project, where the lint doesn't pass over fixtures, under the project's own configuration.
  folder = mkdtempSync(join(tmpdir(), 'reglament-lint-'));
  cpSync(fixtures, folder, { recursive: true });
  cpSync(join(project, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { strict: true, target: 'es2023', module: 'nodenext', noEmit: true } }),
  );
  const oxlint = join(project, 'node_modules/oxlint/bin/oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--format=json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (!stdout.startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
  for (const { code, filename } of diagnostics) {
    reported.set(filename, (reported.get(filename) ?? new Set()).add(code));
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(planted.map(({ path, expected }) => [path, expected] as const))(
  '%s is judged %j',
  (path, expected) => {
    expect([...(reported.get(path) ?? [])]).toEqual(expected);
  },
);

test('what was planted bites: type-aware rules among it', () => {
  const codes = new Set(planted.flatMap(({ expected }) => expected));
  expect([...codes].toSorted()).toEqual([
    'eslint(no-restricted-globals)',
    'eslint(no-restricted-imports)',
    'eslint(no-restricted-properties)',
    'import(no-cycle)',
    'typescript(no-explicit-any)',
    'typescript(no-floating-promises)',
    'typescript(no-misused-promises)',
    'typescript(switch-exhaustiveness-check)',
    'vitest(no-focused-tests)',
  ]);
});
