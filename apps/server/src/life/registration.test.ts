import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer } from '../testing/test-desk.ts';

let desk: StillDesk;
let people = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-07 16:00');
});
afterAll(() => desk?.stop());

/** A customer of their own for each case: limits on automatic letters are an address's. */
const customer = async (slug: string, packageId: string | null): Promise<string> => {
  people += 1;
  const email = `person-${people}@customer.example`;
  await addCustomer(desk.opened, slug, {
    company: `ООО «Заказчик ${people}»`,
    email,
    name: 'Ольга Иванова',
    packageId,
  });
  return email;
};

const answered = async (email: string) => {
  const found = desk.sink.letters.filter((l) => l.to.includes(email));
  expect(found).toHaveLength(1);
  return openLetter(found[0] as (typeof found)[number]);
};

const registered = async (slug: string, from: string, text: string) => {
  const state = await desk.receive(
    slug,
    letterFrom({ from: `=?utf-8?B?0J7Qu9GM0LPQsA==?= <${from}>`, to: addressOf(slug), text }),
  );
  expect(state).toMatchObject({ outcome: 'ticket', number: expect.any(Number) as number });
  return desk.ticket(slug, state.number as number);
};

interface Row {
  readonly clauses: string;
  readonly slug: string;
  readonly packageId: string;
  readonly text: string;
  readonly from: string;
  readonly clock: string;
  readonly due: string;
  /** In the acknowledgement; null: the notice itself stops the clock afterwards, its letter still names the deadline. */
  readonly says: string;
}

const FRIDAY = '2025-02-07 16:00';
const rows: readonly Row[] = [
  {
    clauses: 'CN-TIME CN-S1',
    slug: 'centaur',
    packageId: 'extended',
    text: 'Приоритет: критический',
    from: FRIDAY,
    clock: 'reaction',
    due: '2025-02-07 17:00',
    says: '07.02.2025, 17:00',
  },
  {
    clauses: 'CN-TIME',
    slug: 'centaur',
    packageId: 'basic',
    text: 'Приоритет: Критический',
    from: FRIDAY,
    clock: 'reaction',
    due: '2025-02-10 12:00',
    says: '10.02.2025, 12:00',
  },
  {
    clauses: 'CN-TIME R35',
    slug: 'centaur',
    packageId: 'basic',
    text: 'Молчат телефоны',
    from: FRIDAY,
    clock: 'reaction',
    due: '2025-02-10 16:00',
    says: '10.02.2025, 16:00',
  },
  {
    clauses: 'CN-TIME R35',
    slug: 'centaur',
    packageId: 'extended',
    text: 'Молчат телефоны',
    from: FRIDAY,
    clock: 'reaction',
    due: '2025-02-10 12:00',
    says: '10.02.2025, 12:00',
  },
  {
    clauses: 'CN-TIME R13',
    slug: 'centaur',
    packageId: 'basic',
    text: 'Уровень: низкий',
    from: FRIDAY,
    clock: 'reaction',
    due: '2025-02-12 16:00',
    says: '12.02.2025, 16:00',
  },
  {
    clauses: 'CN-TIME',
    slug: 'centaur',
    packageId: 'extended',
    text: 'Критичность: low',
    from: FRIDAY,
    clock: 'reaction',
    due: '2025-02-10 16:00',
    says: '10.02.2025, 16:00',
  },
  {
    clauses: 'CN-S1',
    slug: 'centaur',
    packageId: 'extended',
    text: 'Приоритет: критический',
    from: '2025-02-07 20:00',
    clock: 'reaction',
    due: '2025-02-10 10:00',
    says: '10.02.2025, 10:00',
  },
  {
    clauses: 'SH-F-TIME R14',
    slug: 'shtrih-m',
    packageId: 'free',
    text: 'Не печатает',
    from: '2025-02-07 18:00',
    clock: 'review',
    due: '2025-02-12 15:00',
    says: '12.02.2025, 15:00',
  },
  {
    clauses: 'SH-P-TIME R14',
    slug: 'shtrih-m',
    packageId: 'paid',
    text: 'Не печатает',
    from: '2025-02-07 18:00',
    clock: 'review',
    due: '2025-02-11 16:00',
    says: '11.02.2025, 16:00',
  },
  {
    clauses: 'SH-C-TIME R14',
    slug: 'shtrih-m',
    packageId: 'partner',
    text: 'Не печатает',
    from: '2025-02-07 18:00',
    clock: 'review',
    due: '2025-02-10 17:00',
    says: '10.02.2025, 17:00',
  },
  {
    clauses: 'SH-HOURS',
    slug: 'shtrih-m',
    packageId: 'partner',
    text: 'Не печатает',
    from: '2025-02-07 20:00',
    clock: 'review',
    due: '2025-02-10 18:00',
    says: '10.02.2025, 18:00',
  },
  {
    clauses: 'AO-4.1-reaction R17',
    slug: 'alteroffice',
    packageId: 'basic',
    text: 'Не открывается',
    from: '2025-02-08 07:00',
    clock: 'reaction',
    due: '2025-02-10 08:00',
    says: '10.02.2025, 08:00',
  },
  {
    clauses: 'AO-4.1-reaction',
    slug: 'alteroffice',
    packageId: 'extended',
    text: 'Не открывается',
    from: '2025-02-04 08:00',
    clock: 'reaction',
    due: '2025-02-04 20:00',
    says: '04.02.2025, 20:00',
  },
  {
    clauses: 'AO-4.1-hours R2',
    slug: 'alteroffice',
    packageId: 'extended',
    text: 'Не открывается',
    from: '2025-04-30 22:00',
    clock: 'reaction',
    due: '2025-05-01 10:00',
    says: '01.05.2025, 10:00',
  },
  {
    clauses: 'AO-4.1-reaction R3',
    slug: 'alteroffice',
    packageId: 'maximum',
    text: 'Не открывается',
    from: '2025-02-08 23:00',
    clock: 'reaction',
    due: '2025-02-09 07:00',
    says: '09.02.2025, 07:00',
  },
  {
    clauses: 'OW-TIME OW-N1 R20',
    slug: 'optima',
    packageId: '8x5x4',
    text: 'Не считает раскрой',
    from: '2025-02-06 22:00',
    clock: 'processing',
    due: '2025-02-07 09:30',
    says: '07.02.2025, 09:30',
  },
  {
    clauses: 'OW-TIME R20',
    slug: 'optima',
    packageId: '8x5x4',
    text: 'Приоритет: 3',
    from: '2025-02-07 10:00',
    clock: 'processing',
    due: '2025-02-07 11:00',
    says: '07.02.2025, 11:00',
  },
];

