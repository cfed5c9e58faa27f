import { endpoints, type Endpoint, portalLivePath } from '@reglament/contract';
import type { CompanyId, ContactId } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { insertContact } from '../store/contacts.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { portalTicketBodies } from '../testing/portal-ticket-bodies.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, eventually, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addAccount, addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';

/** Stands in every text of the ticket, so that any byte of it that gets out is found. */
const CANARY = 'canaryofanna';
const NOTE = 'canaryofnotes';

type Who = 'anna' | 'colleague' | 'supervisor' | 'stranger' | 'staff';
type Visibility = 'none' | 'own' | 'by-role' | 'all';

let server: TestServer;
let cookies: Readonly<Record<Who, string>>;
let companyId: CompanyId;
let otherCompanyId: CompanyId;
let number: number;
let fileId: string;
let noteFileId: string;

const desk = 'shtrih-m';
const portal = `/api/portal/${desk}`;

const get = (cookie: string, path: string): Promise<RawReply> =>
  rawRequest(server.url, path, { headers: { cookie } });
const post = (cookie: string, path: string, json: unknown): Promise<RawReply> =>
  postJson(server, cookie, path, json);

const setRule = (visibility: Visibility): Promise<unknown> =>
  server.opened.context.db.inDesk(deskIdOf(server.opened, desk), (q) =>
    q.query('test-rule', 'update company set ticket_visibility = $1 where company_id = $2', [
      visibility,
      companyId,
    ]),
  );
/** Memberships are remembered for a second. */
const forgotten = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1100));

const account = async (email: string): Promise<string> =>
  cookieOf(server, await addAccount(server.opened, email));

const addPerson = async (email: string): Promise<string> => {
  const deskId = deskIdOf(server.opened, desk);
  const contactId = newId() as ContactId;
  await server.opened.context.db.inDesk(deskId, (q) =>
    insertContact(q, { deskId, contactId, companyId, email, name: email.split('@')[0] ?? '', phone: '' }),
  );
  return account(email);
};

const upload = async (cookie: string, path: string, canary: string): Promise<string> => {
  const body = `--b\r\ncontent-disposition: form-data; name="file"; filename="${canary}.txt"\r\ncontent-type: text/plain\r\n\r\n${canary}\r\n--b--\r\n`;
  const headers = { cookie, 'content-type': 'multipart/form-data; boundary=b' };
  const { attachmentId } = await ok(rawRequest(server.url, path, { method: 'POST', body, headers }));
  return String(attachmentId);
};

beforeAll(async () => {
  server = await startTestServer();
  const { opened } = server;
  const customer = { company: `ООО ${CANARY}`, email: 'anna@firm.example', name: 'Анна', packageId: 'paid' };
  ({ companyId } = await addCustomer(opened, desk, customer));
  ({ companyId: otherCompanyId } = await addCustomer(opened, desk, {
    company: 'ООО «Чужие»',
    email: 'stranger@other.example',
    name: 'Чужой',
    packageId: null,
  }));
  cookies = {
    anna: await account('anna@firm.example'),
    colleague: await addPerson('boris@firm.example'),
    supervisor: await addPerson('vera@firm.example'),
    stranger: await account('stranger@other.example'),
    staff: await cookieOf(server, await addStaff(opened, desk, 'administrator', 'staff@desk.example')),
  };
  await opened.context.db.inDesk(deskIdOf(opened, desk), (q) =>
    q.query(
      'test-supervisor',
      `update contact_of_company set role = 'supervisor' where company_id = $1
         and contact_id = (select contact_id from contact where email = 'vera@firm.example')`,
      [companyId],
    ),
  );
  fileId = await upload(cookies.anna, `${portal}/files`, CANARY);
  const registered = await ok(
    post(cookies.anna, `${portal}/tickets`, {
      companyId,
      subject: `Касса не печатает ${CANARY}`,
      text: `Чек не выходит ${CANARY}`,
      attachments: [fileId],
    }),
  );
  number = Number(registered['number']);
  noteFileId = await upload(cookies.staff, `/api/desks/${desk}/attachments`, NOTE);
  const { version } = (await ok(get(cookies.staff, `/api/desks/${desk}/tickets/${number}`)))['ticket'] as {
    version: number;
  };
  await ok(
    postJson(
      server,
      cookies.staff,
      `/api/desks/${desk}/tickets/${number}/commands`,
      { command: 'add-note', text: NOTE, attachments: [noteFileId] },
      { 'if-match': `"${version}"` },
    ),
  );
});

