import type { ContactId } from '@reglament/desk';
import type { LocalDate } from '@reglament/working-time';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStillDesk, type StillDesk } from '../../testing/still-desk.ts';
import { openSupportBrowser, type SupportBrowser } from '../../testing/support-browser.ts';
import { type SupportCustomer, supportCustomer } from '../../testing/support-customer.ts';
import { addStaff } from '../../testing/test-desk.ts';
import { ticketToken } from '../../tokens/ticket-token.ts';
import { mergeCompanies, unmergeCompany } from '../../use-cases/merge-companies.ts';
import { issueCertificateByStaff } from '../../use-cases/issue-certificate-by-staff.ts';

let still: StillDesk;
let browser: SupportBrowser;

beforeAll(async () => {
  still = await openStillDesk('2025-02-03 10:00');
});
// Forms are counted by the application: each test has its own.
beforeEach(async () => {
  await browser?.close();
  browser = await openSupportBrowser(still);
});
afterAll(async () => {
  expect(still.errors).toEqual([]);
  await browser.close();
  await still.stop();
});

/** The page that the letter opens. */
const openPage = async (slug: string, { email }: SupportCustomer): Promise<string> => {
  await browser.send(`/c/${slug}`, `/c/${slug}/link`, { email });
  return browser.link(email);
};

const certificateOf = async ({ number }: SupportCustomer) => {
  const [row] = await still.rows<{ certificate_id: string; body: Record<string, unknown> }>(
    'select certificate_id, body from certificate where number = $1',
    [number],
  );
  if (row === undefined) throw new Error('no certificate');
  return row;
};

