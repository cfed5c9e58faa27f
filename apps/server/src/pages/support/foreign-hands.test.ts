import type { CompanyId } from '@reglament/desk';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { insertCompanyRecord } from '../../store/companies.ts';
import { EVEN_MS } from './even-answer.ts';
import { typedBy } from '../../testing/register-on-page.ts';
import { openStillDesk, type StillDesk } from '../../testing/still-desk.ts';
import { openSupportBrowser, type SupportBrowser } from '../../testing/support-browser.ts';
import { innOf, supportCustomer } from '../../testing/support-customer.ts';

let still: StillDesk;
let browser: SupportBrowser;

beforeAll(async () => {
  still = await openStillDesk('2025-02-03 10:00');
});
beforeEach(async () => {
  await browser?.close();
  browser = await openSupportBrowser(still);
});
afterAll(async () => {
  expect(still.errors).toEqual([]);
  await browser.close();
  await still.stop();
});

const ownPage = async (slug: string, email: string) => {
  await browser.send(`/c/${slug}`, `/c/${slug}/link`, { email });
  return browser.link(email);
};

it('a stranger’s address gets one letter a day for questions that somebody typed', async () => {
  const email = 'victim@far.example';
  for (let i = 0; i < 4; i += 1) {
    await browser.send('/c/shtrih-m/buy', '/c/shtrih-m/buy', {
      text: 'EVIL text',
      topic: 'support',
      company: 'EVIL',
      inn: innOf(5),
      kpp: '',
      name: 'EVIL',
      email,
      phone: '',
      key: still.context.newId(),
    });
    still.pass(3_600_000);
  }
  const letters = await browser.letters(email);
  expect(JSON.stringify(letters)).not.toContain('EVIL');
  expect(letters).toHaveLength(1);
});

it('a stranger’s address gets six links a day', async () => {
  const email = 'victim2@far.example';
  for (let i = 0; i < 10; i += 1) {
    expect((await browser.send('/c/shtrih-m', '/c/shtrih-m/link', { email })).statusCode).toBe(303);
    still.pass(1_800_000);
  }
  expect(await browser.letters(email)).toHaveLength(6);
  still.pass(24 * 3_600_000);
  await browser.send('/c/shtrih-m', '/c/shtrih-m/link', { email });
  expect(await browser.letters(email)).toHaveLength(7);
});

it('a mailbox of sales gets ten letters an hour, however many forms are sent; every question stands in the list', async () => {
  await still.rows(`update desk set sales_address = 'sales@alteroffice.example' where slug = 'alteroffice'`);
  const ask = async (n: number) => {
    // Forms are counted by the application: whoever sends many has many networks.
    if (n % 5 === 0) {
      await browser.close();
      browser = await openSupportBrowser(still);
    }
    await browser.send('/c/alteroffice/buy', '/c/alteroffice/buy', {
      text: 'Сколько стоит?',
      topic: 'support',
      company: `Компания ${n}`,
      inn: '7707083893',
      kpp: '770701001',
      name: 'x',
      email: `asks-${n}@far.example`,
      phone: '',
      key: still.context.newId(),
    });
  };
  for (let n = 0; n < 13; n += 1) await ask(n);
  const toSales = async () => (await browser.letters('info@almi-partner.ru')).length;
  expect(await toSales()).toBe(10);
  const [count] = await still.rows<{ asked: number }>(
    `select count(*)::int as asked from inquiry i join contact c on c.desk_id = i.desk_id and c.contact_id = i.contact_id where c.email like 'asks-%'`,
  );
  expect(count?.asked).toBe(13);
  still.pass(3_600_001);
  await ask(13);
  expect(await toSales()).toBe(11);
  await still.rows(`update desk set sales_address = null where slug = 'alteroffice'`);
});

it('a customer’s own address gets twenty links a day, whoever asks for them', async () => {
  const { email } = await supportCustomer(still, 'shtrih-m', 'free');
  for (let i = 0; i < 24; i += 1) {
    await browser.send('/c/shtrih-m', '/c/shtrih-m/link', { email });
    still.pass(1_500_000);
  }
  expect(await browser.letters(email)).toHaveLength(20);
  still.pass(24 * 3_600_000);
  await browser.send('/c/shtrih-m', '/c/shtrih-m/link', { email });
  expect(await browser.letters(email)).toHaveLength(21);
});

