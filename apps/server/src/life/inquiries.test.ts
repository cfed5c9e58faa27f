import { type InquiryState, mayTellAddressee } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { addressOf, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';
import { retryLetter } from '../use-cases/retry-letter.ts';
import { staffInquiryCommand } from '../use-cases/staff-inquiry-command.ts';

let desk: StillDesk;
let sender = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-07 16:00');
});
afterAll(() => desk?.stop());

const salesOf = (slug: string): string => addressOf(slug).replace('@', '+sales@');
/** Limits on automatic letters are an address's: each letter has its own sender. */
const newSender = (): string => `buyer-${++sender}@customer.example`;
const TRUSTED = 'Authentication-Results: mx.ours.example; dmarc=pass header.from=customer.example';

interface Row extends Record<string, unknown> {
  readonly number: number;
  readonly state: InquiryState;
  readonly addressee: string | null;
  readonly company_id: string | null;
}

const inquiries = (slug: string) =>
  desk.rows<Row>(
    'select number, state, addressee, company_id from inquiry where desk_id = $1 order by number',
    [desk.desk(slug)],
  );
const tickets = async (slug: string): Promise<number> => {
  const [row] = await desk.rows<{ count: number }>(
    'select count(*)::int as count from ticket where desk_id = $1',
    [desk.desk(slug)],
  );
  return row?.count ?? 0;
};
const messages = (slug: string, number: number) =>
  desk.rows<{ kind: string; text: string; files: readonly string[] }>(
    `select m.kind, m.text, array(select a.name from attachment a where a.desk_id = m.desk_id and a.inquiry_message_id = m.message_id) as files
     from inquiry_message m join inquiry i on i.desk_id = m.desk_id and i.inquiry_id = m.inquiry_id
     where i.desk_id = $1 and i.number = $2 order by m.at, m.message_id`,
    [desk.desk(slug), number],
  );
const told = (slug: string, personId: string) =>
  desk.rows<{ kind: string }>(
    'select kind from notification where desk_id = $1 and person_id = $2 and inquiry_id is not null order by at, kind',
    [desk.desk(slug), personId],
  );
const sentTo = async (email: string) => {
  const found = desk.sink.letters.filter((l) => l.to.includes(email));
  return Promise.all(found.map(openLetter));
};
const write = (slug: string, from: string, more: Partial<Parameters<typeof letterFrom>[0]> = {}) =>
  desk.receive(
    slug,
    letterFrom({
      from: `Olga <${from}>`,
      to: salesOf(slug),
      subject: 'Сколько стоит поддержка?',
      text: 'Нужен сертификат на 20 мест.',
      ...more,
    }),
  );

