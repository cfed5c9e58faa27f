import { buildCondition } from './build-condition.ts';
import {
  clauseAt,
  keysOf,
  ownClauseAt,
  packagesAt,
  referencesAt,
  textOf,
  type BuildContext,
} from './build-context.ts';
import type {
  CertificateOffer,
  CertificateRules,
  Moment,
  ReleaseRule,
  SalesRules,
  TermLength,
} from '../certificate-rules.ts';
import { parseMoment, parseTermLength } from '../parse-term.ts';
import type { Path } from '../problem.ts';
import type { RegulationFile } from '../file/regulation-file.ts';

type CertificatesFile = NonNullable<RegulationFile['certificates']>;
type OfferFile = CertificatesFile['offers'][number];

const ONE_DAY: TermLength = { count: 1, unit: 'days' };

const lengthAt = ({ problems }: BuildContext, value: string, path: Path): TermLength => {
  const length = parseTermLength(value);
  if (length === null) problems.add('bad-term', path, { value });
  return length ?? ONE_DAY;
};

const momentAt = ({ problems }: BuildContext, value: string, path: Path): Moment => {
  const moment = parseMoment(value);
  if (moment === null) problems.add('bad-moment', path, { value });
  return moment ?? { event: 'purchase', after: null };
};

const beginsOf = (
  context: BuildContext,
  file: OfferFile['begins'],
  path: Path,
): CertificateOffer['begins'] => ({
  at: file.at.map((value, index) => momentAt(context, value, [...path, 'at', index])),
  namedDate: file['named-date'],
  notAfter:
    file['not-after'] === undefined ? null : momentAt(context, file['not-after'], [...path, 'not-after']),
  clause: clauseAt(context, file.clause, [...path, 'clause']),
});

const offerOf = (context: BuildContext, file: OfferFile, path: Path): CertificateOffer => {
  const { terms, free } = file;
  const usual = file['usual-term'];
  const soldTo = file['sold-to'];
  return {
    packages: packagesAt(context, file.packages, [...path, 'packages']),
    proof: file.proof,
    soldTo:
      soldTo === 'anybody'
        ? null
        : referencesAt(
            context,
            'company-role',
            soldTo['company-is'],
            keysOf(context.file['company-roles'] ?? {}),
            [...path, 'sold-to', 'company-is'],
          ),
    soldBy: file['sold-by'],
    soldWith: file['sold-with'] ?? 'either',
    terms:
      typeof terms === 'string'
        ? terms
        : terms.map((value, index) => lengthAt(context, value, [...path, 'terms', index])),
    usualTerm: usual === undefined ? null : lengthAt(context, usual, [...path, 'usual-term']),
    termsClause: ownClauseAt(context, file['terms-clause'], [...path, 'terms-clause']),
    price: textOf(file.price),
    free:
      free === undefined
        ? null
        : {
            length: lengthAt(context, free.for, [...path, 'free', 'for']),
            from: momentAt(context, free.from, [...path, 'free', 'from']),
            afterwards: textOf(free.afterwards),
          },
    begins: beginsOf(context, file.begins, [...path, 'begins']),
    clause: clauseAt(context, file.clause, [...path, 'clause']),
  };
};

const COVERS = ['certificates', 'covers'];

const coversOf = (context: BuildContext, file: CertificatesFile['covers']): CertificateRules['covers'] =>
  file === undefined
    ? null
    : {
        products: file.products,
        installationTypes: file['installation-types'],
        quantity: file.quantity,
        overQuantity: file['over-quantity'],
        licenceAgreement: file['licence-agreement'],
        licenceClause: ownClauseAt(context, file['licence-clause'], [...COVERS, 'licence-clause']),
        complianceCheck: file['compliance-check'],
        checkClause: ownClauseAt(context, file['check-clause'], [...COVERS, 'check-clause']),
        clause: clauseAt(context, file.clause, [...COVERS, 'clause']),
      };

const loyaltyOf = (context: BuildContext, file: CertificatesFile['loyalty']): CertificateRules['loyalty'] => {
  const path = ['certificates', 'loyalty'];
  if (file === undefined || file === 'none') return null;
  return {
    length: lengthAt(context, file.for, [...path, 'for']),
    given: file.given,
    withholds: file.withholds,
    clause: clauseAt(context, file.clause, [...path, 'clause']),
  };
};

const FOREVER = 'for-ever';

const renewalOf = (context: BuildContext, file: CertificatesFile['renewal']): CertificateRules['renewal'] => {
  const path = ['certificates', 'renewal'];
  if (file === undefined) return null;
  return {
    within: file.within === FOREVER ? null : lengthAt(context, file.within, [...path, 'within']),
    starts: file.starts,
    quantity: file.quantity,
    quantityClause: ownClauseAt(context, file['quantity-clause'], [...path, 'quantity-clause']),
    through: file.through === 'any' ? null : file.through,
    act:
      file.act === undefined
        ? null
        : {
            usedOnce: file.act['used-once'],
            namesSupport: file.act['names-support'] ?? false,
            issuer: file.act.issuer,
            issuerClause: ownClauseAt(context, file.act['issuer-clause'], [...path, 'act', 'issuer-clause']),
            clause: clauseAt(context, file.act.clause, [...path, 'act', 'clause']),
          },
    clause: clauseAt(context, file.clause, [...path, 'clause']),
  };
};

const lateReturnOf = (
  context: BuildContext,
  file: CertificatesFile['late-return'],
): CertificateRules['lateReturn'] =>
  file === undefined || file === 'as-new'
    ? null
    : {
        needs: file.needs,
        starts: file.starts,
        clause: clauseAt(context, file.clause, ['certificates', 'late-return', 'clause']),
      };

/** How the right to support is born, lives and ends; null where the file does not speak of it. */
export const buildCertificates = (context: BuildContext): CertificateRules | null => {
  const file = context.file.certificates;
  if (file === undefined) return null;
  return {
    offers: file.offers.map((offer, index) => offerOf(context, offer, ['certificates', 'offers', index])),
    lastDay: file['last-day'],
    dayOff: file['day-off'],
    covers: coversOf(context, file.covers),
    loyalty: loyaltyOf(context, file.loyalty),
    renewal: renewalOf(context, file.renewal),
    lateReturn: lateReturnOf(context, file['late-return']),
    clause: clauseAt(context, file.clause, ['certificates', 'clause']),
  };
};

export const buildReleases = (context: BuildContext): readonly ReleaseRule[] =>
  (context.file.releases ?? []).map((file, index) => {
    const path = ['releases', index];
    return {
      kind: file.kind,
      packages: packagesAt(context, file.packages, [...path, 'packages']),
      within: file.within,
      when: buildCondition(context, file.when, [...path, 'when']),
      clause: clauseAt(context, file.clause, [...path, 'clause']),
    };
  });

export const buildSales = (context: BuildContext): SalesRules | null => {
  const file = context.file.sales;
  if (file === undefined) return null;
  return {
    inquiries: file.inquiries.map(({ districts, to, clause }, index) => ({
      districts: districts ?? null,
      to,
      clause: clauseAt(context, clause, ['sales', 'inquiries', index, 'clause']),
    })),
    priceList: file['price-list'] ?? 'none',
    clause: clauseAt(context, file.clause, ['sales', 'clause']),
  };
};
