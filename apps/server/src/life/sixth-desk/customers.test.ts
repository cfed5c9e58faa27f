import type { PortalCertificates } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withPortal } from '../../scenarios/portal-matrix.ts';
import { openSixthDesk, type SixthDesk } from '../../scenarios/sixth-desk.ts';
import type { StageCustomer } from '../../scenarios/stage.ts';

// Whom the sixth desk serves, over what, how often, and by whose clock. Times are Perm's unless said otherwise.

let desk: SixthDesk;

beforeAll(async () => {
  desk = await openSixthDesk();
});
afterAll(async () => {
  expect(desk.stage.errors).toEqual([]);
  expect(await desk.disagreements()).toEqual([]);
  await desk.stop();
});

const MORNING = '2025-02-04 10:00';

const customer = (packageId: string | null): Promise<StageCustomer> => {
  desk.at(MORNING);
  return desk.stage.customer(packageId);
};

describe('who is served', () => {
  it('R35, Q17: whoever holds nothing is served by the plain package', async () => {
    const ticket = await (await customer(null)).writes('Терминал не видит остатки.');
    expect((await ticket.seen()).coverage).toMatchObject({
      kind: 'fallback',
      packageId: 'basic',
      clause: 'L-8',
    });
    expect(await desk.due(ticket, 'first-word')).toBe('2025-02-05 15:00');
  });

  it('Q17: somebody unknown gets a number and no promise', async () => {
    desk.at(MORNING);
    const ticket = await desk.stage.stranger().writes('Терминал не видит остатки.');
    const { coverage, clocks } = await ticket.seen();
    expect(coverage.kind).toBe('unidentified');
    expect(clocks).toEqual([]);
    expect((await ticket.lastLetter()).subject).toContain(`№${ticket.number}]`);
  });

  it('R9: also the plain package has the cabinet, and its customer registers a certificate there', async () => {
    desk.at(MORNING);
    const olga = await desk.stage.customer(null);
    const bought = await olga.buys('basic', { dates: { purchase: '2025-02-04' } });
    await withPortal(desk.stage, olga, async (portal) => {
      expect(await portal.get<PortalCertificates>('certificates')).toMatchObject({
        certificates: [{ number: bought.number, package: { id: 'basic' } }],
        cabinet: { open: true, registers: true, clause: null },
      });
      const registered = { what: 'certificate', companyId: null };
      expect(await portal.post('registrations', { ...registered, number: bought.number })).toEqual({
        kind: 'registered',
        number: bought.number,
      });
      expect(await portal.post('registrations', { ...registered, number: 'X-1' })).toMatchObject({
        kind: 'kept',
      });
    });
  });

  it('Q2: anybody of the company’s may ask, whether listed or not', async () => {
    const one = await customer('best');
    await desk.stage.still.rows(
      `insert into contact_of_company (desk_id, contact_id, company_id, listed)
       select desk_id, contact_id, company_id, false from contact where email = $1
       on conflict (desk_id, contact_id, company_id) do update set listed = false returning 1 as one`,
      [one.email],
    );
    const ticket = await one.writes('Терминал не видит остатки.');
    expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', packageId: 'best' });
  });

  it('Q19: a call is served although the plain package has no telephone', async () => {
    const ticket = await (await customer('basic')).calls();
    expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', packageId: 'basic' });
  });
});

describe('how often', () => {
  it('Q17, Q24: the eleventh ticket of a year is served and paid for, the first of the next year is not', async () => {
    const buyer = await customer(null);
    await buyer.buys('basic', { dates: { purchase: '2025-02-03' }, months: 36 });
    /** What staff read of rules that were broken and let pass. */
    const flagged = async (at: string): Promise<readonly string[]> => {
      desk.at(at);
      const ticket = await buyer.writes('Терминал не видит остатки.');
      expect((await ticket.seen()).coverage.kind).toBe('covered');
      const { entitlement } = await desk.stage.browser.ticket(ticket.number);
      const rules = entitlement?.certificates.flatMap((one) => one.rules) ?? [];
      return rules.filter(({ outcome }) => outcome === 'flagged').map(({ clause }) => clause);
    };
    for (let day = 10; day < 20; day += 1) expect(await flagged(`2025-02-${day} 10:00`)).toEqual([]);
    expect(await flagged('2026-02-09 23:59')).toEqual(['L-3']);
    // The year began with the first contact, on 10 February 2025.
    expect(await flagged('2026-02-10 00:00')).toEqual([]);
  });
});

describe('by whose clock', () => {
  it('R37: by that of the company’s only site, told in its time', async () => {
    const one = await customer('basic');
    const { context } = desk.stage.still;
    const deskId = desk.stage.still.desk('lira');
    await context.db.inDesk(deskId, (q) =>
      q.query(
        'test-site',
        'insert into company_site (desk_id, site_id, company_id, name, zone) values ($1, $2, $3, $4, $5)',
        [deskId, context.newId(), one.company?.companyId, 'Склад', 'Asia/Kamchatka'],
      ),
    );
    // Friday noon in Kamchatka, UTC+12: five hours till evening with the lunch out, seven on Monday: 17:00 there, 10:00 here.
    desk.at('2025-02-07 05:00');
    const ticket = await one.writes('Терминал не видит остатки.');
    expect((await ticket.seen()).zone).toBe('Asia/Kamchatka');
    expect(await desk.due(ticket, 'first-word')).toBe('2025-02-10 10:00');
    expect((await ticket.lastLetter()).text).toContain('пн 10.02.2025, 17:00 (МСК+9)');
  });
});
