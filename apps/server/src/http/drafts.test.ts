import { endpoints, exportTables, type KeptDraft, ProblemError } from '@reglament/contract';
import type { PersonId } from '@reglament/desk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { rawRequest } from '../testing/raw-request.ts';
import {
  cookieOf,
  signedIn,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../testing/start-test-server.ts';
import { openCase, type StatusCase } from '../testing/status-case.ts';
import { addAccount, addCustomer, addStaff, deskIdOf, type TestPerson } from '../testing/test-desk.ts';
import { MOST_DRAFTS } from '../use-cases/keep-draft.ts';

const desk = 'optima';
const SECRET = 'ещё-не-сказано';
const email = 'customer@drafts.example';

let server: TestServer;
let anna: Visitor;
let boris: Visitor;
let customer: Visitor;
let annaPerson: TestPerson;
let borisPerson: TestPerson;
let customerPerson: TestPerson;
let found: StatusCase;

beforeAll(async () => {
  server = await startTestServer();
  const { opened } = server;
  annaPerson = await addStaff(opened, desk, 'engineer', 'anna@optima.example');
  borisPerson = await addStaff(opened, desk, 'administrator', 'boris@optima.example');
  await addCustomer(opened, desk, { company: 'ООО «Сеть»', email, name: 'Олег', packageId: '8x5x4' });
  customerPerson = await addAccount(opened, email);
  anna = await signedIn(server, annaPerson);
  boris = await signedIn(server, borisPerson);
  customer = await signedIn(server, customerPerson);
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});
beforeEach(async () => {
  found = await openCase(server.opened, { slug: desk, packageId: '8x5x4' });
});

type Typed = string | null;
const contentOf = (typed: Typed) => (typed === null ? null : { text: typed, rest: '{}' });
const reply = () => `ticket.${found.number}.reply`;

const keep = (
  about: string,
  typed: Typed,
  base: string | null = null,
  who = anna,
  writer = annaPerson.personId,
) =>
  who.call(endpoints.keepDraft, {
    params: { desk },
    body: { writer, about, content: contentOf(typed), base },
  });
const drafts = async (
  about: string,
  who = anna,
  writer = annaPerson.personId,
): Promise<readonly KeptDraft[]> =>
  (await who.call(endpoints.getDrafts, { params: { desk }, query: { writer, about } })).drafts;
const texts = async (about: string): Promise<readonly string[]> =>
  (await drafts(about)).map(({ text }) => text);
const problem = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'served',
    (error: unknown) => (error instanceof ProblemError ? error.problem.errors : error),
  );
const note = async (text: string, attachments: readonly string[] = []): Promise<unknown> => {
  const params = { desk, number: found.number };
  const { ticket } = await anna.call(endpoints.getTicket, { params });
  return anna.call(
    endpoints.commandTicket,
    { params, body: { command: 'add-note', text, attachments: [...attachments] } },
    { idempotencyKey: newId(), version: ticket.version },
  );
};

describe('what somebody is writing', () => {
  it('is found again by them, wherever they sign in, with the other forms of its ticket', async () => {
    await keep(reply(), '  Здравствуйте!\n');
    await keep(`ticket.${found.number}.add-note`, 'мысли');
    const elsewhere = await signedIn(server, annaPerson);
    expect(
      (await drafts(`ticket.${found.number}`, elsewhere)).map(({ about, text }) => [about, text]),
    ).toEqual([
      [`ticket.${found.number}.add-note`, 'мысли'],
      [reply(), '  Здравствуйте!\n'],
    ]);
  });

  it('is not written over by a device that has not seen it: that one is told what there is', async () => {
    const first = await keep(reply(), 'с рабочего места');
    const blind = await keep(reply(), 'с телефона');
    expect(blind).toEqual({ kept: false, draft: first.draft });
    const seen = await keep(reply(), 'с телефона', first.draft?.revision ?? null);
    expect(seen).toMatchObject({ kept: true, draft: { text: 'с телефона' } });
    // The first one goes on from what it knew, and learns that it is old.
    expect(await keep(reply(), 'с рабочего места, дальше', first.draft?.revision ?? null)).toEqual({
      kept: false,
      draft: seen.draft,
    });
  });

  it('that was taken away on one device is not put back by another that goes on from it', async () => {
    const { draft } = await keep(reply(), 'Ответ');
    expect(await keep(reply(), null, draft?.revision ?? null)).toEqual({ kept: true, draft: null });
    expect(await keep(reply(), 'Ответ', draft?.revision ?? null)).toEqual({ kept: false, draft: null });
    expect(await texts(reply())).toEqual([]);
  });

  it('is not taken away by a device that has seen another text', async () => {
    const { draft } = await keep(reply(), 'Ответ');
    const next = await keep(reply(), 'Ответ получше', draft?.revision ?? null);
    expect(await keep(reply(), null, draft?.revision ?? null)).toEqual({ kept: false, draft: next.draft });
    expect(await texts(reply())).toEqual(['Ответ получше']);
  });

  it('goes away with the message that says it; another text in another form stays', async () => {
    await keep(`ticket.${found.number}.add-note`, 'Перезагрузили');
    await keep(reply(), 'Здравствуйте!');
    await note('Перезагрузили');
    expect(await texts(`ticket.${found.number}`)).toEqual(['Здравствуйте!']);
  });

  it('stays when the message was refused', async () => {
    const about = `ticket.${found.number}.add-note`;
    await keep(about, 'Перезагрузили');
    expect(await problem(note('Перезагрузили', [newId()]))).toMatchObject([{ code: 'unknown-attachment' }]);
    expect(await texts(about)).toEqual(['Перезагрузили']);
  });

  it('may be as long as a message, and so many; one too many is told', async () => {
    await keep(reply(), 'ы'.repeat(100_000));
    expect(await problem(keep(reply(), 'ы'.repeat(100_001)))).toMatchObject([{ pointer: '/content/text' }]);
    const visitor = await signedIn(server, await addStaff(server.opened, desk, 'engineer', 'many@x.example'));
    const { person } = await visitor.call(endpoints.getSession, { params: {} });
    const deskId = deskIdOf(server.opened, desk);
    await server.opened.context.db.inDesk(deskId, (q) =>
      q.query(
        'test-many-drafts',
        `insert into draft (desk_id, person_id, side, about, text, rest, revision, saved_at)
         select $1, $2, 'staff', 'ticket.' || n || '.reply', 'x', '', $3, now() from generate_series(1, $4::int) as n`,
        [deskId, person.personId, newId(), MOST_DRAFTS.staff],
      ),
    );
    const one = (about: string) => keep(about, 'x', null, visitor, person.personId as PersonId);
    expect(await problem(one('ticket.7000.reply'))).toMatchObject([{ pointer: '/about', code: 'too-many' }]);
    // Those that are kept go on.
    expect(await one('ticket.1.reply')).toMatchObject({ kept: false, draft: { text: 'x' } });
  });
});