describe('a letter is registered with the deadline of the regulation, and the letter back says it', () => {
  it.each(rows)('$clauses: $slug $packageId, $text, $from -> $due', async (row) => {
    desk.at('2025-02-03 09:00');
    const email = await customer(row.slug, row.packageId);
    desk.at(row.from);
    const { ticket, number, fields } = await registered(row.slug, email, row.text);
    expect(ticket.coverage).toMatchObject({ kind: 'covered', packageId: row.packageId });
    expect(fields['company']).toMatch(/^ООО «Заказчик/);
    expect(ticket.clocks).toHaveLength(1);
    const [clock] = ticket.clocks;
    expect(clock).toMatchObject({ id: row.clock, startedAt: moscow(row.from) });
    // Centaur's clock has been stopped by the accepted notice: its last deadline stays.
    expect(clock?.dueAt ?? clock?.lastDueAt).toBe(moscow(row.due));
    const letter = await answered(email);
    expect(letter.subject).toContain(`№${number}]`);
    expect(letter.text).toContain(`Номер заявки: ${number}.`);
    expect(letter.text).toContain(row.says);
    expect(letter.text).toMatch(/https:\/\/desk\.example\/t\/[a-z-]+\/[0-9]+-[a-z2-7]{26}\n/);
    expect(letter.text).toContain(`https://desk.example/t/${row.slug}/${number}-`);
    expect(letter.replyTo).toMatch(new RegExp(`^support\\+${number}-[a-z2-7]{26}@${row.slug}\\.example$`));
    expect(letter.header('auto-submitted')).toBe('auto-replied');
    expect(desk.errors).toEqual([]);
  });
});

