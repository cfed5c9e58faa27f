import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketPage } from '@reglament/contract';
import { contactById } from '../store/contacts.ts';
import { ok } from '../testing/planted-desk.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { openCase, type StatusCase } from '../testing/status-case.ts';
import { ticketToken } from '../tokens/ticket-token.ts';
import { registerTicket } from '../use-cases/register-ticket.ts';

// Why a ticket is served, or is not: every rule that was tried, for the engineer and for the customer.

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

const staffPage = async (slug: string, found: StatusCase): Promise<TicketPage> => {
  const cookie = await cookieOf(server, found.staff);
  const path = `/api/desks/${slug}/tickets/${found.number}`;
  return (await ok(rawRequest(server.url, path, { headers: { cookie } }))) as unknown as TicketPage;
};

const customerPage = async (found: StatusCase): Promise<string> =>
  (await fetch(`${server.url}${found.path}`)).text();

const write = (slug: string, found: StatusCase, statement: string): Promise<unknown> =>
  server.opened.context.db.inDesk(found.deskId, (q) =>
    q.query(`test-write-${slug}`, statement, [found.deskId, found.contactId]),
  );

/** Another ticket of the same person, after something was recorded. */
const oneMore = async (slug: string, found: StatusCase): Promise<StatusCase> => {
  const { context } = server.opened;
  const registered = await context.db.inDesk(found.deskId, async (q) => {
    const requester = await contactById(q, found.deskId, found.contactId);
    if (requester === null) throw new Error('no contact');
    return registerTicket(context, q, {
      deskId: found.deskId,
      channel: 'email',
      requester,
      receivedAt: context.now(),
      subject: 'Ещё раз',
      text: 'Ещё раз',
      html: null,
      quoted: '',
      letterId: null,
      attachmentIds: [],
      ticketType: null,
      priority: null,
      fields: {},
      links: [],
      actorId: null,
      idempotency: null,
    });
  });
  const { number, ticketId } = registered;
  const token = ticketToken(context.secret, 'status', number, {
    deskId: found.deskId,
    ticketId,
    recipient: found.email,
  });
  return { ...found, ticketId, number, path: `/t/${slug}/${token}` };
};

describe('AO-1.4: who is listed', () => {
  it('both pages tell why a listed contact is served, the engineer also what is not known', async () => {
    const found = await openCase(server.opened, { slug: 'alteroffice', packageId: 'basic' });
    const { entitlement } = await staffPage('alteroffice', found);
    expect(entitlement?.next).toBeNull();
    expect(entitlement?.certificates).toMatchObject([
      { result: 'serves', says: { en: 'serves the ticket' } },
    ]);
    expect(entitlement?.certificates[0]?.rules.map(({ outcome, clause }) => `${outcome} ${clause}`)).toEqual([
      'holds AO-3.2',
      'holds AO-1.4',
      'unknown AO-3.4',
      'holds AO-4.1-channels',
    ]);
    const page = await customerPage(found);
    expect(page).toContain('Почему решено так');
    expect(page).toContain('обслуживаем по нему');
    expect(page).not.toContain('неизвестно');
  });

  it('who was taken off the list is registered without a promise and told whom to turn to, without the number', async () => {
    const first = await openCase(server.opened, { slug: 'alteroffice', packageId: 'basic' });
    const { certificates } = await staffPage('alteroffice', first);
    await write(
      'alteroffice',
      first,
      'update contact_of_company set listed = false where desk_id = $1 and contact_id = $2',
    );
    const second = await oneMore('alteroffice', first);
    const shown = await staffPage('alteroffice', second);
    expect(shown.ticket).toMatchObject({ state: 'not-entitled', coverage: { clause: 'AO-1.4' } });
    expect(shown.entitlement?.next?.en).toBe('The company can have the person listed');
    const page = await customerPage(second);
    expect(page).toContain('Попросите свою компанию назвать вас');
    expect(page).not.toContain(certificates[0]?.number ?? '');
    expect((await staffPage('alteroffice', first)).ticket.state).toBe('new');
  });
});

describe('SH-ACCESS R27: a package for companies of a standing', () => {
  it('is given while nothing is recorded, and no longer once the recorded standing has lapsed', async () => {
    const first = await openCase(server.opened, { slug: 'shtrih-m', packageId: 'partner' });
    const before = await staffPage('shtrih-m', first);
    expect(before.ticket.coverage.kind).toBe('covered');
    expect(before.entitlement?.certificates[0]?.rules.map(({ outcome }) => outcome)).toContain('unknown');
    await write(
      'shtrih-m',
      first,
      `insert into company_standing (desk_id, standing_id, company_id, role, from_date, until_date)
       select desk_id, gen_random_uuid(), company_id, 'certified-partner', '2001-01-01', '2001-12-31'
       from contact where desk_id = $1 and contact_id = $2`,
    );
    const lapsed = await staffPage('shtrih-m', await oneMore('shtrih-m', first));
    expect(lapsed.ticket.coverage).toMatchObject({ kind: 'not-entitled', clause: 'SH-ACCESS' });
    expect(lapsed.entitlement?.next?.en).toBe('The partner that this package is for has to ask');
  });
});

it('R35: a company that holds nothing is told what to do about it', async () => {
  const found = await openCase(server.opened, { slug: 'centaur', packageId: null });
  const { entitlement } = await staffPage('centaur', found);
  expect(entitlement?.certificates).toEqual([]);
  expect(entitlement?.next?.en).toBe('Offer support that fits');
  expect(await customerPage(found)).toContain('Купите подходящую поддержку');
});
