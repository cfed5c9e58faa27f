import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addStaff } from '../testing/test-desk.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const WEBP = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WEBPVP8 ')]);

let server: TestServer;
let cookie: string;
let stranger: string;

beforeAll(async () => {
  server = await startTestServer();
  const join = async (slug: string) =>
    cookieOf(server, await addStaff(server.opened, slug, 'engineer', `engineer@${slug}.example`));
  cookie = await join('centaur');
  stranger = await join('optima');
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

const upload = async (name: string, type: string, content: Uint8Array): Promise<string> => {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)], { type }), name);
  const reply = await fetch(`${server.url}/api/desks/centaur/attachments`, {
    method: 'POST',
    body: form,
    headers: { cookie },
  });
  return ((await reply.json()) as { attachmentId: string }).attachmentId;
};
const preview = (attachmentId: string, as = cookie, desk = 'centaur'): Promise<RawReply> =>
  rawRequest(server.url, `/api/desks/${desk}/attachments/${attachmentId}/preview`, {
    headers: { cookie: as },
  });

describe('the preview of a file', () => {
  it.each([
    ['shot.png', 'image/png', PIXEL, 'image/png'],
    // What it says of itself does not count, neither way.
    ['shot.txt', 'text/html', PIXEL, 'image/png'],
    ['photo.jpg', 'image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'image/jpeg'],
    ['moving.gif', 'image/gif', Buffer.from('GIF89a000'), 'image/gif'],
    ['shot.webp', 'image/webp', WEBP, 'image/webp'],
  ])(
    'shows %s of type %s by its first bytes, and nothing in it can run',
    async (name, type, content, shown) => {
      const reply = await preview(await upload(name, type, content));
      expect(reply.status).toBe(200);
      expect(reply.body.equals(content)).toBe(true);
      expect(reply.headers).toMatchObject({
        'content-type': shown,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-store',
      });
      expect(reply.headers['content-disposition']).toMatch(/^inline; /);
    },
  );

  it.each([
    ['page.html', 'image/png', Buffer.from('<script>alert(1)</script>')],
    ['drawing.svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['almost.png', 'image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    [
      'sound.wav',
      'image/webp',
      Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WAVEfmt ')]),
    ],
    ['empty.png', 'image/png', Buffer.alloc(0)],
  ])('of %s, which is no picture, is not there', async (name, type, content) => {
    expectProblem(await preview(await upload(name, type, content)), 'not-found');
  });

  it('of a file of another desk, or of nobody, is not there', async () => {
    const attachmentId = await upload('shot.png', 'image/png', PIXEL);
    expectProblem(await preview(attachmentId, stranger), 'not-found');
    expectProblem(await preview(attachmentId, stranger, 'optima'), 'not-found');
    expectProblem(await preview(newId()), 'not-found');
  });
});
