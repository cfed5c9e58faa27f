import { ProblemError, problemKinds, problemType, type ProblemCode } from '@reglament/contract';
import { describe, expect, it } from 'vitest';
import { isAnswered, nextIntent } from './intent.ts';

const keysFrom =
  (...keys: string[]) =>
  () =>
    keys.shift() ?? 'no more keys';
const problem = (code: ProblemCode) =>
  new ProblemError({
    type: problemType(code),
    title: problemKinds[code].title.ru,
    status: problemKinds[code].status,
    detail: '',
    instance: '/',
    requestId: 'r1',
    code,
  });

describe('nextIntent', () => {
  it('keeps key and version of an unanswered request that says the same', () => {
    const newKey = keysFrom('a', 'b');
    const first = nextIntent(null, '{"text":"Привет"}', 3, newKey);
    expect(nextIntent(first, '{"text":"Привет"}', 4, newKey)).toEqual({
      key: 'a',
      body: '{"text":"Привет"}',
      version: 3,
    });
  });

  it('is new when the person changed what they say', () => {
    const newKey = keysFrom('a', 'b');
    const first = nextIntent(null, '{"text":"Привет"}', 3, newKey);
    expect(nextIntent(first, '{"text":"Привет!"}', 4, newKey)).toMatchObject({ key: 'b', version: 4 });
  });
});

describe('isAnswered', () => {
  it.each([
    ['stale', true],
    ['refused', true],
    ['invalid-request', true],
    ['still-running', false],
    ['unavailable', false],
    ['internal', false],
  ] as const)('%s: %s', (code, answered) => {
    expect(isAnswered(problem(code))).toBe(answered);
  });

  it('never holds for a lost connection', () => {
    expect(isAnswered(new TypeError('Failed to fetch'))).toBe(false);
  });
});
