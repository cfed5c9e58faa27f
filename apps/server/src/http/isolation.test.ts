import { type Endpoint, endpoints, exportTables, livePath } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../ids.ts';
import { bodiesOf } from '../testing/bodies-of.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, type Planted, plantDesk, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { eventually, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { deskIdOf } from '../testing/test-desk.ts';

// Every route is asked by everybody, in every way: a busy machine takes minutes.
vi.setConfig({ testTimeout: 300_000 });

let server: TestServer;
let centaur: Planted;
let optima: Planted;

const post = (cookie: string, path: string, json: unknown): Promise<RawReply> =>
  postJson(server, cookie, path, json);

beforeAll(async () => {
  server = await startTestServer();
  centaur = await plantDesk(server, 'centaur', 'canaryofcentaur');
  optima = await plantDesk(server, 'optima', 'canaryofoptima');
});

afterAll(() => server.stop());

const pathsOf = (
  e: Pick<Endpoint, 'path' | 'query' | 'id'>,
  desk: Planted,
  of: Planted,
): readonly string[] => {
  const ids: Readonly<Record<string, readonly string[]>> = {
    desk: [desk.slug],
    number: [String(of.number), '2', '3'],
    attachmentId: [of.attachmentId, of.draftId],
    letterId: [of.letterId],
    personId: [of.leaverId],
    invitationId: [of.invitationId],
    sessionId: [newId()],
    passkeyId: [newId()],
    companyId: [of.companyId],
    productId: [of.productId],
    productVersionId: [of.productVersionId],
    certificateId: [of.certificateId],
    inquiryNumber: [String(of.inquiryNumber)],
    instanceId: [of.instanceId],
    keyId: [of.keyId],
    webhookId: [of.webhookId],
    licenceId: [of.licenceId],
    editionId: [of.editionId],
    table: exportTables,
    tagId: [of.tagId],
    viewId: [of.viewId],
    templateId: [of.templateId],
    entryId: [of.entryId],
    callId: [of.callId],
  };
  const path = [...e.path.matchAll(/\{(\w+)\}/g)].reduce<readonly string[]>(
    (made, [whole, name = '']) => made.flatMap((p) => (ids[name] ?? []).map((id) => p.replace(whole, id))),
    [e.path],
  );
  const queries =
    e.id === 'getCompanies'
      ? ['', `?search=${of.canary}`, '?search=%25']
      : e.id === 'search'
        ? ['', `?q=${of.canary}`, `?q=${of.canary.slice(0, -3)}`, '?q=1', `?q=${encodeURIComponent('тема')}`]
        : e.id === 'getDrafts' || e.id === 'getPortalDrafts'
          ? [`?about=ticket.${of.number}&writer=${of.engineerId}`]
          : e.id === 'getCallers' || e.id === 'previewCall'
            ? ['', `?contactId=${of.contactId}`, `?companyId=${of.companyId}`]
            : e.id === 'getQueue'
              ? [
                  ...[
                    '',
                    '?view=mine',
                    '?view=unidentified',
                    '?view=classify',
                    '?line=2',
                    `?tag=${of.tagId}`,
                  ],
                  ...['?view=closed', '?view=not-entitled'],
                ]
              : [''];
  return path.flatMap((p) => queries.map((q) => `${p}${q}`));
};

interface Asked {
  readonly endpoint: string;
  readonly path: string;
  readonly reply: RawReply;
}

const contentTypes = {
  json: 'application/json',
  multipart: 'multipart/form-data; boundary=b',
  'message/rfc822': 'message/rfc822',
  'text/csv': 'text/csv',
} as const;

/** Methods that send a body. */
const writes = ({ method }: Endpoint): boolean => method === 'POST' || method === 'PATCH';

const ask = async (e: Endpoint, cookie: string, path: string, body: unknown): Promise<Asked> => {
  const headers = {
    ...(cookie === '' ? {} : { cookie }),
    'idempotency-key': newId(),
    'if-match': '"99"',
    ...(writes(e) ? { 'content-type': contentTypes[e.bodyKind ?? 'json'] } : {}),
  };
  const text =
    e.bodyKind === 'multipart'
      ? '--b\r\ncontent-disposition: form-data; name="file"; filename="x.txt"\r\n\r\nx\r\n--b--\r\n'
      : e.bodyKind === 'message/rfc822'
        ? 'From: a@b.example\r\nSubject: x\r\n\r\nx'
        : e.bodyKind === 'text/csv'
          ? 'Название;Почта\nx;x@importer.example\n'
          : JSON.stringify(body);
  return {
    endpoint: e.id,
    path,
    reply: await rawRequest(server.url, path, {
      method: e.method,
      headers,
      ...(writes(e) ? { body: text } : {}),
    }),
  };
};

