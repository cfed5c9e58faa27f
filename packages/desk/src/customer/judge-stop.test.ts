import { describe, expect, it } from 'vitest';
import { judgeReversal, judgeStop } from './judge-stop.ts';

const rule = { stoppedBy: 'engineer', reversedBy: 'lead', clause: 'CN-L5' } as const;
const strict = { ...rule, stoppedBy: 'lead' } as const;
const mild = { ...rule, reversedBy: 'engineer' } as const;
const code = (refusal: ReturnType<typeof judgeStop>): string | null => refusal?.code ?? null;

describe('CN-L5: service stopped for a contact', () => {
  it.each([
    ['an engineer', rule, { isLead: false, isStopped: false }, null],
    ['a lead', rule, { isLead: true, isStopped: false }, null],
    ['an engineer where the lead does it', strict, { isLead: false, isStopped: false }, 'stop-by-lead'],
    ['a lead where the lead does it', strict, { isLead: true, isStopped: false }, null],
    ['anybody twice', rule, { isLead: true, isStopped: true }, 'stopped-already'],
    ['anybody where no rule says so', null, { isLead: true, isStopped: false }, 'stop-not-foreseen'],
  ] as const)('by %s', (_, by, facts, refused) => {
    expect(code(judgeStop(by, facts))).toBe(refused);
  });

  it.each([
    ['a lead', rule, { isLead: true, isStopped: true }, null],
    ['an engineer', rule, { isLead: false, isStopped: true }, 'reversal-by-lead'],
    ['an engineer where engineers may', mild, { isLead: false, isStopped: true }, null],
    ['a lead, of what was never stopped', rule, { isLead: true, isStopped: false }, 'not-stopped'],
    ['a lead under an edition without the rule', null, { isLead: true, isStopped: true }, null],
    ['an engineer under such an edition', null, { isLead: false, isStopped: true }, 'reversal-by-lead'],
  ] as const)('taken back by %s', (_, by, facts, refused) => {
    expect(code(judgeReversal(by, facts))).toBe(refused);
  });

  it('a refusal names the clause that it follows from', () => {
    expect(judgeStop(strict, { isLead: false, isStopped: false })?.clause).toBe('CN-L5');
    expect(judgeReversal(rule, { isLead: false, isStopped: true })?.clause).toBe('CN-L5');
  });
});
