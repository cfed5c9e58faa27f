import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest } from '../testing/raw-request.ts';
import {
  cookieOf,
  eventually,
  signedIn,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../testing/start-test-server.ts';
import { statusBrowser } from '../testing/status-browser.ts';
import { openCase } from '../testing/status-case.ts';
import { addStaff, type TestPerson } from '../testing/test-desk.ts';
import { createAuditGate } from './audit-gate.ts';

let server: TestServer;
let anna: TestPerson;
let annas: Visitor;
let boris: Visitor;

beforeAll(async () => {
  server = await startTestServer();
  anna = await addStaff(server.opened, 'centaur', 'engineer', 'anna@desk.example');
  annas = await signedIn(server, anna);
  boris = await signedIn(server, await addStaff(server.opened, 'centaur', 'engineer', 'boris@desk.example'));
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

const upload = async (who: Visitor, content: Uint8Array<ArrayBuffer>): Promise<string> => {
  const form = new FormData();
  form.set('file', new Blob([content]), 'file.bin');
  const answer = await who.fetch('/api/desks/centaur/attachments', { method: 'POST', body: form });
  return ((await answer.json()) as { readonly attachmentId: string }).attachmentId;
};

const post = async (who: Visitor, path: string, body: object, version: string | null = null) =>
  who.fetch(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': server.opened.context.newId(),
      ...(version === null ? {} : { 'if-match': version }),
    },
    body: JSON.stringify(body),
  });

describe('files', () => {
  it('only the person who uploaded a file can send it', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const path = `/api/desks/centaur/tickets/${found.number}`;
    const version = (await annas.fetch(path)).headers.get('etag');
    const attachments = [await upload(boris, Buffer.from('secret'))];
    const note = { command: 'add-note', text: 'x', attachments };
    const refused = await post(annas, `${path}/commands`, note, version);
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { errors: [{ pointer: '/attachments', code: 'unknown-attachment' }] },
    ]);
    expect((await post(boris, `${path}/commands`, note, version)).status).toBe(200);
  });

  it('a file of many mebibytes comes down whole, and costs little while its reader does not read', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const content = Buffer.alloc(20 * 1024 * 1024 + 17);
    for (let at = 0; at < content.length; at += 1021) content[at] = at % 251;
    const customer = statusBrowser(server);
    expect((await customer.send(found.path, 'answer', { files: [['big.bin', content]] })).status).toBe(303);
    const link =
      /href="([^"]+\/files\/[^"]+)" download>big\.bin/.exec(await customer.page(found.path))?.[1] ?? '';
    const id = link.slice(link.lastIndexOf('/') + 1);
    const both = [await customer.get(link), await annas.fetch(`/api/desks/centaur/attachments/${id}`)];
    for (const answer of both) {
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
      expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    }
    const before = process.memoryUsage().external;
    const { hostname, port } = new URL(server.url);
    const idle = Array.from({ length: 8 }, () => {
      const socket = connect(Number(port), hostname);
      socket.once('readable', () => undefined);
      socket.write(`GET ${link} HTTP/1.1\r\nhost: desk\r\n\r\n`);
      return socket;
    });
    await Promise.all(idle.map((socket) => new Promise((resolve) => socket.once('readable', resolve))));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(process.memoryUsage().external - before).toBeLessThan(80 * 1024 * 1024);
    for (const socket of idle) socket.destroy();
  });

  it('a file without a name is taken, a form without names is refused', async () => {
    const cookie = await cookieOf(server, anna);
    const send = (head: string) =>
      rawRequest(server.url, '/api/desks/centaur/attachments', {
        method: 'POST',
        headers: { cookie, 'content-type': 'multipart/form-data; boundary=b' },
        body: `--b\r\n${head}\r\n\r\nabc\r\n--b--\r\n`,
      });
    const nameless = await send(
      'Content-Disposition: form-data; name="file"\r\nContent-Type: application/octet-stream',
    );
    expect([nameless.status, nameless.json()]).toMatchObject([201, { name: 'file', size: 3 }]);
    expect((await send('Content-Disposition: form-data; filename="x"')).status).toBe(422);
  });
});

