import type { Endpoint } from '@reglament/contract';
import { keptResponse } from '../store/queries/idempotency.ts';
import type { Call } from './contract-route.ts';
import type { HttpDeps } from './http-deps.ts';
import { ProblemAnswer } from './problem-reply.ts';

/** Keys whose request is under way on this node; on another node the row's uniqueness decides. */
const running = new Set<string>();

const UNIQUE_VIOLATION = '23505';

const isRepeated = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === UNIQUE_VIOLATION &&
  'constraint' in error &&
  error.constraint === 'idempotency_pkey';

/** The first answer again for the same request; a mistake for another one with the same key. */
const replay = async (
  deps: HttpDeps,
  call: Call<Endpoint>,
): Promise<{ readonly response: unknown } | null> => {
  const { key, requestHash } = call.idempotency;
  const kept = await deps.context.db.askDesk(call.deskId, (q) => keptResponse(q, call.deskId, key));
  if (kept === null) return null;
  if (kept.requestHash !== requestHash) throw new ProblemAnswer('idempotency-mismatch');
  call.reply.header('idempotency-replayed', 'true');
  return { response: kept.response };
};

/** What a request may be told whose first copy has done its work: its own name is taken, its version gone. */
const OVERTAKEN: ReadonlySet<string> = new Set(['stale', 'refused', 'state', 'invalid-request']);

/** Runs a creating request once by its Idempotency-Key; the row is written by the command's own transaction. */
export const onceByKey = async (
  deps: HttpDeps,
  call: Call<Endpoint>,
  run: () => Promise<unknown>,
): Promise<unknown> => {
  const name = `${call.deskId} ${call.idempotency.key}`;
  if (running.has(name)) throw new ProblemAnswer('still-running', { headers: { 'retry-after': '1' } });
  running.add(name);
  try {
    // A repetition is rare: the look-up is left to those whose version is gone or whose row is there already.
    return await run();
  } catch (error) {
    const repeated = isRepeated(error) || (error instanceof ProblemAnswer && OVERTAKEN.has(error.code));
    const kept = repeated ? await replay(deps, call) : null;
    if (kept === null) throw error;
    return kept.response;
  } finally {
    running.delete(name);
  }
};
