import { isInn, isKpp, isOgrn, isPersonsInn } from './check-digits.ts';
import { type CompanyRefusal, refuseCompany } from './company-refusals.ts';

/** Numbers and name of a company; null: not known. */
export interface CompanyFacts {
  readonly name: string;
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly ogrn: string | null;
}

/** A field that is wrong, with what to do about it. */
export interface CompanyFault {
  readonly field: keyof CompanyFacts;
  readonly refusal: CompanyRefusal;
}

const fault = (
  field: keyof CompanyFacts,
  ...refusal: Parameters<typeof refuseCompany>
): readonly CompanyFault[] => [{ field, refusal: refuseCompany(...refusal) }];

const kppFaults = ({ inn, kpp }: CompanyFacts): readonly CompanyFault[] => {
  if (kpp === null) return [];
  if (!isKpp(kpp)) return fault('kpp', 'kpp-form', { kpp });
  if (inn === null) return fault('inn', 'kpp-without-inn');
  return isPersonsInn(inn) ? fault('kpp', 'kpp-of-person') : [];
};

const ogrnFaults = ({ inn, ogrn }: CompanyFacts): readonly CompanyFault[] => {
  if (ogrn === null) return [];
  if (!isOgrn(ogrn)) return fault('ogrn', 'ogrn-checksum', { ogrn });
  return inn !== null && isPersonsInn(inn) !== (ogrn.length === 15)
    ? fault('ogrn', 'ogrn-of-another-kind')
    : [];
};

/** Everything that is wrong with a company's numbers by themselves; empty: nothing. */
export const judgeCompany = (facts: CompanyFacts): readonly CompanyFault[] => [
  ...(facts.name.trim() === '' ? fault('name', 'company-name-missing') : []),
  ...(facts.inn !== null && !isInn(facts.inn) ? fault('inn', 'inn-checksum', { inn: facts.inn }) : []),
  ...kppFaults(facts),
  ...ogrnFaults(facts),
];