it('of several companies the one that was chosen registers the key', async () => {
  const one = await supportCustomer(still, 'shtrih-m', null);
  const deskId = still.desk('shtrih-m');
  const second = still.context.newId() as CompanyId;
  await still.context.db.inDesk(deskId, async (q) => {
    const record = {
      name: 'ЯЯ второй',
      inn: one.inn,
      kpp: '770702002',
      ogrn: null,
      district: null,
      city: '',
    };
    await insertCompanyRecord(q, deskId, second, record);
    await q.query(
      't-speaks',
      'insert into contact_of_company (desk_id, contact_id, company_id, listed) values ($1,$2,$3,true)',
      [deskId, one.contactId, second],
    );
    await q.query('t-inn', 'update company set inn = null, kpp = null where company_id = any($1)', [
      [one.companyId, second],
    ]);
  });
  const path = await ownPage('shtrih-m', one.email);
  const done = await browser.send(path, `${path}/register`, {
    number: 'SM-77-0001',
    what: 'key',
    company: second,
  });
  expect(done.headers.location).toContain('done=begun');
  const rows = await still.rows('select company_id from certificate where number = $1', ['SM-77-0001']);
  expect(rows).toEqual([{ company_id: second }]);
});

it('one act named twice at once is one request', async () => {
  const known = await supportCustomer(still, 'shtrih-m', 'paid', 20);
  const path = await ownPage('shtrih-m', known.email);
  const rows = await still.rows<{ certificate_id: string }>(
    'select certificate_id from certificate where number = $1',
    [known.number],
  );
  const certificate = rows[0]?.certificate_id ?? '';
  const sent = await Promise.all(
    [1, 2, 3, 4].map(() =>
      browser.send(path, `${path}/renew`, {
        certificate,
        act: 'A-1',
        issuer: 'vendor',
        names: 'yes',
        months: '12',
        step: 'send',
        key: still.context.newId(),
      }),
    ),
  );
  expect(sent.map((s) => s.statusCode).toSorted()).toEqual([303, 409, 409, 409]);
  const same = still.context.newId();
  const sent2 = await Promise.all(
    [1, 2, 3, 4].map(() =>
      browser.send(path, `${path}/renew`, {
        certificate,
        act: 'A-2',
        issuer: 'vendor',
        names: 'yes',
        months: '12',
        step: 'send',
        key: same,
      }),
    ),
  );
  expect(sent2.map((s) => s.statusCode)).toEqual([303, 303, 303, 303]);
  expect(await still.rows('select 1 from named_act', [])).toHaveLength(2);
});

it('a certificate of another company is as little there as one of nobody, byte for byte', async () => {
  const [mine, theirs] = [
    await supportCustomer(still, 'shtrih-m', 'paid', 20),
    await supportCustomer(still, 'shtrih-m', 'paid', 20),
  ];
  const path = await ownPage('shtrih-m', mine.email);
  const rows = await still.rows<{ certificate_id: string }>(
    'select certificate_id from certificate where number = $1',
    [theirs.number],
  );
  const certificate = rows[0]?.certificate_id ?? '';
  const answers = [];
  for (const id of [certificate, still.context.newId()]) {
    for (const [form, more] of [
      ['intent', {}],
      ['renew', { act: 'A-9', months: '12' }],
      ['renew', { act: 'A-9', months: '12', step: 'send' }],
    ] as const) {
      const a = await browser.send(path, `${path}/${form}`, { certificate: id, ...more });
      expect(a.statusCode).toBe(404);
      expect(a.body).not.toContain(theirs.company);
      answers.push(a.body.replaceAll(/nonce="[^"]+"|value="[^"]+"/g, ''));
    }
  }
  expect(answers.slice(0, 3)).toEqual(answers.slice(3));
  const buy = await browser.send(path, `${path}/buy`, { text: 'q', company: theirs.companyId });
  expect(buy.statusCode).toBe(303);
  expect(await still.rows('select 1 from inquiry where company_id = $1', [theirs.companyId])).toHaveLength(0);
});

it('a link that is bent, cut, of another desk or of an address that changed opens nothing', async () => {
  const known = await supportCustomer(still, 'shtrih-m', 'paid');
  const path = await ownPage('shtrih-m', known.email);
  expect((await browser.get(path)).statusCode).toBe(200);
  for (const wrong of [
    path.replace('shtrih-m', 'flat'),
    `/c/shtrih-m/${path.split('/').at(-1)?.toUpperCase()}`,
    `${path}%00`,
    `${path}/`,
    `${path}%20`,
    `${path}a`,
    '/c/shtrih-m/%ff',
    '/c/%ff/x',
    `/c/shtrih-m/${'a'.repeat(5000)}`,
    '/c/shtrih-m/__proto__',
    '/c/__proto__',
    '/c/constructor/register',
    path.replace('/shtrih-m/', '/shtrih-m/confirm/'),
    path.replace('/c/', '/t/'),
  ]) {
    const a = await browser.get(wrong);
    expect([wrong.slice(0, 60), a.statusCode >= 400 && a.statusCode < 500]).toEqual([
      wrong.slice(0, 60),
      true,
    ]);
    expect(a.body).not.toContain(known.company);
  }
  await still.rows("update contact set email = 'moved@x.example' where contact_id = $1 returning 1 as x", [
    known.contactId,
  ]);
  expect((await browser.get(path)).statusCode).toBe(404);
});

