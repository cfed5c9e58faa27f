import type { CertificateOffer, CertificateRules, MomentEvent, TermLength } from '../certificate-rules.ts';
import type { Path } from '../problem.ts';
import type { LintContext } from './lint-context.ts';

/** Happen with every sale; the others may never happen. */
const SURE: readonly MomentEvent[] = ['purchase', 'sale', 'contract-date', 'number-given', 'standing-given'];

const sameLength = (a: TermLength, b: TermLength): boolean => a.count === b.count && a.unit === b.unit;

/** Whether the first is surely the shorter, whatever the months are: a month has 28 to 31 days. */
const isShorter = (a: TermLength, b: TermLength): boolean => {
  if (a.unit === b.unit) return a.count < b.count;
  return a.unit === 'days' ? a.count < b.count * 28 : a.count * 31 < b.count;
};

const lintBegins = ({ file, problems }: LintContext, offer: CertificateOffer, index: number): void => {
  const path: Path = ['certificates', 'offers', index, 'begins'];
  const { at, notAfter, namedDate } = offer.begins;
  const itself = at.findIndex(({ event }) => event === 'activation');
  if (itself >= 0) problems.add('begins-with-itself', [...path, 'at', itself]);
  // Where a key is the proof, there is no right before it is registered.
  const sure: readonly MomentEvent[] = offer.proof === 'key' ? [...SURE, 'key-registration'] : SURE;
  const isSure = at.some(({ event }) => sure.includes(event)) || notAfter !== null;
  if (!isSure && itself < 0 && namedDate === 'ignored')
    problems.add('begins-maybe-never', [...path, 'at'], {
      events: at.map(({ event }) => event).join(', '),
    });
  const same = at.some(({ event, after }) => after === null && event === notAfter?.event);
  if (same)
    problems.add('begins-limit-idle', [...path, 'not-after'], {
      limit: file.certificates?.offers[index]?.begins['not-after'] ?? '',
    });
};

const lintOffer = (context: LintContext, offer: CertificateOffer, index: number): void => {
  const { file, regulation, problems } = context;
  const path: Path = ['certificates', 'offers', index];
  const { terms, usualTerm, soldBy, soldTo } = offer;
  if (usualTerm !== null && Array.isArray(terms) && !terms.some((one) => sameLength(one, usualTerm)))
    problems.add('usual-term-not-sold', [...path, 'usual-term'], {
      term: file.certificates?.offers[index]?.['usual-term'] ?? '',
    });
  if (soldBy.includes('nobody') && soldBy.length > 1) problems.add('sold-by-nobody', [...path, 'sold-by']);
  if (terms === 'while-standing' && soldTo === null)
    problems.addBoth('standing-of-nobody', [
      [...path, 'terms'],
      [...path, 'sold-to'],
    ]);
  for (const held of regulation.packages) {
    const { id: packageId, onlyFrom } = held;
    const isSold = offer.packages === null || offer.packages.includes(packageId);
    if (!isSold || onlyFrom === null) continue;
    if (soldTo === null || soldTo.some((role) => !onlyFrom.includes(role)))
      problems.addBoth(
        'sold-not-served',
        [
          [...path, 'sold-to'],
          ['packages', packageId, 'only-from'],
        ],
        { packageId },
      );
  }
  lintBegins(context, offer, index);
};

const lintAfterwards = ({ file, regulation, problems }: LintContext, rules: CertificateRules): void => {
  const { loyalty, renewal, lateReturn } = rules;
  const within = renewal?.within ?? null;
  const own = file.certificates;
  if (loyalty !== null && within !== null && isShorter(within, loyalty.length))
    problems.addBoth(
      'renewal-before-loyalty',
      [
        ['certificates', 'renewal', 'within'],
        ['certificates', 'loyalty', 'for'],
      ],
      {
        renewal: own?.renewal?.within ?? '',
        loyalty: typeof own?.loyalty === 'object' ? own.loyalty.for : '',
      },
    );
  const given = regulation.releases.map(({ kind }) => kind);
  for (const [index, kind] of (loyalty?.withholds ?? []).entries())
    if (!given.includes(kind))
      problems.add('withheld-never-given', ['certificates', 'loyalty', 'withholds', index], { kind });
  if (lateReturn !== null && renewal !== null && within === null)
    problems.addBoth('late-return-never', [
      ['certificates', 'late-return'],
      ['certificates', 'renewal', 'within'],
    ]);
};

const lintInquiries = ({ regulation, problems }: LintContext): void => {
  const rows = regulation.sales?.inquiries ?? [];
  const known = new Set(regulation.addresses.map(({ value }) => value.toLowerCase()));
  for (const [index, { districts, to }] of rows.entries()) {
    if (!known.has(to.toLowerCase()))
      problems.add('inquiry-address-unlisted', ['sales', 'inquiries', index, 'to'], { to });
    const by = rows
      .slice(0, index)
      .findIndex(
        (earlier) =>
          earlier.districts === null || districts?.every((one) => earlier.districts?.includes(one)) === true,
      );
    if (by >= 0)
      problems.addBoth(
        'inquiry-unreachable',
        [
          ['sales', 'inquiries', index],
          ['sales', 'inquiries', by],
        ],
        { row: String(index + 1), by: String(by + 1) },
      );
  }
};

/** Rights that nobody can buy, begin or renew. */
export const lintCertificates = (context: LintContext): void => {
  const { regulation, problems } = context;
  const rules = regulation.certificates;
  lintInquiries(context);
  if (rules === null) return;
  for (const [index, offer] of rules.offers.entries()) lintOffer(context, offer, index);
  for (const { id } of regulation.packages)
    if (!rules.offers.some(({ packages }) => packages === null || packages.includes(id)))
      problems.add('package-not-sold', ['packages', id], { packageId: id });
  lintAfterwards(context, rules);
};
