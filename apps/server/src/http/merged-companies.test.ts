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

const base = '/api/desks/flat/companies';

beforeAll(async () => {
  server = await startTestServer();
  deskId = deskIdOf(server.opened, 'flat');
  dispatcher = await cookieOf(
    server,
    await addStaff(server.opened, 'flat', 'dispatcher', 'dispatcher@flat.example'),
  );
});

afterAll(() => server.stop());

const post = (path: string, json: unknown): Promise<RawReply> => postJson(server, dispatcher, path, json);
const patch = (id: string, version: number, json: unknown): Promise<RawReply> =>
  rawRequest(server.url, `${base}/${id}`, {
    method: 'PATCH',
    body: JSON.stringify(json),
    headers: { cookie: dispatcher, 'content-type': 'application/json', 'if-match': `"${version}"` },
  });
const pageOf = async (id: string): Promise<CompanyPage> =>
  (await ok(
    rawRequest(server.url, `${base}/${id}`, { headers: { cookie: dispatcher } }),
  )) as unknown as CompanyPage;
const listed = async (search: string): Promise<readonly string[]> =>
  (
    (await ok(
      rawRequest(server.url, `${base}?search=${encodeURIComponent(search)}`, {
        headers: { cookie: dispatcher },
      }),
    )) as { companies: { name: string }[] }
  ).companies.map(({ name }) => name);
const create = async (name: string): Promise<string> =>
  String(
    (await ok(post(base, { name, inn: null, kpp: null, ogrn: null, district: null, city: '' })))['companyId'],
  );
const person = (name: string, more: object = {}) => ({
  contactId: null,
  name,
  email: null,
  phone: '',
  listed: true,
  ...more,
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
