import type { endpoints, ReplyOf } from '@reglament/contract';
import type { DeskId, SupportCertificate } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';

let server: TestServer;
let cookie: string;
let engineer: string;

beforeAll(async () => {
  server = await startTestServer();
  const person = await addStaff(server.opened, 'flat', 'lead', 'lead@staff.example');
  for (const slug of ['alteroffice', 'shtrih-m']) {
    const deskId = deskIdOf(server.opened, slug);
    await server.opened.context.db.inDesk(deskId, (q) =>
      q.query('test-staff', "insert into staff (desk_id, person_id, role) values ($1, $2, 'lead')", [
        deskId,
        person.personId,
      ]),
    );
  }
  cookie = await cookieOf(server, person);
  engineer = await cookieOf(
    server,
    await addStaff(server.opened, 'flat', 'engineer', 'engineer@staff.example'),
  );
});

afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

type Slug = 'flat' | 'alteroffice' | 'shtrih-m';

const send = (method: string, path: string, json: object, headers: object = {}): Promise<RawReply> =>
  rawRequest(server.url, path, {
    method,
    body: JSON.stringify(json),
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': newId(), ...headers },
  });
const get = async <T>(path: string): Promise<T> =>
  (await ok(rawRequest(server.url, path, { headers: { cookie: engineer } }))) as T;

let companies = 0;
const company = async (slug: Slug, packageId: string | null = null): Promise<string> => {
  companies += 1;
  const { companyId } = await addCustomer(server.opened, slug, {
    company: `Компания ${companies}`,
    email: `c${companies}@company.example`,
    name: 'x',
    packageId,
  });
  return companyId;
};
const base = (slug: Slug, companyId: string): string => `/api/desks/${slug}/companies/${companyId}`;
const facts = (product: string, more: object = {}): object => ({
  product,
  productVersion: null,
  installationType: null,
  key: null,
  keyRegisteredOn: null,
  commissionedOn: null,
  hasWorked: false,
  siteId: null,
  activated: 1,
  ...more,
});
const keep = (slug: Slug, companyId: string, product: string, more: object = {}): Promise<RawReply> =>
  postJson(server, cookie, `${base(slug, companyId)}/instances`, facts(product, more));
type Kept = ReplyOf<typeof endpoints.createInstance>;
const kept = async (reply: Promise<RawReply>): Promise<Kept> => (await ok(reply)) as unknown as Kept;
const change = (slug: Slug, companyId: string, { instanceId, version }: Kept, json: object) =>
  send('PATCH', `${base(slug, companyId)}/instances/${instanceId}`, json, { 'if-match': `"${version}"` });
type Page = ReplyOf<typeof endpoints.getCompanyInstances>;
const pageOf = async (slug: Slug, companyId: string): Promise<Page> =>
  (await ok(
    rawRequest(server.url, `${base(slug, companyId)}/instances`, { headers: { cookie } }),
  )) as unknown as Page;
const firstProduct = async (slug: Slug): Promise<string> => {
  const { regulation } = await server.opened.context.regulations.inForce(
    deskIdOf(server.opened, slug),
    Date.now() as Instant,
  );
  return regulation.products[0] ?? '';
};
const faultsOf = (reply: RawReply): readonly (readonly [string, string])[] =>
  (expectProblem(reply, 'invalid-request').errors ?? []).map(({ pointer, code }) => [pointer, code] as const);

const certificatesOf = (
  slug: Slug,
  companyId: string,
): Promise<readonly (SupportCertificate & { readonly uses: readonly number[] })[]> => {
  const deskId: DeskId = deskIdOf(server.opened, slug);
  return server.opened.context.db.inDesk(deskId, async (q) =>
    (
      await q.query<{ body: SupportCertificate; uses: readonly number[] }>(
        'test-certificates',
        'select body, array[instances_in_use, licences_in_use] as uses from certificate where desk_id = $1 and company_id = $2 order by number',
        [deskId, companyId],
      )
    ).map(({ body, uses }) => ({ ...body, uses })),
  );
};
const issue = async (companyId: string, slug: Slug, more: object): Promise<string> =>
  String(
    (
      await ok(
        postJson(server, cookie, `/api/desks/${slug}/certificates`, {
          companyId,
          number: `N-${newId().slice(-8)}`,
          products: null,
          installationType: null,
          quantity: 5,
          term: { count: 12, unit: 'months' },
          namedStart: null,
          dates: {},
          figures: {},
          bought: [],
          visitsPerTicket: null,
          ...more,
        }),
      )
    )['certificateId'],
  );

