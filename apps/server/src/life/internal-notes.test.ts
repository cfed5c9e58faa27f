import { endpoints, portalLivePath } from '@reglament/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import type { LiveHint } from '../store/live-hub.ts';
import {
  eventually,
  signedIn,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../testing/start-test-server.ts';
import { statusBrowser } from '../testing/status-browser.ts';
import { openCase, type StatusCase } from '../testing/status-case.ts';
import { addAccount, addStaff, type TestPerson } from '../testing/test-desk.ts';

const SECRET = 'канарейка-внутри';
const OPEN = 'канарейка-клиенту';
const desk = 'centaur';

let server: TestServer;
let engineer: Visitor;
let person: TestPerson;
let found: StatusCase;

beforeAll(async () => {
  server = await startTestServer();
  person = await addStaff(server.opened, desk, 'lead', 'anna@centaur.example');
  engineer = await signedIn(server, person);
  found = await openCase(server.opened, { slug: desk, packageId: 'basic' });
});
afterAll(() => server.stop());

const command = async (body: Parameters<typeof send>[0]): Promise<void> => {
  await send(body);
};
const send = async (
  body:
    | { command: 'add-note'; text: string; mentions: string[]; attachments: string[] }
    | { command: 'reply'; text: string }
    | { command: 'request-information'; text: string }
    | { command: 'take' },
): Promise<unknown> => {
  const params = { desk, number: found.number };
  const { ticket } = await engineer.call(endpoints.getTicket, { params });
  return engineer.call(
    endpoints.commandTicket,
    { params, body },
    { idempotencyKey: newId(), version: ticket.version },
  );
};

const uploadSecret = async (): Promise<string> => {
  const form = new FormData();
  form.append('file', new Blob([SECRET]), `${SECRET}.txt`);
  const reply = await engineer.fetch(`/api/desks/${desk}/attachments`, { method: 'POST', body: form });
  return ((await reply.json()) as { attachmentId: string }).attachmentId;
};

/** Everything that went out by letter, as it went. */
const letters = async (): Promise<string> => {
  const rows = await server.opened.context.db.inDesk(found.deskId, (q) =>
    q.query<{ raw: Buffer }>('test-raw-letters', `select raw from letter where direction = 'out'`),
  );
  // Quoted-printable and base64 hide Russian words: both are undone as far as they stand.
  return rows
    .map(({ raw }) => raw.toString('latin1'))
    .map((text) => {
      const joined = text.replaceAll(/=\r?\n/g, '');
      const unquoted = Buffer.from(
        joined.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        ),
        'latin1',
      ).toString('utf8');
      const blocks = [...text.matchAll(/(?:[A-Za-z0-9+/]{60,}\r?\n)*[A-Za-z0-9+/]{8,}={0,2}/g)].map(
        ([block]) => Buffer.from(block, 'base64').toString('utf8'),
      );
      return [unquoted, ...blocks].join('\n');
    })
    .join('\n');
};

it('what staff keep among themselves stands on no page of the customer, nowhere in the portal and in no letter', async () => {
  const customer = statusBrowser(server);
  const attachmentId = await uploadSecret();
  const params = { desk, number: found.number };
  const { tagId } = await engineer.call(
    endpoints.createTag,
    { params: { desk }, body: { name: SECRET, tone: 'bad' } },
    { idempotencyKey: newId() },
  );
  await engineer.call(endpoints.tagTicket, { params, body: { add: [tagId], remove: [] } });
  await command({ command: 'take' });
  await command({
    command: 'add-note',
    text: SECRET,
    mentions: [person.personId],
    attachments: [attachmentId],
  });
  await command({ command: 'reply', text: OPEN });
  await command({ command: 'request-information', text: `${OPEN}?` });
  await customer.send(found.path, 'answer', { text: 'Спасибо' });

  const own = await engineer.call(endpoints.getTicket, { params });
  expect(JSON.stringify(own)).toContain(SECRET);

  const page = await customer.page(found.path);
  expect(page).toContain(OPEN);
  expect(page).not.toContain(SECRET);
  expect(page).not.toContain(attachmentId);
  expect((await customer.get(`${found.path}/files/${attachmentId}`)).status).toBe(404);
  for (const path of [`/support/${desk}`, `/support/${desk}/new`, '/'])
    expect(await customer.page(path)).not.toContain(SECRET);

  const account = await signedIn(server, await addAccount(server.opened, found.email));
  const portal = [
    await account.call(endpoints.getPortalTicket, { params }),
    await account.call(endpoints.getPortalTickets, { params: { desk } }),
    await account.call(endpoints.getPortalNews, { params: { desk } }),
  ];
  expect(JSON.stringify(portal)).toContain(OPEN);
  expect(JSON.stringify(portal)).not.toContain(SECRET);
  expect(JSON.stringify(portal)).not.toContain(attachmentId);
  expect(
    (await account.fetch(`/api/portal/${desk}/tickets/${found.number}/files/${attachmentId}`)).status,
  ).toBe(404);

  const sent = await eventually(async () => {
    const all = await letters();
    return all.includes(`${OPEN}?`) ? all : false;
  });
  expect(sent).toContain(OPEN);
  expect(sent).not.toContain(SECRET);
});

it('what staff keep among themselves is not so much as hinted at in the portal', async () => {
  const { number, email, deskId } = await openCase(server.opened, { slug: desk, packageId: 'basic' });
  const account = await signedIn(server, await addAccount(server.opened, email));
  const ending = new AbortController();
  const stream = await account.fetch(portalLivePath.replace('{desk}', desk), { signal: ending.signal });
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
  let said = '';
  const listening = (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      said += Buffer.from(value).toString('utf8');
    }
  })().catch(() => undefined);
  const hints: LiveHint[] = [];
  const stop = server.opened.hub.listen((hint) => {
    if (hint.deskId === deskId && hint.kind === 'ticket' && hint.number === number) hints.push(hint);
  });
  const open = (): number => hints.filter(({ inside }) => inside !== true).length;
  const heard = (): number => said.split(`{"number":${number}}`).length - 1;

  const params = { desk, number };
  const act = async (body: { command: 'take' } | { command: 'add-note'; text: string }): Promise<void> => {
    const { ticket } = await engineer.call(endpoints.getTicket, { params });
    await engineer.call(
      endpoints.commandTicket,
      { params, body: body.command === 'take' ? body : { ...body, mentions: [], attachments: [] } },
      { idempotencyKey: newId(), version: ticket.version },
    );
  };
  await act({ command: 'add-note', text: SECRET });
  await engineer.call(endpoints.followTicket, {
    params,
    body: { personId: person.personId, following: true },
  });
  await act({ command: 'take' });
  expect(hints.length - open()).toBe(2);
  await eventually(async () => open() > 0 && heard() >= open());
  // What would be told late would be told by then.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await eventually(async () => heard() === open());
  ending.abort();
  stop();
  await listening;
});
