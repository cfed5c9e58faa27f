import type { CompanyId } from '@reglament/desk';
import type { LocalDate } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage, type StageCustomer } from '../scenarios/stage.ts';
import { amendRegulation, type FileData } from '../testing/amend-regulation.ts';
import { staffCommand } from '../use-cases/staff-command.ts';
import { changeInstance, createInstance } from '../use-cases/keep-instance.ts';
import { changeLicence, createLicence } from '../use-cases/keep-licence.ts';

// What the records of a company say of its requests: only what stands on record, by the day of the request.

let desk: Stage;
const dates = { purchase: '2025-02-03' };

beforeAll(async () => {
  desk = await openStage('alteroffice');
});
afterAll(async () => {
  expect(desk.errors).toEqual([]);
  await desk.stop();
});

const who = (customer: StageCustomer) => ({
  deskId: desk.still.desk('alteroffice'),
  companyId: customer.company?.companyId as CompanyId,
  personId: desk.engineer.personId,
});
const idempotency = () => ({ key: desk.still.context.newId(), requestHash: 'x' });

const install = async (customer: StageCustomer, type: string): Promise<string> => {
  const kept = await createInstance(desk.still.context, {
    ...who(customer),
    typed: {
      product: 'AText',
      productVersion: null,
      installationType: type,
      key: null,
      keyRegisteredOn: null,
      commissionedOn: null,
      hasWorked: true,
      siteId: null,
      activated: 1,
    },
    present: () => [],
    idempotency: idempotency(),
  });
  if (kept.kind !== 'done') throw new Error(kept.kind);
  return kept.instanceId;
};
const license = async (customer: StageCustomer, until: string): Promise<string> => {
  const kept = await createLicence(desk.still.context, {
    ...who(customer),
    typed: {
      number: desk.still.context.newId(),
      products: ['AText'],
      from: '2024-01-01' as LocalDate,
      until: until as LocalDate,
    },
    idempotency: idempotency(),
  });
  if (kept.kind !== 'done') throw new Error(kept.kind);
  return kept.licenceId;
};
const reasonOf = async (customer: StageCustomer, product = 'AText'): Promise<string> => {
  const { coverage } = await (await customer.calls({ fields: { product } })).seen();
  return coverage.kind === 'not-entitled' ? coverage.reason : coverage.kind;
};

describe('what was taken off the record', () => {
  it('speaks no more: an installation of another type, a lapsed licence', async () => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    await olga.buys('extended', { dates, installationType: 'workstation' });
    const server = await install(olga, 'server');
    expect(await reasonOf(olga)).toBe('installation-type');
    const removed = { change: { removed: true as const }, seenVersion: 1 };
    await changeInstance(desk.still.context, { ...who(olga), instanceId: server, ...removed });
    expect(await reasonOf(olga)).toBe('covered');
    const licenceId = await license(olga, '2025-01-31');
    expect(await reasonOf(olga)).toBe('licence-agreement');
    expect(await reasonOf(olga, 'ACell')).toBe('covered');
    expect(await reasonOf(olga, 'Офисный пакет AlterOffice')).toBe('licence-agreement');
    await changeLicence(desk.still.context, { ...who(olga), licenceId, ...removed });
    expect(await reasonOf(olga)).toBe('covered');
  });

  it('of several types on record none is held against a request', async () => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    await olga.buys('extended', { dates, installationType: 'workstation' });
    for (const type of ['server', 'workstation']) await install(olga, type);
    expect(await reasonOf(olga)).toBe('covered');
  });
});

describe('a licence agreement', () => {
  it('counts by the day on which the request was received, whenever the company is found out', async () => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    await olga.buys('extended', { dates });
    await license(olga, '2025-02-28');
    for (const [received, kind] of [
      ['2025-02-28 16:00', 'covered'],
      ['2025-03-01 00:00', 'not-entitled'],
    ] as const) {
      desk.at(received);
      const ticket = await desk.stranger().writes('Продукт: AText\nНе открывается');
      desk.at('2025-03-03 10:00');
      const { ticketId, contactId } = await ticket.seen();
      const { deskId, companyId, personId } = who(olga);
      await staffCommand(desk.still.context, {
        deskId,
        ticketId,
        contactId,
        person: { personId, name: 'x' },
        body: { command: 'identify', companyId },
        seenVersion: (await desk.browser.ticket(ticket.number)).ticket.version,
        idempotency: idempotency(),
      });
      expect((await ticket.seen()).coverage.kind).toBe(kind);
    }
  });
});

describe('a quota of tickets', () => {
  it('is counted from the certificate’s first day, month by month, and ends what is promised', async () => {
    desk.at('2025-02-03 10:00');
    await amendRegulation(desk.still.context, 'alteroffice', (file) => {
      const packages = file['packages'] as FileData;
      const tickets = { count: 2, per: 'month', over: 'no-promise', clause: 'AO-4.1-count' };
      return { packages: { ...packages, extended: { ...(packages['extended'] as FileData), tickets } } };
    });
    const [olga, other] = [await desk.customer(null), await desk.customer(null)];
    for (const one of [olga, other]) await one.buys('extended', { dates });
    desk.at('2025-02-10 10:00');
    const asked: string[] = [];
    for (const at of ['2025-02-10 10:00', '2025-03-09 18:00', '2025-03-09 19:00', '2025-03-10 00:00']) {
      desk.at(at);
      asked.push(await reasonOf(olga));
    }
    expect(asked).toEqual(['covered', 'covered', 'quota', 'covered']);
    expect(await reasonOf(other)).toBe('covered');
  });
});
