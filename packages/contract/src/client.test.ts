import { describe, expect, expectTypeOf, it } from 'vitest';
import { addressOf, call, ProblemError } from './client.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { typedText, lineText } from './schemas.ts';

interface Sent {
  readonly path: string;
  readonly init: RequestInit;
}

/** A network that answers one thing and remembers what it was asked. */
const network = (reply: Response): { readonly sent: Sent[]; readonly fetch: typeof fetch } => {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: (path, init) => {
      sent.push({ path: path instanceof Request ? path.url : path.toString(), init: init ?? {} });
      return Promise.resolve(reply);
    },
  };
};

const inDesk = { desk: 'centaur' };

describe('the typed client', () => {
  it('fills the address, the query and the headers', async () => {
    const net = network(Response.json({ version: 4 }));
    const reply = await call(
      net.fetch,
      endpoints.commandTicket,
      { params: { ...inDesk, number: 12 }, body: { command: 'take' } },
      { idempotencyKey: 'k', version: 3, language: 'en' },
    );
    expect(reply).toEqual({ version: 4 });
    expectTypeOf(reply).toEqualTypeOf<{ version: number }>();
    expect(net.sent[0]?.path).toBe('/api/desks/centaur/tickets/12/commands');
    expect(net.sent[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"command":"take"}',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': 'k',
        'if-match': '"3"',
        'accept-language': 'en',
      },
    });
  });

  it('escapes what stands in an address', () => {
    expect(addressOf(endpoints.getAttachment, { desk: 'a/b', attachmentId: '?#%' })).toBe(
      '/api/desks/a%2Fb/attachments/%3F%23%25',
    );
    expect(addressOf(endpoints.getCompanies, inDesk, { search: '100% & more', none: undefined })).toBe(
      '/api/desks/centaur/companies?search=100%25+%26+more',
    );
  });

  it('gives null for an answer without a body', async () => {
    expect(
      await call(network(new Response(null, { status: 204 })).fetch, endpoints.signOut, { params: {} }),
    ).toBeNull();
  });

  it('throws a refusal as the problem that it is', async () => {
    const problem = {
      type: 't',
      title: 'Нет',
      status: 409,
      detail: 'Сейчас нельзя',
      instance: '',
      requestId: 'r',
      code: 'state',
      allowed: ['take'],
    };
    const refused = call(network(Response.json(problem, { status: 409 })).fetch, endpoints.getQueueCounts, {
      params: inDesk,
    });
    await expect(refused).rejects.toThrow(ProblemError);
    await expect(refused).rejects.toMatchObject({ problem, message: 'Сейчас нельзя' });
  });

  it('does not compile against what the contract does not have', () => {
    const net = network(Response.json({}));
    // @ts-expect-error a body is wanted
    const withoutBody = () => call(net.fetch, endpoints.registerTicket, { params: inDesk });
    const params = { ...inDesk, number: 1 };
    const body = { command: 'close' } as const;
    // @ts-expect-error there is no such command
    const unknown = () => call(net.fetch, endpoints.commandTicket, { params, body });
    expect([withoutBody, unknown]).toHaveLength(2);
  });
});

const all = Object.entries(endpoints) as readonly (readonly [string, Endpoint])[];

describe('the contract', () => {
  it.each(all)('%s is named by its key and takes exactly the parameters of its address', (key, e) => {
    expect(e.id).toBe(key);
    expect([...e.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).toSorted()).toEqual(
      Object.keys(e.params.shape).toSorted(),
    );
    expect(e.path.startsWith('/api/')).toBe(true);
    if (e.path.includes('{desk}'))
      expect(
        e.path.startsWith('/api/portal/')
          ? ['customer']
          : ['staff', 'support', 'sales', 'seller', 'dispatcher', 'lead', 'administrator'],
      ).toContain(e.permission);
    // A change that sets what it names is the same the second time; a command is not.
    if (e.versioned === true && e.method === 'POST') expect(e.idempotent).toBe(true);
  });

  it('has one endpoint at an address and method', () => {
    expect(new Set(all.map(([, e]) => `${e.method} ${e.path.replace(/\{\w+\}/g, '{}')}`)).size).toBe(
      all.length,
    );
  });

  it.each(all.filter(([, e]) => e.body !== undefined))('%s refuses keys that it does not know', (_, e) => {
    // Of several commands the one that is meant is known by its name.
    const meant = [
      ...['take', 'suspend', 'choose-district', 'confirm'].map((command) => ({ command })),
      { what: 'one' },
    ];
    const issues = meant.flatMap(
      (one) => e.body?.safeParse({ ...one, surely: 'unknown' }).error?.issues ?? [],
    );
    expect(issues.some((i) => i.code === 'unrecognized_keys' && i.keys.includes('surely'))).toBe(true);
  });

  it('keeps no text that can not be kept, and no second line where one is meant', () => {
    for (const text of ['a\u0000', '\ud800', 'x'.repeat(11)])
      expect(typedText(10).safeParse(text).success).toBe(false);
    expect(typedText(10).safeParse('a\n\tb😀').success).toBe(true);
    for (const text of ['a\nb', 'a\rb', 'a\u2028b', 'a\u2029b', 'a\u0085b', '\u007f', 'a\u0000'])
      expect(lineText(10).safeParse(text).success).toBe(false);
    expect(lineText(10).safeParse('Ёлка\t😀').success).toBe(true);
  });
});
