import type { CompanyId, Ticket } from '@reglament/desk';
import { type Instant, parseInstant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareJournals } from '../jobs/compare-journals.ts';
import { presentQueueHours, presentQueueRow } from '../http/present/present-queue.ts';
import { queuePage } from '../store/queries/queue.ts';
import { amendRegulation, partOf } from '../testing/amend-regulation.ts';
import { editCalendar } from '../testing/edited-calendar.ts';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';
import { newId } from '../ids.ts';
import { deadlineOf } from '../text/deadline-words.ts';
import { adoptCalendars } from '../use-cases/adopt-calendars.ts';
import { registerByStaff } from '../use-cases/register-by-staff.ts';
import { splitTicket } from '../use-cases/split-ticket.ts';

// `local-time` (R37): one desk goes by the company's wall clock, one by the site's, and one, the control, by its own. Partners of
// Shtrih-M: eight working hours of 10:00-19:00, weekdays. Clocks of Berlin turn on 30 March 2025, those of Moscow never.

let desk: StillDesk;
let people = 0;

const CUSTOMER = 'shtrih-m';
const KAMCHATKA = 'Asia/Kamchatka';
const KALININGRAD = 'Europe/Kaliningrad';
const BERLIN = 'Europe/Berlin';

const at = (text: string): Instant => {
  const found = parseInstant(text);
  if (found === null) throw new Error(text);
  return found;
};

interface Place {
  readonly zone?: string;
  readonly sites?: readonly string[];
}

interface Customer {
  readonly companyId: CompanyId;
  readonly email: string;
  readonly siteIds: readonly string[];
}

const customer = async (slug: string, { zone, sites = [] }: Place): Promise<Customer> => {
  people += 1;
  const email = `person-${people}@customer.example`;
  const company = `ООО «${people}»`;
  const { companyId } = await addCustomer(desk.opened, slug, {
    company,
    email,
    name: 'Ольга',
    packageId: 'partner',
  });
  const deskId = desk.desk(slug);
  const siteIds = sites.map(() => newId());
  await desk.context.db.inDesk(deskId, async (q) => {
    if (zone !== undefined)
      await q.query('test-zone', 'update company set zone = $3 where desk_id = $1 and company_id = $2', [
        deskId,
        companyId,
        zone,
      ]);
    for (const [index, site] of sites.entries())
      await q.query(
        'test-site',
        'insert into company_site (desk_id, site_id, company_id, name, zone) values ($1, $2, $3, $4, $5)',
        [deskId, siteIds[index], companyId, site, site],
      );
  });
  return { companyId, email, siteIds };
};

const write = async (slug: string, email: string): Promise<number> => {
  const state = await desk.receive(slug, letterFrom({ from: email, to: addressOf(slug) }));
  return state.number as number;
};

const ticketOf = async (number: number): Promise<Ticket> => (await desk.ticket(CUSTOMER, number)).ticket;

/** The first deadline of a letter that comes on Tuesday at noon, Moscow. */
const dueOf = async (number: number): Promise<string | null> => {
  const due = (await ticketOf(number)).clocks[0]?.dueAt ?? null;
  return due === null ? null : new Date(due).toISOString();
};

const explain = async (number: number, language: 'ru' | 'en' = 'ru') => {
  const ticket = await ticketOf(number);
  const pinned = await desk.context.regulations.ofTicket(desk.desk(CUSTOMER), ticket);
  const [clock] = ticket.clocks;
  if (clock === undefined) throw new Error('nothing is promised');
  return deadlineOf(clock, { ...pinned, now: desk.context.now() }, language);
};

const agree = async (): Promise<void> => {
  const found: unknown[] = [];
  const desks = desk.opened.desks.map((d) => d.deskId);
  expect(await compareJournals(desk.context, desks, (error) => found.push(error))).toBe(0);
  expect(found).toEqual([]);
};

