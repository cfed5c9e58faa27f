import { gzipSync } from 'node:zlib';
import type { ProposalId } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSharedAttempts } from '../identity/shared-attempts.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { statusBrowser, type StatusBrowser } from '../testing/status-browser.ts';
import { openCase, staffDoes } from '../testing/status-case.ts';

let server: TestServer;
let customer: StatusBrowser;

beforeAll(async () => {
  server = await startTestServer();
  customer = statusBrowser(server);
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

describe('opening the link', () => {
  it('shows how things stand, without a script, kept by nobody, within 30 kB', async () => {
    const found = await openCase(server.opened, {
      slug: 'centaur',
      packageId: 'extended',
      priority: 'critical',
    });
    const response = await customer.get(found.path);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain('<h1>Нет звонков</h1>');
    expect(text).toContain(`№${found.number}`);
    expect(text).toContain('Ход за поддержкой');
    expect(text).toContain('Реакция');
    expect(text).toContain('<b>Правило CN-TIME</b>');
    expect(text).toContain('Критический — назван вами');
    expect(text).toContain('Расширенный');
    expect(text).not.toContain('<script');
    expect(gzipSync(text).length).toBeLessThan(30_000);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('answers every wrong link alike', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const other = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const token = found.path.split('/').at(-1) ?? '';
    const wrong = [
      `/t/centaur/${other.number}-${token.split('-')[1]}`,
      `/t/optima/${token}`,
      `/t/nobody/${token}`,
      `/t/centaur/999999-${token.split('-')[1]}`,
      `/t/centaur/${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`,
      `/t/centaur/${token}x`,
      '/t/centaur/1',
      '/t/centaur/%00',
      '/t/centaur',
      `${found.path}/files/${other.attachmentId}`,
      `${found.path}/files/nothing`,
    ];
    const bodies = new Set<string>();
    for (const path of wrong) {
      const response = await customer.get(path);
      expect([path, response.status]).toEqual([path, 404]);
      bodies.add((await response.text()).replaceAll(/nonce="[^"]+"/g, ''));
    }
    expect(bodies.size).toBe(1);
    expect(
      (
        await customer.send(`/t/centaur/999999-${token.split('-')[1]}`, 'answer', {
          text: 'x',
          key: found.ticketId,
        })
      ).status,
    ).toBe(404);
  });

  it('gives a token for letters no page', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const { ticketToken } = await import('../tokens/ticket-token.ts');
    const thread = ticketToken(server.opened.context.secret, 'thread', found.number, {
      deskId: found.deskId,
      ticketId: found.ticketId,
      recipient: found.email,
    });
    expect((await customer.get(`/t/centaur/${thread}`)).status).toBe(404);
  });

  it('speaks English where the browser or the address asks for it', async () => {
    const { path } = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    expect(await (await customer.get(path, { 'accept-language': 'en-GB,en;q=0.9' })).text()).toContain(
      '<html lang="en">',
    );
    expect(await customer.page(`${path}?lang=en`)).toContain('It is support’s turn');
    expect(await (await customer.get(`${path}?lang=ru`, { 'accept-language': 'en' })).text()).toContain(
      '<html lang="ru">',
    );
  });

  it('shows the public conversation only: no notes, no addresses of staff; words of a proposal are the customer’s to read', async () => {
    const found = await openCase(server.opened, {
      slug: 'centaur',
      packageId: 'basic',
      priority: 'critical',
      quoted: '> canary-quoted',
    });
    await staffDoes(server.opened, found, { type: 'AddNote' }, { kind: 'note', text: 'canary-note' });
    await staffDoes(
      server.opened,
      found,
      { type: 'RecordRobot', nature: 'auto-reply' },
      { kind: 'system', text: 'canary-system' },
    );
    await staffDoes(
      server.opened,
      found,
      { type: 'Reply' },
      {
        kind: 'reply',
        text: 'Смотрим **журнал** <img src=x onerror=alert(1)>',
        author: 'canary@desk.example',
      },
    );
    await staffDoes(
      server.opened,
      found,
      { type: 'ProposePriority', proposalId: server.opened.context.newId() as ProposalId, priority: 'low' },
      { kind: 'note', text: 'Работает резервный канал.' },
    );
    const text = await customer.page(found.path);
    for (const canary of ['canary-note', 'canary-system', 'canary@desk.example'])
      expect(text).not.toContain(canary);
    expect(text).toContain(
      '<details><summary>Показать цитату</summary><pre>&gt; canary-quoted</pre></details>',
    );
    expect(text).toContain('Смотрим <strong>журнал</strong> &lt;img');
    expect(text).toContain('Работает резервный канал.');
    expect(text).toContain('<b>Низкий</b>');
  });

  it('escapes whatever a customer sent, and gives files only to be kept', async () => {
    const attack = `</pre><script>alert(1)</script><img src=x onerror=alert(1)>"'`;
    const found = await openCase(server.opened, {
      slug: 'centaur',
      packageId: 'basic',
      subject: attack,
      text: attack,
      quoted: attack,
      fileName: `${attack}.markup`,
    });
    const text = await customer.page(found.path);
    expect(text).not.toMatch(/<(script|img)/);
    const file = await customer.get(`${found.path}/files/${found.attachmentId}`);
    expect(await file.text()).toBe('<script>file</script>');
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w%.~!-]+$/,
    );
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
  });
});

describe('foreign and broken requests', () => {
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, 303],
    [{ origin: 'null' }, 303],
  ])('a form with %j gets %i', async (headers, status) => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const response = await customer.send(found.path, 'answer', { text: 'Ответ', headers });
    expect(response.status).toBe(status);
    expect(await customer.messagesOf(found)).toHaveLength(status === 403 ? 1 : 2);
  });

  it('an answer is taken so often from one contact; one too many is told, and its text stays', async () => {
    const found = await openCase(server.opened, { slug: 'optima', packageId: '8x5x4' });
    // As another server of the installation would have counted them.
    const counted = createSharedAttempts({
      ...{ q: server.opened.context.db.plain, of: 'status-words', most: 120 },
      now: () => performance.now(),
    });
    const { length } = await Promise.all(
      Array.from({ length: 119 }, () => counted.attempt(found.contactId, '')),
    );
    expect(length).toBe(119);
    expect((await customer.send(found.path, 'answer', { text: 'Сто двадцатое' })).status).toBe(303);
    const refused = await customer.send(found.path, 'answer', { text: 'Лишнее' });
    expect(refused.status).toBe(429);
    const shown = await refused.text();
    expect(shown).toContain('Слишком много сообщений подряд');
    expect(shown).toContain('Лишнее</textarea>');
  });

  it('what is no form gets a page and nothing is kept', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const bodies: readonly (readonly [string, string])[] = [
      ['text/plain', 'x'],
      ['application/json', '{"text":"x"}'],
      ['application/json', '{'],
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=a', '--a\r\nContent-Disposition: form-data; name="text"\r\n\r\nhalf'],
    ];
    for (const [type, body] of bodies) {
      const response = await fetch(`${server.url}${found.path}/answer`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
        redirect: 'manual',
      });
      expect([type, response.status]).toEqual([type, 400]);
      expect(await response.text()).toContain('Не удалось прочитать форму');
    }
    expect((await customer.send(found.path, 'answer', { text: 'x', key: 'short' })).status).toBe(400);
    expect(await customer.messagesOf(found)).toHaveLength(1);
  });

  it('the address of a form leads back to the page', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const response = await customer.get(`${found.path}/answer?lang=en`);
    expect([response.status, response.headers.get('location')]).toEqual([303, `${found.path}?lang=en`]);
  });
});
