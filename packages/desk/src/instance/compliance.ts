import type { SupportCertificate } from '../certificate/life/support-certificate.ts';
import type { ClauseId, Regulation } from '../regulation/regulation.ts';
import type { LicenceFacts } from './instance-facts.ts';

/** An instance that names a certificate. */
export interface UsedInstance {
  readonly product: string;
  readonly installationType: string | null;
  /** As it is printed; null: it has none. */
  readonly key: string | null;
}

/** A certificate with what is on record of its use. */
export interface UsedCertificate {
  readonly certificate: Pick<SupportCertificate, 'products' | 'installationType' | 'quantity'>;
  /** Instances that name it, and licences activated in them. */
  readonly uses: readonly [instances: number, licences: number];
  readonly instances: readonly UsedInstance[];
  /** Agreements of its company. */
  readonly licences: readonly LicenceFacts[];
}

/** What speaks of a breach of what was bought (AO-3.3, AO-3.4). */
export type ComplianceFinding = { readonly clause: ClauseId } & (
  | { readonly kind: 'over-quantity'; readonly most: number; readonly used: number }
  | { readonly kind: 'foreign-product'; readonly instance: UsedInstance; readonly wanted: readonly string[] }
  | { readonly kind: 'foreign-type'; readonly instance: UsedInstance; readonly wanted: string }
  /** No agreement is in force for the product; null: for any. `until`: the last day of the latest. */
  | {
      readonly kind: 'licence-lapsed';
      readonly product: string | null;
      readonly number: string;
      readonly until: string;
    }
);

type Covers = NonNullable<NonNullable<Regulation['certificates']>['covers']>;

const overQuantity = (
  { certificate, uses }: UsedCertificate,
  covers: Covers,
): readonly ComplianceFinding[] => {
  const { quantity: most } = certificate;
  const used = uses[covers.quantity === 'licences' ? 1 : 0];
  return covers.quantity === 'not-counted' || most === null || used <= most
    ? []
    : [{ kind: 'over-quantity', clause: covers.clause, most, used }];
};

const foreign = (
  { certificate, instances }: UsedCertificate,
  covers: Covers,
): readonly ComplianceFinding[] => {
  const { clause } = covers;
  const products = covers.products === 'named' ? certificate.products : null;
  const type = covers.installationTypes === 'named' ? certificate.installationType : null;
  return instances.flatMap((instance): readonly ComplianceFinding[] => [
    ...(products === null || products.includes(instance.product)
      ? []
      : [{ kind: 'foreign-product' as const, clause, instance, wanted: products }]),
    ...(type === null || instance.installationType === null || instance.installationType === type
      ? []
      : [{ kind: 'foreign-type' as const, clause, instance, wanted: type }]),
  ]);
};

/** The latest of the agreements for a product when none of them is in force; null: one is, or there never was any. */
const lapsedFor = (
  licences: readonly LicenceFacts[],
  product: string | null,
  today: string,
): LicenceFacts | null => {
  const own = licences.filter(
    ({ products }) => products === null || (product !== null && products.includes(product)),
  );
  if (own.some(({ from, until }) => from <= today && (until === null || today <= until))) return null;
  const over = own.filter(({ until }) => until !== null && until < today);
  return over.toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? 1 : -1))[0] ?? null;
};

const lapsed = (
  { certificate, instances, licences }: UsedCertificate,
  covers: Covers,
  today: string,
): readonly ComplianceFinding[] => {
  if (covers.licenceAgreement !== 'in-force') return [];
  const used = [...new Set(instances.map(({ product }) => product))];
  const products = certificate.products ?? (used.length === 0 ? [null] : used);
  return products.flatMap((product): readonly ComplianceFinding[] => {
    const last = lapsedFor(licences, product, today);
    return last === null || last.until === null
      ? []
      : [
          {
            kind: 'licence-lapsed',
            clause: covers.licenceClause ?? covers.clause,
            product,
            number: last.number,
            until: last.until,
          },
        ];
  });
};

const latest = ({ from, until }: LicenceFacts): string => `${from} ${until ?? '9999'}`;

/** Agreements that what a certificate covers could be used under, the latest first; none where the regulation asks for none. */
export const licencesFor = (
  { certificate, licences }: Pick<UsedCertificate, 'certificate' | 'licences'>,
  { certificates }: Regulation,
): readonly LicenceFacts[] =>
  certificates?.covers?.licenceAgreement === 'in-force'
    ? licences
        .filter(
          ({ products }) =>
            products === null ||
            certificate.products === null ||
            products.some((one) => certificate.products?.includes(one) === true),
        )
        .toSorted((a, b) => latest(b).localeCompare(latest(a)))
    : [];

/** Everything on record that speaks of a breach; `today` on the desk's calendar. */
export const complianceOf = (
  used: UsedCertificate,
  regulation: Regulation,
  today: string,
): readonly ComplianceFinding[] => {
  const covers = regulation.certificates?.covers ?? null;
  return covers === null
    ? []
    : [...overQuantity(used, covers), ...foreign(used, covers), ...lapsed(used, covers, today)];
};