afterAll(() => server.stop());

/** Every route of the portal that names a ticket or lists them, with the ticket's own ids. */
const routes = (Object.values(endpoints) as readonly Endpoint[]).filter(
  ({ path, id }) => path.startsWith('/api/portal/{desk}/tickets') && id !== 'registerPortalTicket',
);

const askAll = async (
  cookie: string,
): Promise<readonly { readonly id: string; readonly reply: RawReply }[]> => {
  const asked: { id: string; reply: RawReply }[] = [];
  const bodies = portalTicketBodies({ attachmentId: fileId, draftId: fileId } as never);
  for (const e of routes) {
    const path = e.path
      .replace('{desk}', desk)
      .replace('{number}', String(number))
      .replace('{attachmentId}', fileId);
    if (e.method === 'GET') asked.push({ id: e.id, reply: await get(cookie, path) });
    else
      for (const body of bodies[e.id] ?? []) asked.push({ id: e.id, reply: await post(cookie, path, body) });
  }
  return asked;
};

const isTold = ({ body, headers }: RawReply): boolean =>
  `${JSON.stringify(headers)}${body.toString('utf8')}`.includes(CANARY);

describe('who sees a ticket', () => {
  const rules: readonly (readonly [Visibility, readonly Who[]])[] = [
    ['none', []],
    ['own', ['anna']],
    ['by-role', ['anna', 'supervisor']],
    ['all', ['anna', 'colleague', 'supervisor']],
  ];

  it.each(rules)('by the rule %s: %j, and nobody else a byte on any route', async (rule, seeing) => {
    await setRule(rule);
    await forgotten();
    for (const who of Object.keys(cookies) as Who[]) {
      const asked = await askAll(cookies[who]);
      const told = asked.filter(({ reply }) => isTold(reply)).map(({ id }) => id);
      if (seeing.includes(who)) {
        expect({ who, told }).toEqual({
          who,
          told: expect.arrayContaining(['getPortalTickets', 'getPortalTicket', 'getPortalFile']),
        });
        continue;
      }
      expect({ who, told }).toEqual({ who, told: [] });
      for (const { id, reply } of asked.filter((one) => one.id !== 'getPortalTickets'))
        expect({ who, id, status: reply.status }).toEqual({ who, id, status: 404 });
    }
  });

  it('never a note of staff, nor a file of one', async () => {
    await setRule('all');
    await forgotten();
    const page = await get(cookies.anna, `${portal}/tickets/${number}`);
    expect(page.status).toBe(200);
    expect(page.body.toString('utf8')).not.toContain(NOTE);
    expectProblem(await get(cookies.anna, `${portal}/tickets/${number}/files/${noteFileId}`), 'not-found');
  });

  it('not by somebody who speaks for the company no longer, the requester among them', async () => {
    const deskId = deskIdOf(server.opened, desk);
    const speaks = (statement: string): Promise<unknown> =>
      server.opened.context.db.inDesk(deskId, (q) =>
        q.query(`test-${statement.slice(0, 6)}`, statement, [deskId, companyId]),
      );
    const anna = `(select contact_id from contact where email = 'anna@firm.example')`;
    await speaks(
      `delete from contact_of_company where desk_id = $1 and company_id = $2 and contact_id = ${anna}`,
    );
    await forgotten();
    expectProblem(await get(cookies.anna, `${portal}/tickets/${number}`), 'not-found');
    expect((await get(cookies.colleague, `${portal}/tickets/${number}`)).status).toBe(200);
    await speaks(`insert into contact_of_company (desk_id, contact_id, company_id) select $1, ${anna}, $2`);
    await forgotten();
    expect((await get(cookies.anna, `${portal}/tickets/${number}`)).status).toBe(200);
  });
});

