import type { z } from 'zod';

/**
 * Who may call: nobody in particular, anyone signed in, staff of the desk in the path; of these whoever supports (not sales),
 * whoever speaks with customers of sales (not engineers), whoever sells (sales, leads, administrators), dispatchers with leads
 * and administrators, leads and administrators, or administrators alone. Or a customer of the desk in the path: somebody with an
 * account behind one of its contacts, whatever else they are.
 */
export type Permission =
  | 'public'
  | 'signed-in'
  | 'staff'
  | 'support'
  | 'sales'
  | 'seller'
  | 'dispatcher'
  | 'lead'
  | 'administrator'
  | 'customer';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** What a body is sent as. Letters and tables are sent as raw bytes, files as multipart. */
export type BodyKind = 'json' | 'multipart' | 'message/rfc822' | 'text/csv';

/**
 * One route as data: the server registers it, the browser's client is typed by it, OpenAPI is printed from it.
 * `{name}` in the path are parameters.
 */
export interface Endpoint {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly permission: Permission;
  readonly params: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly bodyKind?: BodyKind;
  readonly reply: z.ZodType;
  /** Status of success; 200 unless said. */
  readonly status?: 200 | 201 | 202 | 204;
  /** Creates something: wants an Idempotency-Key header. */
  readonly idempotent?: boolean;
  /** Changes a versioned thing: wants If-Match with the version that the person saw. */
  readonly versioned?: boolean;
}

export const endpoint = <const E extends Endpoint>(e: E): E => e;

export type ParamsOf<E extends Endpoint> = z.infer<E['params']>;
export type QueryOf<E extends Endpoint> = E extends { query: z.ZodType } ? z.input<E['query']> : undefined;
export type BodyOf<E extends Endpoint> = E extends { body: z.ZodType } ? z.input<E['body']> : undefined;
export type ReplyOf<E extends Endpoint> = z.infer<E['reply']>;
