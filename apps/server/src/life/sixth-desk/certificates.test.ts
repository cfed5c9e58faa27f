import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asksSales } from '../../scenarios/stage-inquiry.ts';
import type { Bought, StageCertificate } from '../../scenarios/stage-certificate.ts';
import type { StageCustomer } from '../../scenarios/stage.ts';
import { inPerm, openSixthDesk, type SixthDesk } from '../../scenarios/sixth-desk.ts';

// Certificates of the sixth desk: dates are Perm's, a last day is the one before, and never a day off. Working days are those of
// its longest schedule, Monday to Saturday by the calendar.

let desk: SixthDesk;

beforeAll(async () => {
  desk = await openSixthDesk();
});
afterAll(async () => {
  expect(desk.stage.errors).toEqual([]);
  expect(await desk.disagreements()).toEqual([]);
  await desk.stop();
});

interface Held {
  readonly customer: StageCustomer;
  readonly certificate: StageCertificate;
}

const sold = async (at: string, bought: Bought, packageId = 'basic'): Promise<Held> => {
  desk.at(at);
  const customer = await desk.stage.customer(null);
  return { customer, certificate: await customer.buys(packageId, bought) };
};
const inJanuary = { dates: { purchase: '2025-01-10' } } as const;
const ofJanuary = (packageId?: string): Promise<Held> => sold('2025-01-10 12:00', inJanuary, packageId);

/** Beginning, end and end of loyalty, by Perm's clock. */
const span = async (certificate: StageCertificate): Promise<readonly (string | null)[]> => {
  const { starts, ends, loyaltyUntil } = await certificate.seen();
  return [starts, ends, loyaltyUntil].map(inPerm);
};

describe('beginning', () => {
  it('R8, R16: thirty days after the purchase, whatever date the order names', async () => {
    const { certificate } = await sold('2025-01-10 12:00', { ...inJanuary, namedStart: '2025-01-20' });
    expect(await certificate.seen()).toMatchObject({ cause: 'purchase' });
    // 10 January and thirty days: 9 February.
    expect((await span(certificate))[0]).toBe('2025-02-09 00:00');
  });

  it('R40: the first contact begins it earlier, in its minute, and is served by it', async () => {
    const { customer, certificate } = await ofJanuary();
    desk.at('2025-01-15 09:00');
    const ticket = await customer.writes('Как обновить?');
    expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', begins: true });
    expect(await certificate.seen()).toMatchObject({ cause: 'first-contact' });
    // A year of 15 January 2025, the day before: 14 January 2026, Wednesday, to its end.
    expect((await span(certificate)).slice(0, 2)).toEqual(['2025-01-15 09:00', '2026-01-15 00:00']);
    desk.at('2025-01-16 09:00');
    expect((await (await customer.writes('Ещё вопрос.')).seen()).coverage).not.toHaveProperty('begins');
    expect((await span(certificate))[0]).toBe('2025-01-15 09:00');
  });
});

describe('any contact', () => {
  it('R40: a purchase inquiry begins what its company bought, and is itself no ticket', async () => {
    const { customer, certificate } = await ofJanuary();
    desk.at('2025-01-16 11:00');
    await asksSales(desk.stage, customer, 'support', 'Сколько стоит ещё год?');
    expect(await certificate.seen()).toMatchObject({ cause: 'first-contact' });
    expect((await span(certificate))[0]).toBe('2025-01-16 11:00');
  });

  it('R40: a request that another certificate serves begins it as well; a later one moves nothing', async () => {
    const { customer, certificate } = await ofJanuary();
    const best = await customer.buys('best', { dates: { purchase: '2024-11-01' } });
    // 1 December 2024, and thirty days of 10 January: by 5 February neither waits for a request any more but the second.
    desk.at('2025-02-05 09:00');
    const ticket = await customer.writes('Как обновить?');
    expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', packageId: 'best' });
    expect((await span(best))[0]).toBe('2024-12-01 00:00');
    expect((await span(certificate))[0]).toBe('2025-02-05 09:00');
    desk.at('2025-02-06 09:00');
    await customer.writes('Ещё вопрос.');
    expect((await span(certificate))[0]).toBe('2025-02-05 09:00');
  });
});

