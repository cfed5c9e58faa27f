import { afterAll, beforeAll, expect, it } from 'vitest';
import { moscow, openStillDesk, type StillDesk } from '../../testing/still-desk.ts';
import { addCustomer } from '../../testing/test-desk.ts';
import { bringCertificate } from '../../use-cases/bring-certificate.ts';
import { commandCertificate } from '../../use-cases/command-certificate.ts';
import { companiesPage } from './companies.ts';

let desk: StillDesk;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 10:00');
});
afterAll(() => desk.stop());

it('a company is listed with the packages that serve it at the moment, in loyalty too (FL-LOYAL)', async () => {
  const deskId = desk.desk('flat');
  const { context } = desk;
  const { companyId } = await addCustomer(desk.opened, 'flat', {
    company: 'ООО «Мебель»',
    email: 'ivan@furniture.example',
    name: 'Иван',
    packageId: null,
  });
  const certificateId = await context.db.inDesk(deskId, (q) =>
    bringCertificate(context, q, deskId, {
      companyId,
      number: 'C-1',
      packageId: '8x5',
      startsAt: moscow('2024-02-11 00:00'),
      endsAt: moscow('2025-02-11 00:00'),
    }),
  );
  const servedAt = async (text: string): Promise<readonly string[]> => {
    const now = moscow(text);
    const asked = { deskId, search: '', after: null, limit: 10, now };
    const [company] = await context.db.inDesk(deskId, (q) => companiesPage(q, asked));
    return company?.packages ?? [];
  };
  expect(await servedAt('2024-02-10 23:59')).toEqual([]);
  expect(await servedAt('2025-02-10 23:59')).toEqual(['8x5']);
  expect(await servedAt('2025-02-11 00:00')).toEqual([]);
  desk.at('2025-02-10 12:00');
  const command = { type: 'DeclareIntent', at: context.now() } as const;
  await context.db.inDesk(deskId, (q) =>
    commandCertificate(context, q, { deskId, certificateId, command, actorId: null, seenVersion: null }),
  );
  expect(await servedAt('2025-05-10 23:59')).toEqual(['8x5']);
  expect(await servedAt('2025-05-11 00:00')).toEqual([]);
});
