import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from './endpoint.ts';
import type { Problem } from './problems.ts';

/** The server said no; `problem` says why, in the reader's language. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.problem = problem;
  }
}

export interface CallOptions {
  readonly idempotencyKey?: string;
  readonly version?: number;
  readonly signal?: AbortSignal;
  readonly language?: string;
}

type Input<E extends Endpoint> = {
  readonly params: ParamsOf<E>;
} & (QueryOf<E> extends undefined ? unknown : { readonly query?: QueryOf<E> }) &
  (BodyOf<E> extends undefined ? unknown : { readonly body: BodyOf<E> });

/** What may stand in an address: parameters of the path, fields of the query. */
type AddressParts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Address of an endpoint with its parameters filled in. */
export const addressOf = (e: Endpoint, params: AddressParts, query?: AddressParts): string => {
  const path = e.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {}))
    if (value !== undefined) search.set(key, String(value));
  const tail = search.toString();
  return tail === '' ? path : `${path}?${tail}`;
};

/** Calls one endpoint over fetch. Throws ProblemError for a refusal, TypeError when the network fails. */
export const call = async <E extends Endpoint>(
  fetcher: typeof fetch,
  e: E,
  input: Input<E>,
  options: CallOptions = {},
): Promise<ReplyOf<E>> => {
  const given = input as { params: AddressParts; query?: AddressParts; body?: unknown };
  const headers: Record<string, string> = { accept: 'application/json' };
  if (given.body !== undefined) headers['content-type'] = 'application/json';
  if (options.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey;
  if (options.version !== undefined) headers['if-match'] = `"${options.version}"`;
  if (options.language !== undefined) headers['accept-language'] = options.language;
  const response = await fetcher(addressOf(e, given.params, given.query), {
    method: e.method,
    headers,
    credentials: 'same-origin',
    ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  if (!response.ok) throw new ProblemError((await response.json()) as Problem);
  return (response.status === 204 ? null : await response.json()) as ReplyOf<E>;
};
