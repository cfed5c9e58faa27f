import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import { registerStatusPages } from '../pages/register-status-pages.ts';
import { registerSupportPages } from '../pages/support/register-support-pages.ts';
import { registerUnsubscribePage } from '../pages/unsubscribe/register-unsubscribe-page.ts';
import { clientErrorText, createAnswerError } from './answer-error.ts';
import type { HttpDeps } from './http-deps.ts';
import { openApiRoute } from './openapi.ts';
import { UPLOAD_ANSWER_MS } from './contract-route.ts';
import { ProblemAnswer, sendProblem } from './problem-reply.ts';
import { readJson } from './read-json.ts';
import { regulationSchemaRoute } from './regulation-schema.ts';
import { methodsAt } from './route-methods.ts';
import { auditRoutes } from './routes/audit-routes.ts';
import { apiKeyRoutes } from './routes/api-key-routes.ts';
import { accountRoutes } from './routes/account-routes.ts';
import { attachmentRoutes } from './routes/attachment-routes.ts';
import { certificateLetterRoutes } from './routes/certificate-letter-routes.ts';
import { certificateRoutes } from './routes/certificate-routes.ts';
import { boardRoutes } from './routes/board-routes.ts';
import { callRoutes } from './routes/call-routes.ts';
import { companyRoutes } from './routes/company-routes.ts';
import { editionRoutes } from './routes/edition-routes.ts';
import { exportRoutes } from './routes/export-routes.ts';
import { inquiryRoutes } from './routes/inquiry-routes.ts';
import { staffRoutes } from './routes/staff-routes.ts';
import { setupRoutes } from './routes/setup-routes.ts';
import { stopRoutes } from './routes/stop-routes.ts';
import { companyPortalRoutes } from './routes/company-portal-routes.ts';
import { portalLiveRoutes } from './routes/portal-live-routes.ts';
import { portalRequestRoutes } from './routes/portal-request-routes.ts';
import { deskRoutes } from './routes/desk-routes.ts';
import { mailboxRoutes } from './routes/mailbox-routes.ts';
import { portalRoutes } from './routes/portal-routes.ts';
import { portalTicketRoutes } from './routes/portal-ticket-routes.ts';
import { productRoutes } from './routes/product-routes.ts';
import { notificationRoutes } from './routes/notification-routes.ts';
import { instanceRoutes } from './routes/instance-routes.ts';
import { letterRoutes } from './routes/letter-routes.ts';
import { liveRoutes } from './routes/live-routes.ts';
import { queueRoutes } from './routes/queue-routes.ts';
import { searchRoutes } from './routes/search-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { templateRoutes } from './routes/template-routes.ts';
import { draftRoutes } from './routes/draft-routes.ts';
import { personalRoutes } from './routes/personal-routes.ts';
import { ticketRoutes } from './routes/ticket-routes.ts';
import { webhookRoutes } from './routes/webhook-routes.ts';
import { viewRoutes } from './routes/view-routes.ts';
import { wayInRoutes } from './routes/way-in-routes.ts';
import { workspaceRoutes } from './routes/workspace-routes.ts';
import { serveWebApp } from './web-app.ts';
import { withDeadline } from './with-deadline.ts';

const MAX_JSON = 1024 * 1024;
const MAX_TABLE = 5 * 1024 * 1024;
const MAX_UPLOAD = 50 * 1024 * 1024;
const MAX_URL = 8 * 1024;
const HEALTH_MS = 2500;
const SILENCE_MS = 120_000;

/** The database tells with an error what was in the row: that belongs into no log. */
const loggedError = (error: Error & { readonly code?: unknown }) => ({
  type: error.name,
  message: error.message,
  stack: error.stack ?? '',
  ...(typeof error.code === 'string' ? { code: error.code } : {}),
});

const readBodies = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_JSON },
    (_request, body, done) => {
      const read = readJson(body as Buffer);
      if (read.ok) done(null, read.value);
      else
        done(
          new ProblemAnswer(
            read.code,
            read.pointer === '' ? {} : { errors: [{ pointer: read.pointer, code: read.code }] },
          ),
        );
    },
  );
  app.addContentTypeParser(
    'message/rfc822',
    { parseAs: 'buffer', bodyLimit: MAX_UPLOAD },
    (_request, body, done) => done(null, body),
  );
  app.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: MAX_TABLE }, (_request, body, done) =>
    done(null, body),
  );
};

export interface AppOptions {
  readonly log: boolean;
  /** Addresses of proxies that may name the client; none unless said. */
  readonly trustProxy: string | false;
}

const registerPlugins = async (app: FastifyInstance, deps: HttpDeps): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: deps.baseUrl.startsWith('https:'),
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(compress, { threshold: 2048, encodings: ['gzip', 'identity'] });
  // Before the form reader is added: this takes the framework's own readers away.
  readBodies(app);
  await app.register(multipart, {
    limits: {
      fileSize: MAX_UPLOAD,
      files: 10,
      fields: 40,
      parts: 60,
      fieldSize: 512 * 1024,
      headerPairs: 100,
    },
  });
  await app.register(rateLimit, { global: false, enableDraftSpec: true });
};

const apiRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  sessionRoutes(app, deps);
  wayInRoutes(app, deps);
  accountRoutes(app, deps);
  staffRoutes(app, deps);
  queueRoutes(app, deps);
  ticketRoutes(app, deps);
  attachmentRoutes(app, deps);
  companyRoutes(app, deps);
  searchRoutes(app, deps);
  portalRoutes(app, deps);
  portalTicketRoutes(app, deps);
  portalRequestRoutes(app, deps);
  portalLiveRoutes(app, deps);
  companyPortalRoutes(app, deps);
  boardRoutes(app, deps);
  callRoutes(app, deps);
  viewRoutes(app, deps);
  productRoutes(app, deps);
  notificationRoutes(app, deps);
  certificateRoutes(app, deps);
  certificateLetterRoutes(app, deps);
  inquiryRoutes(app, deps);
  stopRoutes(app, deps);
  workspaceRoutes(app, deps);
  templateRoutes(app, deps);
  personalRoutes(app, deps);
  draftRoutes(app, deps);
  instanceRoutes(app, deps);
  letterRoutes(app, deps);
  auditRoutes(app, deps);
  editionRoutes(app, deps);
  deskRoutes(app, deps);
  mailboxRoutes(app, deps);
  exportRoutes(app, deps);
  setupRoutes(app, deps);
  apiKeyRoutes(app, deps);
  webhookRoutes(app, deps);
  liveRoutes(app, deps);
  openApiRoute(app, deps.baseUrl);
  regulationSchemaRoute(app);
  app.get('/healthz', async (_request, reply) => {
    await withDeadline(HEALTH_MS, deps.context.db.plain.query('health', 'select 1 as one'));
    return reply.header('cache-control', 'no-store').send({ status: 'ready' });
  });
};

const ownPages: ReadonlySet<string> = new Set([
  '/',
  '/setup',
  '/sign-in',
  '/second-factor',
  '/account',
  '/p',
]);

/** Whether the web application shows something of its own there. */
const isPage = (path: string): boolean => ownPages.has(path) || /^\/(?:d|p|enter)\//.test(path);

/** Addresses that no route has: the application's pages, methods that an address lacks, nothing. */
const answerTheRest = async (app: FastifyInstance, deps: HttpDeps): Promise<void> => {
  const sendPage = await serveWebApp(app, deps.webDist, deps.isDemo === true);
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const page = isPage(path);
    const reading = request.method === 'GET' || request.method === 'HEAD';
    const methods = page && !reading ? ['GET', 'HEAD'] : methodsAt(path);
    if (methods.length > 0)
      return sendProblem(request, reply, 'method-not-allowed', { headers: { allow: methods.join(', ') } });
    if (!reading || path === '/api' || path.startsWith('/api/') || path.startsWith('/assets/'))
      return sendProblem(request, reply, 'not-found');
    return sendPage(reply, page ? 200 : 404);
  });
};

/** The whole HTTP side: routes of the contract, public pages, the web application. */
export const createApp = async (deps: HttpDeps, options: AppOptions): Promise<FastifyInstance> => {
  const answerError = createAnswerError(deps.onError);
  const app = Fastify({
    logger: options.log
      ? {
          level: 'warn',
          redact: ['req.headers.cookie', 'req.headers.authorization'],
          serializers: { err: loggedError },
        }
      : false,
    trustProxy: options.trustProxy,
    bodyLimit: MAX_JSON,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // An address that can't be decoded never reaches a route.
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    routerOptions: { maxParamLength: 500 },
    http: { maxHeaderSize: 16 * 1024 },
    // A line that says nothing for this long is cut; a request comes whole within the time of the longest upload.
    connectionTimeout: SILENCE_MS,
    requestTimeout: UPLOAD_ANSWER_MS,
    // Connections of browsers must not keep a stopping server alive.
    forceCloseConnections: true,
    clientErrorHandler: (error: NodeJS.ErrnoException, socket) => {
      if (!socket.writable) return socket.destroy();
      socket.end(clientErrorText(error.code));
      // Half a connection of somebody who never closes theirs would stay for ever.
      socket.destroySoon();
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.url.length > MAX_URL) throw new ProblemAnswer('uri-too-long');
  });
  app.setErrorHandler(answerError);
  await registerPlugins(app, deps);
  apiRoutes(app, deps);
  const pages = { context: deps.context, baseUrl: deps.baseUrl, wakeOutbox: deps.wakeOutbox };
  await registerStatusPages(app, pages);
  await registerSupportPages(app, pages);
  await registerUnsubscribePage(app, pages);
  await answerTheRest(app, deps);
  return app;
};
