import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { contactByEmail } from '../store/contacts.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';

let server: TestServer;
let cookies: Readonly<Record<string, string>>;

const contactOf = (slug: string, email: string): Promise<string> => {
  const deskId = deskIdOf(server.opened, slug);
  return server.opened.context.db.inDesk(
    deskId,
    async (q) => (await contactByEmail(q, { deskId, email, name: 'Ольга', newId })).contactId,
  );
};

beforeAll(async () => {
  server = await startTestServer();
  const people: Record<string, string> = {};
  for (const [slug, role] of [
    ['centaur', 'engineer'],
    ['centaur', 'sales'],
    ['centaur', 'lead'],
    ['flat', 'lead'],
  ] as const) {
    const person = await addStaff(server.opened, slug, role, `${role}@${slug}.example`);
    people[`${slug} ${role}`] = await cookieOf(server, person);
  }
  cookies = people;
});
afterAll(() => server.stop());

const send = (who: string, body: object, path = '', headers: Readonly<Record<string, string>> = {}) =>
  postJson(server, cookies[who] ?? '', `/api/desks/${who.split(' ')[0]}/service-stops${path}`, body, headers);
const seen = (who: string, query: string) =>
  ok(
    rawRequest(server.url, `/api/desks/${who.split(' ')[0]}/service-stops${query}`, {
      headers: { cookie: cookies[who] ?? '' },
    }),
  );

describe('service stopped for a contact (CN-L5)', () => {
  it('stands with the person when records of their company become one, and when they part again', async () => {
    const [gone, kept] = await Promise.all(
      ['gone', 'kept'].map((name) =>
        addCustomer(server.opened, 'centaur', {
          company: `ООО «${name}»`,
          email: `${name}@merged-customer.example`,
          name,
          packageId: null,
        }),
      ),
    );
    const [from, to] = [gone?.companyId ?? '', kept?.companyId ?? ''];
    const contactId = gone?.contactId ?? '';
    await ok(send('centaur engineer', { contactId, evidence: 'Брань' }));
    const lead = cookies['centaur lead'] ?? '';
    const companies = '/api/desks/centaur/companies';
    const standing = async (companyId: string) =>
      (await seen('centaur engineer', `?companyId=${companyId}`))['stops'];
    await ok(postJson(server, lead, `${companies}/${to}/merge`, { goneId: from }));
    expect(await standing(to)).toMatchObject([{ contact: { contactId } }]);
    await ok(postJson(server, lead, `${companies}/${from}/unmerge`, {}));
    expect(await standing(to)).toEqual([]);
    expect(await standing(from)).toMatchObject([{ contact: { contactId }, reversed: null }]);
    await ok(send('centaur lead', { contactId, reason: 'Ошибка' }, '/reversal'));
  });

  it('is refused where the regulation does not foresee it', async () => {
    const contactId = await contactOf('flat', 'olga@flat-customer.example');
    const problem = expectProblem(await send('flat lead', { contactId, evidence: 'x' }), 'state');
    expect(problem['refusal']).toBe('stop-not-foreseen');
    expect(await seen('flat lead', '')).toMatchObject({ clause: null, mayStop: false, stops: [] });
  });

  it('is not for sales, nor for contacts of another desk', async () => {
    const contactId = await contactOf('centaur', 'olga@centaur-customer.example');
    expectProblem(await send('centaur sales', { contactId, evidence: 'x' }), 'forbidden');
    const foreign = await contactOf('flat', 'oleg@flat-customer.example');
    const problem = expectProblem(
      await send('centaur engineer', { contactId: foreign, evidence: 'x' }),
      'invalid-request',
    );
    expect(problem['errors']).toEqual([{ pointer: '/contactId', code: 'unknown-contact' }]);
    expect(await seen('centaur sales', '')).toMatchObject({ mayStop: false, mayResume: false });
  });

  it('is done once, however often it is sent; the lead sees it in the list until it is taken back', async () => {
    const contactId = await contactOf('centaur', 'ivan@centaur-customer.example');
    const body = { contactId, evidence: 'Брань' };
    const key = { 'idempotency-key': newId() };
    const first = await ok(send('centaur engineer', body, '', key));
    expect(await ok(send('centaur engineer', body, '', key))).toEqual(first);
    const both = await Promise.all([send('centaur engineer', body), send('centaur lead', body)]);
    expect(both.map(({ status }) => status)).toEqual([409, 409]);
    expect(await seen('centaur lead', '')).toMatchObject({
      mayResume: true,
      stops: [{ evidence: 'Брань', reversed: null }],
    });
    await ok(send('centaur lead', { contactId, reason: 'Ошибка' }, '/reversal'));
    expect((await seen('centaur lead', ''))['stops']).toEqual([]);
    expect(await seen('centaur lead', `?contactId=${contactId}`)).toMatchObject({
      stops: [{ reversed: { reason: 'Ошибка' } }],
    });
    const again = expectProblem(await send('centaur lead', { contactId, reason: 'x' }, '/reversal'), 'state');
    expect(again['refusal']).toBe('not-stopped');
  });
});
