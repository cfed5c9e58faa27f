import { describe, expect, it } from 'vitest';
import { createRecentSessions } from './recent-sessions.ts';

const person = {
  personId: 'p',
  name: 'n',
  email: 'e',
  language: null,
  secondFactor: 'none',
  byLetterOf: null,
  goodAt: null,
  sessionId: 's',
} as const;

describe('recent sessions', () => {
  it('are kept for half a second from the question on', () => {
    let time = 0;
    const recent = createRecentSessions(() => time);
    const keep = recent.begin();
    time = 400;
    keep('token', person);
    time = 499;
    expect(recent.find('token')).toEqual(person);
    time = 500;
    expect(recent.find('token')).toBeNull();
  });

  it('do not keep an answer that was asked for before a session ended', () => {
    const recent = createRecentSessions(() => 0);
    const keep = recent.begin();
    recent.forget();
    keep('token', person);
    expect(recent.find('token')).toBeNull();
  });

  it('forget everything when a session ended, and are bounded', () => {
    const recent = createRecentSessions(() => 0);
    const keep = recent.begin();
    for (let n = 0; n < 2_001; n += 1) keep(`token ${n}`, person);
    expect(recent.find('token 0')).toBeNull();
    expect(recent.find('token 2000')).toEqual(person);
    recent.forget();
    expect(recent.find('token 2000')).toBeNull();
  });
});
