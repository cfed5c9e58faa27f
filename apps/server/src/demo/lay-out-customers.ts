import type { CompanyId, ContactId, DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { insertContact } from '../store/contacts.ts';
import { insertCompanyRecord } from '../store/companies.ts';
import { bringCertificate } from '../use-cases/bring-certificate.ts';
import type { Context } from '../use-cases/context.ts';
import type { DemoCompany } from './story.ts';

const DAY_MS = 86_400_000;

/** Companies with their certificates and people; returns their ids by name. */
export const layOutCustomers = (
  context: Context,
  deskId: DeskId,
  companies: readonly DemoCompany[],
  end: Instant,
): Promise<ReadonlyMap<string, CompanyId>> =>
  context.db.inDesk(deskId, async (q) => {
    const ids = new Map<string, CompanyId>();
    for (const company of companies) {
      const companyId = context.newId() as CompanyId;
      ids.set(company.name, companyId);
      const { name, district = null, city = '' } = company;
      const unknown = { inn: null, kpp: null, ogrn: null, zone: null };
      await insertCompanyRecord(q, deskId, companyId, { ...unknown, name, district, city });
      for (const { number, packageId, fromDay, toDay } of company.certificates) {
        await bringCertificate(context, q, deskId, {
          companyId,
          number,
          packageId,
          startsAt: (end + fromDay * DAY_MS) as Instant,
          endsAt: (end + toDay * DAY_MS) as Instant,
        });
      }
      for (const person of company.people)
        await insertContact(q, { deskId, contactId: context.newId() as ContactId, companyId, ...person });
    }
    return ids;
  });
