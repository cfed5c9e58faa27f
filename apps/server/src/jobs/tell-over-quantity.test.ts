import type { CompanyId } from '@reglament/desk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage, type StageCustomer } from '../scenarios/stage.ts';
import type { StageCertificate } from '../scenarios/stage-certificate.ts';
import { notificationsOf } from '../store/queries/notifications.ts';
import { addStaff, type TestPerson } from '../testing/test-desk.ts';
import { changeInstance, createInstance } from '../use-cases/keep-instance.ts';
import { tellOverQuantity } from './tell-over-quantity.ts';

let desk: Stage;
let seller: TestPerson;
let lead: TestPerson;
const errors: unknown[] = [];

beforeAll(async () => {
  desk = await openStage('flat');
  seller = await addStaff(desk.still.opened, 'flat', 'sales', 'seller@flat.example');
  lead = await addStaff(desk.still.opened, 'flat', 'lead', 'lead@flat.example');
});
afterAll(async () => {
  expect([...errors, ...desk.errors]).toEqual([]);
  await desk.stop();
});

const deskId = () => desk.still.desk('flat');
const tell = async (nodes = 1): Promise<void> => {
  const round = tellOverQuantity(desk.still.context, [deskId()], (error) => errors.push(error));
  for (let more = true; more;)
    more = (await Promise.all(Array.from({ length: nodes }, round))).some((one) => one);
};
/** What a person was told of a certificate. */
const told = async (person: TestPerson, certificate: StageCertificate) => {
  const { number } = (await certificate.page()).certificate;
  const all = await desk.still.context.db.inDesk(deskId(), (q) =>
    notificationsOf(q, deskId(), person.personId),
  );
  return all.filter((one) => one.certificate?.number === number);
};
const who = (customer: StageCustomer) => ({
  deskId: deskId(),
  companyId: customer.company?.companyId as CompanyId,
  personId: desk.engineer.personId,
});

/** A certificate for two licences and an installation of so many. */
const use = async (activated: number) => {
  const olga = await desk.customer(null);
  const certificate = await olga.buys('8x5', {
    dates: { sale: '2025-01-10', commissioning: '2025-01-20' },
    quantity: 2,
  });
  const kept = await createInstance(desk.still.context, {
    ...who(olga),
    typed: {
      product: 'ФЛАТ',
      productVersion: null,
      installationType: null,
      key: null,
      keyRegisteredOn: null,
      commissionedOn: null,
      hasWorked: true,
      siteId: null,
      activated,
      certificateId: (await certificate.page()).certificate.certificateId,
    },
    present: () => [],
    idempotency: { key: desk.still.context.newId(), requestHash: 'x' },
  });
  if (kept.kind !== 'done') throw new Error(kept.kind);
  let version = kept.version;
  const activate = async (count: number): Promise<void> => {
    const { instanceId } = kept;
    const change = { activated: count };
    const changed = await changeInstance(desk.still.context, {
      ...who(olga),
      instanceId,
      change,
      seenVersion: version,
    });
    if (changed.kind !== 'done') throw new Error(changed.kind);
    version = changed.version;
  };
  return { olga, certificate, activate };
};

it('whoever sells and leads is told once that more is used than was bought, whatever number of nodes look', async () => {
  desk.at('2025-02-03 10:00');
  const { olga, certificate, activate } = await use(2);
  await tell();
  expect(await told(seller, certificate)).toEqual([]);
  await activate(3);
  await tell(3);
  await tell();
  for (const person of [seller, lead])
    expect(await told(person, certificate)).toMatchObject([
      { kind: 'certificate-over', subject: olga.company?.name, read: false, ticketNumber: null },
    ]);
  expect(await told(desk.engineer, certificate)).toEqual([]);
  // More of the same is no news.
  await activate(4);
  desk.at('2025-02-04 10:00');
  await tell();
  expect(await told(lead, certificate)).toHaveLength(1);
});

it('one that came back within its quantity and goes over again is told again', async () => {
  desk.at('2025-02-05 10:00');
  const { certificate, activate } = await use(3);
  await tell();
  await activate(2);
  await tell();
  desk.at('2025-02-06 10:00');
  await activate(5);
  await tell();
  expect(await told(lead, certificate)).toHaveLength(2);
});

it('one that has ended is over nothing', async () => {
  desk.at('2025-02-07 10:00');
  const { certificate } = await use(3);
  desk.at('2026-02-07 10:00');
  await tell();
  expect(await told(lead, certificate)).toEqual([]);
});
