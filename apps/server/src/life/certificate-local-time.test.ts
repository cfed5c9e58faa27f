import type { CertificateDraft, CertificateId, CompanyId } from '@reglament/desk';
import { type Instant, type LocalDate, parseInstant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { compareJournals } from '../jobs/compare-journals.ts';
import { certificatePageRow } from '../store/queries/certificates.ts';
import { presentCertificate } from '../http/present/present-certificate.ts';
import { amendRegulation } from '../testing/amend-regulation.ts';
import { moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';
import { inForceFor, worldOf } from '../use-cases/command-certificate.ts';
import { issueCertificateByStaff } from '../use-cases/issue-certificate-by-staff.ts';
import { releaseFactsOf } from '../use-cases/release-facts.ts';
import { staffCertificateCommand } from '../use-cases/staff-certificate-command.ts';

// `local-time` and certificates (R37; R8, R10, R12, R16): days of what is sold begin and end on the company's wall clock. FLAT
// sells for twelve months from commissioning; the desk of shtrih-m, whose text says nothing of it, is the control.

let desk: StillDesk;
let made = 0;
const staff = new Map<string, Awaited<ReturnType<typeof addStaff>>>();

const FAR = 'Asia/Kamchatka';
const WEST = 'Europe/Kaliningrad';
const at = (text: string): Instant => parseInstant(text) as Instant;
const on = (text: string): LocalDate => text as LocalDate;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 10:00');
  await amendRegulation(desk.context, 'flat', () => ({ 'local-time': 'customer' }));
  for (const slug of ['flat', 'shtrih-m'])
    staff.set(slug, await addStaff(desk.opened, slug, 'dispatcher', `dispatcher@${slug}.example`));
});
afterAll(() => desk?.stop());

const company = async (slug: string, zone: string | null): Promise<CompanyId> => {
  made += 1;
  const { companyId } = await addCustomer(desk.opened, slug, {
    company: `ООО «${made}»`,
    email: `person-${made}@customer.example`,
    name: 'Ольга',
    packageId: null,
  });
  await desk.rows('update company set zone = $2 where company_id = $1 returning 1 as one', [companyId, zone]);
  return companyId;
};

const draft: CertificateDraft = {
  number: '',
  packageId: '8x5',
  products: null,
  installationType: null,
  productVersion: null,
  quantity: 5,
  term: { count: 12, unit: 'months' },
  figures: {},
  bought: [],
  visitsPerTicket: null,
  namedStart: null,
  dates: { sale: on('2025-02-01'), commissioning: on('2025-02-02') },
};