describe('what is not theirs', () => {
  it('R11: answers to questions that the regulation does not ask are refused', async () => {
    const fields = { constructor: 'x', nonsense: 'y' };
    const body = {
      channel: 'phone',
      requesterEmail: null,
      requesterName: 'x',
      companyId: null,
      subject: 's',
    };
    const answer = await post(annas, '/api/desks/centaur/tickets', {
      ...body,
      text: 't',
      type: null,
      priority: null,
      fields,
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      {
        code: 'unknown-field',
        errors: [{ pointer: '/fields/constructor' }, { pointer: '/fields/nonsense' }],
      },
    ]);
  });

  it('the page of one ticket gives no link to another of the same person', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const other = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    await server.opened.context.db.inDesk(found.deskId, (q) =>
      q.query('test-same-person', 'update ticket set contact_id = $3 where desk_id = $1 and number = $2', [
        found.deskId,
        other.number,
        found.contactId,
      ]),
    );
    const page = await statusBrowser(server).page(`${found.path}?done=continued&n=${other.number}`);
    expect(page).not.toContain(`№${other.number}</a>`);
  });
});

describe('connections', () => {
  it('one that spoke no HTTP is gone, also when its client keeps it open', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    let gone = false;
    socket.on('error', () => (gone = true));
    socket.on('data', () => undefined);
    socket.write('GARBAGE\r\n\r\n');
    await new Promise((resolve) => socket.once('end', resolve));
    await eventually(async () => {
      if (!gone) socket.write('more');
      return gone;
    }, 3000);
    socket.destroy();
  });

  it('the head of a stream is not to be had', async () => {
    const cookie = await cookieOf(server, anna);
    const answer = await rawRequest(server.url, '/api/desks/centaur/live', {
      method: 'HEAD',
      headers: { cookie },
    });
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET']);
  });

  it('somebody who does not read their stream is let go', async () => {
    const cookie = await cookieOf(server, anna);
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    let closed = false;
    socket.on('close', () => (closed = true));
    socket.on('error', () => undefined);
    socket.pause();
    socket.write(`GET /api/desks/centaur/live HTTP/1.1\r\nhost: desk\r\ncookie: ${cookie}\r\n\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const [desk] = server.opened.desks.filter((d) => d.slug === 'centaur');
    if (desk === undefined) throw new Error('no desk');
    for (let round = 0; round < 400; round += 1) {
      for (let i = 0; i < 1000; i += 1)
        server.opened.hub.hint({ deskId: desk.deskId, kind: 'ticket', number: i });
      await new Promise((resolve) => setImmediate(resolve));
    }
    socket.resume();
    await eventually(async () => closed, 5000);
  });
});

describe('what a stranger can make us write down', () => {
  it('is bounded for one network and for all', () => {
    let now = 0;
    const may = createAuditGate(() => now);
    const kept = (address: string, times: number): number =>
      Array.from({ length: times }, () => may(address)).filter(Boolean).length;
    expect(kept('192.0.2.1', 1000)).toBe(60);
    expect(kept('2001:db8::1', 50) + kept('2001:db8::2', 50)).toBe(60);
    expect(
      Array.from({ length: 1000 }, (_, i) => kept(`198.51.${i >> 8}.${i & 255}`, 1)).filter((n) => n > 0),
    ).toHaveLength(480);
    now = 60_000;
    expect(kept('192.0.2.1', 1)).toBe(1);
  });

  it('a flood with a cookie that is none leaves a few rows', async () => {
    await Promise.all(
      Array.from({ length: 150 }, () =>
        rawRequest(server.url, '/api/session', { headers: { cookie: 'a=b' } }),
      ),
    );
    // Nobody waits for the rows.
    const rows = await eventually(async () => {
      const [row] = await server.opened.context.db.plain.query<{ n: number }>(
        'test-audit',
        'select count(*)::int as n from audit',
      );
      return row !== undefined && row.n > 0 ? row.n : null;
    });
    expect(rows).toBeLessThanOrEqual(120);
  });
});
