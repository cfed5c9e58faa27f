import type { CertificateId, CompanyId, DeskId } from '@reglament/desk';
import type { Queries } from '../database.ts';

/** An installation that may be the one that a request is about, not yet on record as commissioned. */
export interface WaitingInstance {
  readonly instanceId: string;
  readonly version: number;
  readonly product: string;
  readonly productVersion: string | null;
  readonly key: string | null;
  readonly hasWorked: boolean;
}

export interface CommissioningOnRecord {
  readonly isCommissioned: boolean;
  /** Those that may be commissioned, some of them where there are many. */
  readonly waiting: readonly WaitingInstance[];
}

/** More than anybody chooses from in a dialog. */
const MOST = 20;

/**
 * Whether anything is on record as commissioned under a certificate, under those that it goes on from or that go on from it, or
 * under none: what names no certificate speaks against nobody. `product` null: any. `day`, `2026-11-21`: later is not yet.
 */
export const commissioningOnRecord = async (
  q: Queries,
  deskId: DeskId,
  asked: {
    readonly companyId: CompanyId;
    readonly certificateId: CertificateId;
    readonly product: string | null;
    readonly day: string;
  },
): Promise<CommissioningOnRecord> => {
  const [row] = await q.query<CommissioningOnRecord & Record<string, unknown>>(
    'commissioning-on-record',
    `with recursive kin as (
       select certificate_id, body ->> 'renews' as renews, body -> 'dates' ? 'commissioning' as dated
       from certificate where desk_id = $1 and company_id = $2 and certificate_id = $3
       union
       select c.certificate_id, c.body ->> 'renews', c.body -> 'dates' ? 'commissioning' from kin
       join certificate c on c.desk_id = $1 and c.company_id = $2
         and (c.certificate_id = kin.renews::uuid or c.body ->> 'renews' = kin.certificate_id::text)
     ), own as (
       select i.instance_id, i.version, p.name as product, v.number, i.key, i.has_worked, coalesce(i.commissioned_on <= $5::date, false) as done
       from instance i join product p on p.desk_id = i.desk_id and p.product_id = i.product_id
       left join product_version v on v.desk_id = i.desk_id and v.product_version_id = i.product_version_id
       where i.desk_id = $1 and i.company_id = $2 and i.removed_at is null and ($4::text is null or p.name = $4)
         and (i.certificate_id is null or i.certificate_id in (select certificate_id from kin))
     )
     select exists (select from kin where dated) or exists (select from own where done) as "isCommissioned",
       coalesce((select jsonb_agg(jsonb_build_object('instanceId', w.instance_id, 'version', w.version, 'product', w.product, 'productVersion', w.number, 'key', w.key, 'hasWorked', w.has_worked))
         from (select * from own where not done order by instance_id limit ${MOST}) w), '[]') as waiting`,
    [deskId, asked.companyId, asked.certificateId, asked.product, asked.day],
  );
  return row ?? { isCommissioned: false, waiting: [] };
};
