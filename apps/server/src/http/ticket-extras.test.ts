import { endpoints, ProblemError } from '@reglament/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { signedIn, startTestServer, type TestServer, type Visitor } from '../testing/start-test-server.ts';
import { statusBrowser } from '../testing/status-browser.ts';
import { openCase, type StatusCase } from '../testing/status-case.ts';
import { addStaff, type TestPerson } from '../testing/test-desk.ts';

let server: TestServer;
let anna: Visitor;
let boris: Visitor;
let lead: Visitor;
let borisPerson: TestPerson;
let annaPerson: TestPerson;
let stranger: TestPerson;
let found: StatusCase;

beforeAll(async () => {
  server = await startTestServer();
  annaPerson = await addStaff(server.opened, 'centaur', 'engineer', 'anna@centaur.example');
  borisPerson = await addStaff(server.opened, 'centaur', 'engineer', 'boris@centaur.example');
  stranger = await addStaff(server.opened, 'optima', 'engineer', 'stranger@optima.example');
  anna = await signedIn(server, annaPerson);
  boris = await signedIn(server, borisPerson);
  lead = await signedIn(server, await addStaff(server.opened, 'centaur', 'lead', 'lead@centaur.example'));
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});
beforeEach(async () => {
  found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
});

const desk = 'centaur';
const key = () => ({ idempotencyKey: newId() });
const pageOf = (who: Visitor, number = found.number) =>
  who.call(endpoints.getTicket, { params: { desk, number } });
const note = async (who: Visitor, text: string, mentions: readonly string[]) => {
  const { ticket } = await pageOf(who);
  return who.call(
    endpoints.commandTicket,
    { params: { desk, number: found.number }, body: { command: 'add-note', text, mentions: [...mentions] } },
    { ...key(), version: ticket.version },
  );
};
const told = async (who: Visitor) =>
  (await who.call(endpoints.getNotifications, { params: { desk } })).notifications
    .filter(({ ticketNumber }) => ticketNumber === found.number)
    .map(({ kind }) => kind);
const problem = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'served',
    (error: unknown) =>
      error instanceof ProblemError ? (error.problem.errors ?? error.problem.code) : error,
  );

describe('a note that names colleagues', () => {
  it('tells each of them once, and nobody who wrote it or was not named', async () => {
    await note(anna, 'Посмотри, @Сотрудник boris', [
      borisPerson.personId,
      borisPerson.personId,
      annaPerson.personId,
    ]);
    expect(await told(boris)).toEqual(['mentioned']);
    expect(await told(anna)).toEqual([]);
    expect(await told(lead)).toEqual([]);
  });

  it('is refused with whoever is not of the desk, and nothing is kept', async () => {
    expect(await problem(note(anna, 'Секрет', [stranger.personId]))).toEqual([
      { pointer: '/mentions', code: 'unknown-person' },
    ]);
    expect((await pageOf(anna)).messages.map(({ kind }) => kind)).toEqual(['customer']);
  });
});

describe('whoever follows a ticket', () => {
  const follow = (who: Visitor, personId: string | null, following = true) =>
    who.call(endpoints.followTicket, {
      params: { desk, number: found.number },
      body: { personId, following },
    });

  it('is told what others write and that the state changed, not what they do themselves', async () => {
    await follow(boris, null);
    await note(boris, 'Сам', []);
    expect(await told(boris)).toEqual([]);
    await note(anna, 'Вот что', []);
    expect(await told(boris)).toEqual(['followed-wrote']);
    const { ticket } = await pageOf(anna);
    await anna.call(
      endpoints.commandTicket,
      { params: { desk, number: found.number }, body: { command: 'take' } },
      { ...key(), version: ticket.version },
    );
    expect(await told(boris)).toEqual(['followed-changed', 'followed-wrote']);
    await statusBrowser(server).send(found.path, 'answer', { text: 'Ещё вот что' });
    expect(await told(boris)).toEqual(['followed-wrote', 'followed-changed', 'followed-wrote']);
    await follow(boris, null, false);
    await note(anna, 'И ещё', []);
    expect(await told(boris)).toHaveLength(3);
  });

  it('may be added by a colleague, and only people of the desk', async () => {
    await follow(anna, borisPerson.personId);
    const { followers } = await anna.call(endpoints.getTicketExtras, {
      params: { desk, number: found.number },
    });
    expect(followers).toMatchObject([{ personId: borisPerson.personId, name: 'Сотрудник boris' }]);
    expect(await problem(follow(anna, stranger.personId))).toEqual([
      { pointer: '/personId', code: 'unknown-person' },
    ]);
  });
});

