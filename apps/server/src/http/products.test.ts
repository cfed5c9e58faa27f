import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';

let server: TestServer;
let lead: string;
let engineer: string;
const products = '/api/desks/alteroffice/products';

beforeAll(async () => {
  server = await startTestServer();
  lead = await cookieOf(server, await addStaff(server.opened, 'alteroffice', 'lead', 'lead@ao.example'));
  engineer = await cookieOf(
    server,
    await addStaff(server.opened, 'alteroffice', 'engineer', 'engineer@ao.example'),
  );
});

afterAll(() => server.stop());

interface Catalogue {
  readonly clause: string | null;
  readonly products: readonly {
    readonly productId: string;
    readonly name: string;
    readonly retired: boolean;
    readonly named: boolean;
    readonly version: number;
    readonly versions: readonly {
      readonly productVersionId: string;
      readonly number: string;
      readonly state: string;
    }[];
  }[];
}

const catalogue = async (): Promise<Catalogue> =>
  (await ok(rawRequest(server.url, products, { headers: { cookie: engineer } }))) as unknown as Catalogue;
const named = async (name: string) => {
  const found = (await catalogue()).products.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no product ${name}`);
  return found;
};
const patch = (path: string, json: unknown, version: number, cookie = lead): Promise<RawReply> =>
  rawRequest(server.url, path, {
    method: 'PATCH',
    body: JSON.stringify(json),
    headers: { cookie, 'content-type': 'application/json', 'if-match': `"${version}"` },
  });
const create = async (name: string): Promise<string> =>
  String((await ok(postJson(server, lead, products, { name })))['productId']);
const version = (facts: object = {}) => ({
  number: '7.3',
  releasedOn: '2020-01-10',
  outdatedOn: null,
  endOfLifeOn: null,
  platforms: [],
  ...facts,
});

describe('the catalogue (AO-1.2)', () => {
  it('has the five components that the regulation names, with its clause', async () => {
    const { products: all, clause } = await catalogue();
    expect(clause).toBe('AO-1.2');
    expect(all.filter((one) => one.named).map(({ name, retired }) => [name, retired])).toEqual(
      ['ACell', 'AConcept', 'AGraph', 'AMail', 'AText'].map((name) => [name, false]),
    );
  });

  it('is written by leads and administrators, and read by all staff', async () => {
    const { productId, version: seen } = await named('AText');
    for (const reply of [
      await postJson(server, engineer, products, { name: 'x' }),
      await postJson(server, engineer, `${products}/${productId}/versions`, version()),
      await patch(`${products}/${productId}`, { retired: true }, seen, engineer),
    ])
      expectProblem(reply, 'forbidden');
  });
});

describe('a product', () => {
  it('is added once by its key, and not twice by its name', async () => {
    const key = newId();
    const post = () =>
      postJson(server, lead, products, { name: ' AReader  Pro ' }, { 'idempotency-key': key });
    const [first, second] = [await ok(post()), await ok(post())];
    expect(second).toEqual(first);
    expect(await named('AReader Pro')).toMatchObject({ named: false, retired: false, versions: [] });
    const told = expectProblem(
      await postJson(server, lead, products, { name: 'areader pro' }),
      'invalid-request',
    );
    expect(told.errors).toMatchObject([{ pointer: '/name', code: 'product-exists' }]);
    expect(told.errors?.[0]?.detail).toContain('AReader Pro');
  });

  it('of two with the same name at once one is kept, and the other is told', async () => {
    const replies = await Promise.all(
      [1, 2, 3].map(() => postJson(server, lead, products, { name: 'ARace' })),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
  });

  it('is renamed while nothing names it', async () => {
    const productId = await create('ADraft');
    await ok(patch(`${products}/${productId}`, { name: 'AFinal' }, 1));
    expect(await named('AFinal')).toMatchObject({ productId, version: 2 });
    expectProblem(await patch(`${products}/${productId}`, { name: 'AOther' }, 1), 'stale');
  });

  it('keeps its name where the regulation or a certificate names it', async () => {
    const text = await named('AText');
    const byText = expectProblem(
      await patch(`${products}/${text.productId}`, { name: 'BText' }, text.version),
      'state',
    );
    expect(byText).toMatchObject({ refusal: 'named-by-regulation' });
    const productId = await create('ASold');
    const { companyId } = await addCustomer(server.opened, 'alteroffice', {
      company: 'ООО «Держатель»',
      email: 'holder@customer.example',
      name: 'Анна',
      packageId: null,
    });
    const deskId = deskIdOf(server.opened, 'alteroffice');
    await server.opened.context.db.inDesk(deskId, (q) =>
      q.query(
        'test-licence',
        `insert into licence_agreement (desk_id, licence_agreement_id, company_id, number, products, from_date)
         values ($1, $2, $3, 'L-77', array['ASold'], '2025-01-01')`,
        [deskId, newId(), companyId],
      ),
    );
    const byLicence = expectProblem(await patch(`${products}/${productId}`, { name: 'AFree' }, 1), 'state');
    expect(byLicence.detail).toContain('L-77');
    expect(await named('ASold')).toMatchObject({ version: 1 });
  });

  it('is retired and comes back, and is never deleted', async () => {
    const productId = await create('AGone');
    await ok(patch(`${products}/${productId}`, { retired: true }, 1));
    expect((await catalogue()).products.at(-1)).toMatchObject({ name: 'AGone', retired: true });
    await ok(patch(`${products}/${productId}`, { retired: false }, 2));
    expect(await named('AGone')).toMatchObject({ retired: false, version: 3 });
  });

  it('that is not there is not found', async () => {
    expectProblem(await patch(`${products}/${newId()}`, { retired: true }, 1), 'not-found');
    expectProblem(await postJson(server, lead, `${products}/${newId()}/versions`, version()), 'not-found');
  });
});

describe('versions', () => {
  it('stand by their numbers, the latest first, each as it is supported today', async () => {
    const path = `${products}/${await create('AVersions')}/versions`;
    await ok(postJson(server, lead, path, version({ number: '8.2', endOfLifeOn: '2021-01-01' })));
    await ok(postJson(server, lead, path, version({ number: '8.10' })));
    await ok(postJson(server, lead, path, version({ number: '8.9', outdatedOn: '2021-01-01' })));
    await ok(postJson(server, lead, path, version({ number: '9', releasedOn: '2099-01-01' })));
    expect((await named('AVersions')).versions.map(({ number, state }) => [number, state])).toEqual([
      ['9', 'planned'],
      ['8.10', 'current'],
      ['8.9', 'outdated'],
      ['8.2', 'end-of-life'],
    ]);
  });

  it.each([
    [{ number: '8.X' }, '/number', 'version-malformed'],
    [{ number: '7.03.0' }, '/number', 'version-exists'],
    [{ number: '8', outdatedOn: '2019-01-01' }, '/outdatedOn', 'version-dates-crossed'],
    [{ number: '8', endOfLifeOn: '2019-01-01' }, '/endOfLifeOn', 'version-dates-crossed'],
  ])('with %j are refused at %s: %s', async (facts, pointer, code) => {
    const name = `AWrong ${code} ${pointer}`;
    const path = `${products}/${await create(name)}/versions`;
    await ok(postJson(server, lead, path, version()));
    const told = expectProblem(await postJson(server, lead, path, version(facts)), 'invalid-request');
    expect(told.errors).toMatchObject([{ pointer, code }]);
    expect((await named(name)).versions).toHaveLength(1);
  });

  it('are written anew, by the product’s version that was seen', async () => {
    const productId = await create('AChanged');
    const path = `${products}/${productId}/versions`;
    const made = await ok(
      postJson(server, lead, path, version({ platforms: [' Astra ', 'Astra', 'Windows'] })),
    );
    const one = `${path}/${String(made['productVersionId'])}`;
    expectProblem(await patch(one, version({ number: '7.4' }), 1), 'stale');
    await ok(patch(one, version({ number: '7.4', endOfLifeOn: '2021-01-01' }), 2));
    expect((await named('AChanged')).versions).toEqual([
      {
        productVersionId: made['productVersionId'],
        number: '7.4',
        releasedOn: '2020-01-10',
        outdatedOn: null,
        endOfLifeOn: '2021-01-01',
        platforms: [],
        state: 'end-of-life',
      },
    ]);
    expectProblem(await patch(`${path}/${newId()}`, version(), 3), 'not-found');
    // A version of another product is none of this one's.
    const other = await create('AChanged too');
    const foreign = `${products}/${other}/versions/${String(made['productVersionId'])}`;
    expectProblem(await patch(foreign, version(), 1), 'not-found');
  });
});

describe('what a ticket is about', () => {
  const registration = {
    channel: 'phone',
    requesterEmail: null,
    requesterName: 'Анна',
    companyId: null,
    subject: 'Не открывается',
    text: 'Не открывается',
    type: null,
    priority: null,
  };
  const tickets = '/api/desks/alteroffice/tickets';
  const register = (about: object) => postJson(server, engineer, tickets, { ...registration, ...about });
  const productOf = async (number: number): Promise<unknown> => {
    const page = await ok(rawRequest(server.url, `${tickets}/${number}`, { headers: { cookie: engineer } }));
    return (page as { ticket: { product: unknown } }).ticket.product;
  };

  it('is chosen of the catalogue at registration and put right later, with the support of the version', async () => {
    const { productId } = await named('AMail');
    await ok(
      postJson(server, lead, `${products}/${productId}/versions`, version({ endOfLifeOn: '2021-01-01' })),
    );
    const { number, version: seen } = (await ok(
      register({ product: 'AMail', productVersion: '7.3' }),
    )) as unknown as { number: number; version: number };
    expect(await productOf(number)).toMatchObject({
      name: 'AMail',
      version: '7.3',
      support: 'end-of-life',
      rules: [{ clause: 'AO-4.2.6' }],
    });
    await ok(
      postJson(
        server,
        engineer,
        `${tickets}/${number}/commands`,
        { command: 'name-product', product: 'AGraph', productVersion: null },
        { 'if-match': `"${seen}"` },
      ),
    );
    expect(await productOf(number)).toMatchObject({
      name: 'AGraph',
      version: null,
      platform: null,
      rules: [],
    });
  });

  it.each([
    [{ product: 'AGame' }, '/product', 'product-unknown'],
    [{ product: 'AGraph', productVersion: '99.1' }, '/productVersion', 'version-unknown'],
  ])('%j is refused at %s in words, and nothing is registered', async (about, pointer, code) => {
    const told = expectProblem(await register(about), 'invalid-request');
    expect(told.errors).toMatchObject([{ pointer, code }]);
    expect(told.errors?.[0]?.detail).toMatch(/каталоге/u);
  });
});
