import type { CertificateId, DeskId, SupportCertificate, UsedCertificate } from '@reglament/desk';
import type { Queries } from '../database.ts';

/** A certificate with all that is on record of its use. */
export interface CertificateUse extends UsedCertificate {
  readonly certificate: SupportCertificate;
}

/** Installations that a report tells one by one. */
const MOST_TOLD = 500;

/** null: the desk has no such certificate. */
export const certificateUse = async (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
): Promise<CertificateUse | null> => {
  const [row] = await q.query<CertificateUse & Record<string, unknown>>(
    'certificate-use',
    `select c.body as certificate, array[c.instances_in_use, c.licences_in_use] as uses,
       coalesce((select jsonb_agg(jsonb_build_object('product', p.name, 'installationType', i.installation_type, 'key', i.key) order by i.instance_id)
         from (select * from instance where desk_id = $1 and certificate_id = $2 and removed_at is null order by instance_id limit ${MOST_TOLD}) i
         join product p on p.desk_id = i.desk_id and p.product_id = i.product_id), '[]') as instances,
       coalesce((select jsonb_agg(jsonb_build_object('number', l.number, 'products', to_jsonb(l.products), 'from', l.from_date, 'until', l.until_date))
         from licence_agreement l where l.desk_id = $1 and l.company_id = c.company_id and l.removed_at is null), '[]') as licences
     from certificate c where c.desk_id = $1 and c.certificate_id = $2`,
    [deskId, certificateId],
  );
  return row ?? null;
};

/** In use under a certificate: instances that name it, and licences activated in them; nothing names it: zeroes. */
export const usesOf = async (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
): Promise<CertificateUse['uses']> => {
  const [row] = await q.query<{ uses: CertificateUse['uses'] }>(
    'certificate-uses',
    'select array[instances_in_use, licences_in_use] as uses from certificate where desk_id = $1 and certificate_id = $2',
    [deskId, certificateId],
  );
  return row?.uses ?? [0, 0];
};
