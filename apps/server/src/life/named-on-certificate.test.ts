import type { CertificateFacts, CertificateId } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';
import { issueCertificate } from '../use-cases/command-certificate.ts';

// What a certificate says of its own reaches the tickets that it serves: its figure, its people.

const HOUR_MS = 3_600_000;

let desk: StillDesk;
let people = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
});
afterAll(() => desk?.stop());

/** A customer with a certificate of the maximum level. */
const customerWith = async (
  changes: Pick<CertificateFacts, 'figures' | 'people'>,
): Promise<{ readonly email: string; readonly number: string }> => {
  people += 1;
  const email = `named-${people}@customer.example`;
  const number = `AO-${people}`;
  const { companyId } = await addCustomer(desk.opened, 'alteroffice', {
    company: `ООО «Названный ${people}»`,
    email,
    name: 'Ольга',
    packageId: null,
  });
  const deskId = desk.desk('alteroffice');
  const { regulationVersionId } = await desk.context.regulations.inForce(deskId, desk.context.now());
  const facts: CertificateFacts = {
    certificateId: desk.context.newId() as CertificateId,
    number,
    companyId: companyId,
    packageId: 'maximum',
    regulationVersionId,
    products: ['AText'],
    installationType: 'server',
    quantity: 5,
    term: { count: 12, unit: 'months' },
    namedStart: null,
    dates: { purchase: moscow('2025-02-03 00:00') },
    bought: [],
    visitsPerTicket: null,
    renews: null,
    ...changes,
  };
  const issued = await desk.context.db.inDesk(deskId, (q) =>
    issueCertificate(desk.context, q, {
      deskId,
      command: { type: 'Issue', facts, renewal: null },
      actorId: null,
    }),
  );
  expect(issued).toMatchObject({ kind: 'done' });
  return { email, number };
};

const ticketOf = async (email: string) => {
  const letter = await desk.receive('alteroffice', letterFrom({ from: email, to: addressOf('alteroffice') }));
  return (await desk.ticket('alteroffice', letter.number as number)).ticket;
};

describe('AO-4.1-manager R3: named on the certificate', () => {
  it('a letter becomes a ticket of the named manager, due by the figure agreed', async () => {
    const manager = await addStaff(desk.opened, 'alteroffice', 'engineer', 'manager@desk.example');
    const { email, number } = await customerWith({
      figures: { reaction: 4 * HOUR_MS },
      people: { manager: manager.personId },
    });
    desk.at('2025-02-04 10:00');
    const ticket = await ticketOf(email);
    expect(ticket).toMatchObject({
      state: 'new',
      assigneeId: manager.personId,
      assignedBy: 'AO-4.1-manager',
      coverage: { kind: 'covered', agreed: { number } },
    });
    expect(ticket.clocks).toMatchObject([
      { id: 'reaction', dueAt: moscow('2025-02-04 14:00'), rule: { certificate: number } },
    ]);
  });

  it('somebody who is not on the desk’s staff is given nothing', async () => {
    const elsewhere = await addStaff(desk.opened, 'flat', 'engineer', 'elsewhere@desk.example');
    const { email } = await customerWith({
      figures: {},
      people: { manager: elsewhere.personId },
    });
    desk.at('2025-02-04 11:00');
    expect(await ticketOf(email)).toMatchObject({ state: 'new', assigneeId: null });
  });
});
