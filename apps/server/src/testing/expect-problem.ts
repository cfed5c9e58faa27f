import { type Problem, problem, type ProblemCode, problemKinds } from '@reglament/contract';
import { expect } from 'vitest';
import type { RawReply } from './raw-request.ts';

/** The reply is a problem of this code, true to the contract and kept by no cache. */
export const expectProblem = (reply: RawReply, code: ProblemCode): Problem => {
  const { status } = problemKinds[code];
  expect({
    status: reply.status,
    type: reply.headers['content-type'],
    code: (reply.json() as { code?: string }).code,
  }).toEqual({ status, type: 'application/problem+json; charset=utf-8', code });
  const told = problem.parse(reply.json());
  expect(told).toMatchObject({ type: `urn:reglament:problem:${code}`, status });
  expect(reply.headers['cache-control']).toContain('no-store');
  return told;
};
