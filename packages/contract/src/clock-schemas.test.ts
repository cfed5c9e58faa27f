import { expect, test } from 'vitest';
import { clockRecord } from './clock-schemas.ts';

const rule = (target: object): object => ({
  clock: 'execution',
  packageId: 'basic',
  priority: '2',
  target,
  schedule: 'office',
  clause: 'A-1',
  edition: '1',
  calendar: null,
});
const elapsed = { kind: 'elapsed', ms: 1, outsideHours: 'keep', from: 'opening' };
const days = {
  kind: 'working-days',
  days: 2,
  mode: 'end',
  from: 'opening',
  afterPause: 'closing-time',
};

test('a clock’s record comes to the browser whole: it is counted on there', () => {
  const record = {
    id: 'execution',
    rule: rule(days),
    status: 'stopped',
    startedAt: 1,
    countsFrom: 1,
    spentMs: 0,
    since: 2,
    dueAt: null,
    lastDueAt: null,
    pauses: [{ from: 1, to: 2, cause: 'stopped' }],
    breachedAt: null,
    firstBreachAt: null,
    outcome: 'met',
    stoppedAt: 2,
    stopCause: 'taken',
    changes: [
      { at: 1, cause: 'type', before: rule(elapsed), spentMs: 0 },
      { at: 2, cause: 'objection', before: rule(elapsed), spentMs: 1, anew: true },
    ],
    changeAtReopening: { rule: rule(elapsed), cause: 'priority', anew: true },
  };
  expect(clockRecord.parse(record)).toEqual(record);
});
