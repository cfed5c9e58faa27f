import { type Endpoint, recordingOf } from '@reglament/contract';
import type { DeskId, PersonId } from '@reglament/desk';
import type { FastifyRequest } from 'fastify';
import { recordAttempt, recordWithChange } from '../use-cases/record-attempt.ts';
import { namesOf } from '../store/queries/named-things.ts';
import { auditName } from './audit-name.ts';
import type { HttpDeps } from './http-deps.ts';
import { idsIn } from './present/audit-object.ts';
import { ProblemAnswer } from './problem-reply.ts';

/** Refusals that somebody may want to look into later; a form filled in wrong is none. */
const told: ReadonlySet<string> = new Set(['forbidden', 'not-found', 'state', 'refused']);

interface Attempt {
  readonly endpoint: Endpoint;
  readonly deskId: DeskId;
  readonly personId: string;
  readonly request: FastifyRequest;
}

const details = new WeakMap<FastifyRequest, string>();

/** What stands beside the address in the audit log: names, never secrets. */
export const tellAudit = (request: FastifyRequest, what: string): void => {
  details.set(request, what);
};

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? '';

/** What is taken away is called by nothing afterwards: its name is written down before. */
const nameBefore = async ({ context }: HttpDeps, { endpoint, deskId, request }: Attempt): Promise<void> => {
  if (endpoint.method !== 'DELETE') return;
  const ids = idsIn(pathOf(request));
  const names = await context.db.askDesk(deskId, (q) => namesOf(q, deskId, ids));
  const known = ids.flatMap((id) => names.get(id) ?? []);
  if (known.length > 0) tellAudit(request, known.join(' · '));
};

const entryOf = ({ endpoint, personId, request }: Omit<Attempt, 'deskId'>, outcome: string) => ({
  personId: personId as PersonId,
  action: endpoint.id,
  outcome,
  target: [
    request.method,
    pathOf(request),
    // What was refused was not begun: what it would have been called is nobody's business.
    details.get(request) ?? (outcome === 'done' ? auditName(endpoint.id, request.body) : null) ?? '',
  ]
    .filter((part) => part !== '')
    .join(' '),
  clientAddress: request.ip,
  requestId: request.id,
});

/** One row of the desk's audit log: who tried what, and how it ended. */
export const auditAttempt = ({ context }: HttpDeps, attempt: Attempt, outcome: string): Promise<void> =>
  recordAttempt(context, { ...entryOf(attempt, outcome), deskId: attempt.deskId });

/**
 * Runs a change of staff and writes into the audit log of the desk that it was done, or that it was refused. What other histories
 * tell, the log does not repeat. That it was done is written by the change's own transaction: where the log can't be written, nothing
 * is changed. Refusals, and what changes no row of the desk, are written afterwards; there those who run the server are told of a log
 * that can't be.
 */
export const withAudit = async <T>(
  deps: HttpDeps,
  attempt: Omit<Attempt, 'deskId' | 'personId'> & {
    readonly deskId: DeskId | undefined;
    readonly personId: string | undefined;
  },
  work: () => Promise<T>,
): Promise<T> => {
  const { deskId, personId } = attempt;
  if (deskId === undefined || personId === undefined || recordingOf(attempt.endpoint) !== 'audit')
    return work();
  const tried = { ...attempt, deskId, personId };
  await nameBefore(deps, tried);
  const record = (outcome: string): Promise<void> => auditAttempt(deps, tried, outcome).catch(deps.onError);
  try {
    const change = { deskId, work };
    const { value, isRecorded } = await recordWithChange(deps.context, () => entryOf(tried, 'done'), change);
    if (!isRecorded) await record('done');
    return value;
  } catch (error) {
    if (error instanceof ProblemAnswer && told.has(error.code)) await record(error.code);
    throw error;
  }
};
