import type { endpoints, ReplyOf } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';

// What installations on record say of certificates: over quantity, foreign products, lapsed licences; checks; renewals.

let server: TestServer;
type Slug = 'flat' | 'alteroffice';
const cookies = new Map<Slug, string>();

beforeAll(async () => {
  server = await startTestServer();
  for (const slug of ['flat', 'alteroffice'] as const)
    cookies.set(
      slug,
      await cookieOf(server, await addStaff(server.opened, slug, 'lead', `lead@${slug}.example`)),
    );
});

afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

const post = (
  slug: Slug,
  path: string,
  json: object,
  headers: Record<string, string> = {},
): Promise<RawReply> =>
  postJson(server, cookies.get(slug) ?? '', `/api/desks/${slug}/${path}`, json, headers);
const get = async <T>(slug: Slug, path: string): Promise<T> =>
  (await ok(
    rawRequest(server.url, `/api/desks/${slug}/${path}`, { headers: { cookie: cookies.get(slug) ?? '' } }),
  )) as T;

let companies = 0;
const company = async (slug: Slug): Promise<string> => {
  companies += 1;
  const name = `Компания ${companies}`;
  const { companyId } = await addCustomer(server.opened, slug, {
    company: name,
    email: `c${companies}@use.example`,
    name: 'x',
    packageId: null,
  });
  return companyId;
};
/** A date so many days ago, in Moscow. */
const ago = (days: number): string =>
  new Date(Date.now() + 10_800_000 - days * 86_400_000).toISOString().slice(0, 10);

const issue = async (slug: Slug, companyId: string, more: object): Promise<string> => {
  const { certificateId } = await ok(
    post(slug, 'certificates', {
      companyId,
      number: `N-${newId().slice(-8)}`,
      products: null,
      installationType: null,
      quantity: 5,
      term: { count: 12, unit: 'months' },
      namedStart: null,
      figures: {},
      bought: [],
      visitsPerTicket: null,
      ...more,
    }),
  );
  return String(certificateId);
};
const install = (slug: Slug, companyId: string, product: string, more: object = {}): Promise<unknown> =>
  ok(
    post(slug, `companies/${companyId}/instances`, {
      product,
      productVersion: null,
      installationType: null,
      key: null,
      keyRegisteredOn: null,
      commissionedOn: null,
      hasWorked: true,
      siteId: null,
      activated: 1,
      ...more,
    }),
  );
type Report = ReplyOf<typeof endpoints.getCompliance>;
type Page = ReplyOf<typeof endpoints.getCertificate>;
const report = (slug: Slug, id: string): Promise<Report> => get(slug, `certificates/${id}/compliance`);
const page = (slug: Slug, id: string): Promise<Page> => get(slug, `certificates/${id}`);
const command = (slug: Slug, id: string, version: number, body: object): Promise<RawReply> =>
  post(slug, `certificates/${id}/commands`, body, { 'if-match': `"${version}"` });
const overQuantity = async (
  slug: Slug,
): Promise<readonly (readonly [string, number | null, number | null])[]> =>
  (
    await get<ReplyOf<typeof endpoints.getCertificates>>(slug, 'certificates?view=over-quantity')
  ).certificates.map(({ certificateId, quantity, inUse }) => [certificateId, quantity, inUse]);

const office = { packageId: 'extended', dates: { purchase: ago(60) }, products: ['AText'] };

describe('a certificate that is used by more than it was bought for (AO-3.3)', () => {
  it('stands in the lead’s list with both numbers, counted as the regulation counts', async () => {
    const [aoCompany, flCompany] = [await company('alteroffice'), await company('flat')];
    const ao = await issue('alteroffice', aoCompany, { ...office, quantity: 1 });
    const fl = await issue('flat', flCompany, { packageId: '8x5', dates: { sale: ago(120) }, quantity: 5 });
    await install('alteroffice', aoCompany, 'AText', { activated: 7 });
    await install('flat', flCompany, await anyProduct('flat', flCompany), { activated: 5 });
    expect([await overQuantity('alteroffice'), await overQuantity('flat')]).toEqual([[], []]);
    const told = (await install('alteroffice', aoCompany, 'AText')) as { told: { en: string }[] };
    expect(told.told[0]?.en).toMatch(/^Under certificate N-.+ 2 are in use, 1 were bought\.$/u);
    await install('flat', flCompany, await anyProduct('flat', flCompany), { activated: 1 });
    expect(await overQuantity('alteroffice')).toEqual([[ao, 1, 2]]);
    expect(await overQuantity('flat')).toEqual([[fl, 5, 6]]);
    expect((await report('flat', fl)).findings.map(({ says }) => says.en)).toEqual([
      '6 are in use, 5 were bought',
    ]);
  });
});

