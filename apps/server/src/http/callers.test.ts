import type { Callers, PortalCoverage, TicketPage } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { insertContact } from '../store/contacts.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';
import type { CompanyId, ContactId } from '@reglament/desk';

let server: TestServer;
let dispatcher: string;
let companyId: CompanyId;
let olga: ContactId;

const DESK = '/api/desks/flat';

const contact = async (
  slug: string,
  of: { readonly companyId: CompanyId | null; readonly name: string; readonly phone: string },
): Promise<ContactId> => {
  const deskId = deskIdOf(server.opened, slug);
  const contactId = newId() as ContactId;
  await server.opened.context.db.inDesk(deskId, (q) =>
    insertContact(q, { deskId, contactId, email: null, ...of }),
  );
  return contactId;
};

beforeAll(async () => {
  server = await startTestServer();
  dispatcher = await cookieOf(
    server,
    await addStaff(server.opened, 'flat', 'dispatcher', 'dispatcher@flat.example'),
  );
  ({ companyId } = await addCustomer(server.opened, 'flat', {
    company: 'ООО «Ромашка»',
    email: 'boss@romashka.example',
    name: 'Борис',
    packageId: '24x7',
  }));
  olga = await contact('flat', { companyId, name: 'Ольга', phone: '8 (843) 200-11-22' });
});
afterAll(() => server.stop());

const ask = (path: string, cookie = dispatcher): Promise<RawReply> =>
  rawRequest(server.url, path, { headers: { cookie } });
const callers = async (query: Readonly<Record<string, string>>): Promise<Callers> =>
  (await ok(ask(`${DESK}/callers?${new URLSearchParams(query).toString()}`))) as unknown as Callers;
const preview = async (query: Readonly<Record<string, string>>): Promise<PortalCoverage> =>
  (await ok(
    ask(`${DESK}/callers/preview?${new URLSearchParams(query).toString()}`),
  )) as unknown as PortalCoverage;
const register = (body: object): Promise<RawReply> =>
  postJson(server, dispatcher, `${DESK}/tickets`, {
    channel: 'phone',
    requesterEmail: null,
    requesterName: '',
    companyId: null,
    subject: 'Не печатает чек',
    text: '',
    type: null,
    priority: '2',
    ...body,
  });

describe('who calls', () => {
  it.each(['+7 843 200 11 22', '8(843)2001122', '78432001122', '843 200-11-22'])(
    'is found by the number in any spelling: %s',
    async (phone) => {
      const found = await callers({ phone });
      expect(found.phone).toBe('+78432001122');
      expect(found.callers).toMatchObject([{ contactId: olga, name: 'Ольга', companyIds: [companyId] }]);
      expect(found.companies).toMatchObject([
        { name: 'ООО «Ромашка»', certificates: [{ state: 'in-force', daysLeft: 365 }] },
      ]);
      expect(found.companies[0]?.people.map(({ name }) => name).toSorted()).toEqual(['Борис', 'Ольга']);
    },
  );

  it('is nobody by half a number, by a number abroad that ends alike, by none', async () => {
    for (const phone of ['200-11-22', '+1 843 200 1122', '', 'анна'])
      expect((await callers({ phone })).callers).toEqual([]);
  });

  it('is a choice where a number has several people, those of a company first', async () => {
    const guest = await contact('flat', { companyId: null, name: 'Кто-то', phone: '+78432003344' });
    const anna = await contact('flat', { companyId, name: 'Анна', phone: '8 843 200 33 44' });
    const found = await callers({ phone: '+78432003344' });
    expect(found.callers.map(({ contactId }) => contactId)).toEqual([anna, guest]);
  });

  it('has their own open tickets and the company’s, and no closed or foreign ones', async () => {
    const { number } = await ok(register({ contactId: olga, companyId }));
    await ok(register({ requesterName: 'Чужой', subject: 'Чужая' }));
    const found = await callers({ contactId: olga });
    expect(found.tickets.map((one) => one.number)).toEqual([number]);
    expect((await callers({ companyId })).tickets.map((one) => one.number)).toEqual([number]);
  });

  it('is asked by support only, and of the desk’s own', async () => {
    const sales = await cookieOf(
      server,
      await addStaff(server.opened, 'flat', 'sales', 'sales@flat.example'),
    );
    expectProblem(await ask(`${DESK}/callers?phone=1`, sales), 'forbidden');
    expectProblem(await ask(`${DESK}/callers/preview`, sales), 'forbidden');
    const foreign = await contact('optima', { companyId: null, name: 'Чужой', phone: '+78432007788' });
    expect((await callers({ phone: '+78432007788' })).callers).toEqual([]);
    expectProblem(await ask(`${DESK}/callers?contactId=${foreign}`), 'not-found');
    expectProblem(await ask(`${DESK}/callers?companyId=${newId()}`), 'not-found');
    expectProblem(await ask(`${DESK}/callers/preview?contactId=${foreign}`), 'not-found');
    expectProblem(await ask(`${DESK}/callers/preview?companyId=${newId()}`), 'not-found');
    const refused = await register({ contactId: foreign });
    expect(expectProblem(refused, 'invalid-request').errors).toMatchObject([
      { pointer: '/contactId', code: 'unknown-contact' },
    ]);
  });
});

