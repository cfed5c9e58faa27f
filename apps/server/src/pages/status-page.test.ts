import { gzipSync } from 'node:zlib';
import type { ProposalId } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { openCase, staffDoes, type StatusCase } from '../testing/status-case.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${server.url}${path}`, { headers, redirect: 'manual' });
const page = async (path: string): Promise<string> => (await get(path)).text();
const keyOf = (text: string): string => /name="key" value="([^"]+)"/.exec(text)?.[1] ?? '';

interface Sent {
  readonly text?: string;
  readonly files?: readonly (readonly [string, Buffer])[];
  readonly fields?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

/** Fills in a form of the page and presses its button. */
const send = async (path: string, form: string, sent: Sent = {}): Promise<Response> => {
  const body = new FormData();
  body.set('key', sent.key ?? keyOf(await page(path)));
  if (sent.text !== undefined) body.set('text', sent.text);
  for (const [name, value] of Object.entries(sent.fields ?? {})) body.set(name, value);
  for (const [name, content] of sent.files ?? []) body.append('files', new Blob([new Uint8Array(content)]), name);
  return fetch(`${server.url}${path}/${form}`, { method: 'POST', body, headers: sent.headers ?? {}, redirect: 'manual' });
};

const stateOf = async ({ deskId, ticketId }: StatusCase): Promise<{ state: string; body: { priority: string | null; missingFields: string[] }; version: number }> => {
  const [row] = await server.opened.context.db.inDesk(deskId, (q) =>
    q.query<{ state: string; body: { priority: string | null; missingFields: string[] }; version: number }>('test-state', 'select state, body, version from ticket where desk_id = $1 and ticket_id = $2', [deskId, ticketId]),
  );
  if (row === undefined) throw new Error('no ticket');
  return row;
};

const messagesOf = ({ deskId, ticketId }: StatusCase): Promise<readonly { kind: string; text: string; files: number }[]> =>
  server.opened.context.db.inDesk(deskId, (q) =>
    q.query('test-messages', 'select kind, text, (select count(*) from attachment a where a.message_id = m.message_id) as files from message m where desk_id = $1 and ticket_id = $2 order by at, message_id', [deskId, ticketId]),
  );

const classify = (found: StatusCase, priority: string): Promise<void> =>
  staffDoes(server.opened, found, { type: 'Classify', ticketType: 'incident', priority, reasonMessageId: null }, null);
const resolve = (found: StatusCase): Promise<void> => staffDoes(server.opened, found, { type: 'Resolve' }, { kind: 'resolution', text: 'Исправили **маршрут**.' });
const resolvedOptima = async (): Promise<StatusCase> => {
  const found = await openCase(server.opened, { slug: 'optima', packageId: '8x5x4', priority: '2' });
  await classify(found, '2');
  await resolve(found);
  return found;
};

describe('opening the link', () => {
  it('shows how things stand, without a script, kept by nobody, within 30 kB', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'extended', priority: 'critical' });
    const response = await get(found.path);
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
    expect(Object.fromEntries(response.headers)).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow', 'x-content-type-options': 'nosniff' });
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
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 404]);
      bodies.add((await response.text()).replaceAll(/nonce="[^"]+"/g, ''));
    }
    expect(bodies.size).toBe(1);
    expect((await send(`/t/centaur/999999-${token.split('-')[1]}`, 'answer', { text: 'x', key: found.ticketId })).status).toBe(404);
  });

  it('gives a token for letters no page', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const { ticketToken } = await import('../tokens/ticket-token.ts');
    const thread = ticketToken(server.opened.context.secret, 'thread', found.number, { deskId: found.deskId, ticketId: found.ticketId, recipient: found.email });
    expect((await get(`/t/centaur/${thread}`)).status).toBe(404);
  });

  it('speaks English where the browser or the address asks for it', async () => {
    const { path } = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    expect(await (await get(path, { 'accept-language': 'en-GB,en;q=0.9' })).text()).toContain('<html lang="en">');
    expect(await page(`${path}?lang=en`)).toContain('It is support’s turn');
    expect(await (await get(`${path}?lang=ru`, { 'accept-language': 'en' })).text()).toContain('<html lang="ru">');
  });

  it('shows the public conversation only: no notes, no addresses of staff; words of a proposal are the customer’s to read', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic', priority: 'critical', quoted: '> canary-quoted' });
    await staffDoes(server.opened, found, { type: 'AddNote' }, { kind: 'note', text: 'canary-note' });
    await staffDoes(server.opened, found, { type: 'RecordRobot', nature: 'auto-reply' }, { kind: 'system', text: 'canary-system' });
    await staffDoes(server.opened, found, { type: 'Reply' }, { kind: 'reply', text: 'Смотрим **журнал** <img src=x onerror=alert(1)>', author: 'canary@desk.example' });
    await staffDoes(server.opened, found, { type: 'ProposePriority', proposalId: server.opened.context.newId() as ProposalId, priority: 'low' }, { kind: 'note', text: 'Работает резервный канал.' });
    const text = await page(found.path);
    for (const canary of ['canary-note', 'canary-system', 'canary@desk.example']) expect(text).not.toContain(canary);
    expect(text).toContain('<details><summary>Показать цитату</summary><pre>&gt; canary-quoted</pre></details>');
    expect(text).toContain('Смотрим <strong>журнал</strong> &lt;img');
    expect(text).toContain('Работает резервный канал.');
    expect(text).toContain('<b>Низкий</b>');
  });

  it('escapes whatever a customer sent, and gives files only to be kept', async () => {
    const attack = `</pre><script>alert(1)</script><img src=x onerror=alert(1)>"'`;
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic', subject: attack, text: attack, quoted: attack, fileName: `${attack}.html` });
    const text = await page(found.path);
    expect(text).not.toMatch(/<(script|img)/);
    const file = await get(`${found.path}/files/${found.attachmentId}`);
    expect(await file.text()).toBe('<script>file</script>');
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w%.~!-]+$/);
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
  });
});