const anyProduct = async (slug: Slug, companyId: string): Promise<string> =>
  (await get<ReplyOf<typeof endpoints.getCompanyInstances>>(slug, `companies/${companyId}/instances`)).choices
    .products[0]?.name ?? '';

describe('the compliance report (AO-3.5)', () => {
  it('tells foreign products and types and a lapsed licence, each with its clause; nothing while all is well', async () => {
    const companyId = await company('alteroffice');
    const id = await issue('alteroffice', companyId, { ...office, installationType: 'workstation' });
    const licence = { number: 'L-9', products: ['AText'], from: ago(900), until: null };
    const { licenceId } = await ok(post('alteroffice', `companies/${companyId}/licences`, licence));
    await install('alteroffice', companyId, 'AText', { installationType: 'workstation' });
    expect(await report('alteroffice', id)).toEqual({
      findings: [],
      licences: [{ ...licence, state: 'in-force' }],
      isForeseen: true,
      checkOpenedAt: null,
    });
    await install('alteroffice', companyId, 'AText', { installationType: 'server', certificateId: id });
    await install('alteroffice', companyId, 'ACell', { key: 'K-1', certificateId: id });
    await ok(
      rawRequest(server.url, `/api/desks/alteroffice/companies/${companyId}/licences/${String(licenceId)}`, {
        method: 'PATCH',
        body: JSON.stringify({ until: ago(10) }),
        headers: {
          cookie: cookies.get('alteroffice') ?? '',
          'content-type': 'application/json',
          'if-match': '"1"',
        },
      }),
    );
    const { findings } = await report('alteroffice', id);
    expect(findings.map(({ says, clause }) => `${clause} ${says.en}`)).toEqual([
      'AO-3.3 Installation AText: its type is “Server”, the certificate is for “Workstation”',
      'AO-3.3 Installation ACell, K-1: the certificate is for AText',
      expect.stringMatching(/^AO-3\.4 Licence agreement L-9 for AText lapsed on .+, none is in force$/u),
    ]);
  });

  it('leads to a check that is opened, recorded with its finding, and stays in the history', async () => {
    const companyId = await company('alteroffice');
    const id = await issue('alteroffice', companyId, office);
    expect((await page('alteroffice', id)).allowed).toContain('open-check');
    const none = await command('alteroffice', id, 1, { command: 'record-check', outcome: 'ok', reason: 'x' });
    expect(expectProblem(none, 'state')).toMatchObject({ refusal: 'no-check-open' });
    await ok(command('alteroffice', id, 1, { command: 'open-check', reason: 'Много установок' }));
    expect((await report('alteroffice', id)).checkOpenedAt).not.toBeNull();
    const twice = await command('alteroffice', id, 2, { command: 'open-check', reason: 'x' });
    expect(expectProblem(twice, 'state')).toMatchObject({ refusal: 'check-open' });
    const found = { command: 'record-check', outcome: 'breach', reason: 'Установлено 12, куплено 5' };
    await ok(command('alteroffice', id, 2, found));
    const { history, allowed } = await page('alteroffice', id);
    expect(history.slice(0, 2)).toMatchObject([
      { says: { en: 'Check: the terms are broken' }, clause: 'AO-3.5', reason: 'Установлено 12, куплено 5' },
      { says: { en: 'A compliance check was opened' }, clause: 'AO-3.5', reason: 'Много установок' },
    ]);
    expect(allowed).toContain('open-check');
    expect((await report('alteroffice', id)).checkOpenedAt).toBeNull();
  });

  it('knows no check where the regulation foresees none', async () => {
    const companyId = await company('flat');
    const id = await issue('flat', companyId, { packageId: '8x5', dates: { sale: ago(120) } });
    expect((await page('flat', id)).allowed).not.toContain('open-check');
    const reply = await command('flat', id, 1, { command: 'open-check', reason: 'x' });
    expect(expectProblem(reply, 'refused')).toMatchObject({
      refusal: 'check-not-foreseen',
      clause: 'FL-RENEW',
    });
  });
});

