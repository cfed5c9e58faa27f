import {
  asHeld,
  type Certificate,
  type CompanyId,
  type ContactId,
  type DeskId,
  type Language,
  type SupportCertificate,
} from '@reglament/desk';
import type { Queries } from './database.ts';

export interface Contact {
  readonly contactId: ContactId;
  readonly companyId: CompanyId | null;
  readonly companyName: string | null;
  readonly email: string | null;
  readonly name: string;
  readonly phone: string;
}

export interface ContactWithCertificates extends Contact {
  readonly certificates: readonly Certificate[];
}

interface Row {
  readonly contact_id: ContactId;
  readonly company_id: CompanyId | null;
  readonly company_name: string | null;
  readonly email: string | null;
  readonly name: string;
  readonly phone: string;
  readonly certificates: readonly SupportCertificate[];
}

const certificatesOf = `coalesce((select jsonb_agg(e.body) from certificate e where e.desk_id = $1::uuid and e.company_id = c.company_id), '[]') as certificates`;

const present = (row: Row): ContactWithCertificates => ({
  contactId: row.contact_id,
  companyId: row.company_id,
  companyName: row.company_name,
  email: row.email,
  name: row.name,
  phone: row.phone,
  certificates: row.certificates.map(asHeld),
});

/** The contact with this address, made if there is none: everybody who writes is somebody. */
export const contactByEmail = async (
  q: Queries,
  input: {
    readonly deskId: DeskId;
    readonly email: string;
    readonly name: string;
    readonly newId: () => string;
  },
): Promise<ContactWithCertificates> => {
  const find = `select c.contact_id, c.company_id, o.name as company_name, c.email, c.name, c.phone, ${certificatesOf}
    from contact c left join company o on o.desk_id = c.desk_id and o.company_id = c.company_id
    where c.desk_id = $1::uuid and c.email = $2`;
  const [known] = await q.query<Row>('contact-by-email', find, [input.deskId, input.email]);
  if (known !== undefined) return present(known);
  await q.query(
    'contact-of-sender',
    'insert into contact (desk_id, contact_id, email, name) values ($1, $2, $3, $4) on conflict (desk_id, email) do nothing',
    [input.deskId, input.newId(), input.email, input.name === '' ? input.email : input.name],
  );
  const [made] = await q.query<Row>('contact-by-email', find, [input.deskId, input.email]);
  if (made === undefined) throw new Error('a contact that was just made is not there');
  return present(made);
};

/** A contact with what its company holds; null when the desk has no such contact. */
export const contactById = async (
  q: Queries,
  deskId: DeskId,
  contactId: ContactId,
): Promise<ContactWithCertificates | null> => {
  const [row] = await q.query<Row>(
    'contact-by-id',
    `select c.contact_id, c.company_id, o.name as company_name, c.email, c.name, c.phone, ${certificatesOf}
    from contact c left join company o on o.desk_id = c.desk_id and o.company_id = c.company_id
    where c.desk_id = $1::uuid and c.contact_id = $2::uuid`,
    [deskId, contactId],
  );
  return row === undefined ? null : present(row);
};

/** In which language somebody wants to be written to: their own choice. */
export const noteLanguage = async (
  q: Queries,
  deskId: DeskId,
  contactId: ContactId,
  language: Language,
): Promise<void> => {
  await q.query(
    'contact-language',
    'update contact set language = $3 where desk_id = $1 and contact_id = $2 and language is distinct from $3',
    [deskId, contactId, language],
  );
};

/** A person known by name and phone only, or one whose address could not be read. */
export const insertContact = async (
  q: Queries,
  c: {
    readonly deskId: DeskId;
    readonly contactId: ContactId;
    readonly companyId: CompanyId | null;
    readonly email: string | null;
    readonly name: string;
    readonly phone: string;
  },
): Promise<void> => {
  await q.query(
    'contact-insert',
    'insert into contact (desk_id, contact_id, company_id, email, name, phone) values ($1, $2, $3, $4, $5, $6)',
    [c.deskId, c.contactId, c.companyId, c.email, c.name, c.phone],
  );
};

/** Certificates of a company with what coverage asks of them; null when the desk has no such company, or its record was merged into another. */
export const companyCertificates = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
): Promise<readonly Certificate[] | null> => {
  const [row] = await q.query<Pick<Row, 'certificates'>>(
    'company-certificates',
    `select ${certificatesOf} from company c where c.desk_id = $1::uuid and c.company_id = $2::uuid and c.merged_into is null`,
    [deskId, companyId],
  );
  return row === undefined
    ? null
    : present({
        ...row,
        contact_id: '' as ContactId,
        company_id: companyId,
        company_name: null,
        email: null,
        name: '',
        phone: '',
      }).certificates;
};

/** The contact belongs to the company from now on: the next letter finds it. Does not move one that has a company. */
export const giveContactCompany = async (
  q: Queries,
  deskId: DeskId,
  contactId: ContactId,
  companyId: CompanyId,
): Promise<void> => {
  await q.query(
    'contact-company',
    'update contact set company_id = $3 where desk_id = $1 and contact_id = $2 and company_id is null',
    [deskId, contactId, companyId],
  );
};

/** A person says their name and telephone on a page: kept where nothing was known. */
export const tellContact = async (
  q: Queries,
  c: {
    readonly deskId: DeskId;
    readonly contactId: ContactId;
    readonly name: string;
    readonly phone: string;
  },
): Promise<void> => {
  await q.query(
    'contact-tell',
    `update contact set name = case when name = email and $3 <> '' then $3 else name end, phone = case when phone = '' then $4 else phone end
     where desk_id = $1 and contact_id = $2`,
    [c.deskId, c.contactId, c.name, c.phone],
  );
};
