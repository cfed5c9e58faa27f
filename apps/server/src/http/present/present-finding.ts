import type { FindingShown } from '@reglament/contract';
import { type Finding, isBlocking } from '@reglament/desk';
import type { FastifyRequest } from 'fastify';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';

/** What the check says of a place in a regulation file. */
export const presentFinding = (finding: Finding): FindingShown => ({
  level: finding.level,
  code: finding.code,
  line: finding.line,
  column: finding.column,
  says: finding.says,
  accepted: finding.accepted !== undefined,
  blocking: isBlocking(finding),
});

const MOST_TOLD = 50;

/** What keeps a text from being used, each at its line. */
export const blockedText = (
  request: FastifyRequest,
  pointer: string,
  findings: readonly Finding[],
): ProblemAnswer =>
  new ProblemAnswer('invalid-request', {
    errors: findings.slice(0, MOST_TOLD).map(({ line, code, says }) => ({
      pointer: `${pointer}#line=${line}`,
      code,
      detail: says[languageOf(request)],
    })),
  });