/** A year of support, begun on a date. */
const boughtOnFlat = async (begun: string): Promise<SupportCustomer> => {
  const known = await supportCustomer(still, 'flat', null);
  const staff = await addStaff(still.opened, 'flat', 'lead', `lead-${known.contactId}@flat.example`);
  const outcome = await issueCertificateByStaff(still.context, {
    deskId: still.desk('flat'),
    companyId: known.companyId,
    personId: staff.personId,
    draft: {
      number: known.number,
      packageId: '24x7',
      products: null,
      installationType: null,
      quantity: 5,
      term: { count: 12, unit: 'months' },
      namedStart: begun as LocalDate,
      dates: { sale: begun as LocalDate },
      figures: {},
      bought: [],
      visitsPerTicket: null,
    },
    idempotency: { key: still.context.newId(), requestHash: 'x' },
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return known;
};

const plain = (page: string): string => page.replaceAll(/nonce="[^"]+"/g, '');

describe('the page', () => {
  it('shows what is covered, how long, what is promised by which rule, and what became of it; without a script', async () => {
    const known = await supportCustomer(still, 'alteroffice', 'extended');
    const path = await openPage('alteroffice', known);
    const answer = await browser.get(path);
    const page = answer.body;
    for (const words of [
      known.company,
      `№ ${known.number}`,
      'Действует по вс 30.11.2025',
      'осталось 300 дней',
      'все продукты',
      'почта',
      'телефон',
      'Что обещано',
      'Услуги пакета',
      'по прайсу на год',
      'Перенесён как был',
      'Правило AO-',
      'mailto:support@alteroffice.example',
      known.email,
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('<script');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(await browser.page(`${path}?lang=en`)).toContain('What is promised');
  });

  it('promises nothing of what is over, and tells of acts only where an act opens the support', async () => {
    const over = await browser.page(await openPage('flat', await boughtOnFlat('2023-12-01')));
    expect(over).toContain('Закончился');
    for (const promise of ['Что обещано', 'Услуги пакета']) expect(over).not.toContain(promise);
    const free = await browser.page(
      await openPage('shtrih-m', await supportCustomer(still, 'shtrih-m', 'free')),
    );
    expect(free).toContain('Сам он не продлевается');
    expect(free).not.toContain('акт партнёра не подходит');
  });

  it('is closed after a day, to the token of a ticket, to another desk and to a changed address, all alike', async () => {
    const known = await supportCustomer(still, 'alteroffice', 'basic');
    const path = await openPage('alteroffice', known);
    const over = plain((await browser.get('/c/alteroffice/x')).body);
    const thread = ticketToken(still.context.secret, 'status', 1, {
      deskId: still.desk('alteroffice'),
      ticketId: known.contactId as never,
      recipient: known.email,
    });
    for (const wrong of [
      path.replace('alteroffice', 'centaur'),
      `/c/alteroffice/confirm/${path.split('/').at(-1)}`,
      `/c/alteroffice/${thread}`,
      `${path.slice(0, -1)}${path.endsWith('a') ? 'b' : 'a'}`,
    ]) {
      const answer = await browser.get(wrong);
      expect([wrong, answer.statusCode, plain(answer.body)]).toEqual([wrong, 404, over]);
    }
    await still.rows(
      `update contact set email = 'new@buyer.example' where contact_id = $1 returning 1 as x`,
      [known.contactId],
    );
    expect((await browser.get(path)).statusCode).toBe(404);
    await still.rows(`update contact set email = $2 where contact_id = $1 returning 2 as x`, [
      known.contactId,
      known.email,
    ]);
    still.pass(24 * 3_600_000 - 1000);
    expect((await browser.get(path)).statusCode).toBe(200);
    still.pass(1000);
    const late = await browser.get(path);
    expect([late.statusCode, plain(late.body)]).toEqual([404, over]);
    expect((await browser.send(path, `${path}/intent`, { key: still.context.newId() })).statusCode).toBe(404);
  });

  it('never shows or touches what belongs to another company', async () => {
    const [mine, theirs] = [
      await supportCustomer(still, 'flat', '8x5'),
      await supportCustomer(still, 'flat', '24x7'),
    ];
    const path = await openPage('flat', mine);
    const foreign = (await certificateOf(theirs)).certificate_id;
    const before = await certificateOf(theirs);
    const bodies = [await browser.page(path)];
    for (const [form, typed] of [
      ['intent', { certificate: foreign }],
      ['renew', { certificate: foreign, act: 'A-1', months: '12', names: 'yes', step: 'check' }],
      ['renew', { certificate: foreign, act: 'A-1', months: '12', names: 'yes', step: 'send' }],
    ] as const) {
      const answer = await browser.send(path, `${path}/${form}`, typed);
      expect(answer.statusCode).toBe(404);
      bodies.push(answer.body);
    }
    const asked = await browser.page(`${path}?ask=1&company=${theirs.companyId}`);
    bodies.push(asked);
    expect(asked).not.toContain('Почему решено так');
    const kept = await browser.send(path, `${path}/register`, {
      number: theirs.number,
      company: theirs.companyId,
    });
    expect(kept.headers.location).toContain('done=kept');
    bodies.push(await browser.page(String(kept.headers.location)));
    for (const body of bodies)
      for (const canary of [theirs.company, `№ ${theirs.number}`, theirs.email, theirs.inn])
        expect(body).not.toContain(canary);
    expect(await certificateOf(theirs)).toEqual(before);
  });
});

describe('the wish to renew (FL-LOYAL, R11)', () => {
  it('is told with its consequences before, declared once, and on record', async () => {
    const known = await boughtOnFlat('2024-02-24');
    const path = await openPage('flat', known);
    const { certificate_id: certificate } = await certificateOf(known);
    const page = await browser.page(path);
    expect(page).toContain('Без заявления поддержка остановится после пн 24.02.2025.');
    expect(page).toContain('С ним она пойдёт дальше по сб 24.05.2025 на условиях прежнего пакета');
    expect(page).toContain('без перехода на новые версии');
    const key = still.context.newId();
    for (let i = 0; i < 2; i += 1) {
      const sent = await browser.send(path, `${path}/intent`, { certificate, key });
      expect([sent.statusCode, sent.headers.location]).toEqual([303, `${path}?done=intent`]);
    }
    expect((await certificateOf(known)).body).toMatchObject({ declaredAt: still.context.now() });
    const after = await browser.page(`${path}?done=intent`);
    expect(after).toContain('Намерение продлить записано.');
    expect(after).toContain('Заявлено намерение продлить');
    expect(after).not.toContain('Без заявления поддержка остановится');
    const again = await browser.send(path, `${path}/intent`, { certificate });
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain('Намерение продлить уже заявлено.');
  });
});

describe('renewing by an act (SH-P-RENEW)', () => {
  const act = (certificate: string, more: Readonly<Record<string, string>> = {}) => ({
    certificate,
    act: '17-ТП',
    issuer: 'vendor',
    names: 'yes',
    months: '12',
    step: 'check',
    ...more,
  });

  it('is shown before it is sent, and sent once; the moment is on record', async () => {
    const known = await supportCustomer(still, 'shtrih-m', 'paid', 40);
    const path = await openPage('shtrih-m', known);
    const { certificate_id: certificate } = await certificateOf(known);
    const preview = await browser.send(path, `${path}/renew`, act(certificate));
    expect(preview.statusCode).toBe(200);
    expect(preview.body).toContain('Проверьте перед отправкой');
    expect(preview.body).toContain('Остаток прежнего срока (40 дней) не прибавится.');
    expect(await still.rows('select 1 as none from named_act')).toHaveLength(0);
    const sent = await browser.send(path, `${path}/renew`, act(certificate, { step: 'send' }));
    expect(sent.statusCode).toBe(303);
    const number = Number(/n=(\d+)/.exec(String(sent.headers.location))?.[1]);
    const page = await browser.page(String(sent.headers.location));
    expect(page).toMatch(new RegExp(`Акт принят к продлению.*/t/shtrih-m/${number}-`));
    // It stays on the card for as long as staff have it.
    const waits = `если он подойдёт, новый срок пойдёт с этого момента. Заявка: №${number}.`;
    expect(page).toContain(waits);
    expect(await browser.page(path)).toContain(waits);
    const [row] = await still.rows<{ subject: string; channel: string; company: string; named: string }>(
      `select t.subject, t.body ->> 'channel' as channel, t.company_id as company, (extract(epoch from a.named_at) * 1000)::bigint::text as named
       from ticket t join named_act a on a.ticket_id = t.ticket_id where t.number = $1 and a.act_number = '17-TП'`,
      [number],
    );
    expect(row).toEqual({
      subject: `Продление сертификата ${known.number} по акту 17-ТП`,
      channel: 'portal',
      company: known.companyId,
      named: String(still.context.now()),
    });
    // However it is written, the same act is not sent twice.
    const again = await browser.send(
      path,
      `${path}/renew`,
      act(certificate, { act: '№ 17-тп', step: 'send' }),
    );
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain(`Этот акт вы уже называли. Заявка: №${number}.`);
    expect(again.body).toContain('value="№ 17-тп"');
  });

  it('refuses a partner’s act, one without the support, one that served somebody, and keeps what was typed', async () => {
    const [known, other] = [
      await supportCustomer(still, 'shtrih-m', 'paid'),
      await supportCustomer(still, 'shtrih-m', 'paid'),
    ];
    const path = await openPage('shtrih-m', known);
    const { certificate_id: certificate } = await certificateOf(known);
    await still.rows(
      `insert into certificate_act (desk_id, act_number, certificate_id) select desk_id, '18-TП', certificate_id from certificate where number = $1 returning 1 as x`,
      [other.number],
    );
    for (const [more, words] of [
      [{ issuer: 'partner' }, 'акт партнёра не годится'],
      [{ names: '' }, 'В акте не названа поддержка'],
      [{ act: '18-ТП' }, 'По этому акту уже продлевали'],
    ] as const) {
      const answer = await browser.send(path, `${path}/renew`, act(certificate, more));
      expect([words, answer.statusCode]).toEqual([words, 409]);
      expect(answer.body).toContain(words);
      expect(answer.body).toContain('Правило SH-P-ACT');
      expect(answer.body).toContain(`value="${'act' in more ? more.act : '17-ТП'}"`);
      expect(answer.body).not.toContain(other.number);
    }
    for (const [more, words] of [
      [{ act: ' ' }, 'Напишите номер акта.'],
      [{ months: '0' }, 'Укажите целое число месяцев'],
    ] as const) {
      const answer = await browser.send(path, `${path}/renew`, act(certificate, more));
      expect([words, answer.statusCode]).toEqual([words, 422]);
      expect(answer.body).toContain(words);
    }
    expect(
      await still.rows('select 1 as any from ticket where company_id = $1', [known.companyId]),
    ).toHaveLength(0);
  });
});

describe('may I ask?', () => {
  it('answers as the desk would: served with its deadline and rule, or the reason and the next step; nothing is kept', async () => {
    const known = await supportCustomer(still, 'alteroffice', 'basic');
    const path = await openPage('alteroffice', known);
    const yes = await browser.page(`${path}?ask=1&channel=email&product=AText`);
    expect(yes).toContain('Да, вопрос будет покрыт');
    expect(yes).toMatch(/Если написать сейчас:.*<b>Реакция<\/b>: до/s);
    expect(yes).toContain('Правило AO-4.1-reaction');
    const no = await browser.page(`${path}?ask=1&channel=phone`);
    expect(no).toContain('Нет, так вопрос не покрыт');
    expect(no).toContain('не принимает заявки по этому каналу');
    expect(no).toMatch(/<option value="phone" selected>/);
    const gone = await supportCustomer(still, 'alteroffice', null);
    const bare = await openPage('alteroffice', gone);
    expect(await browser.page(`${bare}?ask=1`)).toContain('Сертификата поддержки нет');
    for (const odd of [
      '?ask=1&channel=pigeon',
      '?ask=1&channel=email&channel=phone',
      `?ask=1&company=${'x'.repeat(300)}`,
    ])
      expect((await browser.get(`${path}${odd}`)).statusCode).toBe(200);
    expect(
      await still.rows('select 1 as sum from ticket where company_id = any($1::uuid[])', [
        [known.companyId, gone.companyId],
      ]),
    ).toHaveLength(0);
  });
});

describe('two records of one company', () => {
  it('are one on the page once they are merged, and two again when that is undone', async () => {
    const [kept, gone] = [
      await supportCustomer(still, 'centaur', 'basic'),
      await supportCustomer(still, 'centaur', 'extended'),
    ];
    const staff = await addStaff(still.opened, 'centaur', 'lead', 'merging@centaur.example');
    const path = await openPage('centaur', kept);
    const ids = () => ({
      deskId: still.desk('centaur'),
      keptId: kept.companyId,
      goneId: gone.companyId,
      personId: staff.personId,
      idempotency: { key: still.context.newId(), requestHash: 'x' },
      clientAddress: '127.0.0.1',
      requestId: still.context.newId(),
    });
    expect(await browser.page(path)).not.toContain(gone.number);
    expect((await mergeCompanies(still.context, ids())).kind).toBe('done');
    const one = await browser.page(path);
    for (const number of [kept.number, gone.number]) expect(one).toContain(`№ ${number}`);
    expect(one).not.toContain(gone.company);
    // Whoever spoke for the record that is gone speaks for the one that was kept; its INN still means it.
    const theirs = await openPage('centaur', gone);
    expect(await browser.page(theirs)).toContain(kept.company);
    expect((await unmergeCompany(still.context, ids())).kind).toBe('done');
    expect(await browser.page(path)).not.toContain(gone.number);
    expect(await browser.page(theirs)).not.toContain(kept.number);
  });
});

describe('one’s own tickets', () => {
  it('are linked, others’ of the same company are not', async () => {
    const known = await supportCustomer(still, 'centaur', 'basic');
    const path = await openPage('centaur', known);
    const kept = await browser.send(path, `${path}/register`, { number: 'UNKNOWN-7' });
    const page = await browser.page(String(kept.headers.location));
    const url = /href="(\/t\/centaur\/[^"]+)"/.exec(page)?.[1] ?? '';
    expect((await browser.get(url)).statusCode).toBe(200);
    const colleague = still.context.newId() as ContactId;
    await still.rows(
      `insert into contact (desk_id, contact_id, company_id, email, name) values ($1, $2, $3, 'colleague@buyer.example', 'Иван') returning 1 as x`,
      [still.desk('centaur'), colleague, known.companyId],
    );
    const theirs = await openPage('centaur', { ...known, email: 'colleague@buyer.example' });
    expect(await browser.page(theirs)).not.toContain('/t/centaur/');
    const number = /n=(\d+)/.exec(String(kept.headers.location))?.[1] ?? '';
    expect(await browser.page(`${theirs}?done=kept&n=${number}`)).not.toContain('/t/centaur/');
  });
});
