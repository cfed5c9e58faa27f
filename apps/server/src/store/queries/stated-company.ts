import { type CompanyId, type DeskId, foldCompanyName } from '@reglament/desk';
import { statedProofs } from '../../text/stated-proofs.ts';
import type { Queries } from '../database.ts';

/** A company that a request names, and what says so. */
export interface StatedCompany {
  readonly companyId: CompanyId;
  readonly name: string;
  readonly by: 'certificate' | 'inn' | 'name';
  /** The number or the name as it is on record. */
  readonly found: string;
}

/** Companies that hold a contract of one of the numbers, at most five; one that was revoked is nobody's while another has its number. */
export const companiesByProof = async (
  q: Queries,
  deskId: DeskId,
  answers: readonly string[],
): Promise<readonly StatedCompany[]> => {
  const proofs = statedProofs(answers);
  return proofs.length === 0
    ? []
    : q.query<StatedCompany & Record<string, unknown>>(
        'company-by-proof',
        `select o.company_id as "companyId", o.name, 'certificate' as by, c.number as found
         from certificate c join company o on o.desk_id = c.desk_id and o.company_id = c.company_id
         where c.desk_id = $1 and c.number_key = any($2::text[]) and o.merged_into is null
           and (c.body ->> 'revokedAt' is null or not exists (select from certificate n where n.desk_id = c.desk_id and n.number = c.number and n.body ->> 'revokedAt' is null)) order by c.number, o.company_id limit 5`,
        [deskId, proofs],
      );
};

/** The same by the name or the INN that was said, at most five. */
export const companiesByName = async (
  q: Queries,
  deskId: DeskId,
  answers: readonly string[],
): Promise<readonly StatedCompany[]> => {
  const names = answers.map(foldCompanyName).filter((name) => name !== '');
  const numbers = answers.flatMap((answer) => answer.match(/\b(?:\d{10}|\d{12})\b/g) ?? []);
  return names.length + numbers.length === 0
    ? []
    : q.query<StatedCompany & Record<string, unknown>>(
        'company-by-said-name',
        `select company_id as "companyId", name, case when inn = any($3::text[]) then 'inn' else 'name' end as by, coalesce(case when inn = any($3::text[]) then inn end, name) as found
         from company where desk_id = $1 and merged_into is null and (folded_name = any($2::text[]) or inn = any($3::text[])) order by name, company_id limit 5`,
        [deskId, names, numbers],
      );
};

/** Companies that the answers of a request name, each once: by a contract first. Proposed to staff, never believed. */
export const statedCompanies = async (
  q: Queries,
  deskId: DeskId,
  said: { readonly answers: readonly string[]; readonly names: readonly string[] },
): Promise<readonly StatedCompany[]> => {
  const all = [
    ...(await companiesByProof(q, deskId, said.answers)),
    ...(await companiesByName(q, deskId, said.names)),
  ];
  return all.filter((one, index) => all.findIndex(({ companyId }) => companyId === one.companyId) === index);
};