describe('an instance', () => {
  it('is kept under the only certificate that fits, and found by its key however it is typed', async () => {
    const companyId = await company('flat', '8x5');
    const product = await firstProduct('flat');
    await kept(keep('flat', companyId, product, { key: 'KEY-77-АВ', activated: 3, hasWorked: true }));
    const { instances } = await pageOf('flat', companyId);
    expect(instances).toMatchObject([
      { product, key: 'KEY-77-АВ', activated: 3, hasWorked: true, version: 1 },
    ]);
    const [certificate] = await certificatesOf('flat', companyId);
    expect(instances[0]?.certificate).toMatchObject({ certificateId: certificate?.certificateId });
    expect(certificate?.uses).toEqual([1, 3]);
    const found = await get<ReplyOf<typeof endpoints.getInstances>>(
      `/api/desks/flat/instances?search=${encodeURIComponent('key77ab')}`,
    );
    expect(found.instances).toMatchObject([{ key: 'KEY-77-АВ', company: { companyId } }]);
    const none = await get<ReplyOf<typeof endpoints.getInstances>>('/api/desks/flat/instances?search=key78');
    expect(none.instances).toEqual([]);
  });

  it('with everything wrong is refused, each told by its field', async () => {
    const companyId = await company('alteroffice');
    const other = await company('alteroffice', 'basic');
    const [theirs] = await certificatesOf('alteroffice', other);
    const reply = await keep('alteroffice', companyId, 'Нет такого', {
      productVersion: '1.0',
      installationType: 'phone',
      keyRegisteredOn: '2025-01-10',
      commissionedOn: '2099-01-10',
      siteId: newId(),
      certificateId: theirs?.certificateId,
    });
    expect(faultsOf(reply)).toEqual([
      ['/product', 'unknown-product'],
      ['/installationType', 'unknown-type'],
      ['/key', 'key-missing'],
      ['/commissionedOn', 'date-ahead'],
      ['/certificateId', 'foreign-certificate'],
      ['/siteId', 'foreign-site'],
    ]);
    expect((await pageOf('alteroffice', companyId)).instances).toEqual([]);
    const noVersion = await keep('alteroffice', companyId, 'AText', { productVersion: '99.99' });
    expect(faultsOf(noVersion)).toEqual([['/productVersion', 'unknown-version']]);
  });

  it('whose key another has is refused with its name, also of several at the same moment', async () => {
    const [one, two] = [await company('flat'), await company('flat')];
    const product = await firstProduct('flat');
    await kept(keep('flat', one, product, { key: 'TW-1' }));
    const taken = await keep('flat', two, product, { key: 'tw 1' });
    expect(expectProblem(taken, 'invalid-request').errors?.[0]).toMatchObject({
      code: 'key-known',
      detail: expect.stringContaining('Компания') as string,
    });
    const replies = await Promise.all(
      [one, two, one].map((companyId) => keep('flat', companyId, product, { key: 'TW-2' })),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
  });

  it('is changed by who saw it as it is, counted anew, and removed with its key free again', async () => {
    const companyId = await company('flat', '8x5');
    const product = await firstProduct('flat');
    const first = await kept(keep('flat', companyId, product, { key: 'RM-1', activated: 4 }));
    const second = await kept(keep('flat', companyId, product, { activated: 2 }));
    const uses = async () => (await certificatesOf('flat', companyId))[0]?.uses;
    expect(await uses()).toEqual([2, 6]);
    const more = await kept(change('flat', companyId, first, { activated: 7 }));
    expect(await uses()).toEqual([2, 9]);
    expectProblem(await change('flat', companyId, first, { activated: 8 }), 'stale');
    await kept(change('flat', companyId, second, { certificateId: null }));
    expect(await uses()).toEqual([1, 7]);
    const gone = await kept(change('flat', companyId, more, { removed: true }));
    expect(await uses()).toEqual([0, 0]);
    expect(faultsOf(await change('flat', companyId, gone, { activated: 1 }))).toEqual([['', 'removed']]);
    expect((await pageOf('flat', companyId)).instances).toHaveLength(1);
    await kept(keep('flat', companyId, product, { key: 'RM-1' }));
  });

  it('of another company is not there', async () => {
    const [one, two] = [await company('flat'), await company('flat')];
    const first = await kept(keep('flat', one, await firstProduct('flat')));
    expectProblem(await change('flat', two, first, { activated: 2 }), 'not-found');
  });

  it('goes with its company into another record and comes back', async () => {
    const [kept1, gone] = [await company('flat'), await company('flat', '8x5')];
    await kept(keep('flat', gone, await firstProduct('flat'), { key: 'MG-1' }));
    await ok(
      postJson(server, cookie, `${base('flat', gone)}/licences`, {
        number: 'MG-1',
        products: null,
        from: '2025-01-01',
        until: null,
      }),
    );
    const owned = async (companyId: string) => {
      const { instances, licences } = await pageOf('flat', companyId);
      return [instances.length, licences.length];
    };
    await ok(postJson(server, cookie, `${base('flat', kept1)}/merge`, { goneId: gone }));
    expect([await owned(kept1), await owned(gone)]).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expectProblem(await keep('flat', gone, await firstProduct('flat')), 'state');
    // Recorded meanwhile, under the certificate that came with the other record.
    await kept(keep('flat', kept1, await firstProduct('flat'), { activated: 3 }));
    expect((await certificatesOf('flat', kept1))[0]?.uses).toEqual([2, 4]);
    await ok(postJson(server, cookie, `${base('flat', gone)}/unmerge`, {}));
    expect([await owned(kept1), await owned(gone)]).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect((await certificatesOf('flat', gone))[0]?.uses).toEqual([1, 1]);
    expect((await pageOf('flat', kept1)).instances).toMatchObject([{ activated: 3, certificate: null }]);
  });
});

/** A date so many days ago, in Moscow. */
const ago = (days: number): string =>
  new Date(Date.now() + 10_800_000 - days * 86_400_000).toISOString().slice(0, 10);

describe('a commissioning date (FL-ACT)', () => {
  const dates = { sale: ago(60) };

  it('is recorded on the certificate that waits for it, and begins it', async () => {
    const companyId = await company('flat');
    await issue(companyId, 'flat', { packageId: '8x5', dates });
    const { told } = await kept(
      keep('flat', companyId, await firstProduct('flat'), { commissionedOn: ago(30) }),
    );
    expect(told.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^A date was recorded on certificate N-.+: commissioning\.$/u),
    ]);
    expect(await certificatesOf('flat', companyId)).toMatchObject([
      { startCause: 'commissioning', startsAt: Date.parse(`${ago(30)}T00:00:00+03:00`) },
    ]);
  });

  it('before the sale is refused, and nothing is kept', async () => {
    const companyId = await company('flat');
    await issue(companyId, 'flat', { packageId: '8x5', dates });
    const reply = await keep('flat', companyId, await firstProduct('flat'), { commissionedOn: ago(61) });
    expect(faultsOf(reply)).toEqual([['/commissionedOn', 'before-sale']]);
    expect((await pageOf('flat', companyId)).instances).toEqual([]);
  });

  it('that several certificates wait for is recorded on none, until one of them is named', async () => {
    const companyId = await company('flat');
    const ids = [];
    for (const packageId of ['8x5', '8x5']) ids.push(await issue(companyId, 'flat', { packageId, dates }));
    const first = await kept(
      keep('flat', companyId, await firstProduct('flat'), { commissionedOn: ago(30) }),
    );
    expect(first.told[0]?.en).toMatch(/^Several certificates wait for this date: N-.+, N-.+/u);
    const dated = async () =>
      (await certificatesOf('flat', companyId)).map(({ certificateId, dates }) => [
        certificateId,
        dates.commissioning !== undefined,
      ]);
    expect((await dated()).map(([, has]) => has)).toEqual([false, false]);
    const named = await kept(change('flat', companyId, first, { certificateId: ids[1] }));
    expect(named.told).toHaveLength(1);
    expect(new Map((await dated()) as [string, boolean][])).toEqual(
      new Map([
        [ids[0] ?? '', false],
        [ids[1] ?? '', true],
      ]),
    );
    const later = await kept(change('flat', companyId, named, { commissionedOn: ago(29) }));
    expect(later.told[0]?.en).toContain('has another date');
  });
});

