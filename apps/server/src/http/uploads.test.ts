import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '../testing/expect-problem.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addStaff, deskIdOf } from '../testing/test-desk.ts';

let server: TestServer;
let cookie: string;
let colleague: string;

beforeAll(async () => {
  server = await startTestServer();
  cookie = await cookieOf(
    server,
    await addStaff(server.opened, 'centaur', 'engineer', 'engineer@centaur.example'),
  );
  colleague = await cookieOf(
    server,
    await addStaff(server.opened, 'centaur', 'engineer', 'colleague@centaur.example'),
  );
});

afterAll(() => server.stop());

const attachments = '/api/desks/centaur/attachments';

interface Part {
  readonly field?: string;
  readonly name: string | null;
  readonly type?: string;
  readonly content?: Uint8Array;
}

const upload = (...parts: readonly Part[]): Promise<RawReply> => {
  const boundary = `b${randomBytes(12).toString('hex')}`;
  const bytes = parts.flatMap((part) => {
    const name = part.name === null ? '' : `; filename="${part.name.replaceAll('"', '%22')}"`;
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${part.field ?? 'file'}"${name}\r\n${part.name === null ? '' : `content-type: ${part.type ?? 'text/plain'}\r\n`}\r\n`;
    return [Buffer.from(head), Buffer.from(part.content ?? Buffer.from('content')), Buffer.from('\r\n')];
  });
  return rawRequest(server.url, attachments, {
    method: 'POST',
    body: Buffer.concat([...bytes, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
};
const kept = (attachmentId: unknown) =>
  server.opened.context.db.inDesk(deskIdOf(server.opened, 'centaur'), (q) =>
    q.query<{ name: string; original_name: string }>(
      'test-file',
      'select name, original_name from attachment where attachment_id = $1',
      [attachmentId],
    ),
  );

describe('an uploaded file', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['C:\\Users\\Анна\\Отчёт.pdf', 'Отчёт.pdf'],
    ['report\u202Efdp.exe', 'reportfdp.exe'],
    ['\u200B.htaccess', 'htaccess'],
    ['CON', '_CON'],
    ['aux.txt', '_aux.txt'],
    ['cafe\u0301.txt', 'caf\u00e9.txt'],
    ['\uFF0E\uFF0E\uFF0Fx.txt', 'x.txt'],
    ['a\tb.txt', 'ab.txt'],
    ['...', 'file'],
    ['Снимок экрана.png', 'Снимок экрана.png'],
  ])('named %j is shown as %j, the name it came with is kept (R22)', async (name, shown) => {
    const reply = await upload({ name });
    expect(reply.status).toBe(201);
    expect(reply.json()).toMatchObject({ name: shown, size: 7 });
    const [row] = await kept(reply.json()['attachmentId']);
    expect(
      row?.original_name.normalize('NFC').endsWith(name.split(/[\\/]/).at(-1)?.normalize('NFC') ?? '?'),
    ).toBe(true);
  });

  it('with a name of 4 kB has 255 bytes of it shown, the extension too', async () => {
    const reply = await upload({ name: `${'я'.repeat(2000)}.pdf` });
    const { name } = reply.json() as { name: string };
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).toMatch(/^я+\.pdf$/);
  });

  it('of the same name twice is two files', async () => {
    const [one, two] = await Promise.all([
      upload({ name: 'log.txt', content: Buffer.from('1') }),
      upload({ name: 'log.txt', content: Buffer.from('2') }),
    ]);
    expect(one.json()['attachmentId']).not.toBe(two.json()['attachmentId']);
    expect([one.json()['name'], two.json()['name']]).toEqual(['log.txt', 'log.txt']);
  });

  it.each([
    ['page.html', 'text/html'],
    ['picture.svg', 'image/svg+xml'],
    ['run.exe', 'application/x-msdownload'],
    ['x.png', 'image/png'],
    ['odd.bin', 'text/html; charset=utf-8'],
    ['odder.bin', 'x'.repeat(300)],
  ])('%s (%s) is only ever saved, never shown', async (name, type) => {
    const content = Buffer.from('<script>alert(1)</script>');
    const { attachmentId } = (await upload({ name, type, content })).json() as { attachmentId: string };
    const reply = await rawRequest(server.url, `${attachments}/${attachmentId}`, { headers: { cookie } });
    expect(reply.status).toBe(200);
    expect(reply.headers['content-disposition']).toBe(
      `attachment; filename="${name}"; filename*=UTF-8''${name}`,
    );
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
    expect(reply.headers['content-security-policy']).toBe("sandbox; default-src 'none'");
    expect(reply.headers['cache-control']).toBe('private, no-store');
    expect(reply.body.equals(content)).toBe(true);
  });

  it('of 50 MiB comes back byte for byte; one byte more is refused and the connection ends', async () => {
    const content = randomBytes(50 * 1024 * 1024);
    const reply = await upload({ name: 'dump.bin', type: 'application/octet-stream', content });
    expect(reply.json()).toMatchObject({ size: content.length });
    const back = await rawRequest(server.url, `${attachments}/${String(reply.json()['attachmentId'])}`, {
      headers: { cookie },
    });
    expect(createHash('sha256').update(back.body).digest('hex')).toBe(
      createHash('sha256').update(content).digest('hex'),
    );
    const over = await upload({ name: 'dump.bin', content: Buffer.concat([content, Buffer.from('x')]) });
    expectProblem(over, 'too-large');
    expect(over.headers['connection']).toBe('close');
  });

  it('is the form’s only part', async () => {
    expectProblem(await upload({ name: 'a.txt' }, { field: 'deskId', name: null }), 'unknown-field');
    expectProblem(await upload({ field: 'deskId', name: null }, { name: 'a.txt' }), 'unknown-field');
    expectProblem(await upload({ field: 'other', name: 'a.txt' }), 'unknown-field');
    expectProblem(await upload({ name: 'a.txt' }, { name: 'b.txt' }), 'invalid-request');
    expectProblem(await upload(), 'invalid-request');
  });

  it('that was sent with nothing yet is its owner’s alone', async () => {
    const { attachmentId } = (await upload({ name: 'draft.txt' })).json() as { attachmentId: string };
    expectProblem(
      await rawRequest(server.url, `${attachments}/${attachmentId}`, { headers: { cookie: colleague } }),
      'not-found',
    );
  });

  it('cut off half way is no file', async () => {
    const reply = await rawRequest(server.url, attachments, {
      method: 'POST',
      body: '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf',
      headers: { cookie, 'content-type': 'multipart/form-data; boundary=b' },
    });
    expectProblem(reply, 'malformed-request');
    expectProblem(
      await rawRequest(server.url, attachments, {
        method: 'POST',
        body: 'x',
        headers: { cookie, 'content-type': 'multipart/form-data' },
      }),
      'malformed-request',
    );
  });
});

it('nothing of all this was a surprise to the server', () => {
  expect(server.errors).toEqual([]);
});
