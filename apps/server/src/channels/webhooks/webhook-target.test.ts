import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postWebhook } from './post-webhook.ts';
import { createWebhookTarget, isPublicAddress, type Resolve } from './webhook-target.ts';

const PRIVATE = '10.0.0.1';
const SOMEBODY = 'user:secret';
let hits = 0;
let port = 0;
const listener = createServer((socket) => {
  hits += 1;
  socket.destroy();
});

beforeAll(async () => {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  ({ port } = listener.address() as AddressInfo);
});
afterAll(() => new Promise((resolve) => listener.close(resolve)));

const names: Readonly<Record<string, readonly string[]>> = {
  'inside.example': ['10.1.2.3'],
  'loop.example': ['127.0.0.1'],
  'loop6.example': ['::1'],
  'mixed.example': ['93.184.216.34', '127.0.0.1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'metadata.example': ['169.254.169.254'],
  'xn--80ak6aa92e.example': ['192.168.0.1'],
  localhost: ['127.0.0.1', '::1'],
  'localhost.': ['127.0.0.1'],
  'a.localhost': ['127.0.0.1'],
  'open.example': ['93.184.216.34'],
};
const resolve: Resolve = async (name) => {
  const found = names[name];
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const target = createWebhookTarget({ loopback: false, resolve });

/** Spellings of addresses that must never be opened, by the ways others were fooled. */
const spellings = (): readonly string[] => {
  const hosts = [
    ...['127.0.0.1', '127.1', '127.0.1', '0x7f.1', '0x7f000001', '2130706433', '017700000001', '0177.0.0.1'],
    ...[
      '127.0.0.1.',
      '127.255.255.254',
      '0',
      '0.0.0.0',
      '1270.0.1',
      '１２７.０.０.１',
      '127。0。0。1',
      '①②⑦.0.0.1',
    ],
    ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:7f00:1]', '[::127.0.0.1]'],
    ...['[64:ff9b::7f00:1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2001::1]', '[fe80::1]', '[fc00::1]'],
    ...['[fd12:3456::1]', '[ff02::1]', '[2001:db8::1]', '[100::1]', '[3fff::1]', '[fec0::1]'],
    ...[
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '198.18.0.1',
    ],
    ...[
      '192.0.2.1',
      '198.51.100.1',
      '203.0.113.1',
      '224.0.0.1',
      '240.0.0.1',
      '255.255.255.255',
      '192.88.99.1',
    ],
    ...[
      'localhost',
      'localhost.',
      'a.localhost',
      'LOCALHOST',
      'loop.example',
      'loop6.example',
      'mixed.example',
    ],
    ...['mapped.example', 'metadata.example', 'inside.example', 'xn--80ak6aa92e.example', 'nowhere.example'],
  ];
  return [
    ...hosts.map((host) => `https://${host}:${port}/`),
    `http://open.example:${port}/`,
    `https://open.example@127.0.0.1:${port}/`,
    `https://${SOMEBODY}@open.example:${port}/`,
    `https://127.0.0.1:${port}\\@open.example/`,
    `https://open.example#@127.0.0.1:${port}/`.replace('open.example#@', ''),
    `https:127.0.0.1:${port}`,
    `https:\\\\127.0.0.1:${port}`,
    `ht\ntps://127.0.0.1:${port}/`,
    `file:///etc/passwd`,
    `gopher://127.0.0.1:${port}/_x`,
    `ftp://open.example/`,
    `data:text/plain,x`,
    `javascript:alert(1)`,
    `//127.0.0.1:${port}/`,
    ``,
  ];
};

describe('an address of a webhook (R6)', () => {
  it('that leads anywhere but into the Internet is refused, in whatever spelling, and nothing is opened', async () => {
    const all = spellings();
    expect(all.length).toBeGreaterThan(60);
    for (const url of all) expect({ url, ok: (await target(url)).ok }).toEqual({ url, ok: false });
    expect(hits).toBe(0);
  });

  it('that leads into the Internet is taken, with what its name stands for now', async () => {
    expect(await target('https://open.example/hook?x=1')).toMatchObject({
      ok: true,
      target: { address: '93.184.216.34' },
    });
    expect(await target('https://[2a00:1450:4010::8b]:8443/')).toMatchObject({
      ok: true,
      target: { address: '2a00:1450:4010::8b' },
    });
  });

  it('whose name turns to us after it was looked at is asked once: the connection goes to what was answered', async () => {
    const answers = [['127.0.0.1'], ['93.184.216.34']];
    let asked = 0;
    const turning = createWebhookTarget({
      loopback: true,
      resolve: async () => answers[Math.min(asked++, 1)] ?? [],
    });
    const found = await turning(`http://turning.example:${port}/`);
    if (!found.ok) throw new Error(found.fault);
    const before = hits;
    const outcome = await postWebhook(found.target, {}, '{}', new AbortController().signal);
    expect({ asked, hits: hits - before, status: outcome.status }).toEqual({
      asked: 1,
      hits: 1,
      status: null,
    });
  });

  it('on the machine itself is taken where that is allowed, and by http there alone', async () => {
    const near = createWebhookTarget({ loopback: true, resolve });
    expect((await near(`http://127.0.0.1:${port}/`)).ok).toBe(true);
    expect((await near(`http://[::1]:${port}/`)).ok).toBe(true);
    for (const url of [
      'http://open.example/',
      `http://${PRIVATE}/`,
      `https://${PRIVATE}/`,
      'https://mixed.example/',
    ])
      expect((await near(url)).ok).toBe(false);
  });

  it('is judged by itself: what is no address at all is not public', () => {
    expect(['x', '', '1.2.3', '::g'].filter(isPublicAddress)).toEqual([]);
    expect(['8.8.8.8', '2a02:6b8::feed:ff'].filter((one) => !isPublicAddress(one))).toEqual([]);
  });
});

describe('a receiver', () => {
  it('that never answers is given up after the time it has', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((started) => silent.listen(0, '127.0.0.1', started));
    const at = (silent.address() as AddressInfo).port;
    const outcome = await postWebhook(
      { url: new URL(`http://127.0.0.1:${at}/`), address: '127.0.0.1' },
      {},
      '{}',
      new AbortController().signal,
      200,
    );
    expect(outcome).toMatchObject({ status: null, fault: expect.stringMatching(/^no answer/) as string });
    expect(outcome.tookMs).toBeLessThan(5000);
    silent.close();
  });

  it('that talks without end is heard for a kilobyte', async () => {
    const { createServer: createHttp } = await import('node:http');
    const endless = createHttp((_request, response) => {
      response.writeHead(200);
      const talk = setInterval(() => response.write(`ы\u0000${'x'.repeat(4000)}`), 5);
      response.on('close', () => clearInterval(talk));
    });
    await new Promise<void>((started) => endless.listen(0, '127.0.0.1', started));
    const at = (endless.address() as AddressInfo).port;
    const outcome = await postWebhook(
      { url: new URL(`http://127.0.0.1:${at}/`), address: '127.0.0.1' },
      {},
      '{}',
      new AbortController().signal,
    );
    expect(outcome.status).toBe(200);
    expect(outcome.reply.length).toBeLessThanOrEqual(1024);
    expect(outcome.reply).toMatch(/^ыx+$/);
    endless.closeAllConnections();
    endless.close();
  });
});
