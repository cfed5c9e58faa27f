import type { CompanyId, ContactId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { insertCompanyRecord } from '../store/companies.ts';
import { insertContact } from '../store/contacts.ts';
import { bringCertificate } from '../use-cases/bring-certificate.ts';
import type { StillDesk } from './still-desk.ts';

/** A company with its numbers, one contact and, where a package was named, a certificate in force. */
export interface SupportCustomer {
  readonly email: string;
  readonly companyId: CompanyId;
  readonly contactId: ContactId;
  readonly company: string;
  readonly number: string;
  readonly inn: string;
}

const WEIGHTS = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const DAY_MS = 86_400_000;

/** A made-up INN of a firm whose check digit is right; another for every index. */
export const innOf = (index: number): string => {
  const digits = String(500_000_000 + index * 13);
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return `${digits}${(sum % 11) % 10}`;
};

let count = 0;

/** Its certificate began yesterday and has `days` to go: 300 unless said. */
export const supportCustomer = async (
  still: StillDesk,
  slug: string,
  packageId: string | null,
  days = 300,
): Promise<SupportCustomer> => {
  count += 1;
  const { context } = still;
  const deskId = still.desk(slug);
  const [companyId, contactId] = [context.newId() as CompanyId, context.newId() as ContactId];
  const email = `olga-${count}@buyer.example`;
  const [company, number, inn] = [`ООО «Покупатель ${count}»`, `C-${count}-${slug}`, innOf(count)];
  await context.db.inDesk(deskId, async (q) => {
    const record = { name: company, inn, kpp: '770701001', ogrn: null, district: null, city: '' };
    await insertCompanyRecord(q, deskId, companyId, record);
    await insertContact(q, { deskId, contactId, companyId, email, name: 'Ольга', phone: '' });
    if (packageId !== null)
      await bringCertificate(context, q, deskId, {
        companyId,
        number,
        packageId,
        startsAt: (context.now() - DAY_MS) as Instant,
        endsAt: (context.now() + days * DAY_MS) as Instant,
      });
  });
  return { email, companyId, contactId, company, number, inn };
};
