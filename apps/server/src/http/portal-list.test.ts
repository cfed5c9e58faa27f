import type { CompanyId, ContactId } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { insertContact } from '../store/contacts.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/post-json.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, eventually, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addAccount, addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';

/** Stands in every text of a ticket that customers read, and in a note of staff. */
const CANARY = 'canaryofanna';
const NOTE = 'canaryofnotes';

type Who = 'anna' | 'colleague' | 'supervisor' | 'stranger' | 'staff';

let server: TestServer;
let cookies: Readonly<Record<Who, string>>;
let companyId: CompanyId;
let number: number;

const desk = 'shtrih-m';
const portal = `/api/portal/${desk}`;

const get = (cookie: string, path: string): Promise<RawReply> =>
  rawRequest(server.url, path, { headers: { cookie } });
const post = (cookie: string, path: string, json: unknown): Promise<RawReply> =>
  postJson(server, cookie, path, json);

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

/** What staff do with a ticket as it stands. */
const staffDoes = async (of: number, json: object): Promise<void> => {
  const page = await ok(get(cookies.staff, `/api/desks/${desk}/tickets/${of}`));
  const { version } = page['ticket'] as { version: number };
  const path = `/api/desks/${desk}/tickets/${of}/commands`;
  await ok(postJson(server, cookies.staff, path, json, { 'if-match': `"${version}"` }));
};

beforeAll(async () => {
  server = await startTestServer();
  const { opened } = server;
  const customer = { company: 'ООО «Свои»', email: 'anna@firm.example', name: 'Анна', packageId: 'paid' };
  ({ companyId } = await addCustomer(opened, desk, customer));
  const stranger = {
    company: 'ООО «Чужие»',
    email: 'stranger@other.example',
    name: 'Чужой',
    packageId: null,
  };
  await addCustomer(opened, desk, stranger);
  await opened.context.db.inDesk(deskIdOf(opened, desk), (q) =>
    q.query('test-rule', `update company set ticket_visibility = 'all' where company_id = $1`, [companyId]),
  );
  cookies = {
    anna: await account('anna@firm.example'),
    colleague: await addPerson('boris@firm.example'),
    supervisor: await addPerson('vera@firm.example'),
    stranger: await account('stranger@other.example'),
    staff: await cookieOf(server, await addStaff(opened, desk, 'administrator', 'staff@desk.example')),
  };
  const body = { companyId, subject: `Касса не печатает ${CANARY}`, text: `Чек не выходит ${CANARY}` };
  number = Number((await ok(post(cookies.anna, `${portal}/tickets`, body)))['number']);
  await staffDoes(number, { command: 'add-note', text: NOTE });
});

afterAll(() => server.stop());

describe('the list', () => {
  const numbers = async (cookie: string, query: string): Promise<readonly number[]> =>
    ((await ok(get(cookie, `${portal}/tickets?${query}`)))['tickets'] as { number: number }[]).map(
      (one) => one.number,
    );

  it('goes by pages, by words and by number, ё and case aside', async () => {
    const made: number[] = [];
    for (const subject of ['Ёмкость диска кончилась', 'емкость ленты', 'Пинпад молчит']) {
      const body = { companyId, subject, text: 'x' };
      made.push(Number((await ok(post(cookies.colleague, `${portal}/tickets`, body)))['number']));
    }
    const [first = 0, second = 0, third = 0] = made;
    expect(await numbers(cookies.colleague, 'whose=own')).toEqual([third, second, first]);
    // A part of the subject leads to it at once, its words as soon as the index knows them.
    await expect
      .poll(() => numbers(cookies.colleague, `search=${encodeURIComponent('ёмкость')}`), { timeout: 10_000 })
      .toEqual([second, first]);
    expect(await numbers(cookies.colleague, `search=${encodeURIComponent(`№ ${third}`)}`)).toEqual([third]);
    const page = await ok(get(cookies.colleague, `${portal}/tickets?whose=own&limit=2`));
    expect(page['next']).toEqual(expect.any(String));
    expect(await numbers(cookies.colleague, `whose=own&limit=2&cursor=${String(page['next'])}`)).toEqual([
      first,
    ]);
    expectProblem(
      await get(cookies.anna, `${portal}/tickets?whose=own&limit=2&cursor=${String(page['next'])}`),
      'bad-cursor',
    );
    expect(await numbers(cookies.stranger, 'view=all')).toEqual([]);
  });

  it('puts those first that wait for the customer, page by page, each once', async () => {
    const made: number[] = [];
    for (const subject of ['Первая', 'Вторая', 'Третья', 'Четвёртая']) {
      const body = { companyId, subject, text: 'x' };
      made.push(Number((await ok(post(cookies.supervisor, `${portal}/tickets`, body)))['number']));
    }
    const [first = 0, second = 0, third = 0, fourth = 0] = made;
    for (const of of [first, third])
      await staffDoes(of, { command: 'request-information', text: 'Какая модель?' });
    const inOrder = [third, first, fourth, second];
    expect(await numbers(cookies.supervisor, 'whose=own')).toEqual(inOrder);
    expect(await numbers(cookies.supervisor, 'whose=own&view=waiting')).toEqual([third, first]);
    expect(await numbers(cookies.supervisor, 'whose=own&view=all')).toEqual([fourth, third, second, first]);
    const walked: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = (await ok(get(cookies.supervisor, `${portal}/tickets?whose=own&limit=1${cursor}`))) as {
        tickets: { number: number }[];
        next: string | null;
      };
      walked.push(...page.tickets.map((one) => one.number));
      cursor = page.next === null ? null : `&cursor=${page.next}`;
    }
    expect(walked).toEqual(inOrder);
  });

  it('is searched by what customers read, in any form, and shows where; never by a note of staff', async () => {
    const search = async (cookie: string, words: string) =>
      ok(get(cookie, `${portal}/tickets?view=all&search=${encodeURIComponent(words)}`));
    const isFound = async (cookie: string, words: string): Promise<boolean> =>
      ((await search(cookie, words))['tickets'] as { number: number }[]).some((one) => one.number === number);
    await eventually(() => isFound(cookies.anna, 'чека не выходит'));
    const reply = await search(cookies.anna, 'кассу печать');
    const [row] = (reply['tickets'] as { number: number; found: unknown }[]).filter(
      (one) => one.number === number,
    );
    expect(row?.found).toMatchObject({
      subject: expect.arrayContaining([
        { text: 'Касса', hit: true },
        { text: 'печатает', hit: true },
      ]),
    });
    const asStaff = (): Promise<RawReply> => get(cookies.staff, `/api/desks/${desk}/search?q=${NOTE}`);
    await eventually(async () => ((await ok(asStaff()))['tickets'] as object[]).length > 0);
    const nothing: Record<string, unknown> = { ...(await search(cookies.anna, 'zzzqqqzzz')), now: '' };
    expect(nothing).toMatchObject({ tickets: [], lookedFor: null, isNear: false });
    for (const words of [NOTE, NOTE.slice(0, 11), NOTE.replace('notes', 'notas'), 'сфтфкнщатщеуы'])
      expect({ ...(await search(cookies.anna, words)), now: '' }).toEqual(nothing);
    expect({ ...(await search(cookies.stranger, CANARY)), now: '', counts: nothing['counts'] }).toEqual(
      nothing,
    );
    expect(await isFound(cookies.anna, CANARY)).toBe(true);
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});
