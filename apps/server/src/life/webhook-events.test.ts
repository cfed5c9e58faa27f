import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok, postJson } from '../testing/planted-desk.ts';
import { cookieOf, eventually } from '../testing/start-test-server.ts';
import { addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';
import { secretRegistration, startWebhookDesk, type WebhookDesk } from '../testing/webhook-desk.ts';
import { isSignedBy } from '../testing/webhook-receiver.ts';

const DAY_MS = 86_400_000;
let desk: WebhookDesk;

beforeAll(async () => {
  desk = await startWebhookDesk();
});
afterAll(() => desk.stop());

describe('a webhook', () => {
  it('is told of a ticket: signed, thin, with a link', async () => {
    const receiver = await desk.listen();
    const one = await desk.hook(receiver.url, ['ticket.registered']);
    const { number } = await desk.register();
    const [told] = await eventually(async () => (receiver.received.length > 0 ? receiver.received : null));
    if (told === undefined) throw new Error('nothing came');
    expect(isSignedBy(told, one.secret)).toBe(true);
    expect(isSignedBy({ ...told, body: `${told.body} ` }, one.secret)).toBe(false);
    expect(told.json).toEqual({
      type: 'ticket.registered',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      data: {
        desk: 'centaur',
        ticketId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        number,
        link: `http://127.0.0.1/d/centaur/t/${number}`,
      },
    });
    expect(told.body).not.toMatch(/тайн/i);
    expect(told.headers['webhook-id']).toMatch(/^msg_[0-9a-f-]{36}$/);
    expect(Math.abs(Number(told.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(30);
    // The answer is written down after the receiver has it.
    expect(await desk.attempts(one, 1)).toMatchObject([
      { type: 'ticket.registered', state: 'delivered', attempts: [{ status: 204, fault: null, reply: '' }] },
    ]);
    await desk.drop(one);
  });

  it('is told of messages, states and who has it, each once, and of nothing it did not ask for', async () => {
    const receiver = await desk.listen();
    const types = ['ticket.message-added', 'ticket.state-changed', 'ticket.assigned'];
    const one = await desk.hook(receiver.url, types);
    const { number, version } = await desk.register();
    const noted = await desk.command(number, version, { command: 'add-note', text: 'Тайная заметка' });
    const taken = await desk.command(number, noted, { command: 'take' });
    await desk.command(number, taken, { command: 'resolve', text: 'Готово' });
    await eventually(async () => receiver.received.length >= 5);
    const told = receiver.received.map(({ json: { type, data } }) => [
      type,
      data['kind'] ?? data['to'] ?? '',
    ]);
    expect(told.toSorted()).toEqual([
      ['ticket.assigned', ''],
      ['ticket.message-added', 'note'],
      ['ticket.message-added', 'resolution'],
      ['ticket.state-changed', 'in-progress'],
      ['ticket.state-changed', 'resolved'],
    ]);
    expect(receiver.received.map(({ body }) => body).join('')).not.toMatch(/тайн|готово/i);
    await desk.drop(one);
  });

  it('is told of inquiries by their number and their page', async () => {
    const receiver = await desk.listen();
    const one = await desk.hook(receiver.url, ['inquiry.opened']);
    const { number } = await ok(
      postJson(desk.server, desk.administrator, '/api/desks/centaur/inquiries', {
        ...{ channel: 'phone', topic: 'support', requesterEmail: null, requesterName: 'Анна' },
        ...{ companyId: null, district: null, subject: 'x', text: 'x' },
      }),
    );
    const [told] = await eventually(async () => (receiver.received.length > 0 ? receiver.received : null));
    expect(told?.json.data).toMatchObject({
      number,
      link: `http://127.0.0.1/d/centaur/inquiries/${String(number)}`,
    });
    await desk.drop(one);
  });

  it('is told of deadlines that were missed, by the clock that they are of', async () => {
    const receiver = await desk.listen();
    const one = await desk.hook(receiver.url, ['ticket.deadline-warning', 'ticket.deadline-breached']);
    const { number } = await desk.register();
    desk.skip(20 * DAY_MS);
    const told = await eventually(async () => {
      const found = receiver.received.filter(({ json }) => json.data['number'] === number);
      return found.some(({ json }) => json.type === 'ticket.deadline-breached') ? found : null;
    });
    expect(told[0]?.json.data).toMatchObject({
      clock: 'reaction',
      link: `http://127.0.0.1/d/centaur/t/${number}`,
    });
    await desk.drop(one);
  });

  it('is told of certificates by their id and their page', async () => {
    const receiver = await desk.listen();
    const one = await desk.hook(receiver.url, ['certificate.issued']);
    const { companyId } = await addCustomer(desk.server.opened, 'centaur', {
      company: 'ООО «Тайная»',
      email: 'ivan@secret.example',
      name: 'Иван',
      packageId: 'basic',
    });
    const [told] = await eventually(async () => (receiver.received.length > 0 ? receiver.received : null));
    const id = String(told?.json.data['certificateId']);
    expect(told?.json).toMatchObject({
      type: 'certificate.issued',
      data: { desk: 'centaur', link: `http://127.0.0.1/d/centaur/certificates/${id}` },
    });
    expect(told?.body).not.toMatch(/тайн|иван/i);
    expect(told?.body).not.toContain(companyId);
    await desk.drop(one);
  });

  it('is told nothing of what was not kept, and nothing of other desks', async () => {
    const receiver = await desk.listen();
    const one = await desk.hook(receiver.url, [
      'ticket.registered',
      'ticket.message-added',
      'ticket.state-changed',
    ]);
    const deskId = deskIdOf(desk.server.opened, 'centaur');
    const { number } = await desk.register();
    await eventually(async () => receiver.received.length === 1);
    const undone = desk.server.opened.context.db.inDesk(deskId, async (q) => {
      await q.query(
        'test-undone',
        `insert into journal (desk_id, stream_kind, stream_id, seq, at, type, body)
         select desk_id, 'ticket', ticket_id, 1000, now(), 'TicketRegistered', '{}' from ticket where number = $1`,
        [number],
      );
      const [owed] = await q.query<{ n: number }>(
        'test-owed',
        `select count(*) as n from webhook_delivery where state = 'waiting' and webhook_id = $1`,
        [one.webhookId],
      );
      expect(owed?.n).toBe(1);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const optima = await cookieOf(
      desk.server,
      await addStaff(desk.server.opened, 'optima', 'engineer', 'engineer@optima.example'),
    );
    await ok(postJson(desk.server, optima, '/api/desks/optima/tickets', secretRegistration));
    await desk.register();
    await eventually(async () => receiver.received.length === 2);
    expect(await desk.deliveries(one)).toHaveLength(2);
    await desk.drop(one);
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(desk.server.errors).toEqual([]);
});
