import { inquiryPage, type InquiryPage } from '@reglament/contract';
import type { DeskId } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { compareJournals, JournalDrift } from '../jobs/compare-journals.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff, deskIdOf, type TestPerson } from '../testing/test-desk.ts';

const DESK = '/api/desks/shtrih-m';
const LIST = `${DESK}/inquiries`;
let server: TestServer;
let deskId: DeskId;
let seller: TestPerson;
let sales: string;
let dispatcher: string;
let engineer: string;

beforeAll(async () => {
  server = await startTestServer();
  deskId = deskIdOf(server.opened, 'shtrih-m');
  seller = await addStaff(server.opened, 'shtrih-m', 'sales', 'seller@shtrih.example');
  sales = await cookieOf(server, seller);
  dispatcher = await cookieOf(
    server,
    await addStaff(server.opened, 'shtrih-m', 'dispatcher', 'dispatcher@shtrih.example'),
  );
  engineer = await cookieOf(
    server,
    await addStaff(server.opened, 'shtrih-m', 'engineer', 'engineer@shtrih.example'),
  );
});
afterAll(() => server.stop());

const body = (changes: object = {}) => ({
  channel: 'phone',
  topic: 'support',
  requesterEmail: `${newId()}@shop.example`,
  requesterName: 'Раиса',
  requesterPhone: '+7 (000) 555-60-01',
  companyId: null,
  district: null,
  subject: 'Хотим купить поддержку',
  text: 'На три кассы.',
  ...changes,
});
const open = async (changes: object = {}, who = sales): Promise<number> =>
  Number((await ok(postJson(server, who, LIST, body(changes))))['number']);
const get = (path: string, who = sales): Promise<RawReply> =>
  rawRequest(server.url, path, { headers: { cookie: who } });
const pageOf = async (number: number, who = sales): Promise<InquiryPage> =>
  inquiryPage.parse((await ok(get(`${LIST}/${number}`, who))) as never);
const command = async (number: number, what: object, who = sales): Promise<RawReply> => {
  const { version } = (await pageOf(number)).inquiry;
  return postJson(server, who, `${LIST}/${number}/commands`, what, { 'if-match': `"${version}"` });
};
const company = async (district: string | null = null): Promise<string> => {
  const { companyId } = await addCustomer(server.opened, 'shtrih-m', {
    company: `ООО «Магазин ${newId().slice(-6)}»`,
    email: `${newId()}@shop.example`,
    name: 'Ольга',
    packageId: null,
  });
  await server.opened.context.db.inDesk(deskId, (q) =>
    q.query('test-district', 'update company set district = $2 where company_id = $1', [companyId, district]),
  );
  return companyId;
};
const numbers = async (query: string, who = sales): Promise<readonly number[]> =>
  ((await ok(get(`${LIST}?${query}`, who))) as { inquiries: { number: number }[] }).inquiries.map(
    ({ number }) => number,
  );

