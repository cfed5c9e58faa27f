import type { CompanyPage } from '@reglament/contract';
import {
  type CertificateEvent,
  type DeskId,
  evolveCertificate,
  fold,
  type SupportCertificate,
  upcast,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';

let server: TestServer;
let deskId: DeskId;
let dispatcher: string;
let engineer: string;

const base = '/api/desks/flat/companies';

beforeAll(async () => {
  server = await startTestServer();
  deskId = deskIdOf(server.opened, 'flat');
  dispatcher = await cookieOf(
    server,
    await addStaff(server.opened, 'flat', 'dispatcher', 'dispatcher@flat.example'),
  );
  engineer = await cookieOf(
    server,
    await addStaff(server.opened, 'flat', 'engineer', 'engineer@flat.example'),
  );
});

afterAll(() => server.stop());

const post = (path: string, json: unknown, cookie = dispatcher): Promise<RawReply> =>
  postJson(server, cookie, path, json);
const patch = (id: string, version: number, json: unknown, cookie = dispatcher): Promise<RawReply> =>
  rawRequest(server.url, `${base}/${id}`, {
    method: 'PATCH',
    body: JSON.stringify(json),
    headers: { cookie, 'content-type': 'application/json', 'if-match': `"${version}"` },
  });
const pageOf = async (id: string): Promise<CompanyPage> =>
  (await ok(
    rawRequest(server.url, `${base}/${id}`, { headers: { cookie: engineer } }),
  )) as unknown as CompanyPage;
const listed = async (search: string): Promise<readonly string[]> =>
  (
    (await ok(
      rawRequest(server.url, `${base}?search=${encodeURIComponent(search)}`, {
        headers: { cookie: engineer },
      }),
    )) as { companies: { name: string }[] }
  ).companies.map(({ name }) => name);
const facts = (name: string, numbers: object = {}) => ({
  name,
  inn: null,
  kpp: null,
  ogrn: null,
  district: null,
  city: '',
  ...numbers,
});
const create = async (name: string, numbers: object = {}): Promise<string> =>
  String((await ok(post(base, facts(name, numbers))))['companyId']);
const person = (name: string, more: object = {}) => ({
  contactId: null,
  name,
  email: null,
  phone: '',
  listed: true,
  ...more,
});

describe('a company', () => {
  it('is kept with its numbers and the district that they speak of, and found by name and INN', async () => {
    const id = await create('ООО «Дубрава»', {
      inn: '7707083893',
      kpp: '773601001',
      ogrn: '1027700132195',
      city: 'Москва',
    });
    expect(await pageOf(id)).toMatchObject({
      name: 'ООО «Дубрава»',
      district: 'central',
      city: 'Москва',
      version: 1,
    });
    expect(await listed('дубрав')).toEqual(['ООО «Дубрава»']);
    expect(await listed('77070838')).toEqual(['ООО «Дубрава»']);
    expect(await listed('083893')).toEqual([]);
  });

  it('with wrong numbers is refused, each told by its field', async () => {
    const told = expectProblem(
      await post(base, facts('Ольха', { inn: '7707083894', kpp: '1' })),
      'invalid-request',
    );
    expect(told.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/inn', 'inn-checksum'],
      ['/kpp', 'kpp-form'],
    ]);
    expect(told.errors?.[0]?.detail).toContain('7707083894');
    expect(await listed('Ольха')).toEqual([]);
  });

  it('whose INN and KPP another has is refused with its name; another KPP is another branch', async () => {
    const taken = await post(base, facts('Дубрава', { inn: '7707083893', kpp: '773601001' }));
    expect(expectProblem(taken, 'invalid-request').errors?.[0]).toMatchObject({
      pointer: '/inn',
      code: 'key-taken',
      detail: expect.stringContaining('ООО «Дубрава»') as string,
    });
    await create('Дубрава, филиал', { inn: '7707083893', kpp: '540602001' });
    expect(await listed('Дубрава')).toEqual(['Дубрава, филиал', 'ООО «Дубрава»']);
  });

  it('given twice at the same moment is kept once, and the other is told whose the numbers are', async () => {
    const replies = await Promise.all(
      ['Бук', 'Граб', 'Вяз'].map((name) => post(base, facts(name, { inn: '500100732259' }))),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
    for (const reply of replies.filter(({ status }) => status === 422))
      expect(expectProblem(reply, 'invalid-request').errors?.[0]?.code).toBe('key-taken');
  });

  it('is changed by whoever saw it as it is, in the parts that are named', async () => {
    const id = await create('Клён');
    const change = {
      contacts: [
        person('Ольга', { email: 'Olga@maple.example', phone: '8 (495) 123-45-67' }),
        person('Пётр', { listed: false }),
      ],
      sites: [{ siteId: null, name: 'Цех', city: 'Омск', region: '', zone: 'Asia/Omsk' }],
      standings: [{ standingId: null, role: 'service-partner', from: '2020-01-01', until: null }],
    };
    expect((await patch(id, 1, change)).status).toBe(200);
    const page = await pageOf(id);
    expect(page).toMatchObject({
      name: 'Клён',
      version: 2,
      contacts: [
        { name: 'Ольга', email: 'olga@maple.example', phone: '+74951234567', listed: true },
        { name: 'Пётр', email: null, listed: false },
      ],
      sites: [{ name: 'Цех', zone: 'Asia/Omsk' }],
      standings: [{ role: 'service-partner', from: '2020-01-01', until: null, holds: true }],
    });
    expect(expectProblem(await patch(id, 1, { sites: [] }), 'stale').detail).toContain('Компанию');
    expect(
      (await patch(id, 2, { contacts: page.contacts.slice(0, 1).map(({ others: _, ...c }) => c) })).status,
    ).toBe(200);
    expect(await pageOf(id)).toMatchObject({ contacts: [{ name: 'Ольга' }], sites: [{ name: 'Цех' }] });
  });

  it('keeps nothing of a change in which something is wrong', async () => {
    const id = await create('Рябина');
    const told = expectProblem(
      await patch(id, 1, {
        facts: facts('Рябина-2'),
        contacts: [person('Ольга', { phone: '12' })],
        sites: [{ siteId: null, name: 'Цех', city: '', region: '', zone: 'Asia/Nowhere' }],
        standings: [{ standingId: null, role: 'friend', from: '2020-01-01', until: null }],
      }),
      'invalid-request',
    );
    expect(told.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/contacts/0/phone', 'phone-unreadable'],
      ['/sites/0/zone', 'unknown-zone'],
      ['/standings', 'unknown-standing'],
    ]);
    expect(await pageOf(id)).toMatchObject({ name: 'Рябина', version: 1, contacts: [], sites: [] });
  });

  it('shares a person with another by the address; who is left out speaks for the other one on', async () => {
    const [one, other] = [await create('Сосна'), await create('Ель')];
    const contact = person('Анна', { email: 'anna@shared.example' });
    await patch(one, 1, { contacts: [contact] });
    await patch(other, 1, { contacts: [contact] });
    expect((await pageOf(one)).contacts).toMatchObject([{ name: 'Анна', others: [{ name: 'Ель' }] }]);
    await patch(one, 2, { contacts: [] });
    expect((await pageOf(other)).contacts).toMatchObject([{ name: 'Анна', others: [] }]);
    const registered = await ok(
      post('/api/desks/flat/tickets', {
        channel: 'email',
        requesterEmail: 'anna@shared.example',
        requesterName: 'Анна',
        companyId: null,
        subject: 'x',
        text: 'x',
        type: null,
        priority: '2',
      }),
    );
    expect((await pageOf(other)).tickets.map(({ number }) => number)).toEqual([registered['number']]);
  });

  it('is read by engineers and changed by others only', async () => {
    const id = await create('Осина');
    expectProblem(await post(base, facts('x'), engineer), 'forbidden');
    expectProblem(await patch(id, 1, { sites: [] }, engineer), 'forbidden');
    expectProblem(await post(`${base}/${id}/merge`, { goneId: newId() }, engineer), 'forbidden');
    expect(await pageOf(id)).toMatchObject({ name: 'Осина', version: 1 });
  });

  it('is one however often it is sent with its key', async () => {
    const headers = { 'idempotency-key': newId() };
    const [first, again] = [
      await postJson(server, dispatcher, base, facts('Тополь'), headers),
      await postJson(server, dispatcher, base, facts('Тополь'), headers),
    ];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.json()['companyId']).toBe(first.json()['companyId']);
    expect(await listed('Тополь')).toEqual(['Тополь']);
  });
});

