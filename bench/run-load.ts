import { connect, type Socket } from 'node:net';
import { quantile } from './figure.ts';

export interface LoadResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly requests: number;
  /** Answers other than 2xx, by status. */
  readonly failures: Readonly<Record<string, number>>;
}

export interface LoadOptions {
  readonly port: number;
  readonly clients: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** The bytes of the next request; each client waits for its answer. */
  readonly next: (client: number, n: number) => string;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** Reads answers with a Content-Length off one connection: a full HTTP client would take the processor from what is measured. */
const oneConnection = (
  port: number,
): { readonly ask: (request: string) => Promise<number>; readonly close: () => void } => {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let received = Buffer.alloc(0);
  let resolve: ((status: number) => void) | null = null;
  let reject: (error: Error) => void = () => undefined;
  const take = (): void => {
    const end = received.indexOf(HEAD_END);
    if (end < 0 || resolve === null) return;
    const head = received.toString('latin1', 0, end);
    const length = /content-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) return reject(new Error(`an answer without Content-Length:\n${head}`));
    const total = end + HEAD_END.length + Number(length);
    if (received.length < total) return;
    received = received.subarray(total);
    resolve(Number(head.slice(9, 12)));
  };
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    take();
  });
  socket.on('error', (error) => reject(error));
  socket.on('close', () => reject(new Error('the server closed the connection')));
  return {
    ask: (request) =>
      new Promise((done, fail) => {
        resolve = done;
        reject = fail;
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
};

/** Clients that each send the next request when the last is answered, for a time; the warm-up is not counted. */
export const runLoad = async (options: LoadOptions): Promise<LoadResult> => {
  const latencies: number[] = [];
  const failures: Record<string, number> = {};
  const countFrom = performance.now() + options.warmUpMs;
  const until = countFrom + options.measureMs;
  const work = async (client: number): Promise<void> => {
    const connection = oneConnection(options.port);
    for (let n = 0; ; n++) {
      const begun = performance.now();
      if (begun >= until) break;
      const status = await connection.ask(options.next(client, n));
      const ended = performance.now();
      if (begun < countFrom || ended > until) continue;
      if (status >= 200 && status < 300) latencies.push(ended - begun);
      else failures[status] = (failures[status] ?? 0) + 1;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: options.clients }, (_, client) => work(client)));
  return {
    perSecond: latencies.length / (options.measureMs / 1000),
    p50Ms: quantile(latencies, 0.5),
    p95Ms: quantile(latencies, 0.95),
    p99Ms: quantile(latencies, 0.99),
    requests: latencies.length,
    failures,
  };
};

/** A request as bytes on the wire. */
export const requestText = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): string => {
  const lines = Object.entries({
    host: '127.0.0.1',
    ...headers,
    ...(body === ''
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
  });
  return `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`;
};