describe('an inquiry put down by staff', () => {
  it('has a number of its own and goes where the company’s district leads', async () => {
    const companyId = await company('far-east');
    const { inquiry, history, addressees } = await pageOf(await open({ companyId }));
    expect(inquiry).toMatchObject({
      state: 'open',
      district: 'far-east',
      addressee: 'sales-east@shtrih-m.example',
      unrouted: null,
      owner: null,
      company: { companyId },
      contact: { name: 'Раиса', phone: '+7 (000) 555-60-01' },
    });
    expect(history[0]).toMatchObject({ clause: 'SH-P-PAY', actor: 'Сотрудник seller' });
    expect(addressees.map(({ to }) => to)).toHaveLength(3);
  });

  it('of a company that the desk has not is refused, and nothing is kept', async () => {
    const before = await numbers('view=all');
    const told = expectProblem(
      await postJson(server, sales, LIST, body({ companyId: newId() })),
      'invalid-request',
    );
    expect(told.errors).toEqual([{ pointer: '/companyId', code: 'unknown-company' }]);
    expect(await numbers('view=all')).toEqual(before);
  });

  it('sent twice with one key is one inquiry', async () => {
    const headers = { 'idempotency-key': newId() };
    const sent = body();
    const first = await postJson(server, sales, LIST, sent, headers);
    const second = await postJson(server, sales, LIST, sent, headers);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json()).toEqual(first.json());
  });

  it('is found by its number, by words, by its company, and in the lists it belongs to', async () => {
    const companyId = await company();
    const number = await open({ companyId, subject: 'Онлайн-касса для булочной' });
    for (const query of [`search=S-${number}`, `search=${encodeURIComponent('булочной')}`])
      expect(await numbers(`view=all&${query}`)).toContain(number);
    expect(await numbers(`view=all&companyId=${companyId}`)).toEqual([number]);
    expect(await numbers('view=unrouted')).toContain(number);
    const { inquiries: waiting } = (await ok(get(`${DESK}/queue/counts`))) as { inquiries: number };
    expect(waiting).toBe((await numbers('view=open&limit=200')).length);
    expect(await numbers('view=mine')).not.toContain(number);
    await ok(command(number, { command: 'hand-over', personId: seller.personId }));
    expect(await numbers('view=mine')).toContain(number);
    expect(await numbers('view=mine', dispatcher)).not.toContain(number);
    await ok(command(number, { command: 'close-lost', reason: 'Передумали.' }));
    expect(await numbers('view=mine')).not.toContain(number);
    expect(await numbers('view=lost')).toContain(number);
    expect(await numbers(`view=all&search=${encodeURIComponent('%')}`)).toEqual([]);
  });

  it('comes a page at a time, none twice and none left out', async () => {
    const all = await numbers('view=all&limit=200');
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = (await ok(get(`${LIST}?view=all&limit=2${query}`))) as {
        inquiries: { number: number }[];
        next: string | null;
      };
      seen.push(...page.inquiries.map(({ number }) => number));
      cursor = page.next;
    }
    expect(seen).toEqual(all);
    expectProblem(await get(`${LIST}?cursor=forged`), 'bad-cursor');
  });
});

describe('what is done with it', () => {
  it('is said by whoever sells, and engineers only look on', async () => {
    const number = await open({}, engineer);
    expect((await pageOf(number, engineer)).messages).toHaveLength(1);
    expectProblem(await command(number, { command: 'add-note', text: 'x' }, engineer), 'forbidden');
    expect((await command(number, { command: 'add-note', text: 'x' }, dispatcher)).status).toBe(200);
  });

  it('by two at once is told to the second, with what the first did', async () => {
    const number = await open();
    const { version } = (await pageOf(number)).inquiry;
    const at = { 'if-match': `"${version}"` };
    const path = `${LIST}/${number}/commands`;
    await ok(postJson(server, dispatcher, path, { command: 'add-note', text: 'Звонила.' }, at));
    const told = expectProblem(
      await postJson(server, sales, path, { command: 'close-lost', reason: 'x' }, at),
      'stale',
    );
    expect(told.current?.changes).toMatchObject([{ actor: 'Сотрудник dispatcher' }]);
  });

  it('places one that nobody could place', async () => {
    const number = await open();
    const before = (await pageOf(number)).inquiry.unrouted;
    expect(before).toMatchObject({ clause: 'SH-P-PAY' });
    await ok(command(number, { command: 'choose-district', district: 'volga' }, dispatcher));
    expect((await pageOf(number)).inquiry).toMatchObject({
      addressee: 'sales-center@shtrih-m.example',
      unrouted: null,
    });
    const told = expectProblem(
      await command(number, { command: 'choose-addressee', to: 'friend@elsewhere.example' }),
      'refused',
    );
    expect(told).toMatchObject({ refusal: 'unknown-addressee', clause: 'SH-P-PAY' });
  });

  it('names its company, whose district sends it on', async () => {
    const number = await open();
    const companyId = await company('south');
    await ok(command(number, { command: 'name-company', companyId }));
    expect((await pageOf(number)).inquiry).toMatchObject({
      company: { companyId },
      addressee: 'sales-south@shtrih-m.example',
    });
    const wrong = await command(number, { command: 'name-company', companyId: newId() });
    expect(expectProblem(wrong, 'invalid-request').errors).toEqual([
      { pointer: '/companyId', code: 'unknown-company' },
    ]);
  });

  it('says what a letter turned out to be about', async () => {
    const number = await open();
    await ok(command(number, { command: 'name-topic', topic: 'price-list' }));
    const { inquiry, history } = await pageOf(number);
    expect([inquiry.topic, history[0]?.says.en]).toEqual(['price-list', 'About: the price list']);
  });

  it('is handed to people of the desk who may have it', async () => {
    const number = await open();
    const { staff } = await pageOf(number);
    expect(staff.map(({ name }) => name)).toEqual(['Сотрудник dispatcher', 'Сотрудник seller']);
    const wrong = await command(number, { command: 'hand-over', personId: newId() });
    expect(expectProblem(wrong, 'invalid-request').errors?.[0]).toMatchObject({ code: 'unknown-person' });
    await ok(
      command(number, { command: 'hand-over', personId: seller.personId, text: 'Позвоните.' }, dispatcher),
    );
    expect((await pageOf(number)).messages.at(-1)).toMatchObject({ kind: 'note', text: 'Позвоните.' });
    const { notifications } = (await ok(get(`${DESK}/notifications`))) as {
      notifications: { kind: string; inquiryNumber: number }[];
    };
    expect(notifications[0]).toMatchObject({ kind: 'inquiry-handed-over', inquiryNumber: number });
  });

  it('answers only who has an address', async () => {
    const number = await open({ requesterEmail: null });
    const told = expectProblem(await command(number, { command: 'answer', text: 'Здравствуйте!' }), 'state');
    expect(told.refusal).toBe('no-customer-address');
    expect((await pageOf(number)).allowed).not.toContain('answer');
  });
});