describe('a letter to the sales address (AO-2.1)', () => {
  it('becomes an inquiry with a number of its own, and no ticket', async () => {
    const email = newSender();
    const before = await tickets('alteroffice');
    const letter = await write('alteroffice', email);
    expect(letter).toMatchObject({ outcome: 'inquiry', number: null });
    expect(await inquiries('alteroffice')).toEqual([
      expect.objectContaining({ number: 1, state: 'open', addressee: 'info@almi-partner.ru' }),
    ]);
    expect(await tickets('alteroffice')).toBe(before);
    const [answer, ...more] = await sentTo(email);
    expect(more).toEqual([]);
    expect(answer?.subject).toContain('S-1]');
    expect(answer?.text).toContain('S-1');
    expect(answer?.text).toContain('AO-2.1');
    // Not one word of what anybody may have typed (R9).
    expect(`${answer?.subject} ${answer?.text}`).not.toMatch(/Сколько|20 мест/);
  });

  it('goes on to the published mailbox of sales, with who asks and what, once the desk has an address of sales', async () => {
    const mailbox = 'info@almi-partner.ru';
    // Whoever tries another vendor's regulation does not write to that vendor.
    expect(await sentTo(mailbox)).toEqual([]);
    const address = 'sales@alteroffice.example';
    await desk.rows('update desk set sales_address = $2 where desk_id = $1', [
      desk.desk('alteroffice'),
      address,
    ]);
    await write('alteroffice', newSender(), { to: address });
    const [letter] = await sentTo(mailbox);
    expect(letter?.text).toContain('Нужен сертификат на 20 мест.');
    expect(letter?.text).toContain('/d/alteroffice/inquiries/2');
  });

  it('and to the support address too is an inquiry all the same', async () => {
    const before = await tickets('alteroffice');
    const to = `${addressOf('alteroffice')}, ${salesOf('alteroffice')}`;
    expect(await write('alteroffice', newSender(), { to })).toMatchObject({ outcome: 'inquiry' });
    expect(await tickets('alteroffice')).toBe(before);
  });

  it('of a desk with a sales address of its own is known by that one', async () => {
    const address = 'buy@optima-sales.example';
    await desk.rows('update desk set sales_address = $2 where desk_id = $1', [desk.desk('optima'), address]);
    expect(await write('optima', newSender(), { to: address })).toMatchObject({ outcome: 'inquiry' });
    expect(await write('optima', newSender(), { to: addressOf('optima') })).toMatchObject({
      outcome: 'ticket',
    });
  });

  it('begins no certificate of its sender (R40)', async () => {
    const email = newSender();
    const { companyId } = await addCustomer(desk.opened, 'alteroffice', {
      company: 'ООО «Покупатель»',
      email,
      name: 'Ольга',
      packageId: 'basic',
    });
    const journal = () =>
      desk.rows('select count(*)::int as count from journal where stream_kind = $1', ['certificate']);
    const before = await journal();
    await write('alteroffice', email);
    expect(await journal()).toEqual(before);
    expect((await inquiries('alteroffice')).at(-1)).toMatchObject({ company_id: companyId });
  });

  it('keeps its files', async () => {
    const files = [{ name: 'реквизиты.txt', type: 'text/plain', content: Buffer.from('ИНН') }];
    await write('alteroffice', newSender(), { files });
    const { number } = (await inquiries('alteroffice')).at(-1) as Row;
    expect(await messages('alteroffice', number)).toMatchObject([
      { kind: 'customer', files: ['реквизиты.txt'] },
    ]);
  });

  it('of a robot is kept and never answered (R8)', async () => {
    const email = newSender();
    const letter = await write('alteroffice', email, { headers: ['Precedence: bulk'] });
    expect(letter).toMatchObject({ outcome: 'inquiry' });
    expect(await sentTo(email)).toEqual([]);
  });

  it('that could not be read becomes one when it is read after all, beside the ticket that stood for it', async () => {
    const raw = letterFrom({ from: `Olga <${newSender()}>`, to: salesOf('alteroffice') });
    const letterId = await desk.hand('alteroffice', raw);
    await desk.read(() => Promise.resolve({ ok: false, reason: 'timeout' }));
    const stub = await desk.letter('alteroffice', letterId);
    expect(stub).toMatchObject({ outcome: 'quarantined', number: expect.any(Number) as number });
    expect(await retryLetter(desk.context, desk.desk('alteroffice'), letterId)).toBe(true);
    const before = await tickets('alteroffice');
    await desk.read();
    expect(await desk.letter('alteroffice', letterId)).toMatchObject({
      outcome: 'inquiry',
      number: stub.number,
    });
    expect(await tickets('alteroffice')).toBe(before);
  });

  it('is answered three times an hour at most, however many come (R8)', async () => {
    const email = newSender();
    await addCustomer(desk.opened, 'centaur', {
      company: 'ООО «Настойчивый»',
      email,
      name: 'Ольга',
      packageId: null,
    });
    for (let i = 0; i < 5; i += 1) await write('centaur', email, { text: `Письмо ${i}` });
    expect(await inquiries('centaur')).toHaveLength(5);
    expect(await sentTo(email)).toHaveLength(3);
  });
});

