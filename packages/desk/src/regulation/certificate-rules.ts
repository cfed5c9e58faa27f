import type { Condition } from './condition.ts';
import type { ChannelId, ClauseId, PackageId, Text } from './regulation.ts';

/** How the right to support is born, lives and ends. Dates are those of the regulation's `localTime`. */

/** `3 months`, `90 days`, `1 year` (12 months). Months end on the same day number, or on the month's last day (R10, R44). */
export interface TermLength {
  readonly count: number;
  readonly unit: 'days' | 'months';
}

export type MomentEvent =
  | 'purchase'
  | 'sale'
  | 'commissioning'
  | 'key-registration'
  | 'number-given'
  | 'first-covered-request'
  | 'first-contact'
  | 'contract-date'
  | 'upgrade-installed'
  | 'activation'
  | 'standing-given';

/** An event itself, or 00:00 of the date so long after its date. */
export interface Moment {
  readonly event: MomentEvent;
  readonly after: TermLength | null;
}

export interface CertificateOffer {
  /** null: every package. */
  readonly packages: readonly PackageId[] | null;
  readonly proof: 'certificate' | 'key' | 'act' | 'contract' | 'standing';
  /** Standings of companies it is sold to; null: anybody. */
  readonly soldTo: readonly string[] | null;
  readonly soldBy: readonly ('sales' | 'regional-managers' | 'partners' | 'nobody')[];
  readonly soldWith: 'product' | 'alone' | 'either';
  /** Lengths on sale, or who names the length. */
  readonly terms: 'as-agreed' | 'as-documented' | 'while-standing' | readonly TermLength[];
  readonly usualTerm: TermLength | null;
  /** Where the terms come from; null: from `clause`. */
  readonly termsClause: ClauseId | null;
  readonly price: Text;
  readonly free: { readonly length: TermLength; readonly from: Moment; readonly afterwards: Text } | null;
  readonly begins: {
    /** The earliest that comes counts. */
    readonly at: readonly Moment[];
    /** A date written in the order wins over the moments, or is ignored (R16). */
    readonly namedDate: 'wins' | 'ignored';
    readonly notAfter: Moment | null;
    readonly clause: ClauseId;
  };
  readonly clause: ClauseId;
}

export interface CertificateRules {
  readonly offers: readonly CertificateOffer[];
  /** The last day of a term in months: the same number, or the day before (R44). */
  readonly lastDay: 'same-number' | 'day-before';
  readonly dayOff: 'stays' | 'next-working-day';
  readonly covers: {
    readonly products: 'named' | 'any';
    readonly installationTypes: 'named' | 'any';
    readonly quantity: 'instances' | 'licences' | 'not-counted';
    readonly overQuantity: 'flag' | 'refuse';
    readonly licenceAgreement: 'in-force' | 'not-asked';
    /** null: `clause`. */
    readonly licenceClause: ClauseId | null;
    readonly complianceCheck: 'allowed' | 'not-foreseen';
    /** null: `clause`. */
    readonly checkClause: ClauseId | null;
    readonly clause: ClauseId;
  } | null;
  /** null: support ends with the certificate. */
  readonly loyalty: {
    readonly length: TermLength;
    readonly given: 'declared-intent' | 'everybody';
    readonly withholds: readonly ReleaseKind[];
    readonly clause: ClauseId;
  } | null;
  readonly renewal: {
    /** After the end, at most; null: no limit. */
    readonly within: TermLength | null;
    readonly starts: 'previous-end' | 'number-given' | 'later-of-both' | 'purchase';
    readonly quantity: 'activated-licences' | 'as-ordered';
    /** null: `clause`. */
    readonly quantityClause: ClauseId | null;
    /** null: any channel. */
    readonly through: readonly ChannelId[] | null;
    readonly act: {
      readonly usedOnce: boolean;
      /** The act must name the support that was bought. */
      readonly namesSupport: boolean;
      readonly issuer: 'vendor' | 'vendor-or-partner';
      /** null: `clause`. */
      readonly issuerClause: ClauseId | null;
      readonly clause: ClauseId;
    } | null;
    readonly clause: ClauseId;
  } | null;
  /** After the time for a renewal; null: as a new purchase. */
  readonly lateReturn: {
    readonly needs: readonly ('upgrade-bought' | 'upgrade-installed')[];
    readonly starts: 'upgrade-installed' | 'previous-end' | 'purchase';
    readonly clause: ClauseId;
  } | null;
  readonly clause: ClauseId;
}

export type ReleaseKind = 'updates' | 'hotfixes' | 'major-versions' | 'upgrade-licences';

/** Which releases a certificate in force opens. */
export interface ReleaseRule {
  readonly kind: ReleaseKind;
  /** null: every package. */
  readonly packages: readonly PackageId[] | null;
  readonly within: 'bought-major' | 'second-digit' | 'any';
  readonly when: Condition | null;
  readonly clause: ClauseId;
}

export type FederalDistrict =
  | 'central'
  | 'north-west'
  | 'volga'
  | 'south'
  | 'north-caucasus'
  | 'ural'
  | 'siberia'
  | 'far-east';

export interface SalesRules {
  /** To whom a purchase inquiry goes; the first row that holds. */
  readonly inquiries: readonly {
    /** null: from anywhere. */
    readonly districts: readonly FederalDistrict[] | null;
    readonly to: string;
    readonly clause: ClauseId;
  }[];
  readonly priceList: 'published' | 'on-request' | 'none';
  readonly clause: ClauseId;
}
