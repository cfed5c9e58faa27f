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

/** How many renewals back a certificate is followed. */
const MOST_RENEWALS = 50;

/** The certificate ($2) and those that it goes on from: what was put on record under them holds under it. */
const CHAIN = `with recursive chain as (
    select certificate_id, body, 1 as depth from certificate where desk_id = $1 and certificate_id = $2
    union all
    select c.certificate_id, c.body, chain.depth + 1 from chain
    join certificate c on c.desk_id = $1 and c.certificate_id = (chain.body ->> 'renews')::uuid
    where chain.depth < ${MOST_RENEWALS}
  )`;

/** The installations under a certificate or one that it goes on from; `day`, `2026-11-21`: what was commissioned later is not yet. */
export const installedUnder = (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
  day: string,
): Promise<readonly InstalledRow[]> =>
  q.query<InstalledRow & Record<string, unknown>>(
    'installed-under',
    `${CHAIN}
     select p.name as product, v.number, bool_or(i.commissioned_on is not null and i.commissioned_on <= $3::date) as "isCommissioned",
       bool_or(i.has_worked) as "hasWorked"
     from chain
     join instance i on i.desk_id = $1 and i.certificate_id = chain.certificate_id and i.removed_at is null
     join product p on p.desk_id = i.desk_id and p.product_id = i.product_id
     left join product_version v on v.desk_id = i.desk_id and v.product_version_id = i.product_version_id
     group by p.name, v.number`,
    [deskId, certificateId, day],
  );

/** Whether the certificate, or one that it goes on from, has a commissioning on record. */
export const isCommissioned = async (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
): Promise<boolean> => {
  const [row] = await q.query<{ found: boolean }>(
    'certificate-commissioned',
    `${CHAIN} select exists (select from chain where body -> 'dates' ? 'commissioning') as found`,
    [deskId, certificateId],
  );
  return row?.found === true;
};