describe('by the company’s wall clock', () => {
  let engineer: TestPerson;

  beforeAll(async () => {
    desk = await openStillDesk('2025-02-03 09:00');
    await amendRegulation(desk.context, CUSTOMER, () => ({ 'local-time': 'customer' }));
    engineer = await addStaff(desk.opened, CUSTOMER, 'engineer', 'engineer@staff.example');
    desk.at('2025-02-04 12:00');
  });
  afterAll(() => desk?.stop());

  it.each([
    // In Kamchatka it is 21:00: eight hours from Wednesday's opening, 10:00 there.
    ['its own zone', { zone: KAMCHATKA }, KAMCHATKA, '2025-02-05T18:00:00+12:00'],
    ['its only site’s', { sites: [KALININGRAD] }, KALININGRAD, '2025-02-04T19:00:00+02:00'],
    [
      'its own before its site’s',
      { zone: KAMCHATKA, sites: [KALININGRAD] },
      KAMCHATKA,
      '2025-02-05T18:00:00+12:00',
    ],
    [
      'that of sites all in one zone',
      { sites: [KALININGRAD, KALININGRAD] },
      KALININGRAD,
      '2025-02-04T19:00:00+02:00',
    ],
    [
      'the desk’s, of several sites apart',
      { sites: [KALININGRAD, KAMCHATKA] },
      'Europe/Moscow',
      '2025-02-05T11:00:00+03:00',
    ],
    ['the desk’s, of a company that nobody placed', {}, 'Europe/Moscow', '2025-02-05T11:00:00+03:00'],
  ] as const)('%s', async (_, place, zone, due) => {
    const { email } = await customer(CUSTOMER, place);
    const number = await write(CUSTOMER, email);
    expect((await ticketOf(number)).zone).toBe(zone);
    expect(await dueOf(number)).toBe(new Date(at(due)).toISOString());
    expect((await ticketOf(number)).clocks[0]?.rule.zone).toBe(zone);
  });

  it('the day on which the customer’s clocks turn is an hour shorter for them', async () => {
    const { email } = await customer(CUSTOMER, { zone: BERLIN });
    desk.at('2025-03-28 20:00');
    // Friday 18:00 in Berlin: one hour, then seven of Monday from 10:00, which is 08:00 UTC by then.
    const number = await write(CUSTOMER, email);
    expect(await dueOf(number)).toBe('2025-03-31T15:00:00.000Z');
    desk.at('2025-04-01 12:00');
  });

  it('is told to the customer on their clock, and to staff on both', async () => {
    const { email } = await customer(CUSTOMER, { zone: KAMCHATKA });
    desk.at('2025-02-04 12:00');
    const number = await write(CUSTOMER, email);
    expect((await explain(number)).says).toBe('до ср 05.02.2025, 18:00 (МСК+9)');
    expect((await explain(number, 'en')).says).toContain('18:00 (UTC+12)');
    expect((await explain(number)).reasons.join('\n')).toContain(KAMCHATKA);
    const { regulation } = await desk.context.regulations.ofTicket(
      desk.desk(CUSTOMER),
      await ticketOf(number),
    );
    expect([regulation.zone, regulation.deskZone]).toEqual([KAMCHATKA, 'Europe/Moscow']);
  });

  it('comes with the company when it is found later: what was counted stays', async () => {
    desk.at('2025-02-04 12:00');
    const known = await customer(CUSTOMER, { zone: KALININGRAD });
    desk.at('2025-02-04 13:00');
    const number = await write(CUSTOMER, 'stranger@elsewhere.example');
    expect((await ticketOf(number)).zone).toBe('Europe/Moscow');
    desk.at('2025-02-04 15:00');
    const hand = staffHand(desk, CUSTOMER, engineer);
    expect(await hand(number, { command: 'identify', companyId: known.companyId })).toMatchObject({
      kind: 'done',
    });
    const ticket = await ticketOf(number);
    expect(ticket.zone).toBe(KALININGRAD);
    expect(await desk.journal(CUSTOMER, number)).toContain('LocalTimeChanged');
    // From 13:00, six hours by Moscow's 19:00 and one more until Kaliningrad's; whatever was counted before stays counted.
    for (const clock of ticket.clocks) expect(clock.rule.zone).toBe(KALININGRAD);
    await agree();
  });

  it('goes on by later editions of calendars, whose days begin on that clock', async () => {
    const { email } = await customer(CUSTOMER, { zone: KAMCHATKA });
    desk.at('2025-02-11 12:00');
    const number = await write(CUSTOMER, email);
    expect(await dueOf(number)).toBe(new Date(at('2025-02-12T18:00:00+12:00')).toISOString());
    desk.at('2025-02-11 12:32');
    await editCalendar(desk.context, 'wednesday', ['2025-02-12']);
    await adoptCalendars(desk.context, {
      onError: (error) => {
        throw error;
      },
    });
    expect(await dueOf(number)).toBe(new Date(at('2025-02-13T18:00:00+12:00')).toISOString());
    await agree();
  });

  it('every journal explains its row', agree);
});

