import type { TimeZoneId } from '@reglament/working-time';
import type { CompanyId } from '../ids.ts';
import type { Text } from '../regulation/regulation.ts';
import { type CompanyRefusal, refuseCompany } from './company-refusals.ts';
import { judgeStandings, type Standing } from './judge-standings.ts';

/** A site as a row names it; null: the cell is empty or missing, what is known stays. */
export interface ImportedSite {
  /** null: the row says something of a site that it does not name. */
  readonly name: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly zone: TimeZoneId | null;
}

/** A standing as a row names it, dates `2026-11-21`. */
export interface ImportedStanding {
  /** Id or name of the regulation's role, as typed; null: the row has dates of a standing that it does not name. */
  readonly role: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

export interface KnownSite {
  readonly siteId: string;
  readonly companyId: CompanyId;
  readonly name: string;
  readonly city: string;
  readonly region: string;
  readonly zone: string;
}

export interface KnownStanding extends Standing {
  readonly standingId: string;
  readonly companyId: CompanyId;
}

/** A role of the regulation that a company may have. */
export interface KnownRole {
  readonly id: string;
  readonly name: Text;
}

export type PlannedPart<Part> =
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly refusal: CompanyRefusal }
  | { readonly kind: 'kept'; readonly part: Part; readonly from: Text | null; readonly to: Text };

const same = { kind: 'same' } as const;
const folded = (name: string): string => name.trim().toLowerCase().replaceAll('ё', 'е');

const siteWords = ({ name, city, region, zone }: KnownSite): Text => {
  const words = [name, region, city, zone].filter((word) => word !== '').join(', ');
  return { ru: words, en: words };
};

/**
 * What a row does to the sites of its company, found by name. A new one lives by the company's own time zone where the row
 * names none.
 */
export const planSite = (
  row: ImportedSite | null,
  company: { readonly companyId: CompanyId; readonly zone: TimeZoneId | null },
  known: readonly KnownSite[],
  newId: () => string,
): PlannedPart<KnownSite> => {
  if (row === null) return same;
  const { name } = row;
  if (name === null) return { kind: 'refused', refusal: refuseCompany('site-name-missing') };
  const before = known.find((site) => folded(site.name) === folded(name)) ?? null;
  const zone = row.zone ?? before?.zone ?? company.zone;
  if (zone === null) return { kind: 'refused', refusal: refuseCompany('site-zone-missing', { site: name }) };
  const part: KnownSite = {
    siteId: before?.siteId ?? newId(),
    companyId: company.companyId,
    name: before?.name ?? name,
    city: row.city ?? before?.city ?? '',
    region: row.region ?? before?.region ?? '',
    zone,
  };
  const isSame =
    before !== null &&
    part.city === before.city &&
    part.region === before.region &&
    part.zone === before.zone;
  return isSame
    ? same
    : { kind: 'kept', part, from: before === null ? null : siteWords(before), to: siteWords(part) };
};

const dayWords = (day: string): string => day.split('-').toReversed().join('.');

const standingWords = ({ role, from, until }: Standing, roles: readonly KnownRole[]): Text => {
  const name = roles.find(({ id }) => id === role)?.name ?? { ru: role, en: role };
  return {
    ru: `${name.ru} с ${dayWords(from)}${until === null ? '' : ` по ${dayWords(until)}`}`,
    en: `${name.en} from ${dayWords(from)}${until === null ? '' : ` to ${dayWords(until)}`}`,
  };
};

/**
 * What a row does to the standings of its company: one of the same role and first day gets another last day, else a new one. A
 * row without a first day speaks of the only standing of the role.
 */
export const planStanding = (
  row: ImportedStanding | null,
  companyId: CompanyId,
  known: readonly KnownStanding[],
  roles: readonly KnownRole[],
  newId: () => string,
): PlannedPart<KnownStanding> => {
  if (row === null) return same;
  const refused = (...refusal: Parameters<typeof refuseCompany>) =>
    ({ kind: 'refused', refusal: refuseCompany(...refusal) }) as const;
  if (row.role === null) return refused('standing-missing');
  const typed = folded(row.role);
  const role = roles.find(({ id, name }) => [id, name.ru, name.en].some((one) => folded(one) === typed));
  if (role === undefined)
    return refused('unknown-standing', {
      standing: row.role,
      known: roles.map(({ name }) => name.ru).join(', ') || '—',
    });
  const ofRole = known.filter((one) => one.role === role.id);
  const [only, second] = ofRole;
  const before =
    row.from === null
      ? second === undefined
        ? (only ?? null)
        : null
      : (ofRole.find(({ from }) => from === row.from) ?? null);
  const from = row.from ?? before?.from;
  if (from === undefined) return refused('standing-start-missing', { standing: role.name.ru });
  const until = row.until ?? before?.until ?? null;
  if (before?.until === until) return same;
  const part: KnownStanding = {
    standingId: before?.standingId ?? newId(),
    companyId,
    role: role.id,
    from,
    until,
  };
  const refusal = judgeStandings([...known.filter((one) => one !== before), part], roles);
  if (refusal !== null) return { kind: 'refused', refusal };
  return {
    kind: 'kept',
    part,
    from: before === null ? null : standingWords(before, roles),
    to: standingWords(part, roles),
  };
};
