import type { CertificateId, ContactId, DeskId, Language, SupportCertificate } from '@reglament/desk';
import type { Queries } from '../database.ts';

/** Who is written to of a company's certificates. */
export interface CertificateAddressee {
  readonly contactId: ContactId;
  readonly name: string;
  readonly email: string;
  /** null: nobody has said. */
  readonly language: Language | null;
}

export interface CertificateForLetter {
  readonly certificate: SupportCertificate;
  /** The one that it goes on from; null: it goes on from none. */
  readonly predecessor: SupportCertificate | null;
  readonly companyName: string;
  readonly addressees: readonly CertificateAddressee[];
}

/** More people of one company than this are a mistake of whoever keeps the list. */
const MOST_ADDRESSEES = 1000;

/** Listed contacts of a company who have an address, by name. @throws when there are more than 1000. */
export const certificateAddressees = async (
  q: Queries,
  deskId: DeskId,
  companyId: string,
): Promise<readonly CertificateAddressee[]> => {
  const rows = await q.query<CertificateAddressee & Record<string, unknown>>(
    'certificate-addressees',
    `select c.contact_id as "contactId", c.name, c.email, c.language from contact_of_company s
     join contact c on c.desk_id = s.desk_id and c.contact_id = s.contact_id
     where s.desk_id = $1 and s.company_id = $2 and s.listed and c.email is not null
     order by c.name, c.contact_id limit ${MOST_ADDRESSEES + 1}`,
    [deskId, companyId],
  );
  if (rows.length > MOST_ADDRESSEES)
    throw new Error(`company ${companyId} has more than ${MOST_ADDRESSEES} contacts to write to`);
  return rows;
};

/** What a letter about a certificate is made of; null when the desk has no such certificate. */
export const certificateForLetter = async (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
): Promise<CertificateForLetter | null> => {
  const [row] = await q.query<Omit<CertificateForLetter, 'addressees'> & Record<string, unknown>>(
    'certificate-for-letter',
    `select c.body as certificate, p.body as predecessor, o.name as "companyName"
     from certificate c join company o on o.desk_id = c.desk_id and o.company_id = c.company_id
       left join certificate p on p.desk_id = c.desk_id and p.certificate_id = (c.body ->> 'renews')::uuid
     where c.desk_id = $1 and c.certificate_id = $2`,
    [deskId, certificateId],
  );
  return row === undefined
    ? null
    : { ...row, addressees: await certificateAddressees(q, deskId, row.certificate.companyId) };
};

/** The certificate that one of our own letters was about, by their Message-IDs; null: none of them was about one. */
export const certificateOfSentLetter = async (
  q: Queries,
  deskId: DeskId,
  messageIds: readonly string[],
): Promise<CertificateId | null> => {
  if (messageIds.length === 0) return null;
  const [row] = await q.query<{ certificate_id: CertificateId }>(
    'certificate-of-sent-letter',
    `select certificate_id from letter where desk_id = $1 and direction = 'out' and message_id = any($2::text[])
       and certificate_id is not null limit 1`,
    [deskId, messageIds],
  );
  return row?.certificate_id ?? null;
};
