import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CLAUSE_IDS } from './clause-ids.ts';
import { coverageOf, type CoverageSources } from './coverage.ts';
import { coveragePage, shortRules } from './coverage-page.ts';
import { readCitations } from './read-citations.ts';
import { COVERAGE_PAGE, readProject } from './read-project.ts';
import { readScenarios } from './read-scenarios.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the coverage of the project', () => {
  const project = readProject(root);

  it('every clause is proven by a scenario or listed as open, and nothing else is named', () => {
    expect(project.problems.join('\n')).toBe('');
  });

  it('docs/coverage.md is as the files stand: npm run coverage', () => {
    expect(readFileSync(join(root, COVERAGE_PAGE), 'utf8')).toBe(project.page);
  });

  it('no clause went missing from the list', () => {
    const counted = Object.entries(CLAUSE_IDS).map(([desk, ids]) => [desk, new Set(ids).size]);
    expect(Object.fromEntries(counted)).toEqual({
      alteroffice: 38,
      centaur: 26,
      flat: 25,
      optima: 30,
      'shtrih-m': 18,
    });
  });
});

const file = `
packages:
  one: {name: One, clause: X-1, channels-clause: X-2}
clocks:
  reaction:
    targets:
      - {within: 1 hour, clause: X-1}
      - {within: 2 hours, clause: X-1}
examples:
  - {clock: reaction, clause: X-2}
clauses:
  X-1: {en: First}
  X-2: {en: Second}
  X-OWN-3: {en: Our own}
`;
const scenario = `
const scenario = scenariosAt('x');
scenario(['X-1'], 'shown', async () => undefined);
`;
const scenariosOf = (text: string) => readScenarios({ path: 'x.scenario.ts', kind: 'source', text });
const sources = (changes: Partial<CoverageSources> = {}): CoverageSources => ({
  clauseIds: { x: ['X-1', 'X-2'] },
  said: { x: readCitations(file) },
  scenarios: scenariosOf(scenario).scenarios,
  open: { 'X-2': { needs: ['visits'] } },
  ...changes,
});

describe('what makes it red', () => {
  it('nothing, when each clause is proven or open', () => {
    const { rows, problems } = coverageOf(sources());
    expect(problems).toEqual([]);
    expect(rows.map(({ clause, standing, rules }) => [clause, standing, rules])).toEqual([
      ['X-1', 'proven', ['/packages/one', '/clocks/reaction/targets/0', '/clocks/reaction/targets/1']],
      ['X-2', 'open', ['/packages/one/channels-clause']],
    ]);
  });

  it('a clause that is neither', () => {
    const { rows, problems } = coverageOf(sources({ open: {} }));
    expect(problems).toEqual([expect.stringMatching(/^X-2: no scenario proves it/)]);
    expect(rows.map(({ standing }) => standing)).toEqual(['proven', 'silent']);
  });

  it('a scenario that names a clause nobody knows, or another desk’s', () => {
    const { scenarios } = scenariosOf(`${scenario} scenario(['X-9'], 'more', async () => undefined);`);
    expect(coverageOf(sources({ scenarios })).problems).toEqual([expect.stringContaining('X-9')]);
  });

  it('an open clause with a scenario that does not say what is missing', () => {
    const open = { 'X-1': { needs: ['visits'] }, 'X-2': { needs: ['visits'] } } as const;
    expect(coverageOf(sources({ open })).problems).toEqual([expect.stringContaining('say what is missing')]);
    const { rows, problems } = coverageOf(
      sources({ open: { ...open, 'X-1': { needs: ['visits'], missing: 'the visit' } } }),
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ standing }) => standing)).toEqual(['partly', 'open']);
  });

  it('words on what is missing where nothing is shown', () => {
    const open = { 'X-2': { needs: ['visits'], missing: 'the visit' } } as const;
    expect(coverageOf(sources({ open })).problems).toEqual([expect.stringMatching(/^X-2: something/)]);
  });

  it('an open clause that is none, one that the file lacks, one that the list lacks', () => {
    const open = { 'X-2': { needs: ['visits'] }, 'X-8': { needs: ['visits'] } } as const;
    expect(coverageOf(sources({ open })).problems).toEqual(['X-8: listed as open, and no clause']);
    const said = { x: readCitations(file.replace(/^ {2}X-1:.*\n/m, '')) };
    expect(coverageOf(sources({ said })).problems).toEqual(['X-1: regulations/x.yaml has no such clause']);
    const clauseIds = { x: ['X-1'] };
    expect(coverageOf(sources({ clauseIds, open: {} })).problems).toEqual([
      'X-2: stands in regulations/x.yaml and not in the list of clauses',
    ]);
  });

  it.each([
    ["scenario(ids, 'shown', play);", 'plain words'],
    ["scenario(['X-1'], title, play);", 'plain words'],
    ['scenario([], `shown`, play);', 'plain words'],
    ["const again = scenariosAt('y');", 'more than one'],
  ])('what can’t be read without running it: %s', (line, words) => {
    expect(scenariosOf(scenario + line).problems).toEqual([expect.stringContaining(words)]);
  });
});

describe('the page', () => {
  it('counts only what is proven, and says what the rest waits for', () => {
    const page = coveragePage(coverageOf(sources()));
    expect(page).toContain('| **all** | 2 | 1 | 0 | 1 |');
    expect(page).toContain(
      '| X-1 | First | `/packages/one` `/clocks/reaction/targets/0-1` | [shown](../x.scenario.ts) |',
    );
    expect(page).toContain('**open: needs visits**');
  });

  it('rules of a row are said in short', () => {
    expect(shortRules(['/a/0', '/a/1', '/b', '/a/3', '/a/3'])).toEqual(['/a/0-1', '/b', '/a/3']);
  });
});
