import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FINDINGS } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const bin = fileURLToPath(new URL('../bin/reglament.mjs', import.meta.url));
const regulations = fileURLToPath(new URL('../../../regulations', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'reglament-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const check = async (...args: readonly string[]): Promise<{ code: number | null; stdout: string }> => {
  const child = spawn(process.execPath, [bin, 'check', ...args], { cwd: folder });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { code, stdout };
};

const centaur = readFileSync(join(regulations, 'centaur.yaml'), 'utf8');

const written = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const changed = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, centaur);

const CONTRADICTION = ['stops: [resolution]', 'stops: [agreement]'] as const;
const EARLY = ['date: 2024-01-01', 'date: 2024-01-02'] as const;
const accepted = (code: string, at: string): string =>
  `accepted:\n  - {finding: ${code}, at: ${at}, because: so it is meant, by: Owner, on: 2026-11-21}\n`;

interface Told {
  readonly files: readonly {
    readonly file: string;
    readonly ok: boolean;
    readonly findings: readonly {
      readonly code: string;
      readonly level: string;
      readonly accepted?: object;
    }[];
  }[];
}

describe('in words', () => {
  test('everything wrong at once, each with the line of the file and a mark under the place', async () => {
    const text = changed(['default: medium', 'default: middle'], ['local-time: desk', 'local-tine: desk']);
    const path = written('wrong.yaml', text);
    const { code, stdout } = await check(path, '--lang', 'en');
    expect(code).toBe(1);
    const line = text.split('\n').findIndex((one) => one.includes('default: middle')) + 1;
    const own = text.split('\n')[line - 1] ?? '';
    expect(stdout).toContain(
      `${path}:${line}:12: error unknown-priority: "middle": the regulation has no such priority; there are: critical, medium, low\n    ${own}\n    ${' '.repeat(11)}^\n`,
    );
    expect(stdout).toContain(
      'error unknown-field: "local-tine" means nothing here; did you mean local-time?',
    );
    expect(stdout).toMatch(/wrong\.yaml: not fit for use; errors 2,/u);
  });

  test('a contradiction is a no, with its other place, until it is accepted by name', async () => {
    const path = written('contradiction.yaml', changed(CONTRADICTION));
    const refused = await check(path);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain('противоречие clock-stops-at-start: отсчёт «visit»');
    const acceptance = accepted('clock-stops-at-start', '/clocks/visit/stops');
    const taken = await check(written('accepted.yaml', `${changed(CONTRADICTION)}${acceptance}`));
    expect(taken.code).toBe(0);
    expect(taken.stdout).toContain('    принято: so it is meant (Owner, 2026-11-21)');
  });

  test('a warning is no refusal and names both places; accepted, it is told with the notes only', async () => {
    const warned = await check(written('early.yaml', changed(EARLY)));
    expect(warned.code).toBe(0);
    expect(warned.stdout).toMatch(/предупреждение in-force-before-date: .*\n.*\n.*\^\n {4}второе место: /u);
    const path = written(
      'early-accepted.yaml',
      `${changed(EARLY)}${accepted('in-force-before-date', '/edition/in-force-from')}`,
    );
    expect((await check(path)).stdout).not.toContain('in-force-before-date');
    const noted = (await check(path, '--notes')).stdout;
    expect(noted).toContain('in-force-before-date');
    expect(noted).toMatch(/заметка calendar-ends/u);
  });

  test('the day that calendars are judged by', async () => {
    const path = join(regulations, 'centaur.yaml');
    expect((await check(path, '--today', '2026-12-31')).stdout).not.toContain('calendar-year-missing');
    expect((await check(path, '--today', '2027-01-01')).stdout).toContain(
      'предупреждение calendar-year-missing: в производственном календаре «ru» нет годов: 2028',
    );
    expect((await check(path, '--today', 'tomorrow')).code).toBe(2);
    expect((await check(path, '--json', '--sarif')).code).toBe(2);
  });
});

test('the five that come with the product can be used', async () => {
  const names = ['alteroffice', 'centaur', 'flat', 'optima', 'shtrih-m'];
  const { code, stdout } = await check(...names.map((name) => join(regulations, `${name}.yaml`)), '--json');
  const { files } = JSON.parse(stdout) as Told;
  expect(files.map(({ ok }) => ok)).toEqual(names.map(() => true));
  const severe = files.flatMap(({ findings }) =>
    findings.filter(({ level }) => level === 'error' || level === 'contradiction'),
  );
  expect(severe.filter((one) => one.accepted === undefined)).toEqual([]);
  expect(code).toBe(0);
});

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
}

interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
}

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly rules: readonly {
          readonly id: string;
          readonly shortDescription: { readonly text: string };
          readonly defaultConfiguration: { readonly level: string };
        }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly Location[];
      readonly relatedLocations?: readonly (Location & { readonly id: number })[];
      readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
    }[];
  }[];
}

describe('as SARIF 2.1.0', () => {
  let sarif: Sarif;
  const path = join(folder, 'file name.yaml');
  beforeAll(async () => {
    const text = `${changed(CONTRADICTION, EARLY)}${accepted('clock-stops-at-start', '/clocks/visit/stops')}`;
    const { code, stdout } = await check(written('file name.yaml', text), '--sarif', '--lang', 'en');
    expect(code).toBe(0);
    sarif = JSON.parse(stdout) as Sarif;
  });

  test('has the parts that the standard requires', () => {
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs).toHaveLength(1);
    const [run] = sarif.runs;
    expect(run?.tool.driver.name).not.toBe('');
    for (const { level, message, locations } of run?.results ?? []) {
      expect(['none', 'note', 'warning', 'error']).toContain(level);
      expect(message.text).not.toBe('');
      expect(locations).toHaveLength(1);
      const { artifactLocation, region } = locations[0]?.physicalLocation ?? {};
      expect(artifactLocation?.uri).toBe(pathToFileURL(path).href);
      expect(region?.startLine).toBeGreaterThanOrEqual(1);
      expect(region?.startColumn).toBeGreaterThanOrEqual(1);
    }
  });

  test('names its schema, and a file by a URI whatever stands in its name', async () => {
    expect(sarif).toHaveProperty('$schema', expect.stringMatching(/^https:.*sarif.*2\.1\.0.*\.json$/u));
    written('a #1 50%?.yaml', changed(EARLY));
    const { stdout } = await check('a #1 50%?.yaml', '--sarif');
    const [run] = (JSON.parse(stdout) as Sarif).runs;
    const uri = run?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri;
    expect(uri).toBe('a%20%231%2050%25%3F.yaml');
  });

  test('names every rule once, and each result by its index among them', () => {
    const [run] = sarif.runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual(Object.keys(FINDINGS));
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(rules[ruleIndex]?.id).toBe(ruleId);
  });

  test('an accepted finding is suppressed with its reason, a second place is related', () => {
    const [run] = sarif.runs;
    const named = (code: string) => run?.results.find(({ ruleId }) => ruleId === code);
    expect(named('clock-stops-at-start')).toMatchObject({
      level: 'error',
      suppressions: [{ kind: 'inSource', justification: 'so it is meant (Owner, 2026-11-21)' }],
    });
    expect(named('in-force-before-date')).toMatchObject({ level: 'warning', relatedLocations: [{ id: 1 }] });
    expect(named('in-force-before-date')).not.toHaveProperty('suppressions');
  });
});