describe('by the site’s wall clock', () => {
  let engineer: TestPerson;

  beforeAll(async () => {
    desk = await openStillDesk('2025-02-03 09:00');
    await amendRegulation(desk.context, CUSTOMER, (file) => ({
      'local-time': 'site',
      lifecycle: partOf(file, 'lifecycle', { split: { clocks: 'own', clause: 'SH-C-TIME' } }),
    }));
    engineer = await addStaff(desk.opened, CUSTOMER, 'engineer', 'engineer@staff.example');
    desk.at('2025-02-04 12:00');
  });
  afterAll(() => desk?.stop());

  const phoned = (of: Customer, siteId: string | null) =>
    registerByStaff(desk.context, {
      deskId: desk.desk(CUSTOMER),
      personId: engineer.personId,
      channel: 'phone',
      requesterEmail: of.email,
      requesterName: 'Ольга',
      requesterPhone: '',
      companyId: of.companyId,
      siteId: siteId as never,
      subject: 'Не печатает',
      text: 'Не печатает',
      type: null,
      priority: null,
      fields: {},
      attachments: [],
      idempotency: { key: newId(), requestHash: newId() },
    });

  it('the site named at registration, of several', async () => {
    const of = await customer(CUSTOMER, { sites: [KALININGRAD, KAMCHATKA] });
    const registered = await phoned(of, of.siteIds[1] ?? null);
    if (!registered.ok) throw new Error(registered.code);
    const ticket = await ticketOf(registered.value.number);
    expect([ticket.zone, ticket.siteId]).toEqual([KAMCHATKA, of.siteIds[1]]);
  });

  it('a site that is not the company’s is refused, and nothing of the request stays', async () => {
    const [of, other] = [await customer(CUSTOMER, {}), await customer(CUSTOMER, { sites: [KAMCHATKA] })];
    const before = await desk.rows('select 1 from ticket');
    expect(await phoned(of, other.siteIds[0] ?? null)).toEqual({ ok: false, code: 'unknown-site' });
    expect(await desk.rows('select 1 from ticket')).toHaveLength(before.length);
  });

  it('a second problem split off is about the same site', async () => {
    const of = await customer(CUSTOMER, { sites: [KALININGRAD, KAMCHATKA] });
    const registered = await phoned(of, of.siteIds[1] ?? null);
    if (!registered.ok) throw new Error(registered.code);
    const { ticketId, number } = registered.value;
    const outcome = await splitTicket(desk.context, {
      deskId: desk.desk(CUSTOMER),
      ticketId,
      person: { personId: engineer.personId, name: 'Глеб' },
      subject: 'И не сканирует',
      text: 'И не сканирует',
      ticketType: null,
      priority: null,
      seenVersion: (await desk.ticket(CUSTOMER, number)).version,
      idempotency: { key: newId(), requestHash: newId() },
    });
    if (outcome.kind !== 'split') throw new Error(JSON.stringify(outcome));
    const second = await ticketOf(outcome.created.number);
    expect([second.zone, second.siteId]).toEqual([KAMCHATKA, of.siteIds[1]]);
  });

  it('the queue counts each deadline on in the hours of its own clock', async () => {
    const of = await customer(CUSTOMER, { sites: [KALININGRAD, KAMCHATKA] });
    const numbers = [];
    for (const siteId of of.siteIds) {
      const registered = await phoned(of, siteId);
      if (!registered.ok) throw new Error(registered.code);
      numbers.push(registered.value.number);
    }
    const deskId = desk.desk(CUSTOMER);
    const { personId } = engineer;
    const rows = await desk.context.db.askDesk(deskId, (q) =>
      queuePage(q, { deskId, personId, view: 'open', line: null, after: null, limit: 50 }),
    );
    const page = await Promise.all(
      rows.map(async (row) => ({
        row,
        regulation: (await desk.context.regulations.ofTicket(deskId, row)).regulation,
      })),
    );
    const schedules = presentQueueHours(page);
    const zones = numbers.map((number) => {
      const found = page.find(({ row }) => row.number === number);
      if (found === undefined) throw new Error(`ticket ${number} is in no queue`);
      const key = presentQueueRow(found.row, found.regulation).nextDue?.hours;
      return schedules.find((one) => one.key === key)?.zone;
    });
    expect(zones).toEqual([KALININGRAD, KAMCHATKA]);
  });

  it('named later: the clocks go over, what was counted stays; named away: back again', async () => {
    const of = await customer(CUSTOMER, { sites: [KALININGRAD, KAMCHATKA] });
    desk.at('2025-02-04 12:00');
    const number = await write(CUSTOMER, of.email);
    expect(await dueOf(number)).toBe('2025-02-05T08:00:00.000Z');
    const hand = staffHand(desk, CUSTOMER, engineer);
    desk.at('2025-02-04 14:00');
    const site = of.siteIds[1] ?? '';
    expect(await hand(number, { command: 'name-site', siteId: site })).toMatchObject({ kind: 'done' });
    // Two hours were counted; six more of Wednesday's from 10:00 there.
    expect(await dueOf(number)).toBe(new Date(at('2025-02-05T16:00:00+12:00')).toISOString());
    expect((await ticketOf(number)).clocks[0]?.changes).toMatchObject([
      { cause: 'zone', at: moscow('2025-02-04 14:00'), spentMs: 2 * 3_600_000 },
    ]);
    expect((await explain(number)).reasons.join('\n')).toMatch(/изменилось местное время заявки/i);
    expect(await hand(number, { command: 'name-site', siteId: newId() })).toEqual({ kind: 'unknown-site' });
    desk.at('2025-02-04 15:00');
    expect(await hand(number, { command: 'name-site', siteId: null })).toMatchObject({ kind: 'done' });
    // Of that hour nothing counted: it was night in Kamchatka. Four hours until 19:00, two on Wednesday.
    expect(await dueOf(number)).toBe(new Date(moscow('2025-02-05 12:00')).toISOString());
    await agree();
  });
});

describe('by the desk’s own, the control', () => {
  beforeAll(async () => {
    desk = await openStillDesk('2025-02-04 12:00');
  });
  afterAll(() => desk?.stop());

  it('wherever the company is, and nothing is pinned', async () => {
    const { email } = await customer(CUSTOMER, { zone: KAMCHATKA, sites: [KALININGRAD] });
    const number = await write(CUSTOMER, email);
    expect(await dueOf(number)).toBe(new Date(moscow('2025-02-05 11:00')).toISOString());
    const ticket = await ticketOf(number);
    expect('zone' in ticket).toBe(false);
    expect(ticket.clocks.every(({ rule }) => !('zone' in rule))).toBe(true);
  });
});
