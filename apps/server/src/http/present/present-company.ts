import type { CompanyPage } from '@reglament/contract';
import { hasStanding, type Regulation, stateAt } from '@reglament/desk';
import { type Instant, localDateOf } from '@reglament/working-time';
import type { CompanyPageRow } from '../../store/queries/companies.ts';
import { packageText } from './coverage-summary.ts';
import { iso } from './iso.ts';

/** A company's row as its page shows it, with names by the regulation in force. */
export const presentCompany = (row: CompanyPageRow, regulation: Regulation, now: Instant): CompanyPage => {
  const today = localDateOf(regulation.zone, now);
  return {
    ...row,
    merged: row.merged.map((one) => ({ ...one, at: iso(one.at) })),
    contacts: row.contacts.map((one) => ({ ...one, others: [...one.others] })),
    sites: [...row.sites],
    standings: row.standings.map((one) => ({
      ...one,
      name: regulation.companyRoles.find(({ id }) => id === one.role)?.name ?? { ru: one.role, en: one.role },
      holds: hasStanding(one, today),
    })),
    certificates: row.certificates.map((c) => ({
      certificateId: c.certificateId,
      number: c.number,
      packageName: packageText(regulation, c.packageId),
      startsAt: c.startsAt === null ? null : iso(c.startsAt),
      endsAt: c.endsAt === null ? null : iso(c.endsAt),
      zone: c.zone ?? null,
      state: stateAt(c, now),
    })),
    tickets: row.tickets.map((t) => ({ ...t, registeredAt: iso(t.registeredAt) })),
    duplicates: row.duplicates.map((d) => ({ ...d, because: [...d.because] })),
    roles: regulation.companyRoles.map(({ id, name, offeredBy }) => ({
      id,
      name,
      offered: offeredBy !== null,
    })),
  };
};
