import { describe, expect, it } from 'vitest';
import type { CompanyId } from '../ids.ts';
import { judgeMerge, judgeUnmerge, type MergedCompany } from './judge-merge.ts';

const company = (name: string, into: string | null = null): MergedCompany => ({
  companyId: name as CompanyId,
  name,
  mergedInto: into === null ? null : { companyId: into as CompanyId, name: into },
});

describe('merging', () => {
  it.each([
    ['two that stand by themselves', company('A'), company('B'), null],
    ['one with itself', company('A'), company('A'), 'same-company'],
    ['one that is part of the other, the other way round', company('A', 'B'), company('B'), 'merge-cyclic'],
    ['one that was merged already', company('A'), company('B', 'C'), 'already-merged'],
    ['one that was merged into the same already', company('A'), company('B', 'A'), 'already-merged'],
    ['into one that was merged away', company('A', 'C'), company('B'), 'already-merged'],
  ] as const)('%s', (_, kept, gone, code) => {
    expect(judgeMerge(kept, gone)?.code ?? null).toBe(code);
  });

  it('names the company to choose instead', () => {
    expect(judgeMerge(company('A'), company('B', 'C'))?.details).toEqual({ name: 'B', into: 'C' });
  });
});

describe('undoing', () => {
  it.each([
    ['of a merge that holds', company('B', 'A'), company('A'), null],
    ['where nothing was merged', company('B'), null, 'not-merged'],
    ['under a later merge', company('B', 'A'), company('A', 'C'), 'merged-further'],
  ] as const)('%s', (_, gone, kept, code) => {
    expect(judgeUnmerge(gone, kept)?.code ?? null).toBe(code);
  });
});