describe('a sale', () => {
  const order = (companyId: string) => ({
    companyId,
    number: newId(),
    packageId: 'paid',
    products: null,
    installationType: null,
    quantity: null,
    term: { count: 12, unit: 'months' },
    namedStart: null,
    dates: { 'number-given': '2025-01-20' },
    figures: {},
    bought: [],
    visitsPerTicket: null,
  });
  const issue = async (companyId: string): Promise<string> =>
    String((await ok(postJson(server, sales, `${DESK}/certificates`, order(companyId))))['certificateId']);

  it('is a certificate that sales issues, and the inquiry names it', async () => {
    const companyId = await company('ural');
    const number = await open({ companyId });
    const certificateId = await issue(companyId);
    await ok(command(number, { command: 'close-won', certificateId, partnerId: null }));
    expect((await pageOf(number)).inquiry).toMatchObject({
      state: 'won',
      certificate: { certificateId },
      partner: null,
    });
  });

  it('of a partner names the partner, who must stand as one (SH-P-PAY)', async () => {
    const number = await open({ companyId: await company('ural') });
    const partnerId = await company();
    const close = { command: 'close-won', certificateId: null, partnerId };
    const told = expectProblem(await command(number, close), 'refused');
    expect(told).toMatchObject({ refusal: 'partner-without-standing', clause: 'SH-P-PAY' });
    await server.opened.context.db.inDesk(deskId, (q) =>
      q.query(
        'test-standing',
        `insert into company_standing (desk_id, standing_id, company_id, role, from_date) values ($1, $2, $3, 'certified-partner', '2020-01-01')`,
        [deskId, newId(), partnerId],
      ),
    );
    await ok(command(number, close));
    expect((await pageOf(number)).inquiry).toMatchObject({ state: 'won', partner: { companyId: partnerId } });
  });

  it('is not another company’s certificate', async () => {
    const number = await open({ companyId: await company() });
    const certificateId = await issue(await company());
    const told = await command(number, { command: 'close-won', certificateId, partnerId: null });
    expect(expectProblem(told, 'state').refusal).toBe('certificate-of-another');
    const none = await command(number, { command: 'close-won', certificateId: newId(), partnerId: null });
    expect(expectProblem(none, 'invalid-request').errors?.[0]).toMatchObject({ code: 'unknown-certificate' });
  });
});

