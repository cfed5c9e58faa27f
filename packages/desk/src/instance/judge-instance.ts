import type { LocalDate } from '@reglament/working-time';
import type { Regulation } from '../regulation/regulation.ts';
import type { InstanceFacts, LicenceFacts } from './instance-facts.ts';
import { type InstanceFault, type InstanceRefusal, refuseInstance } from './instance-refusals.ts';

/** What the desk has on record that an instance is judged by. */
export interface InstanceKnown {
  /** Products of the catalogue with their versions; what is retired is in it where the instance had it before. */
  readonly catalogue: readonly { readonly name: string; readonly versions: readonly string[] }[];
  readonly installationTypes: Regulation['installationTypes'];
  /** Of the company. */
  readonly certificateIds: readonly string[];
  readonly siteIds: readonly string[];
  /** Who has the key already; null: nobody. */
  readonly keyHolder: string | null;
  /** On the desk's wall calendar. */
  readonly today: LocalDate;
}

const listed = (names: readonly string[]): string => names.join(', ') || '—';

const refuseProduct = ({ product }: InstanceFacts, { catalogue }: InstanceKnown): InstanceRefusal | null =>
  catalogue.some(({ name }) => name === product)
    ? null
    : refuseInstance('unknown-product', { product, known: listed(catalogue.map(({ name }) => name)) });

const refuseVersion = (
  { product, version }: InstanceFacts,
  { catalogue }: InstanceKnown,
): InstanceRefusal | null => {
  const known = catalogue.find(({ name }) => name === product);
  return version === null || known === undefined || known.versions.includes(version)
    ? null
    : refuseInstance('unknown-version', { product, version });
};

const refuseType = (
  { installationType: type }: InstanceFacts,
  { installationTypes }: InstanceKnown,
): InstanceRefusal | null =>
  type === null || installationTypes.some(({ id }) => id === type)
    ? null
    : refuseInstance('unknown-type', { type, known: listed(installationTypes.map(({ name }) => name.ru)) });

const refuseAhead = (date: LocalDate | null, today: LocalDate): InstanceRefusal | null =>
  date === null || date <= today ? null : refuseInstance('date-ahead', { date });

const refuseKey = (facts: InstanceFacts, { keyHolder }: InstanceKnown): InstanceRefusal | null => {
  if (facts.key === null) return facts.keyRegisteredOn === null ? null : refuseInstance('key-missing');
  return keyHolder === null ? null : refuseInstance('key-known', { key: facts.key, company: keyHolder });
};

/** Everything that is wrong with an instance, each by its field; nothing: it may be kept. */
export const judgeInstance = (facts: InstanceFacts, known: InstanceKnown): readonly InstanceFault[] => {
  const { certificateId, siteId } = facts;
  const faults: readonly (readonly [string, InstanceRefusal | null])[] = [
    ['product', refuseProduct(facts, known)],
    ['version', refuseVersion(facts, known)],
    ['installationType', refuseType(facts, known)],
    ['key', refuseKey(facts, known)],
    ['keyRegisteredOn', refuseAhead(facts.keyRegisteredOn, known.today)],
    ['commissionedOn', refuseAhead(facts.commissionedOn, known.today)],
    [
      'certificateId',
      certificateId === null || known.certificateIds.includes(certificateId)
        ? null
        : refuseInstance('foreign-certificate'),
    ],
    ['siteId', siteId === null || known.siteIds.includes(siteId) ? null : refuseInstance('foreign-site')],
  ];
  return faults.flatMap(([field, refusal]) => (refusal === null ? [] : [{ field, refusal }]));
};

/** What is wrong with a licence agreement, by field; `holder`: who has its number already. */
export const judgeLicence = (
  { number, products, from, until }: LicenceFacts,
  known: Pick<InstanceKnown, 'catalogue'> & { readonly holder: string | null },
): readonly InstanceFault[] => {
  const names = known.catalogue.map(({ name }) => name);
  const stranger = products?.find((one) => !names.includes(one));
  const faults: readonly (readonly [string, InstanceRefusal | null])[] = [
    [
      'number',
      number.trim() === ''
        ? refuseInstance('licence-number-missing')
        : known.holder === null
          ? null
          : refuseInstance('licence-number-taken', { number, company: known.holder }),
    ],
    [
      'products',
      stranger === undefined
        ? null
        : refuseInstance('unknown-product', { product: stranger, known: listed(names) }),
    ],
    ['until', until !== null && until < from ? refuseInstance('licence-crossed') : null],
  ];
  return faults.flatMap(([field, refusal]) => (refusal === null ? [] : [{ field, refusal }]));
};
