import { newId } from '../ids.ts';
import type { RunningServer } from '../start-server.ts';
import { type RawReply, rawRequest } from './raw-request.ts';

export const postJson = (
  server: RunningServer,
  cookie: string,
  path: string,
  json: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawReply> =>
  rawRequest(server.url, path, {
    method: 'POST',
    body: JSON.stringify(json),
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': newId(), ...headers },
  });

/** The body of a reply that must be a success. */
export const ok = async (reply: Promise<RawReply>): Promise<Record<string, unknown>> => {
  const { status, json, body } = await reply;
  if (status >= 300) throw new Error(`${status} ${body.toString()}`);
  return body.length === 0 ? {} : json();
};