describe('what the letter states and what it lacks', () => {
  it('OW-2: missing answers are asked for, stated ones are kept, the ticket exists anyway', async () => {
    desk.at('2025-02-07 10:00');
    const email = await customer('optima', '8x5x4');
    const { ticket, fields } = await registered(
      'optima',
      email,
      'Программа: Optima 8\nТелефон: +7 812 000-00-00\nПриоритет: п2\nНе считает раскрой.',
    );
    expect(ticket).toMatchObject({
      state: 'new',
      supposedPriority: '2',
      priority: null,
      prioritySource: 'stated',
      missingFields: ['fabricator'],
    });
    expect(fields).toMatchObject({
      software: 'Optima 8',
      'contact-phone': '+7 812 000-00-00',
      'contact-email': email,
      'contact-name': 'Ольга Иванова',
    });
    const letter = await answered(email);
    expect(letter.text).toContain('Переработчик профиля Exprof');
    expect(letter.text).not.toContain('Optima 8');
  });

  it('R35: Centaur assumes medium and says so; a stated level counts at once', async () => {
    desk.at(FRIDAY);
    const silent = await registered('centaur', await customer('centaur', 'basic'), 'Молчат телефоны');
    expect(silent.ticket).toMatchObject({
      supposedPriority: 'medium',
      priority: null,
      prioritySource: 'default',
    });
    const email = await customer('centaur', 'basic');
    const stated = await registered('centaur', email, 'Приоритет: критический\nМолчат телефоны');
    expect(stated.ticket).toMatchObject({
      priority: 'critical',
      prioritySource: 'stated',
      missingFields: [],
    });
  });

  it('AO-4.2.2: a problem is asked for the steps to reproduce', async () => {
    desk.at('2025-02-04 10:00');
    const email = await customer('alteroffice', 'basic');
    const { ticket } = await registered(
      'alteroffice',
      email,
      'Тип: проблема\nПродукт: AText\nНе открывается',
    );
    expect(ticket).toMatchObject({ type: 'problem', missingFields: ['steps'] });
    expect((await answered(email)).text).toContain('Как воспроизвести');
  });

  it('FL-PRIO, FL-CHAN: the priority is taken from the letter, yet a letter is no channel of FLAT', async () => {
    desk.at('2025-02-07 17:00');
    const email = await customer('flat', '24x7');
    const { ticket, number } = await registered('flat', email, 'Приоритет: P1\nНе работает');
    expect(ticket).toMatchObject({
      state: 'not-entitled',
      priority: '1',
      coverage: { kind: 'channel', packageId: '24x7', clause: 'FL-CHAN' },
      clocks: [],
    });
    const letter = await answered(email);
    expect(letter.text).toContain(`Номер заявки: ${number}.`);
    expect(letter.text).toMatch(/портал/i);
    expect(letter.text).toMatch(/телефон — только приоритет/);
  });

  it('FL-CHAN: a stranger’s letter to FLAT is registered and answered with the ways too', async () => {
    const { ticket } = await registered('flat', 'nobody@stranger.example', 'Не работает');
    expect(ticket).toMatchObject({
      state: 'not-entitled',
      companyId: null,
      coverage: { kind: 'channel' },
      clocks: [],
    });
    expect((await answered('nobody@stranger.example')).text).toMatch(/портал/i);
  });

  it.each(['alteroffice', 'optima', 'shtrih-m'])(
    '%s: a company without a certificate is registered without clocks and told the way back (AO-3.2, OW-AHEAD, SH-F-TERM)',
    async (slug) => {
      desk.at('2025-02-07 10:00');
      const email = await customer(slug, null);
      const { ticket } = await registered(slug, email, 'Не работает');
      expect(ticket).toMatchObject({
        state: 'not-entitled',
        coverage: { kind: 'not-entitled', reason: 'none' },
        clocks: [],
      });
      expect((await answered(email)).text).toMatch(/сертификат/i);
    },
  );
});

describe('an unknown sender', () => {
  it.each(['alteroffice', 'optima', 'shtrih-m'])(
    '%s promises nothing until the company is found',
    async (slug) => {
      desk.at('2025-02-07 10:00');
      const { ticket, number } = await registered(slug, `somebody@${slug}-stranger.example`, 'Не работает');
      expect(ticket).toMatchObject({
        state: 'new',
        companyId: null,
        coverage: { kind: 'unidentified', packageId: null },
        clocks: [],
      });
      const [row] = await desk.rows<{ number: number }>(
        `select number from ticket where company_id is null and state <> 'closed' and desk_id = $1 and number = $2`,
        [desk.desk(slug), number],
      );
      expect(row?.number).toBe(number);
    },
  );

  it('CN-L4: Centaur serves as basic meanwhile', async () => {
    desk.at(FRIDAY);
    const { ticket } = await registered(
      'centaur',
      'somebody@centaur-stranger.example',
      'Приоритет: критический',
    );
    expect(ticket.coverage).toMatchObject({ kind: 'unidentified', packageId: 'basic', clause: 'CN-L4' });
    expect(ticket.clocks[0]?.lastDueAt ?? ticket.clocks[0]?.dueAt).toBe(moscow('2025-02-10 12:00'));
  });
});
