import type { CompanyId, DeskId, IntakeSource, Regulation } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { companiesByProof, type StatedCompany, statedCompanies } from '../store/queries/stated-company.ts';

type Answers = Readonly<Record<string, string>>;

/** Where a number may stand that proves something: where the regulation asks for it, and in what only the customer can answer. */
const ofProofs: readonly (IntakeSource | null)[] = [null, 'certificate'];

const answersTo = (
  { intake }: Regulation,
  sources: readonly (IntakeSource | null)[],
  fields: Answers,
): readonly string[] =>
  intake.flatMap((field) => {
    const answer = sources.includes(field.source) ? fields[field.id] : undefined;
    return answer === undefined ? [] : [answer];
  });

/**
 * Whom a request of nobody known names, by the number of a contract or by the company's name (CN-PROOF). Proposed to staff: a
 * number that somebody has seen or guessed gives nobody another's support.
 */
export const whoIsStated = (
  q: Queries,
  deskId: DeskId,
  regulation: Regulation,
  fields: Answers,
): Promise<readonly StatedCompany[]> =>
  statedCompanies(q, deskId, {
    answers: answersTo(regulation, ofProofs, fields),
    names: answersTo(regulation, ['company'], fields),
  });

/** The one company whose contract staff have put down; null: none, or several. */
export const companyPutDown = async (
  q: Queries,
  deskId: DeskId,
  regulation: Regulation,
  fields: Answers,
): Promise<CompanyId | null> => {
  const found = await companiesByProof(q, deskId, answersTo(regulation, ofProofs, fields));
  const [one, ...others] = new Set(found.map(({ companyId }) => companyId));
  return one !== undefined && others.length === 0 ? one : null;
};