const inDistrict = async (district: string | null): Promise<string> => {
  const email = newSender();
  const { companyId } = await addCustomer(desk.opened, 'shtrih-m', {
    company: `ООО «Магазин ${sender}»`,
    email,
    name: 'Ольга',
    packageId: null,
  });
  await desk.rows('update company set district = $2 where company_id = $1', [companyId, district]);
  return email;
};

describe('where it goes (SH-P-PAY)', () => {
  it.each([
    ['central', 'sales-center@shtrih-m.example'],
    ['south', 'sales-south@shtrih-m.example'],
    ['far-east', 'sales-east@shtrih-m.example'],
    [null, null],
  ])('from %s: to %s', async (district, addressee) => {
    await write('shtrih-m', await inDistrict(district));
    expect((await inquiries('shtrih-m')).at(-1)).toMatchObject({ addressee });
  });

  it('nothing is sent to an address that only stands for a role', async () => {
    const { regulation } = await desk.context.regulations.inForce(desk.desk('shtrih-m'), desk.context.now());
    expect(mayTellAddressee('sales-center@shtrih-m.example', regulation)).toBe(false);
    expect(desk.sink.letters.filter(({ to }) => to.some((one) => one.endsWith('@shtrih-m.example')))).toEqual(
      [],
    );
  });

  it('people of sales are told, dispatchers only of one that nobody can place', async () => {
    const seller = await addStaff(desk.opened, 'shtrih-m', 'sales', 'seller@staff.example');
    const dispatcher = await addStaff(desk.opened, 'shtrih-m', 'dispatcher', 'dispatcher@staff.example');
    const engineer = await addStaff(desk.opened, 'shtrih-m', 'engineer', 'engineer@staff.example');
    await write('shtrih-m', await inDistrict('ural'));
    expect(await told('shtrih-m', seller.personId)).toEqual([{ kind: 'inquiry-came' }]);
    expect(await told('shtrih-m', dispatcher.personId)).toEqual([]);
    await write('shtrih-m', await inDistrict(null));
    expect(await told('shtrih-m', seller.personId)).toHaveLength(2);
    expect(await told('shtrih-m', dispatcher.personId)).toHaveLength(1);
    expect(await told('shtrih-m', engineer.personId)).toEqual([]);
  });
});