describe('support and sales', () => {
  const ticketBody = {
    channel: 'phone',
    requesterEmail: 'owner@shop.example',
    requesterName: 'Майя',
    companyId: null,
    subject: 'Сколько стоит платная поддержка?',
    text: 'Пришлите, пожалуйста, прайс-лист.',
    type: null,
    priority: null,
  };

  it('hand over what is for sales: the inquiry has the words, the ticket a note', async () => {
    const { number } = (await ok(postJson(server, engineer, `${DESK}/tickets`, ticketBody))) as {
      number: number;
    };
    const sent = (await ok(
      postJson(server, engineer, `${DESK}/tickets/${number}/inquiry`, { topic: 'price-list' }),
    )) as { number: number };
    const page = await pageOf(sent.number);
    expect(page.inquiry).toMatchObject({
      topic: 'price-list',
      fromTicket: number,
      subject: ticketBody.subject,
    });
    expect(page.messages[0]?.text).toBe(ticketBody.text);
    const ticket = (await ok(get(`${DESK}/tickets/${number}`, engineer))) as {
      messages: { text: string }[];
    };
    expect(ticket.messages.at(-1)?.text).toContain(`S-${sent.number}`);
    expect(await numbers(`view=all&ticket=${number}`, engineer)).toEqual([sent.number]);
    expectProblem(
      await postJson(server, engineer, `${DESK}/tickets/999999/inquiry`, { topic: 'support' }),
      'not-found',
    );
    // A ticket that holds nothing else is over with the answer; one that is over already keeps nothing.
    const path = `${DESK}/tickets/${number}`;
    const close = { topic: 'support', answer: 'Вам ответит отдел продаж.' };
    await ok(postJson(server, engineer, `${path}/inquiry`, close));
    const { ticket: resolved } = (await ok(get(path, engineer))) as { ticket: { state: string } };
    expect(resolved.state).toBe('resolved');
    const before = await numbers('view=all');
    const again = await postJson(server, engineer, `${path}/inquiry`, close);
    expect(expectProblem(again, 'state').refusal).toBe('already-resolved');
    expect(await numbers('view=all')).toEqual(before);
  });

  it('take back what is for support: a ticket with all that was written', async () => {
    const number = await open({ text: 'Касса не печатает.' });
    const reply = await ok(command(number, { command: 'become-ticket', priority: null }));
    const ticket = (await ok(get(`${DESK}/tickets/${String(reply['ticketNumber'])}`))) as {
      messages: { text: string }[];
      allowed: string[];
      ticket: { subject: string };
    };
    expect(ticket.messages[0]?.text).toBe('Касса не печатает.');
    expect((await pageOf(number)).inquiry).toMatchObject({
      state: 'lost',
      becameTicket: reply['ticketNumber'],
    });
    // Sales reads tickets and does nothing to them.
    expect(ticket.allowed).toEqual([]);
    const path = `${DESK}/tickets/${String(reply['ticketNumber'])}`;
    const add = { command: 'add-note', text: 'x' };
    expectProblem(await postJson(server, sales, `${path}/commands`, add, { 'if-match': '"1"' }), 'forbidden');
    expectProblem(await postJson(server, sales, `${DESK}/tickets`, ticketBody), 'forbidden');
    expectProblem(await postJson(server, sales, `${path}/inquiry`, { topic: 'support' }), 'forbidden');
    const again = expectProblem(await command(number, { command: 'answer', text: 'x' }), 'state');
    expect(again.refusal).toBe('became-ticket');
  });
});

it('inquiries follow their company when two records are made one, and come back', async () => {
  const [keptId, goneId] = [await company('ural'), await company('south')];
  const [kept, gone] = [await open({ companyId: keptId }), await open({ companyId: goneId })];
  const path = (id: string): string => `${DESK}/companies/${id}`;
  const whose = async (number: number) => (await pageOf(number)).inquiry.company?.companyId;
  await ok(postJson(server, dispatcher, `${path(keptId)}/merge`, { goneId }));
  expect([await whose(kept), await whose(gone)]).toEqual([keptId, keptId]);
  const since = await open({ companyId: keptId });
  await ok(postJson(server, dispatcher, `${path(goneId)}/unmerge`, {}));
  expect([await whose(kept), await whose(gone), await whose(since)]).toEqual([keptId, goneId, keptId]);
  // Where it goes was decided when it came: a merge is no reason to send it elsewhere.
  expect((await pageOf(gone)).inquiry.addressee).toBe('sales-south@shtrih-m.example');
});

it('the nightly comparison finds what was written past the decider, and nothing else', async () => {
  const compare = async (): Promise<readonly unknown[]> => {
    const told: unknown[] = [];
    await compareJournals(server.opened.context, [deskId], (error) => told.push(error));
    return told.map((error) =>
      error instanceof JournalDrift ? [error.drift.of, error.drift.number, error.drift.columns] : error,
    );
  };
  const set = (change: string) =>
    server.opened.context.db.inDesk(deskId, (q) =>
      q.query(`test-drift-${change.length}`, `update inquiry set ${change} where number = 1`),
    );
  expect(await compare()).toEqual([]);
  await set(`district = 'volga'`);
  await set('version = version + 1');
  expect(await compare()).toEqual([['inquiry', 1, ['version', 'district']]]);
  await set(`district = body ->> 'district', version = version - 1`);
  expect(await compare()).toEqual([]);
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});
