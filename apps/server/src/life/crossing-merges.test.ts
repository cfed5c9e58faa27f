import type { CompanyId, PersonId } from '@reglament/desk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { lockCompany } from '../store/companies.ts';
import { mergeInto } from '../store/company-merges.ts';
import { openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';
import { issueCertificateByStaff } from '../use-cases/issue-certificate-by-staff.ts';
import { openInquiryByStaff } from '../use-cases/open-inquiry-by-staff.ts';
import { registerByStaff } from '../use-cases/register-by-staff.ts';

// Something is given to a company while another hand merges it away: it must be the kept company's, or be refused; never lost.

let desk: StillDesk;
let personId: PersonId;
let made = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
  ({ personId } = await addStaff(desk.opened, 'flat', 'lead', 'lead@staff.example'));
});
afterAll(() => desk?.stop());

const customer = async () => {
  made += 1;
  const email = `buyer-${made}@customer.example`;
  const named = { company: `ООО «Покупатель ${made}»`, email, name: 'Пётр', packageId: '8x5' };
  return { email, ...(await addCustomer(desk.opened, 'flat', named)) };
};

/** Merges, and holds its transaction open until `work` waits for it; what `work` came to. */
const whileMerged = async <T>(goneId: CompanyId, keptId: CompanyId, work: () => Promise<T>): Promise<T> => {
  const deskId = desk.desk('flat');
  let begun: Promise<T> | undefined;
  await desk.context.db.inDesk(deskId, async (q) => {
    for (const id of [goneId, keptId].toSorted()) await lockCompany(q, deskId, id as CompanyId);
    const at = desk.context.now();
    await mergeInto(q, { deskId, mergeId: newId(), from: goneId, to: keptId, at, personId });
    begun = work();
    begun.catch(() => undefined);
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
  });
  if (begun === undefined) throw new Error('nothing was begun');
  return begun;
};

/** What still names a company that was merged away. */
const stranded = async (goneId: CompanyId): Promise<readonly string[]> => {
  const rows = await desk.rows<{ kind: string }>(
    `select 'certificate' as kind from certificate where company_id = $1 union all select 'ticket' from ticket where company_id = $1
     union all select 'inquiry' from inquiry where company_id = $1 union all select 'instance' from instance where company_id = $1`,
    [goneId],
  );
  return rows.map(({ kind }) => kind);
};

const idempotency = () => ({ key: newId(), requestHash: 'x' });

it('a certificate that is issued meanwhile', async () => {
  const [gone, kept] = [await customer(), await customer()];
  const outcome = await whileMerged(gone.companyId, kept.companyId, () =>
    issueCertificateByStaff(desk.context, {
      deskId: desk.desk('flat'),
      companyId: gone.companyId,
      personId,
      draft: {
        number: `M-${made}`,
        packageId: '8x5',
        products: null,
        installationType: null,
        quantity: 5,
        term: { count: 12, unit: 'months' },
        namedStart: null,
        dates: {},
        figures: {},
        bought: [],
        visitsPerTicket: null,
      },
      idempotency: idempotency(),
    }),
  );
  expect(await stranded(gone.companyId)).toEqual([]);
  expect(outcome).toMatchObject({ kind: 'unknown-company' });
});

it('a request that staff register meanwhile', async () => {
  const [gone, kept] = [await customer(), await customer()];
  await whileMerged(gone.companyId, kept.companyId, () =>
    registerByStaff(desk.context, {
      deskId: desk.desk('flat'),
      personId,
      channel: 'email',
      requesterEmail: gone.email,
      requesterName: '',
      companyId: null,
      subject: 'Не работает',
      text: 'x',
      type: null,
      priority: '2',
      requesterPhone: '',
      fields: {},
      attachments: [],
      idempotency: idempotency(),
    }),
  );
  expect(await stranded(gone.companyId)).toEqual([]);
  const [ticket] = await desk.rows<{ company_id: string; in_body: string }>(
    `select company_id, body ->> 'companyId' as in_body from ticket where subject = 'Не работает'`,
  );
  expect(ticket).toEqual({ company_id: kept.companyId, in_body: kept.companyId });
});

it('an inquiry by telephone meanwhile', async () => {
  const [gone, kept] = [await customer(), await customer()];
  await whileMerged(gone.companyId, kept.companyId, () =>
    openInquiryByStaff(desk.context, {
      deskId: desk.desk('flat'),
      personId,
      channel: 'phone',
      topic: 'support',
      requesterEmail: gone.email,
      requesterName: '',
      requesterPhone: '',
      companyId: null,
      district: null,
      subject: 'Сколько стоит',
      text: 'x',
      idempotency: idempotency(),
    }),
  );
  expect(await stranded(gone.companyId)).toEqual([]);
  const [inquiry] = await desk.rows<{ company_id: string }>('select company_id from inquiry');
  expect(inquiry).toEqual({ company_id: kept.companyId });
});