describe('a renewal (FL-RENEW)', () => {
  it('is for as many licences as are active by the installations on record, whatever the order says', async () => {
    const companyId = await company('flat');
    const id = await issue('flat', companyId, { packageId: '8x5', dates: { sale: ago(120) }, quantity: 5 });
    await install('flat', companyId, await anyProduct('flat', companyId), { activated: 7 });
    const order = {
      command: 'renew',
      number: `R-${newId().slice(-8)}`,
      term: { count: 12, unit: 'months' },
      quantity: 5,
      activated: 5,
      boughtOn: ago(0),
      channel: 'email',
      act: null,
      upgradeBoughtOn: null,
      upgradeInstalledOn: null,
    };
    const { certificate } = await page('flat', id);
    expect([certificate.quantity, certificate.inUse]).toEqual([5, 7]);
    const refused = await command('flat', id, certificate.version, order);
    expect(expectProblem(refused, 'refused')).toMatchObject({
      refusal: 'renewal-quantity',
      clause: 'FL-RENEW',
      detail: expect.stringMatching(/7.*5/su) as string,
    });
    const { certificateId: next } = await ok(
      command('flat', id, certificate.version, { ...order, quantity: 7 }),
    );
    // What was installed goes on under the new one.
    expect((await page('flat', String(next))).certificate).toMatchObject({ quantity: 7, inUse: 7 });
    expect((await page('flat', id)).certificate.inUse).toBeNull();
    // Revoked, it gives them back to the one before.
    const { certificate: renewed } = await page('flat', String(next));
    await ok(command('flat', String(next), renewed.version, { command: 'revoke', reason: 'Ошибка' }));
    expect((await page('flat', id)).certificate).toMatchObject({ isRenewed: false, inUse: 7 });
  });
});

describe('upgrade licences (FL-ALL)', () => {
  const upgrade = (more: object = {}) => ({
    command: 'issue-upgrade',
    productVersion: '5.0',
    quantity: 3,
    number: null,
    ...more,
  });

  it('are issued at price 0, as many as are active, and stand on the certificate', async () => {
    const companyId = await company('flat');
    const dates = { sale: ago(120), commissioning: ago(110) };
    const id = await issue('flat', companyId, {
      packageId: '8x5',
      dates,
      quantity: 9,
      productVersion: '4.1',
    });
    await install('flat', companyId, await anyProduct('flat', companyId), { activated: 4 });
    const before = await page('flat', id);
    expect(before.allowed).toContain('issue-upgrade');
    expect(before.certificate.upgradeLicences).toEqual([]);
    // A version that nobody has put in the catalogue is a slip of the pen until it is there.
    expect(expectProblem(await command('flat', id, 1, upgrade()), 'state')).toMatchObject({
      refusal: 'upgrade-unknown-version',
    });
    const { products } = await get<ReplyOf<typeof endpoints.getProducts>>('flat', 'products');
    const version = {
      number: '5.0',
      releasedOn: ago(30),
      outdatedOn: null,
      endOfLifeOn: null,
      platforms: [],
    };
    await ok(post('flat', `products/${products[0]?.productId}/versions`, version));
    await ok(command('flat', id, 1, upgrade({ number: ' U-7 ' })));
    const { certificate, history } = await page('flat', id);
    expect(certificate.upgradeLicences).toMatchObject([
      { version: '5.0', quantity: 3, number: 'U-7', price: 0, clause: 'FL-ALL' },
    ]);
    expect(history[0]).toMatchObject({
      says: { en: 'Upgrade licences for version 5.0: 3, price 0, number U-7' },
      clause: 'FL-ALL',
    });
    const more = expectProblem(await command('flat', id, 2, upgrade({ quantity: 2 })), 'refused');
    expect(more).toMatchObject({ refusal: 'upgrade-over-quantity', clause: 'FL-ALL' });
    expect(more['detail']).toContain('4');
    const old = await command('flat', id, 2, upgrade({ productVersion: '4.2' }));
    expect(expectProblem(old, 'refused')).toMatchObject({ refusal: 'upgrade-not-major' });
    // Taken back with a reason they stay on record, and their place is free.
    const takeBack = { command: 'revoke-upgrade', licence: 0, reason: 'Не тому клиенту' };
    await ok(command('flat', id, 2, takeBack));
    const after = await page('flat', id);
    expect(after.certificate.upgradeLicences).toMatchObject([
      { quantity: 3, revokedAt: expect.any(String) as string },
    ]);
    expect(after.history[0]).toMatchObject({
      says: { ru: 'Лицензии перехода на версию 5.0 отозваны: 3' },
      reason: 'Не тому клиенту',
    });
    expect(expectProblem(await command('flat', id, 3, takeBack), 'state').refusal).toBe('no-such-upgrade');
    await ok(command('flat', id, 3, upgrade({ quantity: 4 })));
  });

  it('without a commissioning on record the note answers; elsewhere none are known', async () => {
    const flat = await issue('flat', await company('flat'), { packageId: '8x5', dates: { sale: ago(120) } });
    expect(expectProblem(await command('flat', flat, 1, upgrade()), 'refused')).toMatchObject({
      refusal: 'upgrade-closed',
      clause: 'FL-NOTE',
    });
    const other = await issue('alteroffice', await company('alteroffice'), office);
    expect((await page('alteroffice', other)).allowed).not.toContain('issue-upgrade');
    const reply = await command('alteroffice', other, 1, upgrade());
    expect(expectProblem(reply, 'refused')).toMatchObject({ refusal: 'upgrade-closed' });
  });
});