describe('answering', () => {
  it('joins the conversation with its files, once however often it is sent', async () => {
    const found = await openCase(server.opened, { slug: 'optima', packageId: '8x5x4', priority: '2' });
    await classify(found, '2');
    await staffDoes(server.opened, found, { type: 'RequestInformation' }, { kind: 'information-request', text: 'Какая версия?' });
    const key = keyOf(await page(found.path));
    const sent = { text: 'Версия 4.2\u0000 \ud800', key, files: [['..\\..\\снимок\u202egnp.exe', Buffer.from('png')]] as const };
    const [first, second] = await Promise.all([send(found.path, 'answer', sent), send(found.path, 'answer', sent)]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.headers.get('location')).toBe(`${found.path}?done=answer`);
    const messages = await messagesOf(found);
    expect(messages.filter(({ kind }) => kind === 'customer')).toHaveLength(2);
    expect(messages.at(-1)).toEqual({ kind: 'customer', text: 'Версия 4.2 \ufffd', files: 1 });
    expect((await stateOf(found)).state).toBe('in-progress');
    const text = await page(`${found.path}?done=answer`);
    expect(text).toContain('Ответ отправлен.');
    expect(text).toContain('>снимокgnp.exe</a>');
    const other = await send(found.path, 'answer', { text: 'Другое', key });
    expect(other.status).toBe(422);
    const shown = await other.text();
    expect(shown).toContain('уже отправлен');
    expect(shown).toContain('\nДругое</textarea>');
    expect(keyOf(shown)).not.toBe(key);
  });

  it('reads answers to the intake questions in it, as in a letter', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    expect((await stateOf(found)).body.missingFields).toContain('level');
    expect((await send(found.path, 'answer', { text: 'Критичность: критический' })).status).toBe(303);
    expect((await stateOf(found)).body).toMatchObject({ priority: 'critical', missingFields: [] });
  });

  it('to a closed ticket registers a new one, linked, and says its number', async () => {
    const found = await resolvedOptima();
    await send(found.path, 'confirm');
    const key = keyOf(await page(found.path));
    const sent = { text: 'Снова не работает\nкак прежде', key, files: [['a.txt', Buffer.from('a')]] as const };
    const response = await send(found.path, 'answer', sent);
    const location = response.headers.get('location') ?? '';
    const number = Number(/n=(\d+)/.exec(location)?.[1]);
    expect(number).toBeGreaterThan(found.number);
    expect((await send(found.path, 'answer', sent)).headers.get('location')).toBe(location);
    const text = await page(location);
    const link = /<a href="([^"]+)">№/.exec(text)?.[1] ?? '';
    const next = await page(link);
    expect(next).toContain('<h1>Снова не работает</h1>');
    expect(next).toContain('как прежде');
    expect((await stateOf(found)).state).toBe('closed');
    const events = await server.opened.context.db.inDesk(found.deskId, (q) =>
      q.query<{ body: { relation: string; ticketId: string } }>('test-link', "select j.body from journal j join ticket t on t.desk_id = j.desk_id and t.ticket_id = j.stream_id where t.number = $1 and j.type = 'TicketLinked' and t.desk_id = $2", [number, found.deskId]),
    );
    expect(events.map(({ body }) => body)).toEqual([{ relation: 'follows', ticketId: found.ticketId }]);
  });

  it('shows no link to a ticket of somebody else, whatever number stands in the address', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const other = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    expect(await page(`${found.path}?done=continued&n=${other.number}`)).not.toContain('/t/centaur/' + other.number);
    expect(await page(`${found.path}?done=__proto__`)).not.toContain('role="status"');
  });

  it.each([
    ['nothing', { text: '  \n ' }, 422, 'Напишите ответ или приложите файл.'],
    ['too long a text', { text: `начало ${'я'.repeat(50_001)}` }, 413, 'Текст длиннее 100 КБ'],
    ['eleven files', { text: 'начало', files: Array.from({ length: 11 }, (_, i) => [`${i}.txt`, Buffer.from('x')] as const) }, 413, 'Файлов больше десяти'],
    ['more than 50 MiB', { text: 'начало', files: [['a.bin', Buffer.alloc(26 * 1024 * 1024)], ['b.bin', Buffer.alloc(26 * 1024 * 1024)]] as const }, 413, 'больше 50 МБ'],
  ])('refuses %s and keeps what was typed', async (_, sent: Sent, status, says) => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const response = await send(found.path, 'answer', sent);
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(text).toContain(says);
    if (sent.text?.startsWith('начало') === true) expect(text).toContain('\nначало');
    expect(await messagesOf(found)).toHaveLength(1);
  });

  it('keeps no file of an answer that was refused', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const response = await send(found.path, 'object', { text: 'рано', files: [['a.txt', Buffer.from('a')]] });
    expect(response.status).toBe(409);
    const rows = await server.opened.context.db.inDesk(found.deskId, (q) => q.query<{ n: number }>('test-orphans', 'select count(*) as n from attachment where desk_id = $1 and message_id is null', [found.deskId]));
    expect(rows).toEqual([{ n: 0 }]);
  });
});

