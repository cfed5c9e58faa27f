import type { CertificateId, DeskId } from '@reglament/desk';
import type { Queries } from '../database.ts';

/** What stands under a certificate, put together by product and version. */
export interface InstalledRow {
  readonly product: string;
  /** Number of the version; null: not known. */
  readonly number: string | null;
  readonly isCommissioned: boolean;
  readonly hasWorked: boolean;
}

/** The installations under a certificate; `day`, `2026-11-21`: what was commissioned later is not yet. */
export const installedUnder = (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
  day: string,
): Promise<readonly InstalledRow[]> =>
  q.query<InstalledRow & Record<string, unknown>>(
    'installed-under',
    `select p.name as product, v.number, bool_or(i.commissioned_on is not null and i.commissioned_on <= $3::date) as "isCommissioned",
       bool_or(i.has_worked) as "hasWorked"
     from instance i
     join product p on p.desk_id = i.desk_id and p.product_id = i.product_id
     left join product_version v on v.desk_id = i.desk_id and v.product_version_id = i.product_version_id
     where i.desk_id = $1 and i.certificate_id = $2 and i.removed_at is null
     group by p.name, v.number`,
    [deskId, certificateId, day],
  );

/** How many renewals back a commissioning is looked for. */
const MOST_RENEWALS = 50;

/** Whether the certificate, or one that it goes on from, has a commissioning on record. */
export const isCommissioned = async (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
): Promise<boolean> => {
  const [row] = await q.query<{ found: boolean }>(
    'certificate-commissioned',
    `with recursive chain as (
       select body, 1 as depth from certificate where desk_id = $1 and certificate_id = $2
       union all
       select c.body, chain.depth + 1 from chain
       join certificate c on c.desk_id = $1 and c.certificate_id = (chain.body ->> 'renews')::uuid
       where chain.depth < ${MOST_RENEWALS}
     )
     select exists (select from chain where body -> 'dates' ? 'commissioning') as found`,
    [deskId, certificateId],
  );
  return row?.found === true;
};