describe('nobody else', () => {
  it('reads a draft: neither by asking for it, nor as somebody else, nor anywhere in the desk', async () => {
    await keep(reply(), SECRET);
    expect(await drafts(reply(), boris, borisPerson.personId)).toEqual([]);
    expect(await problem(drafts(reply(), boris, annaPerson.personId))).toMatchObject([
      { pointer: '/writer' },
    ]);
    const { number } = found;
    const pages = [
      ...[
        `tickets/${number}`,
        `tickets/${number}/extras`,
        'queue',
        'notifications',
        'audit',
        'letters',
        'board',
      ],
      ...[`search?q=${encodeURIComponent(SECRET)}`],
      ...exportTables.flatMap((table) => [`export/${table}?format=csv`, `export/${table}?format=json`]),
    ];
    const cookie = await cookieOf(server, borisPerson);
    const statuses = new Set<number>();
    for (const page of pages) {
      const answered = await rawRequest(server.url, `/api/desks/${desk}/${page}`, { headers: { cookie } });
      statuses.add(answered.status);
      expect({ page, holds: answered.body.toString('utf8').includes(SECRET) }).toEqual({
        page,
        holds: false,
      });
    }
    expect([...statuses]).toEqual([200]);
    expect(await texts(reply())).toEqual([SECRET]);
  });

  it('keeps anything in the place of somebody who signed out meanwhile', async () => {
    expect(await problem(keep(reply(), SECRET, null, boris, annaPerson.personId))).toMatchObject([
      { pointer: '/writer', code: 'unknown-person' },
    ]);
    expect(await texts(reply())).toEqual([]);
    expect(await drafts(reply(), boris, borisPerson.personId)).toEqual([]);
  });
});

describe('a customer', () => {
  const writer = () => customerPerson.personId;
  const kept = async (about: string) =>
    (
      await customer.call(endpoints.getPortalDrafts, { params: { desk }, query: { writer: writer(), about } })
    ).drafts.map(({ about: form, text }) => [form, text]);
  const put = (about: string, text: string) =>
    customer.call(endpoints.keepPortalDraft, {
      params: { desk },
      body: { writer: writer(), about, content: contentOf(text), base: null },
    });

  it('finds what they were writing, until it is registered and answered', async () => {
    await put('new.message', 'Касса не печатает');
    await put('new.facts', 'Касса');
    expect(await kept('new')).toEqual([
      ['new.facts', 'Касса'],
      ['new.message', 'Касса не печатает'],
    ]);
    const { number } = await customer.call(
      endpoints.registerPortalTicket,
      {
        params: { desk },
        body: { companyId: null, subject: 'Касса', text: 'Касса не печатает', type: null, priority: null },
      },
      { idempotencyKey: newId() },
    );
    expect(await kept('new')).toEqual([]);
    await put(`ticket.${number}.answer`, 'Теперь печатает');
    await put(`ticket.${number}.objection`, 'Не согласен');
    await customer.call(
      endpoints.commandPortalTicket,
      { params: { desk, number }, body: { command: 'answer', text: 'Теперь печатает' } },
      { idempotencyKey: newId() },
    );
    expect(await kept(`ticket.${number}`)).toEqual([[`ticket.${number}.objection`, 'Не согласен']]);
  });
});