describe('the word on a solution', () => {
  it('confirms, and the ticket closes', async () => {
    const found = await resolvedOptima();
    const before = await page(found.path);
    expect(before).toContain('Подтвердить решение');
    expect(before).toContain('24:00 (МСК). Правило OW-9');
    expect((await send(found.path, 'confirm')).headers.get('location')).toBe(`${found.path}?done=confirm`);
    expect((await stateOf(found)).state).toBe('closed');
    const again = await send(found.path, 'confirm');
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('Заявка закрыта.');
  });

  it('objects only with a reason where the regulation wants one (OW-8), and the text and page stay', async () => {
    const found = await resolvedOptima();
    const refused = await send(found.path, 'object', { text: ' ' });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toMatch(/<p class="field-error" id="objection-fault" role="alert">Напишите, что не так[^<]*<\/p><textarea id="objection"[^>]*aria-invalid="true"/);
    expect((await stateOf(found)).state).toBe('resolved');
    expect((await send(found.path, 'object', { text: 'Гудков всё равно нет' })).headers.get('location')).toBe(`${found.path}?done=object`);
    expect((await stateOf(found)).state).toBe('in-progress');
    expect((await messagesOf(found)).at(-1)).toMatchObject({ kind: 'objection', text: 'Гудков всё равно нет' });
  });

  it('objects without one where it does not', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    await resolve(found);
    expect((await send(found.path, 'object', { text: '' })).status).toBe(303);
    expect((await stateOf(found)).state).toBe('in-progress');
  });
});