describe('a request by phone before it is registered', () => {
  it('is shown with the deadlines that it then has', async () => {
    const shown = await preview({ contactId: olga, companyId, priority: '1' });
    expect(shown.answer).toBe('yes');
    expect(shown.deadlines.length).toBeGreaterThan(0);
    const { number } = await ok(register({ contactId: olga, companyId, priority: '1' }));
    const page = (await ok(ask(`${DESK}/tickets/${String(number)}`))) as unknown as {
      readonly clocks: readonly { readonly name: { readonly ru: string } }[];
      readonly ticket: { readonly requester: { readonly contactId: string } };
    };
    expect(page.clocks.map(({ name }) => name.ru)).toEqual(shown.deadlines.map(({ name }) => name.ru));
    expect(page.ticket.requester.contactId).toBe(olga);
  });

  it('keeps nothing, and promises nothing to whom nobody knows', async () => {
    const before = (await callers({ companyId })).tickets.length;
    expect((await preview({})).answer).not.toBe('yes');
    expect((await preview({ companyId })).answer).toBe('yes');
    expect((await callers({ companyId })).tickets).toHaveLength(before);
  });
});

describe('whoever called once', () => {
  it('is known by their number the next time, though it was typed otherwise', async () => {
    await ok(register({ requesterName: 'Вера', requesterPhone: '8 (495) 111-22-33' }));
    const found = await callers({ phone: '495 1112233' });
    expect(found.callers).toMatchObject([{ name: 'Вера', phone: '+74951112233' }]);
    const contactId = found.callers[0]?.contactId ?? '';
    const { number } = await ok(register({ contactId }));
    expect(await ok(ask(`${DESK}/tickets/${String(number)}`))).toMatchObject({
      ticket: { requester: { name: 'Вера', phone: '+74951112233' } },
    });
    expect((await callers({ phone: '+74951112233' })).callers).toHaveLength(1);
  });

  it('keeps a number that they had none of before, and no other in its place', async () => {
    const anna = await contact('flat', { companyId: null, name: 'Анна', phone: '' });
    await ok(register({ contactId: anna, requesterPhone: '8 495 222 33 44' }));
    await ok(register({ contactId: anna, requesterPhone: '8 495 999 99 99' }));
    expect((await callers({ contactId: anna })).callers[0]?.phone).toBe('+74952223344');
  });

  it('is not asked for a company that was said', async () => {
    const { number: ofNew } = await ok(register({ requesterName: 'Зоя', companyId }));
    const lev = await contact('flat', { companyId: null, name: 'Лев', phone: '' });
    const { number: ofKnown } = await ok(register({ contactId: lev, companyId }));
    for (const number of [ofNew, ofKnown]) {
      const { ticket } = (await ok(ask(`${DESK}/tickets/${String(number)}`))) as unknown as TicketPage;
      expect(ticket.fields.find(({ id }) => id === 'company')?.value).toBe('ООО «Ромашка»');
    }
  });
});