interface Stream {
  readonly body: object;
  readonly company_id: string;
  readonly version: number;
  readonly events: readonly { at: number; type: string; version: number; body: object }[];
}

const streamsOf = (kind: 'ticket' | 'certificate'): Promise<readonly Stream[]> =>
  server.opened.context.db.inDesk(deskId, (q) =>
    q.query<Stream & Record<string, unknown>>(
      `test-journals-${kind}`,
      `select t.body, t.company_id, t.version, (select jsonb_agg(jsonb_build_object('at', floor(extract(epoch from j.at) * 1000), 'type', j.type, 'version', j.version, 'body', j.body) order by j.seq)
         from journal j where j.desk_id = t.desk_id and j.stream_kind = '${kind}' and j.stream_id = t.${kind}_id) as events from ${kind} t where t.company_id is not null`,
    ),
  );

/** The state of every ticket and certificate by its journal, which must be what its row says. */
const journalsAgree = async (): Promise<void> => {
  const [tickets, certificates] = [await streamsOf('ticket'), await streamsOf('certificate')];
  expect(Math.min(tickets.length, certificates.length)).toBeGreaterThan(0);
  for (const { body, company_id, events, version } of tickets) {
    const folded = fold(events.map(({ at, ...stored }) => ({ at: at as Instant, event: upcast(stored) })));
    expect([folded.companyId, version]).toEqual([company_id, events.length]);
    expect(JSON.parse(JSON.stringify(folded))).toEqual(body);
  }
  for (const { body, company_id, events, version } of certificates) {
    const told = events.map(({ type, body: of }) => ({ type, ...of }) as CertificateEvent);
    const folded = told.reduce<SupportCertificate | null>(evolveCertificate, null);
    expect([folded?.companyId, version]).toEqual([company_id, events.length]);
    expect(folded).toEqual(body);
  }
};