describe('a protection key (SH-F-TERM)', () => {
  const today = new Date().toISOString().slice(0, 10);

  it('once registered begins free support, each key its own, with the key as its number', async () => {
    const companyId = await company('shtrih-m');
    const product = await firstProduct('shtrih-m');
    const unregistered = await kept(keep('shtrih-m', companyId, product, { key: 'A-1' }));
    expect(await certificatesOf('shtrih-m', companyId)).toEqual([]);
    const first = await kept(change('shtrih-m', companyId, unregistered, { keyRegisteredOn: '2025-01-31' }));
    expect(first.told.map(({ en }) => en)).toEqual(['Free support began by key A-1.']);
    await kept(keep('shtrih-m', companyId, product, { key: 'A-2', keyRegisteredOn: today }));
    const all = await certificatesOf('shtrih-m', companyId);
    expect(all).toMatchObject([
      {
        number: 'A-1',
        packageId: 'free',
        startCause: 'key-registration',
        endsAt: Date.parse('2025-05-01T00:00:00+03:00'),
      },
      { number: 'A-2', packageId: 'free' },
    ]);
    const { instances } = await pageOf('shtrih-m', companyId);
    expect(instances.map(({ certificate }) => certificate?.number)).toEqual(['A-1', 'A-2']);
    const again = await kept(change('shtrih-m', companyId, first, { activated: 2 }));
    expect(again.told).toEqual([]);
    expect(await certificatesOf('shtrih-m', companyId)).toHaveLength(2);
  });

  it('that is another company’s certificate already is refused with its name', async () => {
    const [one, two] = [await company('shtrih-m'), await company('shtrih-m')];
    const product = await firstProduct('shtrih-m');
    const first = await kept(keep('shtrih-m', one, product, { key: 'B-1', keyRegisteredOn: today }));
    await kept(change('shtrih-m', one, first, { removed: true }));
    const reply = await keep('shtrih-m', two, product, { key: 'B-1', keyRegisteredOn: today });
    expect(faultsOf(reply)).toEqual([['/key', 'key-known']]);
    expect((await pageOf('shtrih-m', two)).instances).toEqual([]);
  });
});

