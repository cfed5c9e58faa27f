import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from './condition.ts';
import { type ConditionFacts, judgeCondition } from './judge-condition.ts';

const nothing: Condition = {
  packages: null,
  types: null,
  priorities: null,
  channels: null,
  bought: null,
  companyIs: null,
  installationTypes: null,
  siteIn: null,
  interest: null,
  facts: {},
};

interface Row {
  readonly when: Partial<Condition>;
  readonly holds: readonly ConditionFacts[];
  readonly fails: readonly ConditionFacts[];
}

/** Each fact by its key in the file: what makes it hold, what makes it fail; without facts it is unknown. */
const rows: Readonly<Record<string, Row>> = {
  packages: {
    when: { packages: ['basic', 'plus'] },
    holds: [{ package: 'plus' }],
    fails: [{ package: 'gold' }, { package: null }],
  },
  types: {
    when: { types: ['question'] },
    holds: [{ type: 'question' }],
    fails: [{ type: 'incident' }],
  },
  priorities: {
    when: { priorities: ['1'] },
    holds: [{ priority: '1' }],
    fails: [{ priority: '2' }, { priority: null }],
  },
  channels: {
    when: { channels: ['phone'] },
    holds: [{ channel: 'phone' }],
    fails: [{ channel: 'email' }],
  },
  bought: {
    when: { bought: ['line-1', 'visit'] },
    holds: [{ bought: ['audit', 'visit'] }],
    fails: [{ bought: [] }, { bought: ['audit'] }],
  },
  'company-is': {
    when: { companyIs: ['partner'] },
    holds: [{ companyIs: ['reseller', 'partner'] }],
    fails: [{ companyIs: [] }],
  },
  'installation-types': {
    when: { installationTypes: ['workstation'] },
    holds: [{ installationType: 'workstation' }],
    fails: [{ installationType: 'server' }],
  },
  'site-in': {
    when: { siteIn: ['Казань'] },
    holds: [{ siteIn: 'Казань' }],
    fails: [{ siteIn: 'Чебоксары' }],
  },
  interest: {
    when: { interest: { customers: 2, licences: 100 } },
    holds: [{ interest: { customers: 2, licences: 0 } }, { interest: { customers: 0, licences: 100 } }],
    fails: [{ interest: { customers: 1, licences: 99 } }],
  },
  product: {
    when: { facts: { product: ['modified'] } },
    holds: [{ facts: { product: 'modified' } }],
    fails: [{ facts: { product: 'as-delivered' } }],
  },
};

describe('a condition of one fact', () => {
  test.each(Object.entries(rows))('%s: holds, fails, is unknown', (key, { when, holds, fails }) => {
    const condition = { ...nothing, ...when };
    for (const facts of holds) expect(judgeCondition(condition, facts)).toEqual({ kind: 'holds' });
    for (const facts of fails) expect(judgeCondition(condition, facts)).toEqual({ kind: 'fails', fact: key });
    expect(judgeCondition(condition, {})).toEqual({ kind: 'unknown', facts: [key] });
  });

  test('the word none in priorities is a request that has none', () => {
    const condition = { ...nothing, priorities: ['none', '1'] };
    expect(judgeCondition(condition, { priority: null })).toEqual({ kind: 'holds' });
  });

  test('a figure of interest that the file leaves out does not count', () => {
    const condition = { ...nothing, interest: { customers: 2, licences: null } };
    expect(judgeCondition(condition, { interest: { customers: 1, licences: 10_000 } }).kind).toBe('fails');
  });
});

describe('a condition of several facts', () => {
  const both = { ...nothing, packages: ['plus'], facts: { product: ['modified'], defect: ['confirmed'] } };

  test('holds when all are so', () => {
    const facts = { package: 'plus', facts: { product: 'modified', defect: 'confirmed' } };
    expect(judgeCondition(both, facts)).toEqual({ kind: 'holds' });
  });

  test('one known to be otherwise is enough against it, whatever is not known', () => {
    expect(judgeCondition(both, { facts: { defect: 'not-confirmed' } })).toEqual({
      kind: 'fails',
      fact: 'defect',
    });
  });

  test('what is not known is named', () => {
    expect(judgeCondition(both, { package: 'plus' })).toEqual({
      kind: 'unknown',
      facts: ['product', 'defect'],
    });
  });

  test('a rule without a condition always holds', () => {
    expect(judgeCondition(null, {})).toEqual({ kind: 'holds' });
    expect(judgeCondition(nothing, {})).toEqual({ kind: 'holds' });
  });

  test('learning a fact never turns a known answer round', () => {
    const keys = Object.keys(rows);
    const oneFact = fc.constantFrom(...keys).chain((key) => {
      const { holds, fails } = rows[key] as Row;
      return fc.constantFrom(...holds, ...fails);
    });
    const condition = fc
      .subarray(keys, { minLength: 1 })
      .map((named) => named.reduce((sum, key) => ({ ...sum, ...rows[key]?.when }), nothing));
    fc.assert(
      fc.property(condition, fc.array(oneFact), oneFact, (when, known, learned) => {
        const before = known.reduce<ConditionFacts>((sum, fact) => ({ ...sum, ...fact }), {});
        const after = { ...learned, ...before, facts: { ...learned.facts, ...before.facts } };
        const was = judgeCondition(when, before).kind;
        if (was !== 'unknown') expect(judgeCondition(when, after).kind).toBe(was);
      }),
    );
  });
});