/** Everything of both records that a merge may touch. */
const both = async (ids: readonly string[]): Promise<readonly unknown[]> =>
  Promise.all(
    ids.map(async (id) => {
      const { version: _, duplicates: __, ...rest } = await pageOf(id);
      return rest;
    }),
  );

describe('two records of one company', () => {
  const pair = async (name: string): Promise<{ kept: string; gone: string }> => {
    const mail = `${newId().slice(-8)}@pair.example`;
    const { companyId: gone } = await addCustomer(server.opened, 'flat', {
      company: `АО «${name}»`,
      email: mail,
      name: 'Иван',
      packageId: '8x5',
    });
    const kept = await create(`${name}, ООО`);
    const { contacts, version } = await pageOf(gone);
    await patch(gone, version, {
      contacts: [
        ...contacts.map(({ others: _, ...c }) => ({ ...c, listed: false })),
        person('Общий', { email: `both-${mail}`, listed: true }),
      ],
      sites: [{ siteId: null, name: 'Склад', city: '', region: '', zone: 'Asia/Tomsk' }],
      standings: [{ standingId: null, role: 'service-partner', from: '2020-01-01', until: '2021-01-01' }],
    });
    await patch(kept, 1, { contacts: [person('Общий', { email: `both-${mail}`, listed: false })] });
    await ok(
      post('/api/desks/flat/tickets', {
        channel: 'email',
        requesterEmail: mail,
        requesterName: 'Иван',
        companyId: null,
        subject: `Тема ${name}`,
        text: 'x',
        type: null,
        priority: '2',
      }),
    );
    return { kept, gone };
  };

  it('are seen as such by name and by a shared person', async () => {
    const { kept, gone } = await pair('Берёзовая роща');
    expect((await pageOf(kept)).duplicates).toMatchObject([
      { companyId: gone, because: expect.arrayContaining(['name', 'email']) as string[] },
    ]);
    expect((await pageOf(gone)).duplicates).toMatchObject([{ companyId: kept }]);
  });

  it('become one: contacts, tickets, certificates, sites and standings move; parted again, each has its own', async () => {
    const { kept, gone } = await pair('Липа');
    const before = await both([kept, gone]);
    const old = await pageOf(gone);
    await ok(post(`${base}/${kept}/merge`, { goneId: gone }));
    const page = await pageOf(kept);
    expect(page).toMatchObject({
      merged: [{ companyId: gone }],
      certificates: old.certificates,
      tickets: old.tickets,
      sites: old.sites,
      standings: old.standings,
    });
    expect(page.contacts.map(({ name, listed: on }) => [name, on])).toEqual([
      ['Иван', false],
      ['Общий', true],
    ]);
    expect(await pageOf(gone)).toMatchObject({ mergedInto: { companyId: kept }, contacts: [], tickets: [] });
    expect(await listed('Липа')).toEqual(['Липа, ООО']);
    await journalsAgree();
    const stale = await post('/api/desks/flat/tickets', {
      channel: 'phone',
      requesterEmail: null,
      requesterName: 'Иван',
      companyId: gone,
      subject: 'x',
      text: 'x',
      type: null,
      priority: '2',
    });
    expect(expectProblem(stale, 'invalid-request').errors).toEqual([
      { pointer: '/companyId', code: 'unknown-company' },
    ]);
    await ok(post(`${base}/${gone}/unmerge`, {}));
    expect(await both([kept, gone])).toEqual(before);
    await journalsAgree();
  });

  it('once parted keep what came since, where it came', async () => {
    const { kept, gone } = await pair('Верба');
    await ok(post(`${base}/${kept}/merge`, { goneId: gone }));
    const { version, sites } = await pageOf(kept);
    await patch(kept, version, {
      sites: [...sites, { siteId: null, name: 'Новый', city: '', region: '', zone: 'Asia/Tomsk' }],
    });
    await ok(post(`${base}/${gone}/unmerge`, {}));
    expect((await pageOf(kept)).sites.map(({ name }) => name)).toEqual(['Новый']);
    expect((await pageOf(gone)).sites.map(({ name }) => name)).toEqual(['Склад']);
  });

  it('of three, one parted again takes what came with it and leaves what came with the other', async () => {
    const [first, second] = [await pair('Рябина красная'), await pair('Рябина чёрная')];
    await ok(post(`${base}/${first.kept}/merge`, { goneId: first.gone }));
    await ok(post(`${base}/${first.kept}/merge`, { goneId: second.gone }));
    await ok(post(`${base}/${first.gone}/unmerge`, {}));
    const [kept, parted] = [await pageOf(first.kept), await pageOf(first.gone)];
    expect(kept.tickets.map(({ subject }) => subject)).toEqual(['Тема Рябина чёрная']);
    expect(parted.tickets.map(({ subject }) => subject)).toEqual(['Тема Рябина красная']);
    expect(
      [kept.sites, kept.certificates, parted.sites, parted.certificates].map((all) => all.length),
    ).toEqual([1, 1, 1, 1]);
    await journalsAgree();
  });

  it('are merged and parted on record', async () => {
    const { kept, gone } = await pair('Ива');
    await ok(post(`${base}/${kept}/merge`, { goneId: gone }));
    await ok(post(`${base}/${gone}/unmerge`, {}));
    const audit = await server.opened.context.db.plain.query<{ outcome: string }>(
      'test-audit-merge',
      'select outcome from audit where target like $1 or target like $2 order by at, audit_id',
      [`${gone}%`, `%${gone}`],
    );
    expect(audit.map(({ outcome }) => outcome)).toEqual(['companies-merged', 'companies-parted']);
  });

  it('are not merged in circles, twice, with themselves, or with nobody', async () => {
    const [a, b, c] = [await create('А-1'), await create('Б-1'), await create('В-1')];
    const merge = (kept: string, goneId: string) => post(`${base}/${kept}/merge`, { goneId });
    expect(expectProblem(await merge(a, a), 'state').refusal).toBe('same-company');
    await ok(merge(a, b));
    expect(expectProblem(await merge(b, a), 'state').refusal).toBe('merge-cyclic');
    const twice = expectProblem(await merge(c, b), 'state');
    expect(twice).toMatchObject({
      refusal: 'already-merged',
      detail: expect.stringContaining('«А-1»') as string,
    });
    expect(expectProblem(await merge(b, c), 'state').refusal).toBe('already-merged');
    expectProblem(await merge(a, newId()), 'not-found');
    expect(expectProblem(await post(`${base}/${a}/unmerge`, {}), 'state').refusal).toBe('not-merged');
    await ok(merge(c, a));
    expect(expectProblem(await post(`${base}/${b}/unmerge`, {}), 'state').refusal).toBe('merged-further');
    const changed = expectProblem(await patch(b, 2, { sites: [] }), 'invalid-request');
    expect(changed.errors?.[0]?.code).toBe('already-merged');
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});