/** Every route of the contract but signing out, under `desk`'s address, with objects of `of`. */
const askEverything = async (cookie: string, desk: Planted, of: Planted): Promise<readonly Asked[]> => {
  const bodies = bodiesOf(of);
  const all: Asked[] = [];
  for (const e of Object.values(endpoints) as readonly Endpoint[]) {
    // What a desk's own people would take away is needed for the others.
    const isOwn = desk === of && [of.engineer, of.administrator].includes(cookie);
    if (e.id === 'signOut' || (isOwn && e.method === 'DELETE')) continue;
    for (const path of pathsOf(e, desk, of))
      for (const body of writes(e) ? (bodies[e.id] ?? []) : [undefined])
        all.push(await ask(e, cookie, path, body));
  }
  return all;
};

/** Answers that hold what the engineer has not said yet. */
const tellingUnsaid = (asked: readonly Asked[], of: Planted): readonly string[] =>
  asked
    .filter(({ reply }) => reply.body.toString('utf8').includes(of.unsaid))
    .map(({ endpoint }) => endpoint);

const leaks = (asked: readonly Asked[], of: Planted): readonly string[] =>
  asked
    .filter(({ reply }) =>
      `${JSON.stringify(reply.headers)}${reply.body.toString('utf8')}`.includes(of.canary),
    )
    .map((a) => `${a.endpoint} ${a.path} ${a.reply.status}`);

/** The audit log of one's own desk says by which names its own people began things, the other's canary among them. */
const saysOwnWords = ({ endpoint, path }: Asked, own: Planted): boolean =>
  (endpoint === 'getAudit' || endpoint === 'getAuditTable') && path.startsWith(`/api/desks/${own.slug}/`);

/** A search says back what was searched for only in the address of a problem, which has no query. */
const others = (): readonly (readonly [string, string, Planted, Planted])[] => [
  ['guest', '', centaur, optima],
  ['guest', '', optima, centaur],
  // Before the staff, who give their own desk words with the other's canary.
  ['customer of Centaur', centaur.customer, centaur, optima],
  ['customer of Optima', optima.customer, optima, centaur],
  ['engineer of Centaur', centaur.engineer, centaur, optima],
  ['administrator of Centaur', centaur.administrator, centaur, optima],
  ['engineer of Optima', optima.engineer, optima, centaur],
  ['administrator of Optima', optima.administrator, optima, centaur],
];

