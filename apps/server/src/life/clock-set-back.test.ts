import type { CompanyId } from '@reglament/desk';
import type { LocalDate } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareJournals } from '../jobs/compare-journals.ts';
import { turnCertificates } from '../jobs/turn-certificates.ts';
import { certificatesOfCompany } from '../store/certificates.ts';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';
import { issueCertificateByStaff } from '../use-cases/issue-certificate-by-staff.ts';
import { staffCertificateCommand } from '../use-cases/staff-certificate-command.ts';

// The clock of the machine is put right, and goes back by days: what was told is told once, what was served goes on being
// served, what has not happened yet by the new clock is refused in words, and no letter is lost.

let desk: StillDesk;
let personId: never;
let people = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 10:00');
  personId = (await addStaff(desk.opened, 'alteroffice', 'dispatcher', 'd@alteroffice.example'))
    .personId as never;
});
afterAll(() => desk?.stop());

const deskId = () => desk.desk('alteroffice');
const fail = (error: unknown): never => {
  throw error;
};
const rounds = async (): Promise<void> => {
  await turnCertificates(desk.context, fail);
  await desk.ring();
  await desk.deliver();
};

const buyer = async () => {
  people += 1;
  const email = `buyer-${people}@customer.example`;
  const { companyId } = await addCustomer(desk.opened, 'alteroffice', {
    company: `ООО «Часы ${people}»`,
    email,
    name: 'Ольга',
    packageId: null,
  });
  const outcome = await issueCertificateByStaff(desk.context, {
    deskId: deskId(),
    companyId,
    personId,
    draft: {
      number: `CLOCK-${people}`,
      packageId: 'extended',
      products: null,
      installationType: null,
      quantity: 5,
      term: { count: 12, unit: 'months' },
      namedStart: null,
      dates: { purchase: '2025-02-03' as LocalDate },
      figures: {},
      bought: [],
      visitsPerTicket: null,
    },
    idempotency: { key: desk.context.newId(), requestHash: 'x' },
  });
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return { email, companyId, certificateId: outcome.answer.certificateId };
};

const held = async (companyId: CompanyId) => {
  const [one] = await desk.context.db.inDesk(deskId(), (q) => certificatesOfCompany(q, deskId(), companyId));
  if (one === undefined) throw new Error('nothing is held');
  return one;
};

const asks = async (email: string) => {
  const { number } = await desk.receive(
    'alteroffice',
    letterFrom({ from: email, to: addressOf('alteroffice'), text: 'Не открывается' }),
  );
  if (number === null) throw new Error('the letter became no ticket');
  return desk.ticket('alteroffice', number);
};

const subjectsTo = async (email: string): Promise<readonly string[]> =>
  (await Promise.all(desk.sink.letters.filter(({ to }) => to.includes(email)).map(openLetter))).map(
    ({ subject }) => subject,
  );

describe('a clock that is set back', () => {
  it('tells no turn twice, and the letters that it owed go once', async () => {
    desk.at('2025-02-03 10:00');
    const { email, companyId } = await buyer();
    desk.at('2025-03-06 09:00');
    await rounds();
    expect((await held(companyId)).certificate.told).toEqual(['began']);
    const { version } = await held(companyId);
    desk.at('2025-03-03 09:00');
    await rounds();
    desk.at('2025-03-06 12:00');
    await rounds();
    expect(await held(companyId)).toMatchObject({ version, certificate: { told: ['began'] } });
    expect((await subjectsTo(email)).filter((subject) => subject.includes('началась'))).toHaveLength(1);
  });

  it('serves who was served: a request is covered, its clock runs, and each number is given once', async () => {
    desk.at('2025-02-03 10:00');
    const { email, companyId } = await buyer();
    desk.at('2025-03-06 12:00');
    await rounds();
    const before = await asks(email);
    desk.at('2025-03-04 12:00');
    const after = await asks(email);
    expect(after.number).toBe(before.number + 1);
    for (const { ticket } of [before, after])
      expect(ticket).toMatchObject({ state: 'new', coverage: { kind: 'covered', packageId: 'extended' } });
    expect(after.ticket.clocks[0]).toMatchObject({ status: 'running' });
    expect((await held(companyId)).certificate.told).toEqual(['began']);
    desk.at('2025-03-06 13:00');
    await rounds();
    expect((await held(companyId)).certificate.told).toEqual(['began']);
  });

  it('refuses in words what by the new clock has not happened yet, and keeps what was there', async () => {
    desk.at('2025-02-20 10:00');
    const { companyId, certificateId } = await buyer();
    const record = async (on: string) =>
      staffCertificateCommand(desk.context, {
        deskId: deskId(),
        certificateId,
        personId,
        body: { command: 'record-date', event: 'first-covered-request', on: on as LocalDate },
        seenVersion: (await held(companyId)).version,
        idempotency: { key: desk.context.newId(), requestHash: 'x' },
      });
    desk.at('2025-02-18 10:00');
    const kept = await held(companyId);
    expect(await record('2025-02-20')).toMatchObject({
      kind: 'refused',
      refusal: { code: 'date-in-future' },
    });
    expect(await held(companyId)).toEqual(kept);
    desk.at('2025-02-20 11:00');
    expect((await record('2025-02-20')).kind).toBe('done');
    expect((await held(companyId)).certificate.startsAt).toBe(moscow('2025-02-20 00:00'));
  });

  it('every journal explains its row', async () => {
    const found: unknown[] = [];
    const desks = desk.opened.desks.map((d) => d.deskId);
    expect(await compareJournals(desk.context, desks, (error) => found.push(error))).toBe(0);
    expect(found).toEqual([]);
  });
});
