import { useMutation } from '@tanstack/react-query';
import type { ReadyRequest } from './request-of.ts';

/** Signs for one screen; a whole table is for a program. */
const SHOWN = 50_000;

export interface Tried {
  readonly status: number;
  readonly tookMs: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
  readonly isCut: boolean;
}

const shownHeaders = new Set([
  'etag',
  'idempotency-replayed',
  'ratelimit-remaining',
  'retry-after',
  'www-authenticate',
  'x-request-id',
]);

const pretty = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

/** Makes a request of the reference; `key` null: as whoever is signed in. */
export const useTry = () =>
  useMutation({
    mutationFn: async ({ key, request }: { readonly key: string | null; readonly request: ReadyRequest }) => {
      const startedAt = performance.now();
      const response = await fetch(request.url, {
        method: request.method,
        headers: { ...request.headers, ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
        // With a key the session stays at home: the server takes one of them.
        credentials: key === null ? 'same-origin' : 'omit',
        ...(request.body === null ? {} : { body: request.body }),
      });
      const text = pretty(await response.text());
      const tried: Tried = {
        status: response.status,
        tookMs: Math.round(performance.now() - startedAt),
        headers: [...response.headers].filter(([name]) => shownHeaders.has(name)),
        text: text.slice(0, SHOWN),
        isCut: text.length > SHOWN,
      };
      return tried;
    },
  });
