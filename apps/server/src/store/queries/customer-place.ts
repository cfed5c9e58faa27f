import type { CompanyId, CustomerPlace, DeskId, SiteId, TicketId } from '@reglament/desk';
import { parseTimeZone } from '@reglament/working-time';
import type { Queries } from '../database.ts';

/** Where a company is: its own zone and those of its sites. A company that the desk does not have is nowhere. */
export const customerPlace = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
): Promise<CustomerPlace> => {
  const [row] = await q.query<{ zone: string | null; sites: readonly { siteId: SiteId; zone: string }[] }>(
    'customer-place',
    `select o.zone, coalesce((select jsonb_agg(jsonb_build_object('siteId', s.site_id, 'zone', s.zone) order by s.site_id)
       from company_site s where s.desk_id = o.desk_id and s.company_id = o.company_id), '[]') as sites
     from company o where o.desk_id = $1 and o.company_id = $2`,
    [deskId, companyId],
  );
  // By the names that they are known by here: what was typed may be spelled otherwise.
  const sites = (row?.sites ?? []).flatMap(({ siteId, zone: typed }) => {
    const zone = parseTimeZone(typed);
    return zone === null ? [] : [{ siteId, zone }];
  });
  return { zone: parseTimeZone(row?.zone ?? ''), sites };
};

/** The same of a ticket's company; null: nobody knows whose it is. */
export const placeOfTicket = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
): Promise<CustomerPlace | null> => {
  const [row] = await q.query<{ company_id: CompanyId | null }>(
    'ticket-company',
    'select company_id from ticket where desk_id = $1 and ticket_id = $2',
    [deskId, ticketId],
  );
  const companyId = row?.company_id ?? null;
  return companyId === null ? null : customerPlace(q, deskId, companyId);
};