describe('a proposal', () => {
  const proposed = async (): Promise<{ found: StatusCase; proposal: string }> => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic', priority: 'critical' });
    const proposal = server.opened.context.newId();
    await staffDoes(server.opened, found, { type: 'ProposePriority', proposalId: proposal as ProposalId, priority: 'low' }, { kind: 'note', text: 'Почему' });
    return { found, proposal };
  };

  it('is accepted: the priority moves; a second answer is refused', async () => {
    const { found, proposal } = await proposed();
    expect(await page(found.path)).toContain('После согласия');
    expect((await send(found.path, 'proposal', { fields: { proposal, choice: 'accept' } })).headers.get('location')).toContain('done=accepted');
    expect((await stateOf(found)).body.priority).toBe('low');
    expect((await send(found.path, 'proposal', { fields: { proposal, choice: 'decline' } })).status).toBe(409);
  });

  it('is declined: all stays as it was; half an answer is none', async () => {
    const { found, proposal } = await proposed();
    expect((await send(found.path, 'proposal', { fields: { proposal, choice: 'maybe' } })).status).toBe(422);
    expect((await send(found.path, 'proposal', { fields: { proposal, choice: 'decline' } })).headers.get('location')).toContain('done=declined');
    expect((await stateOf(found)).body.priority).toBe('critical');
  });
});

describe('what is missing', () => {
  it('is told by fields, the priority by its list; unknown names are nothing', async () => {
    const found = await openCase(server.opened, { slug: 'optima', packageId: '8x5x4' });
    const text = await page(found.path);
    expect(text).toContain('name="priority" value="1"');
    expect((await send(found.path, 'fields', { fields: { 'field-nobody': 'x', priority: '9' } })).status).toBe(422);
    const [name] = /name="(field-[^"]+)"/.exec(text)?.slice(1) ?? [''];
    const response = await send(found.path, 'fields', { fields: { [name ?? '']: 'Ответ клиента', priority: '1' } });
    expect(response.status).toBe(303);
    const told = (await messagesOf(found)).at(-1)?.text ?? '';
    expect(told).toContain('Ответ клиента');
    expect(told).toContain('Приоритет 1');
    const after = await page(found.path);
    expect(after).not.toContain(`name="${name}"`);
    expect(after).toContain('Приоритет 1 — предполагаемый, назван вами');
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
    const response = await send(found.path, 'answer', { text: 'Ответ', headers });
    expect(response.status).toBe(status);
    expect(await messagesOf(found)).toHaveLength(status === 403 ? 1 : 2);
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
      const response = await fetch(`${server.url}${found.path}/answer`, { method: 'POST', headers: { 'content-type': type }, body, redirect: 'manual' });
      expect([type, response.status]).toEqual([type, 400]);
      expect(await response.text()).toContain('Не удалось прочитать форму');
    }
    expect((await send(found.path, 'answer', { text: 'x', key: 'short' })).status).toBe(400);
    expect(await messagesOf(found)).toHaveLength(1);
  });

  it('the address of a form leads back to the page', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const response = await get(`${found.path}/answer?lang=en`);
    expect([response.status, response.headers.get('location')]).toEqual([303, `${found.path}?lang=en`]);
  });
});
