import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { endpoints } from '@reglament/contract';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { registerStatusPages } from '../pages/register-status-pages.ts';
import type { HttpDeps } from './http-deps.ts';
import { openApiRoute } from './openapi.ts';
import { ProblemAnswer, sendProblem } from './problem-reply.ts';
import { readJson } from './read-json.ts';
import { attachmentRoutes } from './routes/attachment-routes.ts';
import { deskRoutes } from './routes/desk-routes.ts';
import { letterRoutes } from './routes/letter-routes.ts';
import { liveRoutes } from './routes/live-routes.ts';
import { queueRoutes } from './routes/queue-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { ticketRoutes } from './routes/ticket-routes.ts';
import { serveWebApp } from './web-app.ts';

const MAX_JSON = 1024 * 1024;
const MAX_UPLOAD = 50 * 1024 * 1024;
const MAX_URL = 8 * 1024;

/** PostgreSQL away, starting, out of connections, out of disk, or too slow: try again, nothing was acknowledged. */
const unavailable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '57014', '53100', '53200', '53300', '25P03', '08006', '08001', '08003', '55P03']);

const isUnavailable = (error: Error): boolean =>
  ('code' in error && unavailable.has(String(error.code))) || /Connection terminated|timeout exceeded when trying to connect|timeout expired/i.test(error.message);

const frameworkProblems: Readonly<Record<string, readonly [Parameters<typeof sendProblem>[2], Readonly<Record<string, string>>?]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', { connection: 'close' }],
  FST_REQ_FILE_TOO_LARGE: ['too-large', { connection: 'close' }],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type', { 'accept-post': 'application/json' }],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['malformed-json'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['malformed-json'],
  FST_INVALID_MULTIPART_CONTENT_TYPE: ['unsupported-media-type', { 'accept-post': 'multipart/form-data' }],
  FST_PARTS_LIMIT: ['too-complex'],
  FST_FILES_LIMIT: ['too-complex'],
  FST_FIELDS_LIMIT: ['too-complex'],
};

/** Every failure becomes a problem in one place; what nobody expected is logged and told by its request id only. */
const answerError = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  if (error instanceof ProblemAnswer) return sendProblem(request, reply, error.code, error.details);
  const known = frameworkProblems[error.code];
  if (known !== undefined) return sendProblem(request, reply, known[0], known[1] === undefined ? {} : { headers: known[1] });
  if (error.statusCode === 429) return sendProblem(request, reply, 'rate-limited');
  if (isUnavailable(error)) return sendProblem(request, reply, 'unavailable', { headers: { 'retry-after': '2' } });
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return sendProblem(request, reply, 'malformed-json');
  request.log.error({ err: error }, 'unexpected');
  return sendProblem(request, reply, 'internal');
};

const routePatterns = Object.values(endpoints).map((e) => ({ method: e.method, pattern: new RegExp(`^${e.path.replace(/\{\w+\}/g, '[^/]+')}$`) }));

/** Methods that the contract has for an address; empty: no such address. */
const methodsAt = (path: string): readonly string[] => [...new Set(routePatterns.filter((r) => r.pattern.test(path)).map((r) => r.method))];

const readBodies = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: MAX_JSON }, (_request, body, done) => {
    const read = readJson(body as Buffer);
    if (read.ok) done(null, read.value);
    else done(new ProblemAnswer(read.code, read.pointer === '' ? {} : { errors: [{ pointer: read.pointer, code: read.code }] }));
  });
  app.addContentTypeParser('message/rfc822', { parseAs: 'buffer', bodyLimit: MAX_UPLOAD }, (_request, body, done) => done(null, body));
};

/** The node's own answer to requests that never became one: too large headers, not HTTP. */
const clientErrorText = (code: string | undefined): string => {
  const [status, title] = code === 'HPE_HEADER_OVERFLOW' ? ['431 Request Header Fields Too Large', 'headers-too-large'] : ['400 Bad Request', 'malformed-json'];
  const body = JSON.stringify({ type: `urn:reglament:problem:${title}`, title, status: Number(status.slice(0, 3)), code: title });
  return `HTTP/1.1 ${status}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`;
};

export interface AppOptions {
  readonly log: boolean;
  /** Addresses of proxies that may name the client; none unless said. */
  readonly trustProxy: string | false;
}

/** The whole HTTP side: routes of the contract, public pages, the web application. */
export const createApp = async (deps: HttpDeps, options: AppOptions): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: options.log ? { level: 'warn', redact: ['req.headers.cookie', 'req.headers.authorization'] } : false,
    trustProxy: options.trustProxy,
    bodyLimit: MAX_JSON,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    routerOptions: { maxParamLength: 500 },
    http: { maxHeaderSize: 16 * 1024 },
    // Connections of browsers must not keep a stopping server alive.
    forceCloseConnections: true,
    clientErrorHandler: (error: NodeJS.ErrnoException, socket) => {
      if (socket.writable) socket.end(clientErrorText(error.code));
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.url.length > MAX_URL) throw new ProblemAnswer('uri-too-long');
  });
  app.setErrorHandler(answerError);
  await app.register(helmet, { contentSecurityPolicy: false, strictTransportSecurity: deps.baseUrl.startsWith('https:'), referrerPolicy: { policy: 'no-referrer' } });
  await app.register(compress, { threshold: 2048, encodings: ['gzip', 'identity'] });
  // Before the form reader is added: this takes the framework's own readers away.
  readBodies(app);
  await app.register(multipart, { limits: { fileSize: MAX_UPLOAD, files: 10, fields: 40, parts: 60, fieldSize: 512 * 1024, headerPairs: 100 } });
  await app.register(rateLimit, { global: false });

  sessionRoutes(app, deps);
  queueRoutes(app, deps);
  ticketRoutes(app, deps);
  attachmentRoutes(app, deps);
  deskRoutes(app, deps);
  letterRoutes(app, deps);
  liveRoutes(app, deps);
  openApiRoute(app, deps.baseUrl);
  app.get('/healthz', async (_request, reply) => {
    await deps.context.db.plain.query('health', 'select 1 as one');
    return reply.header('cache-control', 'no-store').send({ status: 'ready' });
  });
  await registerStatusPages(app, { context: deps.context, baseUrl: deps.baseUrl, wakeOutbox: deps.wakeOutbox });

  const sendPage = await serveWebApp(app, deps.webDist);
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const methods = methodsAt(path);
    if (methods.length > 0) return sendProblem(request, reply, 'method-not-allowed', { headers: { allow: methods.join(', ') } });
    if (request.method !== 'GET' || path.startsWith('/api/') || path.startsWith('/assets/')) return sendProblem(request, reply, 'not-found');
    return sendPage(reply, path === '/' || path.startsWith('/d/') || path === '/sign-in' ? 200 : 404);
  });
  return app;
};

