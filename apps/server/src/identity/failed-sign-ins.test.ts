import { describe, expect, it } from 'vitest';
import { type Attempt, createFailedSignIns } from './failed-sign-ins.ts';

const MINUTE = 60_000;
const HERE = '192.0.2.1';

const setUp = (maxPairs?: number) => {
  let time = 0;
  const failed = createFailedSignIns({ now: () => time, ...(maxPairs === undefined ? {} : { maxPairs }) });
  const fail = (times: number, email = 'a@desk.example', address = HERE): Attempt => {
    let last = failed.attempt(email, address);
    for (let n = 1; n < times; n += 1) last = failed.attempt(email, address);
    return last;
  };
  return { failed, fail, setTime: (ms: number) => (time = ms) };
};

describe('failed sign-ins', () => {
  it('are ten in fifteen minutes, whenever the first was', () => {
    const { fail, setTime } = setUp();
    fail(1);
    setTime(14 * MINUTE);
    expect(fail(9).allowed).toBe(true);
    expect(fail(1)).toEqual({ allowed: false, retryAfterSeconds: 60 });
    setTime(15 * MINUTE - 1);
    expect(fail(1)).toEqual({ allowed: false, retryAfterSeconds: 1 });
    setTime(15 * MINUTE);
    expect(fail(1).allowed).toBe(true);
    expect(fail(1)).toEqual({ allowed: false, retryAfterSeconds: 14 * 60 });
  });

  it('do not count refused attempts, so that waiting helps', () => {
    const { fail, setTime } = setUp();
    fail(10);
    setTime(14 * MINUTE);
    expect(fail(100).allowed).toBe(false);
    setTime(15 * MINUTE);
    expect(fail(1).allowed).toBe(true);
  });

  it('are counted by e-mail and network', () => {
    const { fail } = setUp();
    fail(10, 'a@desk.example', '2001:db8:1:2::1');
    expect(fail(1, 'a@desk.example', '2001:db8:1:2:ffff::9').allowed).toBe(false);
    expect(fail(1, 'a@desk.example', '2001:db8:1:3::1').allowed).toBe(true);
    expect(fail(1, 'b@desk.example', '2001:db8:1:2::1').allowed).toBe(true);
  });

  it('are forgotten after a success', () => {
    const { fail } = setUp();
    const attempt = fail(10);
    if (attempt.allowed) attempt.succeeded();
    expect(fail(10).allowed).toBe(true);
    expect(fail(1).allowed).toBe(false);
  });

  it('do not hold an attempt that was undone', () => {
    const { failed, fail } = setUp();
    for (let n = 0; n < 20; n += 1) {
      const attempt = fail(1);
      expect(attempt.allowed).toBe(true);
      if (attempt.allowed) attempt.undone();
    }
    expect(failed.size()).toBe(0);
  });

  it('take bounded memory, and a flood of others does not wash out a full count', () => {
    const { failed, fail } = setUp(100);
    fail(10);
    for (let n = 0; n < 5_000; n += 1) fail(1, `other${n}@desk.example`);
    expect(failed.size()).toBe(100);
    expect(fail(1).allowed).toBe(false);
  });
});
