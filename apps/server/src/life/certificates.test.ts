import type { CertificateFacts, CertificateId, CompanyId, MomentEvent } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { turnCertificates } from '../jobs/turn-certificates.ts';
import { certificatesOfCompany } from '../store/certificates.ts';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer } from '../testing/test-desk.ts';
import { issueCertificate } from '../use-cases/command-certificate.ts';

// Certificates on real parts: a database, letters, the round that tells their turns.

let desk: StillDesk;
let people = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
});
afterAll(() => desk?.stop());

const fail = (error: unknown): never => {
  throw error;
};
const turn = () => turnCertificates(desk.context, fail);

const customer = async (slug: string): Promise<{ readonly email: string; readonly companyId: CompanyId }> => {
  people += 1;
  const email = `holder-${people}@customer.example`;
  const { companyId } = await addCustomer(desk.opened, slug, {
    company: `ООО «Владелец ${people}»`,
    email,
    name: 'Ольга',
    packageId: null,
  });
  return { email, companyId };
};

const dates = (known: Readonly<Partial<Record<MomentEvent, string>>>): CertificateFacts['dates'] =>
  Object.fromEntries(Object.entries(known).map(([event, day]) => [event, moscow(`${day} 00:00`)]));

const issue = async (
  slug: string,
  companyId: CompanyId,
  changes: Pick<CertificateFacts, 'packageId' | 'dates'> & Partial<CertificateFacts>,
) => {
  const deskId = desk.desk(slug);
  const { regulationVersionId } = await desk.context.regulations.inForce(deskId, desk.context.now());
  const facts: CertificateFacts = {
    certificateId: desk.context.newId() as CertificateId,
    number: `L-${companyId.slice(-8)}`,
    companyId,
    regulationVersionId,
    products: null,
    installationType: null,
    quantity: 5,
    term: { count: 12, unit: 'months' },
    namedStart: null,
    figures: {},
    bought: [],
    people: {},
    visitsPerTicket: null,
    renews: null,
    ...changes,
  };
  return desk.context.db.inDesk(deskId, (q) =>
    issueCertificate(desk.context, q, {
      deskId,
      command: { type: 'Issue', facts, renewal: null },
      actorId: null,
    }),
  );
};

const held = async (slug: string, companyId: CompanyId) => {
  const deskId = desk.desk(slug);
  const [one] = await desk.context.db.inDesk(deskId, (q) => certificatesOfCompany(q, deskId, companyId));
  if (one === undefined) throw new Error('nothing is held');
  return one.certificate;
};

const letter = (slug: string, email: string) =>
  desk.receive(slug, letterFrom({ from: email, to: addressOf(slug) }));

describe('AO-3.1, R8, R40: activation', () => {
  it('the first request begins it and is covered itself; the second finds it begun', async () => {
    const { email, companyId } = await customer('alteroffice');
    desk.at('2025-02-03 10:00');
    await issue('alteroffice', companyId, { packageId: 'basic', dates: dates({ purchase: '2025-02-03' }) });
    desk.at('2025-02-10 11:00');
    const first = await letter('alteroffice', email);
    expect((await desk.ticket('alteroffice', first.number as number)).ticket.coverage).toMatchObject({
      kind: 'covered',
      begins: true,
    });
    expect(await held('alteroffice', companyId)).toMatchObject({
      startsAt: moscow('2025-02-10 11:00'),
      startCause: 'first-covered-request',
      endsAt: moscow('2026-02-11 00:00'),
    });
    desk.at('2025-02-11 11:00');
    const second = await letter('alteroffice', email);
    const { coverage } = (await desk.ticket('alteroffice', second.number as number)).ticket;
    expect(coverage).toMatchObject({ kind: 'covered' });
    expect(coverage).not.toHaveProperty('begins');
    expect((await held('alteroffice', companyId)).startsAt).toBe(moscow('2025-02-10 11:00'));
  });

  it('without a request it begins on the thirty-first day, told once, also late', async () => {
    const { companyId } = await customer('alteroffice');
    desk.at('2025-02-03 10:00');
    await issue('alteroffice', companyId, { packageId: 'basic', dates: dates({ purchase: '2025-02-03' }) });
    expect((await held('alteroffice', companyId)).startsAt).toBe(moscow('2025-03-06 00:00'));
    desk.at('2025-03-05 23:59');
    await turn();
    expect((await held('alteroffice', companyId)).told).toEqual([]);
    desk.at('2025-03-09 12:00');
    await Promise.all([turn(), turn()]);
    expect((await held('alteroffice', companyId)).told).toEqual(['began']);
  });
});

describe('turns that can’t be told', () => {
  it('keep no other back, however many they are, and are tried again', async () => {
    desk.at('2025-02-03 10:00');
    const sold = { packageId: 'basic', dates: dates({ purchase: '2025-02-03' }) };
    const all: CompanyId[] = [];
    for (let n = 0; n < 5; n += 1) {
      const { companyId } = await customer('alteroffice');
      await issue('alteroffice', companyId, sold);
      all.push(companyId);
    }
    const [last = '' as CompanyId, ...broken] = all.toReversed();
    // Of a version of the regulation that nobody has.
    const spoil = (version: string) =>
      desk.rows(
        `update certificate set body = jsonb_set(body, '{regulationVersionId}', to_jsonb($2::text)) where company_id = any($1::uuid[])
         returning 1 as one`,
        [broken, version],
      );
    const { regulationVersionId } = await held('alteroffice', last);
    await spoil(desk.context.newId());
    desk.at('2025-03-06 00:00');
    const errors: unknown[] = [];
    await turnCertificates(desk.context, (error) => errors.push(error), 2);
    expect(errors).toHaveLength(4);
    expect((await held('alteroffice', last)).told).toEqual(['began']);
    await spoil(regulationVersionId);
    await turn();
    for (const companyId of broken) expect((await held('alteroffice', companyId)).told).toEqual(['began']);
  });
});

describe('FL-STOP, FL-LOYAL: after the end', () => {
  it('a request in loyalty is served, one after it is not', async () => {
    const { email, companyId } = await customer('flat');
    desk.at('2025-02-03 10:00');
    const issued = await issue('flat', companyId, {
      packageId: '8x5',
      dates: dates({ sale: '2024-03-01', commissioning: '2024-03-10' }),
    });
    expect(issued.kind).toBe('done');
    expect((await held('flat', companyId)).endsAt).toBe(moscow('2025-03-11 00:00'));
    desk.at('2025-03-11 10:00');
    await turn();
    const late = await letter('flat', email);
    expect((await desk.ticket('flat', late.number as number)).ticket.coverage).toMatchObject({
      kind: 'not-entitled',
      reason: 'expired',
    });
  });
});

describe('a purchase that the rules forbid', () => {
  it('is refused with its clause, and nothing is kept', async () => {
    const { companyId } = await customer('flat');
    const outcome = await issue('flat', companyId, {
      packageId: '24x7',
      dates: dates({ sale: '2025-01-10' }),
      term: { count: 24, unit: 'months' },
    });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'term-not-sold', clause: 'FL-BUY' } });
    await expect(held('flat', companyId)).rejects.toThrow('nothing is held');
  });
});
