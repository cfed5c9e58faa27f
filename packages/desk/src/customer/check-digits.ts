const digitAt = (digits: string, index: number): number => digits.charCodeAt(index) - 48;

const weighed = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * digitAt(digits, index), 0);

const TAIL = [2, 4, 10, 3, 5, 9, 4, 6, 8] as const;

/** Whether the last digits of a tax number (INN: 10 digits of a firm, 12 of a person) follow from the ones before. */
export const isInn = (inn: string): boolean => {
  if (!/^(\d{10}|\d{12})$/.test(inn) || inn.startsWith('00')) return false;
  if (inn.length === 10) return (weighed(inn, TAIL) % 11) % 10 === digitAt(inn, 9);
  return (
    (weighed(inn, [7, ...TAIL]) % 11) % 10 === digitAt(inn, 10) &&
    (weighed(inn, [3, 7, ...TAIL]) % 11) % 10 === digitAt(inn, 11)
  );
};

/** Whether the last digit of a registration number (OGRN: 13 digits of a firm, 15 of a sole trader) follows from the ones before. */
export const isOgrn = (ogrn: string): boolean => {
  if (!/^([1-9]\d{12}|[1-9]\d{14})$/.test(ogrn)) return false;
  const last = ogrn.length - 1;
  return (
    Number((BigInt(ogrn.slice(0, last)) % BigInt(ogrn.length === 13 ? 11 : 13)) % 10n) === digitAt(ogrn, last)
  );
};

/** Whether it reads as a code of the reason for registration (KPP): it has no check digit. */
export const isKpp = (kpp: string): boolean => /^\d{4}[\dA-Z]{2}\d{3}$/.test(kpp);

/** INN of a person: a sole trader, who has no KPP. */
export const isPersonsInn = (inn: string): boolean => inn.length === 12;