describe('lengths and last days', () => {
  it('R44, R39, Q23: the day before, of a Sunday the Monday; the loyalty counts from the day after the end', async () => {
    const { certificate } = await ofJanuary();
    // 9 February 2025 and a year, the day before: Sunday 8 February 2026, so Monday the 9th. Three months of the 10th, the day
    // before: Saturday 9 May, off, and so are Sunday and Monday the 11th: Tuesday 12 May.
    expect(await span(certificate)).toEqual(['2025-02-09 00:00', '2026-02-10 00:00', '2026-05-13 00:00']);
    // From 12 February: Wednesday 11 February 2026.
    const other = await sold('2025-01-14 12:00', { dates: { purchase: '2025-01-13' } });
    expect((await span(other.certificate)).slice(0, 2)).toEqual(['2025-02-12 00:00', '2026-02-12 00:00']);
  });

  it('R10: ninety days are days: not three months', async () => {
    const { certificate } = await sold('2025-05-20 12:00', { dates: { purchase: '2025-05-17' }, days: 90 });
    // From 16 June: 14 days of it are left, 31, 31 and 13 more: Saturday 13 September, which is worked.
    expect((await span(certificate)).slice(0, 2)).toEqual(['2025-06-16 00:00', '2025-09-14 00:00']);
  });

  it('R29: three and five years are sold with every package, two are not', async () => {
    for (const packageId of ['basic', 'best']) {
      const { certificate } = await sold('2025-01-10 12:00', { ...inJanuary, months: 36 }, packageId);
      // Tuesday 8 February 2028.
      expect((await span(certificate))[1]).toBe('2028-02-09 00:00');
    }
    desk.at('2025-01-10 12:00');
    const other = await desk.stage.customer(null);
    await expect(other.buys('best', { ...inJanuary, months: 24 })).rejects.toMatchObject({
      code: 'term-not-sold',
      clause: 'L-11',
    });
  });
});

describe('after the end', () => {
  it('R11: everybody is loyal, and served; nobody has to declare anything', async () => {
    const { customer } = await ofJanuary();
    desk.at('2026-03-02 10:00');
    await desk.stage.rings();
    const ticket = await customer.writes('Не открывается.');
    expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', loyalty: true });
    desk.at('2026-05-13 00:00');
    await desk.stage.rings();
    const late = await customer.writes('Не открывается.');
    // R35: without a certificate everybody has the plain package.
    expect((await late.seen()).coverage).toMatchObject({ kind: 'fallback', packageId: 'basic' });
  });

  it('R30: in loyalty no release is given, before the end each that the package has', async () => {
    const { certificate } = await ofJanuary('best');
    const given = async (at: string) => {
      desk.at(at);
      const kinds = (await certificate.page()).releases?.kinds ?? [];
      return kinds.map(({ outcome, clause }) => `${outcome} ${clause}`);
    };
    const all = (word: string) => Array.from({ length: 4 }, () => `${word} L-11`);
    expect(await given('2026-02-09 23:00')).toEqual(all('allowed'));
    expect(await given('2026-02-10 00:00')).toEqual(all('refused'));
  });
});

describe('renewing', () => {
  it('R26: before the end it begins at the end, nothing of the old one is lost', async () => {
    const { certificate } = await ofJanuary();
    desk.at('2025-12-01 12:00');
    const next = await certificate.renews({ on: '2025-12-01' });
    // A year of 10 February 2026, the day before: Tuesday 9 February 2027.
    expect((await span(next)).slice(0, 2)).toEqual(['2026-02-10 00:00', '2027-02-10 00:00']);
  });

  it('R26: after the end it begins when it was bought', async () => {
    const { certificate } = await ofJanuary();
    desk.at('2026-03-02 12:00');
    const next = await certificate.renews({ on: '2026-03-02' });
    // A year of 2 March 2026, the day before: Monday 1 March 2027.
    expect((await span(next)).slice(0, 2)).toEqual(['2026-03-02 12:00', '2027-03-02 00:00']);
  });

  it('R12: within 365 days: over a leap day one less than a year', async () => {
    // From 9 February 2023 to Thursday 8 February 2024; 365 days after it is 7 February 2025.
    const old = { dates: { purchase: '2023-01-10' } };
    const [inTime, late] = [await sold('2025-02-07 12:00', old), await sold('2025-02-07 12:00', old)];
    desk.at('2025-02-07 23:59');
    const next = await inTime.certificate.renews({ on: '2025-02-07' });
    expect((await span(next))[0]).toBe('2025-02-07 23:59');
    desk.at('2025-02-08 00:00');
    await expect(late.certificate.renews({ on: '2025-02-08' })).rejects.toMatchObject({
      code: 'late-return',
      clause: 'L-11',
    });
    // R31: with the upgrade bought it goes on from the old one's end, on paper over by now.
    const back = await late.certificate.renews({
      on: '2025-02-08',
      months: 36,
      upgradeBoughtOn: '2025-02-08',
    });
    // Three years of 9 February 2024, the day before: Monday 8 February 2027.
    expect((await span(back)).slice(0, 2)).toEqual(['2024-02-09 00:00', '2027-02-09 00:00']);
  });

  it('R31: a late return goes on from the end of the certificate before', async () => {
    const { certificate } = await sold('2025-02-07 12:00', { dates: { purchase: '2023-01-10' } });
    desk.at('2025-03-03 10:00');
    const back = await certificate.renews({ on: '2025-03-03', upgradeBoughtOn: '2025-03-03' });
    // A year of 9 February 2024, the day before: Saturday 8 February 2025, which is worked.
    expect((await span(back)).slice(0, 2)).toEqual(['2024-02-09 00:00', '2025-02-09 00:00']);
  });
});