describe('tags', () => {
  const create = (name: string, who = lead) =>
    who.call(endpoints.createTag, { params: { desk }, body: { name, tone: 'warn' } }, key());
  const put = (add: readonly string[], remove: readonly string[] = []) =>
    anna.call(endpoints.tagTicket, {
      params: { desk, number: found.number },
      body: { add: [...add], remove: [...remove] },
    });

  it('are kept by leads, put on tickets by engineers, and stand in the queue and its filter', async () => {
    expect(await problem(create('Нельзя', anna))).toBe('forbidden');
    const { tagId } = await create('  Ждём   сборку ');
    expect(await problem(create('ждём СБОРКУ'))).toMatchObject([{ pointer: '/name', code: 'name-taken' }]);
    expect(await put([tagId])).toEqual({ tags: [{ tagId, name: 'Ждём сборку', tone: 'warn' }] });
    expect((await pageOf(anna)).ticket.tags).toEqual([{ tagId, name: 'Ждём сборку', tone: 'warn' }]);
    const other = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const numbers = async (query: { tag?: string }) =>
      (await anna.call(endpoints.getQueue, { params: { desk }, query })).tickets.map((t) => t.number);
    expect(await numbers({ tag: tagId })).toEqual([found.number]);
    expect(await numbers({})).toEqual(expect.arrayContaining([found.number, other.number]));
    expect(await put([], [tagId])).toEqual({ tags: [] });
    expect(await numbers({ tag: tagId })).toEqual([]);
  });

  it('that are retired stay where they are and are put nowhere else', async () => {
    const { tagId } = await create('Старая');
    await put([tagId]);
    await lead.call(endpoints.changeTag, { params: { desk, tagId }, body: { retired: true } });
    expect((await pageOf(anna)).ticket.tags).toHaveLength(1);
    found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    expect(await problem(put([tagId]))).toEqual([{ pointer: '/add', code: 'unknown-tag' }]);
    const { tags } = await anna.call(endpoints.getTags, { params: { desk } });
    expect(tags.find((one) => one.tagId === tagId)).toMatchObject({ retired: true, tickets: 1 });
  });
});

describe('links between tickets', () => {
  it('are seen from both sides, one for a pair, and can be taken away from either', async () => {
    const other = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const link = (from: number, to: number, relation: 'duplicate' | 'caused-by' | null) =>
      anna.call(endpoints.linkTicket, { params: { desk, number: from }, body: { to, relation } });
    const seen = async (number: number) =>
      (await pageOf(anna, number)).related.map((one) => [one.number, one.relation]);
    await link(found.number, other.number, 'duplicate');
    expect(await seen(found.number)).toEqual([[other.number, 'duplicate']]);
    expect(await seen(other.number)).toEqual([[found.number, 'duplicated-by']]);
    await link(other.number, found.number, 'caused-by');
    expect(await seen(found.number)).toEqual([[other.number, 'causes']]);
    await link(found.number, other.number, null);
    expect(await seen(other.number)).toEqual([]);
    expect(await problem(link(found.number, found.number, 'duplicate'))).toEqual([
      { pointer: '/to', code: 'same-ticket' },
    ]);
    expect(await problem(link(found.number, 999_999, 'duplicate'))).toEqual([
      { pointer: '/to', code: 'unknown-ticket' },
    ]);
  });
});

describe('the steps of a ticket', () => {
  it('say what may be done and, with words, why not the rest, to each who looks', async () => {
    const before = (await pageOf(anna)).steps;
    expect(before.find(({ command }) => command === 'take')).toEqual({ command: 'take', refusal: null });
    await anna.call(
      endpoints.commandTicket,
      { params: { desk, number: found.number }, body: { command: 'take' } },
      { ...key(), version: (await pageOf(anna)).ticket.version },
    );
    const refusal = async (who: Visitor, name: string) =>
      (await pageOf(who)).steps.find(({ command }) => command === name)?.refusal;
    expect(await refusal(anna, 'take')).toMatchObject({
      code: 'already-yours',
      says: { ru: 'Заявка уже у вас.' },
    });
    expect(await refusal(boris, 'take')).toBeNull();
    expect(await refusal(anna, 'record-confirmation')).toMatchObject({ code: 'not-resolved' });
  });
});
