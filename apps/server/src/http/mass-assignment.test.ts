import {
  certificateCommand,
  type Endpoint,
  endpoints,
  inquiryCommand,
  portalCommand,
  ticketCommand,
} from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { soundAdministration } from '../testing/sound-administration.ts';
import { cookieOf, eventually, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { registration, soundCallBodies } from '../testing/call-bodies.ts';
import { soundPortalCertificateBodies } from '../testing/portal-certificate-bodies.ts';
import { soundPortalTicketBodies } from '../testing/portal-ticket-bodies.ts';
import { addAccount, addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';

let server: TestServer;
let cookie: string;
let customer: string;
let version = 1;

const order = {
  companyId: newId(),
  number: 'x',
  packageId: 'basic',
  products: null,
  installationType: null,
  quantity: null,
  term: null,
  namedStart: null,
  dates: {},
  figures: {},
  bought: [],
  visitsPerTicket: null,
};
const inquiry = {
  channel: 'phone',
  topic: 'support',
  requesterEmail: null,
  requesterName: 'Анна',
  companyId: null,
  district: null,
  subject: 'Тема',
  text: 'Текст',
};
const productVersion = {
  number: '9.9',
  releasedOn: '2025-01-10',
  outdatedOn: null,
  endOfLifeOn: null,
  platforms: [],
};
const instance = {
  product: 'x',
  productVersion: null,
  installationType: null,
  key: null,
  keyRegisteredOn: null,
  commissionedOn: null,
  hasWorked: false,
  siteId: null,
  activated: 1,
  certificateId: null,
};
const passkeyAnswer = { id: 'x', rawId: 'x', type: 'public-key', response: {}, clientExtensionResults: {} };
const licence = { number: 'x', products: null, from: '2025-01-10', until: null };
const send = (path: string, json: object, method = 'POST'): Promise<RawReply> =>
  rawRequest(server.url, path, {
    method,
    body: JSON.stringify(json),
    headers: {
      cookie: path.startsWith('/api/portal/') ? customer : cookie,
      'content-type': 'application/json',
      'idempotency-key': newId(),
      'if-match': `"${version}"`,
    },
  });

beforeAll(async () => {
  server = await startTestServer();
  cookie = await cookieOf(
    server,
    await addStaff(server.opened, 'centaur', 'administrator', 'administrator@centaur.example'),
  );
  const email = 'olga@customer.example';
  await addCustomer(server.opened, 'centaur', {
    company: 'ООО Ольга',
    email,
    name: 'Ольга',
    packageId: null,
  });
  customer = await cookieOf(server, await addAccount(server.opened, email));
  const registered = await send('/api/desks/centaur/tickets', registration);
  expect(registered.status).toBe(201);
  version = registered.json()['version'] as number;
  // What the registration owed is told first: the tables are compared later.
  await eventually(async () => ((await everything()) as { outbox: { n: number } }).outbox.n === 0);
});

afterAll(() => server.stop());

const unknownKeys = [
  'deskId',
  'vendorId',
  'desk_id',
  'role',
  'isAdmin',
  'createdAt',
  'number',
  'slaDue',
  'dueAt',
  'version',
  'personId',
  'contactId',
  'state',
  'constructor',
  'toString',
];

/** A sound body for every write of JSON, commands each by itself. */
const soundBodies: readonly (readonly [string, string, object])[] = [
  ['askSignInLink', '/api/session/link', { email: 'nobody@centaur.example' }],
  ['askPasswordReset', '/api/session/reset', { email: 'nobody@centaur.example' }],
  ['lookAtWayIn', '/api/session/way-in', { token: 'a'.repeat(52) }],
  ['signInByLink', '/api/session/link/use', { token: 'a'.repeat(52) }],
  ['resetPassword', '/api/session/reset/use', { token: 'a'.repeat(52), password: 'a new password' }],
  ['acceptInvitation', '/api/session/invitation/use', { token: 'a'.repeat(52), name: 'Анна' }],
  ['changeAccount', '/api/account', { name: 'Анна', language: null }],
  ['changePassword', '/api/account/password', { current: 'x', next: 'a new password' }],
  ['offerTotp', '/api/account/totp', {}],
  ['confirmTotp', '/api/account/totp/confirmation', { code: '000000' }],
  ['removeTotp', '/api/account/totp/removal', { code: '000000' }],
  ['renewRecoveryCodes', '/api/account/recovery-codes', { code: '000000' }],
  ['offerPasskey', '/api/account/passkeys/challenge', {}],
  ['addPasskey', '/api/account/passkeys', { challengeId: newId(), name: 'x', response: passkeyAnswer }],
  ['giveSecondFactor', '/api/session/second-factor', { code: '000000' }],
  ['askPasskey', '/api/session/passkey/challenge', {}],
  ['signInByPasskey', '/api/session/passkey', { challengeId: newId(), response: passkeyAnswer }],
  [
    'inviteStaff',
    '/api/desks/centaur/staff/invitations',
    { email: 'invited@centaur.example', name: '', role: 'engineer', language: 'ru' },
  ],
  ['changeStaff', `/api/desks/centaur/staff/${newId()}`, { role: 'engineer' }],
  ['resetSecondFactor', `/api/desks/centaur/staff/${newId()}/second-factor/reset`, {}],
  ['signIn', '/api/session', { email: 'administrator@centaur.example', password: 'wrong password' }],
  ...soundCallBodies,
  ['stopService', '/api/desks/centaur/service-stops', { contactId: newId(), evidence: 'x' }],
  ['resumeService', '/api/desks/centaur/service-stops/reversal', { contactId: newId(), reason: 'x' }],
  [
    'createApiKey',
    '/api/desks/centaur/api-keys',
    { name: 'x', role: 'engineer', scopes: ['tickets:read'], expiresInDays: 1 },
  ],
  [
    'createWebhook',
    '/api/desks/centaur/webhooks',
    { url: 'https://127.0.0.1/hook', types: ['ticket.registered'] },
  ],
  ['changeWebhook', `/api/desks/centaur/webhooks/${newId()}`, { about: 'x' }],
  ['rotateWebhookSecret', `/api/desks/centaur/webhooks/${newId()}/secret`, {}],
  ['pingWebhook', `/api/desks/centaur/webhooks/${newId()}/ping`, {}],
  [
    'replayWebhook',
    `/api/desks/centaur/webhooks/${newId()}/replay`,
    { what: 'since', since: '2020-01-01T00:00:00Z' },
  ],
  ...soundPortalCertificateBodies,
  ...soundPortalTicketBodies,
  [
    'changeCompanyPortal',
    `/api/desks/centaur/companies/${newId()}/portal`,
    { visibility: 'own', supervisors: [] },
  ],
  ['mergeTicket', '/api/desks/centaur/tickets/1/merge', { into: 2 }],
  [
    'splitTicket',
    '/api/desks/centaur/tickets/1/split',
    { subject: 'x', text: 'x', type: null, priority: 'low' },
  ],
  [
    'createCompany',
    '/api/desks/centaur/companies',
    { name: 'x', inn: null, kpp: null, ogrn: null, district: null, city: '' },
  ],
  ['changeCompany', `/api/desks/centaur/companies/${newId()}`, { sites: [] }],
  ['createProduct', '/api/desks/centaur/products', { name: 'x' }],
  ['changeProduct', `/api/desks/centaur/products/${newId()}`, { retired: true }],
  ['createProductVersion', `/api/desks/centaur/products/${newId()}/versions`, productVersion],
  ['changeProductVersion', `/api/desks/centaur/products/${newId()}/versions/${newId()}`, productVersion],
  ['mergeCompany', `/api/desks/centaur/companies/${newId()}/merge`, { goneId: newId() }],
  ['unmergeCompany', `/api/desks/centaur/companies/${newId()}/unmerge`, {}],
  ['issueCertificate', '/api/desks/centaur/certificates', order],
  ['createInstance', `/api/desks/centaur/companies/${newId()}/instances`, instance],
  ['changeInstance', `/api/desks/centaur/companies/${newId()}/instances/${newId()}`, { activated: 2 }],
  ['createLicence', `/api/desks/centaur/companies/${newId()}/licences`, licence],
  [
    'changeLicence',
    `/api/desks/centaur/companies/${newId()}/licences/${newId()}`,
    { number: 'x', until: null },
  ],
  ...(
    [
      { command: 'record-date', event: 'contract-date', on: '2025-01-10' },
      { command: 'declare-intent', on: '2025-01-10' },
      { command: 'correct', changes: {}, reason: 'x' },
      { command: 'suspend', reason: 'x' },
      { command: 'resume', reason: 'x' },
      { command: 'revoke', reason: 'x' },
      { command: 'open-check', reason: 'x' },
      { command: 'revoke-upgrade', licence: 0, reason: 'x' },
      { command: 'record-check', outcome: 'ok', reason: 'x' },
      { command: 'issue-upgrade', productVersion: '5.0', quantity: 1, number: null },
      {
        command: 'renew',
        number: 'x',
        term: null,
        quantity: null,
        activated: null,
        boughtOn: '2025-01-10',
        channel: 'portal',
        act: null,
        upgradeBoughtOn: null,
        upgradeInstalledOn: null,
      },
    ] as const
  ).map((command): readonly [string, string, object] => [
    `commandCertificate ${command.command}`,
    `/api/desks/centaur/certificates/${newId()}/commands`,
    command,
  ]),
  ['keepDraft', '/api/desks/centaur/drafts', { writer: newId(), about: 'new', content: null, base: null }],
  ['snoozeTicket', '/api/desks/centaur/tickets/1/snooze', { until: null }],
  ['addTime', '/api/desks/centaur/tickets/1/time', { minutes: 5, on: '2025-01-10', note: 'x' }],
  ['changeTime', `/api/desks/centaur/tickets/1/time/${newId()}`, { minutes: 5, on: '2025-01-10', note: 'x' }],
  ['showPresence', '/api/desks/centaur/tickets/1/presence', { doing: 'looking' }],
  [
    'createTemplate',
    '/api/desks/centaur/templates',
    { personal: true, name: 'x', text: 'x', say: null, actions: [] },
  ],
  [
    'changeTemplate',
    `/api/desks/centaur/templates/${newId()}`,
    { name: 'x', text: 'x', say: null, actions: [] },
  ],
  ['createTag', '/api/desks/centaur/tags', { name: 'x', tone: 'info' }],
  ['changeTag', `/api/desks/centaur/tags/${newId()}`, { retired: true }],
  ['createView', '/api/desks/centaur/views', { name: 'x', shared: false, query: { view: 'open' } }],
  ['changeView', `/api/desks/centaur/views/${newId()}`, { name: 'x' }],
  ['bulkTickets', '/api/desks/centaur/tickets/bulk', { numbers: [1], action: { kind: 'take' } }],
  ['tagTicket', '/api/desks/centaur/tickets/1/tags', { add: [], remove: [] }],
  ['linkTicket', '/api/desks/centaur/tickets/1/links', { to: 2, relation: 'related' }],
  ['followTicket', '/api/desks/centaur/tickets/1/followers', { personId: null, following: true }],
  ...soundAdministration,
  ['readNotifications', '/api/desks/centaur/notifications/read', {}],
  [
    'changeNotificationSettings',
    '/api/desks/centaur/notification-settings',
    { mentioned: { inPage: true, byMail: false } },
  ],
  ['openInquiry', '/api/desks/centaur/inquiries', inquiry],
  ['sendTicketToSales', '/api/desks/centaur/tickets/1/inquiry', { topic: 'support' }],
  ...(
    [
      { command: 'choose-district', district: 'ural' },
      { command: 'choose-addressee', to: 'x' },
      { command: 'name-topic', topic: 'upgrade' },
      { command: 'name-company', companyId: newId() },
      { command: 'hand-over', personId: newId() },
      { command: 'answer', text: 'x' },
      { command: 'add-note', text: 'x' },
      { command: 'close-won', certificateId: null, partnerId: null },
      { command: 'close-lost', reason: 'x' },
      { command: 'reopen' },
      { command: 'become-ticket', priority: null },
    ] as const
  ).map((command): readonly [string, string, object] => [
    `commandInquiry ${command.command}`,
    '/api/desks/centaur/inquiries/1/commands',
    command,
  ]),
  [
    'writeLetter',
    '/api/desks/centaur/letters/written',
    { fromName: 'Анна', fromAddress: 'anna@writer.example', subject: 'x', text: 'x' },
  ],
  ['retryLetter', `/api/desks/centaur/letters/${newId()}/retry`, {}],
  ...(
    [
      { command: 'take' },
      { command: 'assign', personId: null },
      { command: 'classify', type: 'incident', priority: null },
      { command: 'propose-priority', priority: 'low', reason: 'x' },
      { command: 'request-information', text: 'x' },
      { command: 'add-note', text: 'x' },
      { command: 'reply', text: 'x' },
      { command: 'resolve', text: 'x' },
      { command: 'decline', ground: { kind: 'service', id: 'x' }, text: 'x' },
      { command: 'hand-over', toLine: '2', given: [0], text: 'x' },
      { command: 'record-confirmation', who: 'x' },
      { command: 'record-objection', who: 'x', reason: 'x' },
      { command: 'identify', companyId: newId() },
      { command: 'name-site', siteId: null },
      { command: 'name-product', product: 'x', productVersion: null },
      { command: 'accept-uncovered', reason: 'x' },
      { command: 'record-call', who: 'x', reached: true, toldNumber: true, text: 'x' },
      { command: 'agree-date', clock: 'x', date: '2030-01-01T12:00', reason: 'x', agreedBy: 'x' },
      { command: 'record-date-answer', proposalId: newId(), accepted: true, who: 'x' },
    ] as const
  ).map((command): readonly [string, string, object] => [
    `commandTicket ${command.command}`,
    '/api/desks/centaur/tickets/1/commands',
    command,
  ]),
];

const everything = async (): Promise<unknown> => {
  const deskId = deskIdOf(server.opened, 'centaur');
  const tables = [
    'ticket',
    'journal',
    'message',
    'letter',
    'certificate',
    'company',
    'contact',
    'idempotency',
    'outbox',
    'attachment',
    'counter',
    'inquiry',
    'inquiry_message',
  ];
  return server.opened.context.db.inDesk(deskId, async (q) => {
    const counts: Record<string, unknown> = {};
    for (const table of tables)
      counts[table] = (await q.query(`test-count-${table}`, `select count(*) as n from ${table}`))[0];
    return counts;
  });
};

describe('a key that the contract does not know (R11)', () => {
  it('is tried on every write', () => {
    const writes = (Object.values(endpoints) as readonly Endpoint[])
      .filter((e) => (e.method === 'POST' || e.method === 'PATCH') && (e.bodyKind ?? 'json') === 'json')
      .map((e) => e.id);
    expect([...new Set(soundBodies.map(([id]) => id.split(' ')[0]))].toSorted()).toEqual(writes.toSorted());
    const commands = ticketCommand.options.map((o) => `commandTicket ${o.shape.command.value}`);
    const certificates = certificateCommand.options.map((o) => `commandCertificate ${o.shape.command.value}`);
    const customers = portalCommand.options.map((o) => `commandPortalTicket ${o.shape.command.value}`);
    const inquiries = inquiryCommand.options.map((o) => `commandInquiry ${o.shape.command.value}`);
    expect(
      soundBodies
        .map(([id]) => id)
        .filter((id) => id.startsWith('command'))
        .toSorted(),
    ).toEqual([...commands, ...certificates, ...customers, ...inquiries].toSorted());
  });

  it.each(soundBodies)('is refused by %s, and nothing is stored', async (id, path, body) => {
    const method = id.startsWith('change') ? 'PATCH' : 'POST';
    const before = await everything();
    // An order has a number of its own.
    for (const key of unknownKeys.filter((one) => !Object.hasOwn(body, one))) {
      const told = expectProblem(
        await send(path, { ...body, [key]: key === 'isAdmin' ? true : 'x' }, method),
        'unknown-field',
      );
      expect(told.errors).toEqual([{ pointer: `/${key}`, code: 'unknown-field' }]);
    }
    expectProblem(
      await send(
        path,
        JSON.parse(
          `{"__proto__":{"role":"administrator"},${JSON.stringify(body).slice(1).replace(/^}/, '"x":1}')}`,
        ) as object,
        method,
      ),
      'unknown-field',
    );
    expect(await everything()).toEqual(before);
  });

  it('would have been served without it', async () => {
    expect(
      (await send('/api/desks/centaur/tickets/1/commands', { command: 'add-note', text: 'x' })).status,
    ).toBe(200);
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});
