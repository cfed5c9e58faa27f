import { type CompanyRefusal, refuseCompany } from './company-refusals.ts';

/** A standing of the regulation (a partner of some kind) that a company has from one date through another, `2026-11-21`. */
export interface Standing {
  readonly role: string;
  readonly from: string;
  /** The last day; null: until it is taken away. */
  readonly until: string | null;
}

/** Whether a company has the standing on a day of the desk's zone. */
export const hasStanding = ({ from, until }: Omit<Standing, 'role'>, day: string): boolean =>
  from <= day && (until === null || day <= until);

const cross = (a: Standing, b: Standing): boolean =>
  a.role === b.role && a.from <= (b.until ?? '9999') && b.from <= (a.until ?? '9999');

/** What is wrong with a company's standings, the first thing; null: nothing. */
export const judgeStandings = (
  standings: readonly Standing[],
  known: readonly { readonly id: string; readonly name: { readonly ru: string } }[],
): CompanyRefusal | null => {
  const stranger = standings.find(({ role }) => !known.some(({ id }) => id === role));
  if (stranger !== undefined)
    return refuseCompany('unknown-standing', {
      standing: stranger.role,
      known: known.map(({ name }) => name.ru).join(', ') || '—',
    });
  if (standings.some(({ from, until }) => until !== null && until < from))
    return refuseCompany('standing-crossed');
  const twice = standings.some((one, index) => standings.slice(index + 1).some((other) => cross(one, other)));
  return twice ? refuseCompany('standing-twice') : null;
};