const sold = async (slug: string, companyId: CompanyId, changes: Partial<CertificateDraft> = {}) => {
  made += 1;
  const outcome = await issueCertificateByStaff(desk.context, {
    deskId: desk.desk(slug),
    companyId,
    personId: staff.get(slug)?.personId as never,
    draft: { ...draft, number: `N-${made}`, ...changes },
    idempotency: { key: newId(), requestHash: newId() },
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.answer.certificateId;
};

const page = async (slug: string, certificateId: CertificateId) => {
  const deskId = desk.desk(slug);
  const found = await desk.context.db.inDesk(deskId, (q) => certificatePageRow(q, deskId, certificateId));
  if (found === null) throw new Error('no such certificate');
  return found;
};
const held = async (slug: string, certificateId: CertificateId) =>
  (await page(slug, certificateId)).row.certificate;

describe('dates of a certificate', () => {
  it.each([
    ['far east', FAR, '2025-02-02T00:00:00+12:00', '2026-02-03T00:00:00+12:00'],
    ['west of the desk', WEST, '2025-02-02T00:00:00+02:00', '2026-02-03T00:00:00+02:00'],
    ['where nobody has said', null, '2025-02-02T00:00:00+03:00', '2026-02-03T00:00:00+03:00'],
  ] as const)('are those of the company’s clock at issue, %s', async (_, zone, startsAt, endsAt) => {
    const certificate = await held('flat', await sold('flat', await company('flat', zone)));
    expect(certificate.zone).toBe(zone ?? 'Europe/Moscow');
    expect([certificate.startsAt, certificate.endsAt]).toEqual([at(startsAt), at(endsAt)]);
  });

  it('stay on it when the company moves, and are corrected on it', async () => {
    const companyId = await company('flat', FAR);
    const certificateId = await sold('flat', companyId);
    await desk.rows('update company set zone = $2 where company_id = $1 returning 1 as one', [
      companyId,
      WEST,
    ]);
    const outcome = await staffCertificateCommand(desk.context, {
      deskId: desk.desk('flat'),
      certificateId,
      personId: staff.get('flat')?.personId as never,
      body: {
        command: 'correct',
        changes: { dates: { sale: on('2025-01-10'), commissioning: on('2025-01-20') } },
        reason: 'Опечатка',
      },
      seenVersion: (await page('flat', certificateId)).row.version,
      idempotency: { key: newId(), requestHash: newId() },
    });
    expect(outcome.kind).toBe('done');
    const { zone, startsAt, endsAt } = await held('flat', certificateId);
    expect([zone, startsAt, endsAt]).toEqual([
      FAR,
      at('2025-01-20T00:00:00+12:00'),
      at('2026-01-21T00:00:00+12:00'),
    ]);
  });

  it('are renewed on the clock that the company lives by then', async () => {
    const companyId = await company('flat', FAR);
    const certificateId = await sold('flat', companyId, {
      dates: { sale: on('2024-03-01'), commissioning: on('2024-03-10') },
    });
    const outcome = await staffCertificateCommand(desk.context, {
      deskId: desk.desk('flat'),
      certificateId,
      personId: staff.get('flat')?.personId as never,
      body: {
        command: 'renew',
        number: `R-${made}`,
        term: { count: 12, unit: 'months' },
        quantity: 5,
        activated: 5,
        boughtOn: on('2025-02-03'),
        channel: 'portal',
        act: null,
        upgradeBoughtOn: null,
        upgradeInstalledOn: null,
      },
      seenVersion: (await page('flat', certificateId)).row.version,
      idempotency: { key: newId(), requestHash: newId() },
    });
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    const next = await held('flat', outcome.answer.certificateId);
    expect(next).toMatchObject({
      zone: FAR,
      startsAt: at('2025-03-11T00:00:00+12:00'),
      endsAt: at('2026-03-11T00:00:00+12:00'),
    });
  });

  it('tell the page whose they are, and count the days that are left on that clock', async () => {
    const certificateId = await sold('flat', await company('flat', FAR), {
      dates: { sale: on('2024-02-01'), commissioning: on('2024-02-03') },
    });
    // The last day, 3 February, is over in Kamchatka at 15:00 in Moscow.
    const shown = async (moment: string) => {
      desk.at(moment);
      const found = await page('flat', certificateId);
      const deskId = desk.desk('flat');
      const inForce = await inForceFor(desk.context, deskId, found.row.certificate);
      const now = desk.context.now();
      const facts = await desk.context.db.inDesk(deskId, (q) =>
        releaseFactsOf(q, deskId, certificateId, inForce, now),
      );
      const { certificate } = presentCertificate(found, worldOf(inForce, now), facts);
      return [certificate.zone, certificate.state, certificate.daysLeft];
    };
    expect(await shown('2025-02-03 14:00')).toEqual([FAR, 'in-force', 0]);
    expect((await shown('2025-02-03 15:00'))[1]).not.toBe('in-force');
    desk.at('2025-02-03 15:30');
  });

  it('the control: a desk with a clock of its own pins none, wherever the company is', async () => {
    const certificateId = await sold('shtrih-m', await company('shtrih-m', FAR), {
      packageId: 'paid',
      quantity: null,
      dates: { 'number-given': on('2025-02-03') },
    });
    const certificate = await held('shtrih-m', certificateId);
    expect('zone' in certificate).toBe(false);
    expect(certificate.startsAt).toBe(moscow('2025-02-03 00:00'));
  });

  it('every journal explains its row', async () => {
    const found: unknown[] = [];
    const desks = desk.opened.desks.map((d) => d.deskId);
    expect(await compareJournals(desk.context, desks, (error) => found.push(error))).toBe(0);
    expect(found).toEqual([]);
  });
});
