import type { FederalDistrict } from '../regulation/certificate-rules.ts';

/** Region codes of the tax offices, by district: the first two digits of INN and KPP. */
const regions: Readonly<Record<FederalDistrict, string>> = {
  central: '31 32 33 36 37 40 44 46 48 50 57 62 67 68 69 71 76 77 97',
  'north-west': '10 11 29 35 39 47 51 53 60 78 83',
  south: '01 08 23 30 34 61 91 92',
  'north-caucasus': '05 06 07 09 15 20 26',
  volga: '02 12 13 16 18 21 43 52 56 58 59 63 64 73',
  ural: '45 66 72 74 86 89',
  siberia: '04 17 19 22 24 38 42 54 55 70',
  'far-east': '03 14 25 27 28 41 49 65 75 79 87',
};

export const federalDistricts = Object.keys(regions) as readonly FederalDistrict[];

const districtOfCode = new Map(
  federalDistricts.flatMap((district) =>
    regions[district].split(' ').map((code) => [code, district] as const),
  ),
);

/**
 * The federal district that a company's numbers speak of: a guess that a person may put right. KPP is asked first: it names the place
 * where the company is registered now; those of the largest taxpayers begin with 99 and name no place.
 *
 * @returns null: the numbers say nothing.
 */
export const guessDistrict = (inn: string | null, kpp: string | null): FederalDistrict | null =>
  districtOfCode.get((kpp ?? '').slice(0, 2)) ?? districtOfCode.get((inn ?? '').slice(0, 2)) ?? null;