describe('a licence agreement', () => {
  const licence = (companyId: string, more: object = {}): Promise<RawReply> =>
    postJson(server, cookie, `${base('alteroffice', companyId)}/licences`, {
      number: `L-${newId().slice(-8)}`,
      products: null,
      from: '2024-01-01',
      until: null,
      ...more,
    });

  it('is judged by its number, products and dates', async () => {
    const companyId = await company('alteroffice');
    expect(
      faultsOf(await licence(companyId, { number: ' ', products: ['Нет'], until: '2023-12-31' })),
    ).toEqual([
      ['/number', 'licence-number-missing'],
      ['/products', 'unknown-product'],
      ['/until', 'licence-crossed'],
    ]);
    await ok(licence(companyId, { number: 'L-1' }));
    expect(faultsOf(await licence(await company('alteroffice'), { number: 'L-1' }))).toEqual([
      ['/number', 'licence-number-taken'],
    ]);
  });

  it('that lapsed stands in the list until one in force follows, and its number is free once it is removed', async () => {
    const companyId = await company('alteroffice');
    const kept1 = await ok(licence(companyId, { number: 'L-2', products: ['AText'], until: '2024-12-31' }));
    const lapsed = async (): Promise<readonly string[]> =>
      (
        (await ok(
          rawRequest(server.url, '/api/desks/alteroffice/licences', { headers: { cookie } }),
        )) as unknown as ReplyOf<typeof endpoints.getLicences>
      ).licences.map(({ number }) => number);
    expect(await lapsed()).toContain('L-2');
    const next = await ok(licence(companyId, { products: ['AText', 'ACell'] }));
    expect(await lapsed()).not.toContain('L-2');
    const path = (id: unknown) => `${base('alteroffice', companyId)}/licences/${String(id)}`;
    const version = { 'if-match': '"1"' };
    await ok(send('PATCH', path(next['licenceId']), { products: ['ACell'] }, version));
    expect(await lapsed()).toContain('L-2');
    expectProblem(await send('PATCH', path(next['licenceId']), { until: null }, version), 'stale');
    await ok(send('PATCH', path(kept1['licenceId']), { removed: true }, version));
    expect(await lapsed()).not.toContain('L-2');
    await ok(licence(companyId, { number: 'L-2' }));
    const { licences } = await pageOf('alteroffice', companyId);
    expect(licences.map(({ state }) => state)).toEqual(['in-force', 'in-force']);
  });
});
