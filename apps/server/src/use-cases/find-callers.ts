import type { CompanyId, ContactId, DeskId } from '@reglament/desk';
import {
  callerById,
  type CallerRow,
  callingCompanies,
  type CallingCompanyRow,
  contactsByPhoneEnd,
  openTicketsOf,
} from '../store/queries/callers.ts';
import type { Queries } from '../store/database.ts';
import type { QueueRow } from '../store/queries/queue.ts';
import { readPhone } from '../text/phone.ts';
import type { Context } from './context.ts';

export interface AskedCaller {
  readonly deskId: DeskId;
  /** As it was typed or pasted; empty: withheld, or not typed yet. */
  readonly phone: string;
  readonly contactId: ContactId | null;
  readonly companyId: CompanyId | null;
}

export interface FoundCallers {
  /** E.164; null: what was typed is no number. */
  readonly phone: string | null;
  readonly callers: readonly CallerRow[];
  readonly companies: readonly CallingCompanyRow[];
  readonly tickets: readonly QueueRow[];
}

/** Companies that are laid out at once. */
const MOST_COMPANIES = 12;
/** Two spellings of a Russian number share these. */
const END = 10;

const digitsOf = (phone: string): string => phone.replaceAll(/\D/g, '');

/** Whoever has this number, however it was written down when they were entered. */
const byPhone = async (q: Queries, deskId: DeskId, phone: string | null): Promise<readonly CallerRow[]> => {
  if (phone === null) return [];
  const rows = await contactsByPhoneEnd(q, deskId, digitsOf(phone).slice(-END));
  return rows.filter((row) => (readPhone(row.phone) ?? `+${digitsOf(row.phone)}`) === phone);
};

/** Who may be calling, with what has to be known of them while they talk; null: the desk has no such contact or company. */
export const findCallers = (context: Context, asked: AskedCaller): Promise<FoundCallers | null> => {
  const { deskId, contactId, companyId } = asked;
  const phone = readPhone(asked.phone);
  return context.db.inDesk(deskId, async (q) => {
    const named = contactId === null ? [] : await callerById(q, deskId, contactId);
    if (contactId !== null && named.length === 0) return null;
    const callers = contactId === null ? await byPhone(q, deskId, phone) : named;
    const ids = [
      ...new Set([...(companyId === null ? [] : [companyId]), ...callers.flatMap((one) => one.companyIds)]),
    ].slice(0, MOST_COMPANIES);
    const companies = await callingCompanies(q, deskId, ids);
    if (companyId !== null && companies[0]?.companyId !== companyId) return null;
    const tickets = await openTicketsOf(
      q,
      deskId,
      callers.map((one) => one.contactId),
      ids,
    );
    return { phone, callers, companies, tickets };
  });
};
