import { email as mailAddress } from '@reglament/contract';
import { foldActNumber, isInn, isKpp, judgeCompany } from '@reglament/desk';
import type { TypedRegistration } from '../../store/queries/page-request.ts';
import { readPhone } from '../../text/phone.ts';
import type { ReadFields } from './read-fields.ts';
import type { SupportFault } from './support-words.ts';

type Faults = Readonly<Record<string, SupportFault>>;

export interface TypedPerson {
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly phone: string;
}

export interface TypedCompany {
  readonly company: string;
  readonly inn: string;
  readonly kpp: string;
}

const digits = (value: string): string => value.replaceAll(/[\s-]/g, '');
const fault = (name: string, is: boolean): Faults => (is ? { [name]: name as SupportFault } : {});

/** An address as it is kept; null: it can't be written to. */
export const readEmail = (typed: string): string | null => {
  const email = typed.trim().toLowerCase();
  return mailAddress.safeParse(email).success ? email : null;
};

/** Somebody's name and ways to reach them, and which of them are wrong. */
export const understandPerson = ({ fields }: ReadFields): { person: TypedPerson; faults: Faults } => {
  const { name = '', email: typed = '', phone: called = '' } = fields;
  const email = readEmail(typed);
  const phone = called === '' ? '' : readPhone(called);
  return {
    person: { name, email: email ?? '', phone: phone ?? '' },
    faults: {
      ...fault('name', name === ''),
      ...fault('email', email === null),
      ...fault('phone', phone === null),
    },
  };
};

/** A company by its numbers, checked by themselves: whether anybody knows it is told to nobody. */
export const understandCompany = (
  { fields }: ReadFields,
  numbers: 'asked' | 'optional' = 'asked',
): { company: TypedCompany; faults: Faults } => {
  const { company = '', inn: typedInn = '', kpp: typedKpp = '' } = fields;
  const [inn, kpp] = [digits(typedInn), digits(typedKpp).toUpperCase()];
  const judged = judgeCompany({
    name: company,
    inn: inn === '' ? null : inn,
    kpp: kpp === '' ? null : kpp,
    ogrn: null,
  });
  const wrong = new Set(judged.map(({ field }) => field));
  return {
    company: { company, inn, kpp },
    faults: {
      ...fault('company', company === ''),
      ...fault('inn', inn === '' ? numbers === 'asked' : wrong.has('inn') || !isInn(inn)),
      ...fault('kpp', wrong.has('kpp') || (kpp !== '' && !isKpp(kpp))),
    },
  };
};

/** The number that is registered, and whether it is a key's. */
export const understandNumber = (
  { fields }: ReadFields,
  hasKeys: boolean,
): { what: TypedRegistration['what']; number: string; faults: Faults } => {
  const { number = '', what } = fields;
  return {
    what: hasKeys && what !== 'certificate' ? 'key' : 'certificate',
    number,
    faults: fault('number', foldActNumber(number) === ''),
  };
};
