import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok, postJson } from '../testing/planted-desk.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addStaff } from '../testing/test-desk.ts';

let server: TestServer;
let key: string;
const folder = mkdtempSync(join(tmpdir(), 'reglament-api-'));
const page = readFileSync(new URL('../../../../docs/api.md', import.meta.url), 'utf8');
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, of, text]) =>
    of === language && text !== undefined ? [text] : [],
  );

beforeAll(async () => {
  server = await startTestServer();
  const administrator = await cookieOf(
    server,
    await addStaff(server.opened, 'centaur', 'administrator', 'administrator@centaur.example'),
  );
  const made = await ok(
    postJson(server, administrator, '/api/desks/centaur/api-keys', {
      name: 'Примеры',
      role: 'dispatcher',
      scopes: ['tickets:read', 'tickets:write', 'companies:read'],
      expiresInDays: 1,
    }),
  );
  key = String(made['key']);
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.stop();
});

/** One shell runs them all; between two stands a line that tells them apart. */
const run = (scripts: readonly string[]): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'], BASE: server.url, DESK: 'centaur', KEY: key };
    const script = scripts.join('\necho; echo "=== next"\n');
    execFile('sh', ['-eu', '-c', script], { cwd: folder, env }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout.split('=== next\n'));
      else reject(new Error(`${error.message}\n${stdout}\n${stderr}`));
    });
  });

describe('the examples of docs/api.md', () => {
  it('do in one shell what they say', async () => {
    const scripts = blocks('sh');
    expect(scripts.length).toBeGreaterThanOrEqual(6);
    const [queue = '', registered = '', read = '', changed = '', companies = '', file = ''] =
      await run(scripts);
    expect(JSON.parse(queue)).toMatchObject({ tickets: [], next: null });
    expect(JSON.parse(registered)).toMatchObject({ number: 1, state: expect.any(String) as string });
    expect(read).toMatch(/etag: "\d+"/i);
    expect((JSON.parse(changed) as { version: number }).version).toBeGreaterThan(1);
    expect(JSON.parse(companies)).toMatchObject({ companies: [] });
    expect(JSON.parse(file)).toMatchObject({ name: 'journal.txt' });
  });

  it('can be run again: what was created is answered alike', async () => {
    const [, again = ''] = await run(blocks('sh').slice(0, 2));
    expect(JSON.parse(again)).toMatchObject({ number: 1 });
  });

  it('check a signature as they should', async () => {
    const [check = ''] = blocks('js');
    const { isOurs } = (await import(`data:text/javascript,${encodeURIComponent(check)}`)) as {
      isOurs: (headers: Record<string, string>, body: string, secret: string, now: number) => boolean;
    };
    const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
    const body = '{"type":"ping"}';
    const signature = createHmac('sha256', Buffer.alloc(32, 5)).update(`msg_1.1000.${body}`).digest('base64');
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': '1000',
      'webhook-signature': `v1,AAAA v1,${signature}`,
    };
    expect(isOurs(headers, body, secret, 1100)).toBe(true);
    expect(isOurs(headers, `${body} `, secret, 1100)).toBe(false);
    expect(isOurs(headers, body, secret, 2000)).toBe(false);
  });

  it('and its table name every event that there is', async () => {
    const { webhookType } = await import('@reglament/contract');
    const table = page.slice(page.indexOf('| event | when'), page.indexOf('**Signature.**'));
    const named = new Set<string>();
    for (const row of table.split('\n')) {
      const [, cell = ''] = row.split('|');
      let group = '';
      for (const [, word = ''] of cell.matchAll(/`([^`]+)`/g)) {
        if (!word.startsWith('.')) group = word.split('.')[0] ?? '';
        named.add(word.startsWith('.') ? group + word : word);
      }
    }
    expect([...named].toSorted()).toEqual([...webhookType.options].toSorted());
  });
});
