import { randomUUID } from 'node:crypto';
import { type LaidOut, type LoadDesk, registrationBody } from '../../apps/server/src/testing/lay-out-load.ts';
import type { ClientLog } from './client-log.ts';

export interface Writers {
  /** No new work; resolves when every unknown outcome is known. */
  readonly finish: () => Promise<void>;
}

export interface WritersOptions {
  readonly url: string;
  readonly cookie: string;
  readonly laidOut: LaidOut;
  readonly log: ClientLog;
  readonly writers: number;
  /** A request whose outcome stays unknown longer than this fails the run. */
  readonly patienceMs: number;
}

interface Request {
  readonly path: string;
  readonly body: unknown;
  readonly version: number | null;
}

interface Ticket {
  readonly desk: LoadDesk;
  readonly number: number;
  version: number;
}

interface Answer {
  readonly body: { readonly number?: number; readonly version: number };
  readonly repeated: boolean;
}

const RETRY_MS = 50;
const REQUEST_MS = 10_000;
const NOTES_OF_TICKET = 3;

/** One attempt; null: the outcome is unknown. */
const attempt = async (options: WritersOptions, request: Request, key: string): Promise<Response | null> => {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    cookie: options.cookie,
    'idempotency-key': key,
  };
  if (request.version !== null) headers['if-match'] = `"${request.version}"`;
  try {
    const response = await fetch(`${options.url}${request.path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(request.body),
      signal: AbortSignal.timeout(REQUEST_MS),
    });
    // The body belongs to the answer: half an answer is none.
    const text = await response.text();
    return response.status >= 500 || response.status === 409
      ? null
      : new Response(text, { status: response.status, headers: response.headers });
  } catch {
    return null;
  }
};

/** Repeats the same request with the same key until the server says what became of it. */
const untilKnown = async (options: WritersOptions, request: Request): Promise<Answer | null> => {
  const key = randomUUID();
  const until = performance.now() + options.patienceMs;
  for (let attempts = 1; ; attempts++) {
    const response = await attempt(options, request, key);
    if (response?.ok === true) {
      if (response.headers.get('idempotency-replayed') !== null) options.log.replayed++;
      return { body: (await response.json()) as Answer['body'], repeated: attempts > 1 };
    }
    if (response !== null) {
      options.log.refused.push(`${response.status} ${(await response.text()).slice(0, 300)}`);
      return null;
    }
    options.log.unknown++;
    if (performance.now() > until)
      throw new Error(`${request.path}: nobody said within ${options.patienceMs} ms what became of it`);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
};

const registerOne = async (
  options: WritersOptions,
  desk: LoadDesk,
  n: number,
  mark: string,
): Promise<Ticket | null> => {
  const answer = await untilKnown(options, {
    path: `/api/desks/${desk.slug}/tickets`,
    body: registrationBody(desk, n, mark),
    version: null,
  });
  if (answer === null || answer.body.number === undefined) return null;
  options.log.acknowledged.push({
    kind: 'ticket',
    desk: desk.slug,
    number: answer.body.number,
    mark,
    repeated: answer.repeated,
  });
  return { desk, number: answer.body.number, version: answer.body.version };
};

const noteOne = async (options: WritersOptions, ticket: Ticket, mark: string): Promise<boolean> => {
  const path = `/api/desks/${ticket.desk.slug}/tickets/${ticket.number}/commands`;
  const answer = await untilKnown(options, {
    path,
    body: { command: 'add-note', text: `Проверено ${mark}`, attachments: [] },
    version: ticket.version,
  });
  if (answer === null) return false;
  ticket.version = answer.body.version;
  options.log.acknowledged.push({
    kind: 'note',
    desk: ticket.desk.slug,
    number: ticket.number,
    mark,
    repeated: answer.repeated,
  });
  return true;
};

/** Clients that register tickets and write notes on their own ones, each waiting for its answer, until told to finish. */
export const startWriters = (options: WritersOptions): Writers => {
  const { desks } = options.laidOut;
  let finishing = false;
  const markOf = (): string => {
    const mark = `m-${randomUUID()}`;
    options.log.sent.add(mark);
    return mark;
  };
  const work = async (writer: number): Promise<void> => {
    for (let n = writer; !finishing; n++) {
      const desk = desks[n % desks.length];
      if (desk === undefined) throw new Error('no desk to write to');
      const ticket = await registerOne(options, desk, n, markOf());
      for (let note = 0; ticket !== null && note < NOTES_OF_TICKET && !finishing; note++)
        if (!(await noteOne(options, ticket, markOf()))) break;
    }
  };
  const working = Promise.all(Array.from({ length: options.writers }, (_, writer) => work(writer)));
  // Whoever finishes hears of a failure; until then it must not end the process.
  working.catch(() => undefined);
  return {
    finish: async () => {
      finishing = true;
      await working;
    },
  };
};
