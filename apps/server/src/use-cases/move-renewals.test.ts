import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from '../scenarios/stage.ts';
import type { StageCertificate } from '../scenarios/stage-certificate.ts';

// A corrected end and the renewals that go on from it, on a real database with a clock that the test moves.

let desk: Stage;

beforeAll(async () => {
  desk = await openStage('flat');
});
afterAll(async () => {
  expect(desk.errors).toEqual([]);
  await desk.stop();
});

/** Commissioned on 10 March 2024 and over at the end of 10 March 2025. */
const ofLastYear = async (): Promise<StageCertificate> => {
  desk.at('2025-02-03 10:00');
  const olga = await desk.customer(null);
  return olga.buys('8x5', { dates: { sale: '2024-03-01', commissioning: '2024-03-10' }, quantity: 5 });
};
const correct = (certificate: StageCertificate, changes: object): Promise<void> =>
  certificate.byStaff({ command: 'correct', changes, reason: ' Ошиблись месяцем ' });
const commissionedLater = { dates: { commissioning: '2024-04-20' } };

it('R12: an end that is put right moves the renewals that go on from it, each with the reason; both dates are kept', async () => {
  const old = await ofLastYear();
  const second = await old.renews({ on: '2025-02-03' });
  desk.at('2026-02-03 10:00');
  const third = await second.renews({ on: '2026-02-03' });
  expect((await third.seen()).starts).toBe('2026-03-11 00:00');
  await correct(old, commissionedLater);
  expect((await old.seen()).ends).toBe('2025-04-21 00:00');
  for (const [certificate, year] of [
    [second, 2025],
    [third, 2026],
  ] as const) {
    expect(await certificate.seen()).toMatchObject({
      starts: `${year}-04-21 00:00`,
      ends: `${year + 1}-04-21 00:00`,
      cause: 'renewal',
    });
    const told = (await certificate.page()).history.find(({ says }) =>
      says.ru.startsWith('Начало перенесено'),
    );
    expect(told).toMatchObject({ reason: 'Ошиблись месяцем', clause: 'FL-BACKDATE' });
    for (const day of [`11.03.${year}`, `21.04.${year}`, `10.03.${year + 1}`, `20.04.${year + 1}`])
      expect(told?.says.ru).toContain(day);
  }
});

it('R12, R31: an end that would come to lie after a renewal that stands by itself is refused, and nothing is kept', async () => {
  const old = await ofLastYear();
  desk.at('2026-06-01 12:00');
  const next = await old.renews({
    on: '2026-05-20',
    upgradeBoughtOn: '2026-05-01',
    upgradeInstalledOn: '2026-05-20',
  });
  await expect(correct(old, { term: { count: 36, unit: 'months' } })).rejects.toMatchObject({
    code: 'renewal-crossed',
    words: expect.stringContaining('20.05.2026') as string,
  });
  expect((await old.seen()).ends).toBe('2025-03-11 00:00');
  // As long as both stay apart the end is its own matter.
  await correct(old, commissionedLater);
  expect((await next.seen()).starts).toBe('2026-05-20 00:00');
});