it('a form of another site is refused, also where no link is asked for', async () => {
  const known = await supportCustomer(still, 'shtrih-m', 'paid');
  const path = await ownPage('shtrih-m', known.email);
  const foreign: readonly Readonly<Record<string, string>>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'https://desk.example.evil.example' },
  ];
  for (const headers of foreign)
    for (const [action, at] of [
      [`${path}/buy`, path],
      ['/c/shtrih-m/link', '/c/shtrih-m'],
      ['/c/shtrih-m/register', '/c/shtrih-m/register'],
      ['/c/shtrih-m/buy', '/c/shtrih-m/buy'],
    ] as const) {
      const a = await browser.send(at, action, { text: 'x', email: 'a@b.example' }, headers);
      expect([action.slice(-10), JSON.stringify(headers), a.statusCode]).toEqual([
        action.slice(-10),
        JSON.stringify(headers),
        403,
      ]);
    }
});

it('whatever stands in the query of one’s own page is text or nothing (R19)', async () => {
  const known = await supportCustomer(still, 'shtrih-m', 'paid');
  const path = await ownPage('shtrih-m', known.email);
  for (const q of [
    'ask=1&company=__proto__',
    'ask=1&priority=constructor&channel=__proto__&product=toString',
    'done=__proto__',
    'done=constructor',
    'done=kept&n=1',
    'done=act&n=99999999999999999',
    'lang=__proto__',
    'lang=en&lang=ru',
    'ask=1&ask=2',
    'n[]=1&done[]=act',
    'ask=1&company[]=x',
    '__proto__[x]=1&a[__proto__][y]=1',
    'done=kept&n=%00',
    'ask=1&product=%ED%A0%80',
    'sent=__proto__',
  ]) {
    const a = await browser.get(`${path}?${q}`);
    expect([q.slice(0, 40), a.statusCode]).toEqual([q.slice(0, 40), 200]);
    expect(a.body).not.toMatch(/\[object|undefined|function /);
  }
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

it('one key begins one support, however it is typed and by whomever, also at once', async () => {
  const [one, other] = [
    await supportCustomer(still, 'shtrih-m', null),
    await supportCustomer(still, 'shtrih-m', null),
  ];
  const paths = [await ownPage('shtrih-m', one.email), await ownPage('shtrih-m', other.email)];
  // The last is typed in the other alphabet.
  const spellings = ['SM-99-7001', 'sm997001', '№ SM.99.7001', 'SM\u201199\u20137001', 'SМ 99\u00a07001'];
  const sent = await Promise.all(
    spellings.map((number, at) => {
      const path = paths[at % 2] ?? '';
      return browser.send(path, `${path}/register`, { number, what: 'key', key: still.context.newId() });
    }),
  );
  expect(sent.map(({ statusCode }) => statusCode)).toEqual(Array(5).fill(303));
  expect(sent.filter(({ headers }) => String(headers.location).includes('done=begun'))).toHaveLength(1);
  expect(
    await still.rows('select 1 from certificate where company_id = any($1)', [
      [one.companyId, other.companyId],
    ]),
  ).toHaveLength(1);
});

it('of keys that one company invents twenty a day begin by themselves, the rest are looked at', async () => {
  const one = await supportCustomer(still, 'shtrih-m', null);
  const path = await ownPage('shtrih-m', one.email);
  const ends: string[] = [];
  for (let n = 1; n <= 22; n += 1) {
    const done = await browser.send(path, `${path}/register`, { number: `ZZ-${1000 + n}`, what: 'key' });
    ends.push(/done=([a-z]+)/u.exec(done.headers.location ?? '')?.[1] ?? '');
  }
  expect(ends.filter((end) => end === 'begun')).toHaveLength(20);
  expect(ends.slice(20)).toEqual(['kept', 'kept']);
});

it('whether an address is known is not to be told by the time of the answer (R13)', async () => {
  const known = await supportCustomer(still, 'shtrih-m', 'paid');
  for (const email of [known.email, 'nobody-knows@far.example'])
    for (const form of ['link', 'register', 'buy']) {
      const key = still.context.newId();
      const typed = { ...typedBy(email), text: 'x', topic: 'support', key };
      const started = performance.now();
      const answer = await browser.send('/c/shtrih-m', `/c/shtrih-m/${form}`, typed);
      expect([form, answer.statusCode]).toEqual([form, 303]);
      // Timers may fire a millisecond early.
      expect(performance.now() - started).toBeGreaterThanOrEqual(EVEN_MS - 2);
    }
});