describe('what a customer says', () => {
  it('stands with the name of whoever said it, colleague or not', async () => {
    await setRule('all');
    await forgotten();
    const path = `${portal}/tickets/${number}`;
    await ok(post(cookies.colleague, `${path}/commands`, { command: 'answer', text: 'Добавлю от себя' }));
    const messages = (await ok(get(cookies.anna, path)))['messages'] as {
      text: string;
      author: string;
      isOwn: boolean;
      side: string;
    }[];
    expect(messages.at(-1)).toMatchObject({
      text: 'Добавлю от себя',
      author: 'boris',
      isOwn: false,
      side: 'customer',
    });
  });

  it('is said once, however often the button is pressed', async () => {
    const path = `${portal}/tickets/${number}/commands`;
    const body = { command: 'answer', text: 'Один раз' };
    const headers = { 'idempotency-key': newId() };
    const replies = await Promise.all(
      [1, 2, 3].map(() => postJson(server, cookies.anna, path, body, headers)),
    );
    expect(replies.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect((await postJson(server, cookies.anna, path, body, headers)).status).toBe(200);
    const page = await ok(get(cookies.anna, `${portal}/tickets/${number}`));
    const said = (page['messages'] as { text: string }[]).filter(({ text }) => text === 'Один раз');
    expect(said).toHaveLength(1);
    expectProblem(
      await postJson(server, cookies.anna, path, { ...body, text: 'Другое' }, headers),
      'idempotency-mismatch',
    );
  });

  it('takes files of their own, each once, and nobody else’s', async () => {
    const path = `${portal}/tickets/${number}/commands`;
    const own = await upload(cookies.anna, `${portal}/files`, 'second');
    const answer = { command: 'answer', text: '', attachments: [own] };
    expectProblem(await post(cookies.colleague, path, answer), 'invalid-request');
    await ok(post(cookies.anna, path, answer));
    expectProblem(await post(cookies.anna, path, answer), 'invalid-request');
    const file = await get(cookies.colleague, `${portal}/tickets/${number}/files/${own}`);
    expect(file.headers['content-disposition']).toContain('attachment');
    expect(file.headers['content-security-policy']).toContain('sandbox');
  });

  it('says nothing when it is empty', async () => {
    const path = `${portal}/tickets/${number}/commands`;
    expectProblem(await post(cookies.anna, path, { command: 'answer', text: ' ' }), 'invalid-request');
    expect((await post(cookies.anna, path, { command: 'confirm' })).status).toBe(409);
  });
});

describe('a rating', () => {
  const command = async (json: object): Promise<void> => {
    const page = await ok(get(cookies.staff, `/api/desks/${desk}/tickets/${number}`));
    const { version } = page['ticket'] as { version: number };
    const path = `/api/desks/${desk}/tickets/${number}/commands`;
    await ok(postJson(server, cookies.staff, path, json, { 'if-match': `"${version}"` }));
  };

  it('comes after the end, may be changed, and is seen by staff', async () => {
    await setRule('all');
    await forgotten();
    const path = `${portal}/tickets/${number}/rating`;
    expectProblem(await post(cookies.anna, path, { score: 5 }), 'state');
    await command({ command: 'take' });
    await command({ command: 'resolve', text: 'Обновите прошивку' });
    await ok(post(cookies.anna, `${portal}/tickets/${number}/commands`, { command: 'confirm' }));
    expectProblem(await post(cookies.anna, path, { score: 6 }), 'invalid-request');
    await ok(post(cookies.anna, path, { score: 2, words: 'Долго' }));
    await ok(post(cookies.anna, path, { score: 4, words: 'Зато помогло' }));
    const page = await ok(get(cookies.anna, `${portal}/tickets/${number}`));
    expect(page).toMatchObject({ rating: { score: 4, words: 'Зато помогло' }, mayRate: true });
  });

  it('an answer to what is closed becomes a ticket of the same company, and the list knows both', async () => {
    const path = `${portal}/tickets/${number}/commands`;
    const { number: next } = await ok(
      post(cookies.anna, path, { command: 'answer', text: 'Снова не печатает' }),
    );
    const list = await ok(get(cookies.anna, `${portal}/tickets?view=all`));
    const tickets = list['tickets'] as { number: number; company: { companyId: string } | null }[];
    expect(tickets.map((one) => one.number)).toEqual([next, number]);
    expect(tickets[0]?.company?.companyId).toBe(companyId);
  });
});

describe('what is new', () => {
  it('is what support wrote and proposed, until it was looked at', async () => {
    const { number: asked } = await ok(
      post(cookies.anna, `${portal}/tickets`, { companyId, subject: 'Вопрос', text: 'x' }),
    );
    const page = await ok(get(cookies.staff, `/api/desks/${desk}/tickets/${Number(asked)}`));
    const { version } = page['ticket'] as { version: number };
    const path = `/api/desks/${desk}/tickets/${Number(asked)}/commands`;
    const noted = await ok(
      postJson(
        server,
        cookies.staff,
        path,
        { command: 'add-note', text: NOTE },
        { 'if-match': `"${version}"` },
      ),
    );
    const unread = async (): Promise<number> =>
      Number((await ok(get(cookies.anna, `${portal}/news`)))['unread']);
    await ok(post(cookies.anna, `${portal}/news/read`, {}));
    expect(await unread()).toBe(0);
    await ok(
      postJson(
        server,
        cookies.staff,
        path,
        { command: 'request-information', text: 'Какая модель?' },
        { 'if-match': `"${String(noted['version'])}"` },
      ),
    );
    expect(await unread()).toBe(1);
    const { news } = (await ok(get(cookies.anna, `${portal}/news`))) as { news: object[] };
    expect(news[0]).toMatchObject({ kind: 'asked', number: asked, isRead: false });
  });
});

describe('the line of live changes', () => {
  it('tells numbers of tickets that they see, and of no other', async () => {
    await setRule('own');
    await forgotten();
    const ending = new AbortController();
    const url = `${server.url}${portalLivePath.replace('{desk}', desk)}`;
    const response = await fetch(url, { headers: { cookie: cookies.anna }, signal: ending.signal });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let heard = '';
    const listening = (async () => {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        heard += Buffer.from(value).toString('utf8');
      }
    })().catch(() => undefined);
    const body = { companyId, subject: 'Тема', text: 'x' };
    const foreign = await ok(post(cookies.colleague, `${portal}/tickets`, body));
    const own = await ok(post(cookies.anna, `${portal}/tickets`, body));
    await eventually(async () => heard.includes(`{"number":${Number(own['number'])}}`));
    // What their own desk is called concerns them, what others are called does not.
    const { context } = server.opened;
    context.hint({ deskId: deskIdOf(server.opened, 'optima'), kind: 'desk', number: 7 });
    context.hint({ deskId: deskIdOf(server.opened, desk), kind: 'desk', number: 0 });
    await eventually(async () => heard.includes('event: desk\ndata: {"number":0}'));
    expect(heard).not.toContain('{"number":7}');
    ending.abort();
    await listening;
    expect(heard).not.toContain(`{"number":${Number(foreign['number'])}}`);
    expectProblem(await get(cookies.staff, portalLivePath.replace('{desk}', desk)), 'not-found');
  });
});

describe('a company that is merged into another', () => {
  it('brings its tickets along: its people see them by the rule of the one that is kept', async () => {
    await setRule('all');
    const path = `/api/desks/${desk}/companies/${otherCompanyId}/merge`;
    await ok(post(cookies.staff, path, { goneId: companyId }));
    await forgotten();
    expect((await get(cookies.anna, `${portal}/tickets/${number}`)).status).toBe(200);
    expectProblem(await get(cookies.colleague, `${portal}/tickets/${number}`), 'not-found');
    expectProblem(await get(cookies.stranger, `${portal}/tickets/${number}`), 'not-found');
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});
