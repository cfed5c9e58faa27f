import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketPage } from '@reglament/contract';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';

let server: TestServer;

interface Desk {
  readonly slug: string;
  readonly cookie: string;
  readonly companyId: string;
}
const desks = new Map<string, Desk>();

const packages = { flat: '24x7', optima: '8x5x4', 'shtrih-m': 'free' } as const;
type Slug = keyof typeof packages;

beforeAll(async () => {
  server = await startTestServer();
  for (const [slug, packageId] of Object.entries(packages)) {
    const { companyId } = await addCustomer(server.opened, slug, {
      company: `ООО «${slug}»`,
      email: `olga@${slug}.example`,
      name: 'Ольга',
      packageId,
    });
    const engineer = await addStaff(server.opened, slug, 'engineer', `engineer@${slug}.staff.example`);
    desks.set(slug, { slug, cookie: await cookieOf(server, engineer), companyId });
  }
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

const deskOf = (slug: Slug): Desk => {
  const desk = desks.get(slug);
  if (desk === undefined) throw new Error(slug);
  return desk;
};
const pathOf = (slug: Slug): string => `/api/desks/${slug}/tickets`;

interface Case {
  readonly slug: Slug;
  readonly number: number;
}

const open = async (slug: Slug, priority: string | null = null, channel = 'portal'): Promise<Case> => {
  const { cookie, companyId } = deskOf(slug);
  const { number } = await ok(
    postJson(server, cookie, pathOf(slug), {
      channel,
      requesterEmail: `olga@${slug}.example`,
      requesterName: 'Ольга',
      companyId,
      subject: 'Не работает',
      text: 'Не работает',
      type: null,
      priority,
    }),
  );
  return { slug, number: Number(number) };
};
const read = ({ slug, number }: Case): Promise<RawReply> =>
  rawRequest(server.url, `${pathOf(slug)}/${number}`, { headers: { cookie: deskOf(slug).cookie } });
const page = async (c: Case): Promise<TicketPage> => (await ok(read(c))) as unknown as TicketPage;
const versionOf = async (c: Case): Promise<Record<string, string>> => ({
  'if-match': `"${(await page(c)).ticket.version}"`,
});
const say = async (c: Case, body: object): Promise<RawReply> =>
  postJson(server, deskOf(c.slug).cookie, `${pathOf(c.slug)}/${c.number}/commands`, body, await versionOf(c));

describe('SH-F-OUT: declining', () => {
  it('offers the grounds of the package with their rules; declined, the page tells which and what instead', async () => {
    const c = await open('shtrih-m', null, 'email');
    const before = await page(c);
    expect(before.allowed).toContain('decline');
    const training = before.declinable.find(({ ground }) => ground.id === 'free-training');
    expect(training).toMatchObject({
      ground: { kind: 'exclusion', id: 'free-training' },
      clause: 'SH-F-OUT',
      toJudge: [],
    });
    expect(training?.instead?.ru).toContain('партнёр');
    await ok(
      say(c, {
        command: 'decline',
        ground: training?.ground,
        text: 'Обучение проводят партнёры.',
        attachments: [],
      }),
    );
    const after = await page(c);
    expect(after.ticket).toMatchObject({
      state: 'resolved',
      outcome: { kind: 'declined', clause: 'SH-F-OUT', name: { en: 'Training of users' } },
    });
    expect(after.ticket.outcome).toMatchObject({ instead: training?.instead });
    expect(after.messages.at(-1)).toMatchObject({ kind: 'refusal', text: 'Обучение проводят партнёры.' });
    expect(after.declinable).toEqual([]);
    expect(after.allowed).not.toContain('decline');
  });

  it('a ground that the file has not, or that does not hold, is refused with its clause', async () => {
    const c = await open('shtrih-m', null, 'email');
    const decline = (ground: object) => say(c, { command: 'decline', ground, text: 'Нет.', attachments: [] });
    expect(expectProblem(await decline({ kind: 'exclusion', id: 'nonsense' }), 'state')).toMatchObject({
      refusal: 'unknown-ground',
    });
    const included = expectProblem(await decline({ kind: 'service', id: 'keep-working' }), 'refused');
    expect(included.refusal).toBe('service-included');
    expect(included.clause).toMatch(/^SH-/);
  });
});

describe('FL-L1: lines', () => {
  it('begins on the line of the rules; handed over only with everything that the next line needs', async () => {
    const c = await open('flat', '3');
    const before = await page(c);
    expect(before.ticket.line).toMatchObject({ id: '2', clause: 'FL-ROUTE' });
    expect(before.handOvers).toMatchObject([{ toLine: '3', clause: 'FL-L3' }]);
    const handOver = (toLine: string, given: readonly number[]) =>
      say(c, { command: 'hand-over', toLine, given, text: 'Журналы во вложении.' });
    const foreseen = expectProblem(await handOver('1', []), 'refused');
    expect(foreseen).toMatchObject({ refusal: 'hand-over-not-foreseen' });
    const incomplete = expectProblem(await handOver('3', [0]), 'refused');
    expect(incomplete).toMatchObject({ refusal: 'hand-over-incomplete', clause: 'FL-L3' });
    expect(incomplete.detail).toContain(before.handOvers[0]?.needs[1]?.ru ?? 'nothing');
    await ok(handOver('3', [0, 1]));
    const after = await page(c);
    expect(after.ticket).toMatchObject({ line: { id: '3' }, assignee: null });
    expect(after.messages.at(-1)).toMatchObject({ kind: 'note', text: 'Журналы во вложении.' });
    expect(after.history.at(-1)?.clause).toBe('FL-L3');
  });

  it('FL-L2: a question ticks the list, a solution names its outcome', async () => {
    const c = await open('flat', '3');
    const { checklist, outcomes } = await page(c);
    expect(checklist.length).toBeGreaterThan(2);
    await ok(say(c, { command: 'request-information', text: 'Пришлите.', items: [0, 2], attachments: [] }));
    expectProblem(
      await say(c, { command: 'request-information', text: 'x', items: [50], attachments: [] }),
      'refused',
    );
    const [outcome] = outcomes;
    await ok(say(c, { command: 'resolve', text: 'Готово.', outcome: outcome?.id, attachments: [] }));
    expect((await page(c)).ticket.outcome).toEqual({ kind: 'resolved', name: outcome?.name, means: null });
  });
});

describe('OW-3 OW-7: a second problem, and how answers are given', () => {
  const split = async (c: Case, body: object, key: string): Promise<RawReply> =>
    postJson(server, deskOf(c.slug).cookie, `${pathOf(c.slug)}/${c.number}/split`, body, {
      ...(await versionOf(c)),
      'idempotency-key': key,
    });
  const second = { subject: 'И печать', text: 'И не печатает.', type: null, priority: null };

  it('becomes a ticket of its own, once by its key; both name each other', async () => {
    const c = await open('optima', null, 'email');
    const created = await split(c, second, 'split-1');
    expect(created.status).toBe(201);
    const next = created.json() as unknown as { number: number; version: number };
    expect(created.headers['etag']).toBe(`"${next.version}"`);
    expect((await split(c, second, 'split-1')).json()).toMatchObject({ number: next.number });
    expect((await page(c)).related).toMatchObject([{ number: next.number, relation: 'split-into' }]);
    expect((await page({ slug: 'optima', number: next.number })).related).toMatchObject([
      { number: c.number, relation: 'split-from' },
    ]);
    const stale = await postJson(
      server,
      deskOf('optima').cookie,
      `${pathOf('optima')}/${c.number}/split`,
      second,
      { 'if-match': '"1"' },
    );
    expectProblem(stale, 'stale');
  });

  it('where the regulation does not speak of it the button is not there, and asking is refused', async () => {
    const c = await open('shtrih-m', null, 'email');
    expect((await page(c)).allowed).not.toContain('split');
    expect((await page(c)).split).toBeNull();
    expect(expectProblem(await split(c, second, 'split-2'), 'state')).toMatchObject({
      refusal: 'split-not-foreseen',
    });
  });

  it('an answer by a way that is not listed is refused with those that are', async () => {
    const c = await open('optima', null, 'email');
    expect((await page(c)).answerMeans).toEqual(['email', 'phone', 'remote-session', 'other']);
    const refused = expectProblem(
      await say(c, { command: 'reply', text: 'x', means: 'visit', attachments: [] }),
      'refused',
    );
    expect(refused).toMatchObject({ refusal: 'means-not-listed', clause: 'OW-7' });
    expect(refused.detail).toContain('удалённый сеанс');
    await ok(say(c, { command: 'reply', text: 'x', means: 'remote-session', attachments: [] }));
  });
});

describe('two tickets of one person about one problem', () => {
  const merge = async (c: Case, into: number, key: string): Promise<RawReply> =>
    postJson(
      server,
      deskOf(c.slug).cookie,
      `${pathOf(c.slug)}/${c.number}/merge`,
      { into },
      {
        ...(await versionOf(c)),
        'idempotency-key': key,
      },
    );

  it('become one: the first closes and names the second, once by its key', async () => {
    const gone = await open('optima', null, 'email');
    const kept = await open('optima', null, 'email');
    expect((await page(gone)).merge).toEqual({ clocks: 'due-first', clause: null });
    expect((await page(gone)).related).toContainEqual(
      expect.objectContaining({ number: kept.number, relation: 'same-person' }),
    );
    const merged = await merge(gone, kept.number, 'merge-1');
    expect(merged.status).toBe(200);
    expect((await merge(gone, kept.number, 'merge-1')).json()).toMatchObject(merged.json() as object);
    const closed = await page(gone);
    expect(closed.ticket.state).toBe('closed');
    expect(closed.related).toContainEqual(
      expect.objectContaining({ number: kept.number, relation: 'merged-into' }),
    );
    const goes = await page(kept);
    expect(goes.related.filter(({ relation }) => relation === 'merged-from')).toMatchObject([
      { number: gone.number },
    ]);
    expect(goes.messages.at(-1)).toMatchObject({
      kind: 'note',
      text: `Присоединена заявка № ${gone.number}`,
    });
  });

  it('into itself, into a closed one, into none: refused with what to do', async () => {
    const one = await open('optima', null, 'email');
    expect(expectProblem(await merge(one, one.number, 'merge-2'), 'state')).toMatchObject({
      refusal: 'merge-into-itself',
    });
    expect(expectProblem(await merge(one, 999_999, 'merge-3'), 'invalid-request')).toMatchObject({
      errors: [{ pointer: '/into', code: 'unknown-ticket' }],
    });
    const other = await open('optima', null, 'email');
    expect((await merge(other, one.number, 'merge-4')).status).toBe(200);
    expect(expectProblem(await merge(one, other.number, 'merge-5'), 'state')).toMatchObject({
      refusal: 'merge-into-closed',
    });
  });

  it('two merges that cross: one of them is done, nothing hangs', async () => {
    const a = await open('optima', null, 'email');
    const b = await open('optima', null, 'email');
    const replies = await Promise.all([merge(a, b.number, 'merge-a-b'), merge(b, a.number, 'merge-b-a')]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});