describe('another desk', () => {
  it('has a request for every route that writes', () => {
    const writing = (Object.values(endpoints) as readonly Endpoint[]).filter(writes).map((e) => e.id);
    expect(Object.keys(bodiesOf(centaur)).toSorted()).toEqual(writing.toSorted());
  });

  it('is seen by its own people: the canaries sing', async () => {
    for (const own of [centaur, optima]) {
      const byAdministrator = await askEverything(own.administrator, own, own);
      expect(tellingUnsaid(byAdministrator, own)).toEqual([]);
      const seen = new Set(leaks(byAdministrator, own).map((l) => l.split(' ')[0]));
      expect([...seen].toSorted()).toEqual(
        expect.arrayContaining([
          'getApiKeys',
          'getAttachment',
          'getCertificate',
          'getCertificateLetters',
          'getCertificates',
          'getCompanies',
          'getCompany',
          'getCompanyInstances',
          'getInquiries',
          'getInquiry',
          'getInstances',
          'getLetter',
          'getLetterRaw',
          'getLetters',
          'getLicences',
          'getProducts',
          'getQueue',
          'getServiceStops',
          'getSession',
          'getStaff',
          'getTags',
          'getTemplates',
          'getTicket',
          'getWebhooks',
          'search',
          'tagTicket',
        ]),
      );
      const byEngineer = await askEverything(own.engineer, own, own);
      expect(leaks(byEngineer, own).map((l) => l.split(' ')[0])).toContain('getNotifications');
      expect([...new Set(tellingUnsaid(byEngineer, own))]).toEqual(['getDrafts']);
      expect(leaks(await askEverything(own.customer, own, own), own).map((l) => l.split(' ')[0])).toEqual(
        expect.arrayContaining([
          'getPortal',
          'getPortalTicket',
          'getPortalTicketForm',
          'getPortalTickets',
          'getPortalCertificate',
          'getPortalCertificates',
          'getPortalInquiries',
          'getPortalInquiry',
        ]),
      );
    }
  });

  it('gives not a byte to anybody else, on any route, by its own address or by theirs (R3)', async () => {
    for (const [who, cookie, theirs, foreign] of others()) {
      const asked = [
        ...(await askEverything(cookie, foreign, foreign)),
        ...(await askEverything(cookie, theirs, foreign)),
        ...(await askEverything(cookie, foreign, theirs)),
      ];
      const told = asked.filter((one) => !saysOwnWords(one, theirs));
      expect({ who, leaks: leaks(told, foreign) }).toEqual({ who, leaks: [] });
      const served = asked.filter(
        (a) =>
          [`/api/desks/${foreign.slug}/`, `/api/portal/${foreign.slug}`].some((own) =>
            a.path.startsWith(own),
          ) && a.reply.status < 400,
      );
      expect({ who, served: served.map((a) => a.path) }).toEqual({ who, served: [] });
    }
  });

  it('does not open its workplaces to its customers, nor its portal to who works there', async () => {
    for (const own of [centaur, optima]) {
      const byCustomer = await askEverything(own.customer, own, own);
      const byStaff = await askEverything(own.administrator, own, own);
      const served = [
        ...byCustomer.filter(({ path }) => path.startsWith('/api/desks/')),
        ...byStaff.filter(({ path }) => path.startsWith('/api/portal/')),
      ].filter(({ reply }) => reply.status < 400);
      expect(served.map(({ path }) => path)).toEqual([]);
    }
  });

  it('looks like no desk, and its objects like no objects: the same bytes (R2)', async () => {
    const same = async (cookie: string, foreign: string, none: string): Promise<void> => {
      const told = await Promise.all(
        [foreign, none].map(async (path) => ({
          ...expectProblem(await rawRequest(server.url, path, { headers: { cookie } }), 'not-found'),
          requestId: '',
          instance: '',
        })),
      );
      expect(told[0]).toEqual(told[1]);
    };
    await same(
      centaur.engineer,
      `/api/desks/optima/tickets/${optima.number}`,
      '/api/desks/optima/tickets/999',
    );
    await same(centaur.engineer, '/api/desks/optima/queue', '/api/desks/nowhere/queue');
    await same(
      centaur.engineer,
      `/api/desks/centaur/attachments/${optima.attachmentId}`,
      `/api/desks/centaur/attachments/${newId()}`,
    );
    await same(
      centaur.administrator,
      `/api/desks/centaur/letters/${optima.letterId}`,
      `/api/desks/centaur/letters/${newId()}`,
    );
    await same(
      centaur.administrator,
      `/api/desks/centaur/letters/${optima.letterId}/raw`,
      `/api/desks/centaur/letters/${newId()}/raw`,
    );
  });

  it('counts and notifications are its own', async () => {
    const counts = async (p: Planted) =>
      (
        (await ok(
          rawRequest(server.url, `/api/desks/${p.slug}/queue/counts`, { headers: { cookie: p.engineer } }),
        )) as { counts: Record<string, number> }
      ).counts;
    const before = await counts(centaur);
    await ok(
      post(optima.engineer, '/api/desks/optima/tickets', {
        channel: 'phone',
        requesterEmail: null,
        requesterName: 'x',
        companyId: null,
        subject: 'x',
        text: 'x',
        type: null,
        priority: null,
      }),
    );
    expect(await counts(centaur)).toEqual(before);
    const colleague = await rawRequest(server.url, '/api/desks/centaur/notifications', {
      headers: { cookie: centaur.administrator },
    });
    const told = colleague.json() as {
      notifications: { ticketNumber: number | null }[];
      concerns: unknown[];
    };
    // An inquiry of a desk without sales or dispatchers is everybody's.
    expect(told.notifications.filter(({ ticketNumber }) => ticketNumber !== null)).toEqual([]);
    expect(told.concerns).toEqual([]);
  });

  it('is not heard on the line of live changes, nor is a line opened to it', async () => {
    const url = `${server.url}${livePath.replace('{desk}', 'centaur')}`;
    const ending = new AbortController();
    const response = await fetch(url, { headers: { cookie: centaur.engineer }, signal: ending.signal });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let heard = '';
    const listening = (async () => {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        heard += Buffer.from(value).toString('utf8');
      }
    })().catch(() => undefined);
    const registration = {
      channel: 'phone',
      requesterEmail: null,
      requesterName: 'x',
      companyId: null,
      subject: 'x',
      text: 'x',
      type: null,
      priority: null,
    };
    // Both desks count from one: here far ahead, so that no number of the one is a number of the other.
    const deskId = deskIdOf(server.opened, 'centaur');
    await server.opened.context.db.inDesk(deskId, (q) =>
      q.query(
        'test-count-on',
        "update counter set value = value + 1000 where desk_id = $1 and name = 'ticket'",
        [deskId],
      ),
    );
    const foreign = (await ok(
      post(optima.engineer, '/api/desks/optima/tickets', { ...registration, subject: optima.canary }),
    )) as { number: number };
    const own = Number(
      (await ok(post(centaur.engineer, '/api/desks/centaur/tickets', registration)))['number'],
    );
    expect(own).not.toBe(foreign.number);
    await eventually(async () => heard.includes(`{"number":${own}}`));
    ending.abort();
    await listening;
    expect(heard).not.toContain(`{"number":${foreign.number}}`);
    expect(heard).not.toMatch(/canary/);
    expectProblem(
      await rawRequest(server.url, livePath.replace('{desk}', 'centaur'), {
        headers: { cookie: optima.engineer },
      }),
      'not-found',
    );
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});
