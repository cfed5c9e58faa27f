import type { ContactId, TicketId } from '@reglament/desk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStillDesk, type StillDesk } from '../../testing/still-desk.ts';
import { openSupportBrowser, type SupportBrowser, type Typed } from '../../testing/support-browser.ts';
import { confirmRegistration, sendRegistration, typedBy } from '../../testing/register-on-page.ts';
import { addStaff } from '../../testing/test-desk.ts';
import { staffCommand } from '../../use-cases/staff-command.ts';
import { innOf, supportCustomer } from '../../testing/support-customer.ts';

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
  await browser.close();
  await still.stop();
});

const OTHER_INN = innOf(9002);

const customerOf = (slug: string, packageId: string | null) => supportCustomer(still, slug, packageId);

const register = (slug: string, typed: Typed) => sendRegistration(browser, slug, typed);
const registerAndConfirm = (slug: string, typed: Typed) => confirmRegistration(browser, slug, typed);

const ticketsOf = (email: string) =>
  still.rows<{ subject: string; body: { coverage: { kind: string } }; text: string }>(
    `select t.subject, t.body, m.text from ticket t join contact c on c.contact_id = t.contact_id join message m on m.ticket_id = t.ticket_id where c.email = $1`,
    [email],
  );

describe('a form that comes back', () => {
  it('says what is wrong with which field and keeps everything that was typed', async () => {
    const typed = {
      number: ' ',
      company: 'ООО «А & Б»',
      inn: '7707083894',
      kpp: '77',
      name: '',
      email: 'ivan@',
      phone: '12',
    };
    const answer = await register('alteroffice', typed);
    expect(answer.statusCode).toBe(422);
    for (const words of [
      'Напишите номер',
      'контрольная цифра',
      'Проверьте КПП',
      'как к вам обращаться',
      'Проверьте телефон',
      'адрес почты',
    ])
      expect(answer.body).toContain(words);
    expect(answer.body).toContain('value="ООО «А &amp; Б»"');
    expect(answer.body).toContain(`value="${typed.inn}"`);
    expect(answer.body.match(/aria-invalid="true"/g)).toHaveLength(6);
    expect(answer.body.match(/ autofocus/g)).toHaveLength(1);
    expect(answer.body).toMatch(/name="number"[^>]* autofocus/);
    expect(answer.body).not.toContain('<script');
  });

  it('is read as a form of ours only', async () => {
    const page = await browser.page('/c/alteroffice/register');
    expect(page).toContain('<h1>Зарегистрировать сертификат или ключ</h1>');
    expect(page).not.toContain('Ключ защиты</span>');
    expect(page).not.toContain('ключ защиты из поставки');
    expect(await browser.page('/c/alteroffice')).not.toContain('ключ защиты из поставки');
    expect(await browser.page('/c/shtrih-m')).toContain('либо ключ защиты из поставки');
    expect(await browser.page('/c/shtrih-m/register')).toContain('Ключ защиты</span>');
    const foreign = { 'sec-fetch-site': 'cross-site' };
    const typed = typedBy('ivan@nowhere.example');
    expect(
      (await browser.send('/c/alteroffice/register', '/c/alteroffice/register', typed, foreign)).statusCode,
    ).toBe(403);
    const json = await browser.send('/c/alteroffice/register', '/c/alteroffice/register', typed, {
      'content-type': 'application/json',
    });
    expect(json.statusCode).toBe(400);
    expect((await register('alteroffice', { ...typed, key: 'x' })).statusCode).toBe(400);
    expect((await browser.get('/c/nobody')).statusCode).toBe(404);
    expect((await browser.get('/c/alteroffice/what/ever/else')).statusCode).toBe(404);
  });
});