describe('the talk', () => {
  const answered = async () => {
    const email = newSender();
    await write('optima', email, { to: salesOf('optima') });
    const { number } = (await inquiries('optima')).at(-1) as Row;
    const person = await addStaff(desk.opened, 'optima', 'sales', `seller-${number}@staff.example`);
    const [version] = await desk.rows<{ version: number }>(
      'select version from inquiry where desk_id = $1 and number = $2',
      [desk.desk('optima'), number],
    );
    const outcome = await staffInquiryCommand(desk.context, {
      deskId: desk.desk('optima'),
      number,
      person: { personId: person.personId, name: 'Продавец' },
      body: { command: 'answer', text: 'Прайс-лист **в приложении**.', attachments: [] },
      seenVersion: version?.version ?? 0,
      idempotency: { key: `answer-${number}`, requestHash: '' },
    });
    expect(outcome).toMatchObject({ kind: 'done', inquiry: { state: 'answered' } });
    await desk.deliver();
    const letters = await sentTo(email);
    expect(letters).toHaveLength(2);
    const answer = letters[1] as (typeof letters)[number];
    return { email, number, person, answer, back: answer.replyTo };
  };

  it('goes on in the same inquiry: the answer to our letter joins by its token', async () => {
    const { email, number, person, answer, back } = await answered();
    expect(answer.text).toContain('Прайс-лист **в приложении**.');
    expect(answer.subject).toContain(`S-${number}]`);
    const letter = await write('optima', email, {
      to: back,
      text: 'Спасибо, берём.',
      messageId: `answer-to-${number}@customer.example`,
    });
    expect(letter).toMatchObject({ outcome: 'reply', number: null });
    expect((await inquiries('optima')).find((one) => one.number === number)).toMatchObject({
      state: 'open',
    });
    expect((await messages('optima', number)).map(({ kind }) => kind)).toEqual([
      'customer',
      'reply',
      'customer',
    ]);
    expect(await told('optima', person.personId)).toEqual([{ kind: 'inquiry-wrote' }]);
  });

  it('is joined by a token alone, and only by its own person or one vouched for (R1)', async () => {
    const { email, number, back, answer } = await answered();
    const count = (await messages('optima', number)).length;
    const token = back.replace(/^.*\+/, '').replace(/@.*$/, '');
    const forged = back.replace(/([a-z2-7])@/, (_, last: string) => `${last === 'a' ? 'b' : 'a'}@`);
    const stranger = { from: 'Eve <eve@stranger.example>', messageId: null };
    const cases = [
      // No token: the number, the subject or the thread alone say nothing.
      { from: `Olga <${email}>`, to: addressOf('optima'), subject: answer.subject, messageId: null },
      { from: `Olga <${email}>`, to: forged, messageId: null },
      { ...stranger, to: back },
      // A ticket's door does not open with an inquiry's token, whatever the number.
      { from: `Olga <${email}>`, to: back.replace(token, `1-${token.split('-')[1] ?? ''}`), messageId: null },
    ];
    for (const one of cases)
      expect(await desk.receive('optima', letterFrom({ text: 'Чужое', ...one }))).toMatchObject({
        outcome: 'ticket',
      });
    expect(await messages('optima', number)).toHaveLength(count);
    const vouched = { from: 'Boss <boss@customer.example>', to: back, headers: [TRUSTED], text: 'Да' };
    expect(await desk.receive('optima', letterFrom(vouched))).toMatchObject({ outcome: 'reply' });
  });

  it('is opened again by a letter after it was closed', async () => {
    const { email, number, person, back } = await answered();
    const [row] = await desk.rows<{ version: number }>(
      'select version from inquiry where desk_id = $1 and number = $2',
      [desk.desk('optima'), number],
    );
    const closed = await staffInquiryCommand(desk.context, {
      deskId: desk.desk('optima'),
      number,
      person: { personId: person.personId, name: 'Продавец' },
      body: { command: 'close-lost', reason: 'Передумали.' },
      seenVersion: row?.version ?? 0,
      idempotency: { key: `lost-${number}`, requestHash: '' },
    });
    expect(closed).toMatchObject({ inquiry: { state: 'lost' } });
    await write('optima', email, { to: back, text: 'Всё же берём.' });
    expect((await inquiries('optima')).find((one) => one.number === number)).toMatchObject({
      state: 'open',
    });
  });

  it('takes an automatic answer and a bounce as notes, and answers neither', async () => {
    const { email, number, answer, back } = await answered();
    const letters = desk.sink.letters.length;
    const away = { to: back, headers: ['Auto-Submitted: auto-replied'], text: 'Я в отпуске' };
    expect(await write('optima', email, away)).toMatchObject({ outcome: 'auto-reply' });
    const bounce = {
      to: addressOf('optima'),
      headers: ['Return-Path: <>', `X-Failed-Recipients: ${email}`],
      text: `Не доставлено.\n\n------ This is a copy of the message ------\n\nMessage-ID: ${answer.messageId}\nSubject: x\n`,
    };
    expect(await write('optima', 'postmaster@customer.example', bounce)).toMatchObject({
      outcome: 'bounce',
    });
    expect((await messages('optima', number)).map(({ kind }) => kind)).toEqual([
      'customer',
      'reply',
      'note',
      'note',
    ]);
    expect((await inquiries('optima')).find((one) => one.number === number)).toMatchObject({
      state: 'answered',
    });
    expect(desk.sink.letters).toHaveLength(letters);
  });
});

it('nothing of all this was a surprise', () => {
  expect(desk.errors).toEqual([]);
});