describe('known and unknown', () => {
  it('are answered alike, byte for byte, and a letter goes to the address in both cases', async () => {
    const known = await customerOf('alteroffice', 'basic');
    const stranger = 'ivan@stranger.example';
    const answers = [];
    for (const email of [known.email, stranger]) {
      const sent = await browser.send('/c/alteroffice', '/c/alteroffice/link', { email });
      const page = await browser.page(String(sent.headers.location));
      answers.push([
        sent.statusCode,
        sent.headers.location,
        page.replaceAll(/nonce="[^"]+"|value="[^"]+"/g, ''),
      ]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect((await browser.letters(known.email)).at(-1)?.text).toContain('Открыть мою поддержку');
    const told = (await browser.letters(stranger)).at(-1);
    expect(told?.subject).toContain('ничего не зарегистрировано');
    expect(told?.text).toContain('/c/alteroffice/register');
    expect(told?.text).not.toContain(known.company);
  });

  it('get three letters an hour and no more, and nobody sees the difference', async () => {
    const email = 'often@stranger.example';
    for (let i = 0; i < 5; i += 1)
      expect((await browser.send('/c/alteroffice', '/c/alteroffice/link', { email })).statusCode).toBe(303);
    expect(await browser.letters(email)).toHaveLength(3);
    still.pass(3_600_001);
    await browser.send('/c/alteroffice', '/c/alteroffice/link', { email });
    expect(await browser.letters(email)).toHaveLength(4);
  });

  it('from one network are thirty forms in ten minutes', async () => {
    const codes = [];
    for (let i = 0; i < 31; i += 1)
      codes.push(
        (
          await browser.send('/c/alteroffice', '/c/alteroffice/link', {
            email: 'x',
            key: still.context.newId(),
          })
        ).statusCode,
      );
    expect(codes.slice(0, 30).every((code) => code === 422)).toBe(true);
    expect(codes[30]).toBe(429);
  });

  it('a form sent twice is one request and one letter', async () => {
    const email = 'twice@stranger.example';
    const key = still.context.newId();
    await Promise.all([1, 2, 3].map(() => register('alteroffice', typedBy(email, { key }))));
    expect(await browser.letters(email)).toHaveLength(1);
  });
});

describe('the link of the letter', () => {
  it('does nothing before its button is pressed, works once, for half an hour, for its desk and address', async () => {
    const known = await customerOf('alteroffice', 'basic');
    await register('alteroffice', typedBy(known.email, { number: known.number, inn: known.inn }));
    const path = await browser.link(known.email);
    expect(await browser.page(path)).toContain('Да, это я: зарегистрировать');
    expect(await browser.page(path)).toContain(known.number);
    const token = path.split('/').at(-1) ?? '';
    const over = (await browser.get('/c/alteroffice/confirm/x')).body;
    for (const wrong of [
      path.replace('alteroffice', 'centaur'),
      path.replace('confirm/', ''),
      `/c/alteroffice/confirm/${token.slice(0, -1)}`,
      `/c/alteroffice/confirm/${token.slice(0, 30)}${token[30] === 'a' ? 'b' : 'a'}${token.slice(31)}`,
    ]) {
      const answer = await browser.get(wrong);
      expect([wrong, answer.statusCode]).toEqual([wrong, 404]);
      expect(answer.body.replaceAll(/nonce="[^"]+"/g, '')).toBe(over.replaceAll(/nonce="[^"]+"/g, ''));
    }
    still.pass(30 * 60_000 - 1000);
    const key = still.context.newId();
    const [first, again] = await Promise.all([1, 2].map(() => browser.send(path, path, { key })));
    expect([first?.statusCode, again?.statusCode]).toEqual([303, 303]);
    expect((await browser.send(path, path, { key: still.context.newId() })).statusCode).toBe(404);
    expect((await browser.get(path)).statusCode).toBe(404);
  });

  it('comes in a letter without one word of what was typed: anybody’s address may have been given (R9)', async () => {
    const email = 'victim@stranger.example';
    const words = { number: 'WIN https://evil.example', company: 'Evil company', name: 'Evil name' };
    await register('alteroffice', typedBy(email, words));
    const [letter] = await browser.letters(email);
    expect(letter?.text).toContain('/c/alteroffice/confirm/');
    expect(`${letter?.subject} ${letter?.text}`).not.toMatch(/evil/i);
  });

  it('is over after half an hour, as one of somebody else', async () => {
    const email = 'late@stranger.example';
    await register('alteroffice', typedBy(email));
    const path = await browser.link(email);
    still.pass(30 * 60_000);
    expect((await browser.get(path)).statusCode).toBe(404);
    expect((await browser.send(path, path, { key: still.context.newId() })).statusCode).toBe(404);
    expect(await ticketsOf(email)).toHaveLength(0);
  });
});

describe('what becomes of it', () => {
  it('a certificate of the contact’s own company is there at once (R9)', async () => {
    const known = await customerOf('alteroffice', 'basic');
    const where = await registerAndConfirm(
      'alteroffice',
      typedBy(known.email, { number: ` № ${known.number.toLowerCase()}`, inn: known.inn }),
    );
    expect(where).toContain('done=registered');
    const page = await browser.page(where);
    expect(page).toContain('Зарегистрировано');
    expect(page).toContain(known.number);
    expect(await ticketsOf(known.email)).toHaveLength(0);
    // What was said of the person is kept where nothing was known.
    expect(await still.rows('select phone, name from contact where email = $1', [known.email])).toEqual([
      { phone: '+74951234567', name: 'Ольга' },
    ]);
  });

  it('a stranger who knows number and INN sees nothing: staff look at it, and the page is the same as for a number of nobody', async () => {
    const known = await customerOf('alteroffice', 'basic');
    const pages = [];
    for (const [email, typed] of [
      ['spy@stranger.example', { number: known.number, inn: known.inn }],
      ['lost@stranger.example', { number: 'NOBODY-1', inn: OTHER_INN }],
    ] as const) {
      const where = await registerAndConfirm('alteroffice', typedBy(email, typed));
      expect(where).toContain('done=kept');
      const page = await browser.page(where);
      expect(page).not.toContain(known.company);
      pages.push(page.replaceAll(/nonce="[^"]+"|value="[^"]+"|href="[^"]+"|№\d+|[a-z]+@stranger/g, ''));
      const [ticket] = await ticketsOf(email);
      expect(ticket).toMatchObject({
        subject: 'Регистрация сертификата',
        body: { coverage: { kind: 'unidentified' } },
      });
      for (const words of [typed.number, typed.inn, 'ООО «Ромашка»', 'Пётр Иванов', '+74951234567', email])
        expect(ticket?.text).toContain(words);
      const letter = (await browser.letters(email)).at(-1)?.text;
      expect(letter).toContain('Компанию вы назвали');
      expect(letter).not.toContain('сообщите название компании');
      expect(letter).not.toContain('ЧЕГО НЕ ХВАТАЕТ');
    }
    expect(pages[0]).toBe(pages[1]);
  });

  it('once staff have named the company, the next link opens its page', async () => {
    const known = await supportCustomer(still, 'centaur', 'basic');
    const email = 'new@colleague.example';
    const typed = typedBy(email, { number: known.number, inn: known.inn });
    const where = await registerAndConfirm('centaur', typed);
    const number = Number(/n=(\d+)/.exec(where)?.[1]);
    const staff = await addStaff(still.opened, 'centaur', 'engineer', 'anna@centaur.example');
    const deskId = still.desk('centaur');
    const [row] = await still.rows<{ ticket_id: TicketId; contact_id: ContactId; version: number }>(
      'select ticket_id, contact_id, version from ticket where desk_id = $1 and number = $2',
      [deskId, number],
    );
    if (row === undefined) throw new Error('no ticket');
    const named = await staffCommand(still.context, {
      deskId,
      ticketId: row.ticket_id,
      contactId: row.contact_id,
      person: { personId: staff.personId, name: 'Анна' },
      body: { command: 'identify', companyId: known.companyId },
      seenVersion: row.version,
      idempotency: { key: still.context.newId(), requestHash: 'x' },
    });
    expect(named.kind).toBe('done');
    await browser.send('/c/centaur', '/c/centaur/link', { email });
    expect(await browser.page(await browser.link(email))).toContain(`№ ${known.number}`);
  });

  it('another company’s certificate, or another INN, is not registered for a known contact either', async () => {
    const [mine, theirs] = [
      await customerOf('alteroffice', 'basic'),
      await customerOf('alteroffice', 'maximum'),
    ];
    for (const typed of [
      { number: theirs.number, inn: theirs.inn },
      { number: theirs.number, inn: mine.inn },
      { number: mine.number, inn: theirs.inn },
    ]) {
      const where = await registerAndConfirm('alteroffice', typedBy(mine.email, typed));
      expect(where).toContain('done=kept');
      const page = await browser.page(where);
      expect(page).not.toContain(theirs.company);
      expect(page).not.toContain(`№ ${theirs.number}`);
      still.pass(3_600_000);
    }
    // Being asked to look at a number begins nothing (R40).
    expect((await ticketsOf(mine.email)).map(({ body }) => body.coverage.kind)).toEqual(
      Array(3).fill('unidentified'),
    );
  });

  it('where only listed people may ask, one who was taken off the list sees nothing', async () => {
    const known = await customerOf('alteroffice', 'basic');
    await still.rows('update contact_of_company set listed = false where contact_id = $1 returning 1 as x', [
      known.contactId,
    ]);
    const where = await registerAndConfirm(
      'alteroffice',
      typedBy(known.email, { number: known.number, inn: known.inn }),
    );
    expect(where).toContain('done=kept');
    const page = await browser.page(where);
    expect(page).toContain('Ваш адрес ещё не назван компанией');
    expect(page).not.toContain(known.company);
  });
});
