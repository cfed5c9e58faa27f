import { z } from 'zod';
import { expected } from '../check/words/expected.ts';
import { condition } from './condition.ts';
import { channel, clause, ids, line, text } from './words.ts';

/** What is offered and to whom; how the right to it is born, lives and ends. */

export const serviceLevel = z.enum(['yes', 'no', 'paid', 'agreement', 'conditional']);

export const service = z.strictObject({
  name: text,
  packages: z.record(z.string(), serviceLevel),
  /** When a conditional service is given. */
  when: condition.optional(),
  /** What is offered where it is not given. */
  instead: text.optional(),
  'instead-clause': clause.optional(),
  clause,
});

export const entitlement = z.strictObject({
  'unknown-sender': z.string(),
  'without-package': z.string(),
  clause,
  'unknown-sender-clause': clause.optional(),
  /** Of several certificates in force: the package of the best rank serves, or the one with the shortest target. */
  'of-several': z.enum(['best-rank', 'shortest-target']).optional(),
  /**
   * A request over a channel that the package lacks: no promise, served all the same, or as if it came over another;
   * `from` narrows that to some channels, the others have no promise.
   */
  'other-channel': z
    .union(
      [
        z.enum(['no-promise', 'served']),
        z.strictObject({ as: channel, from: z.array(channel).min(1).optional() }),
      ],
      { error: expected('other-channel') },
    )
    .optional(),
  /** Whose requests count: anybody's of the company, or the listed contacts' only. */
  contacts: z.enum(['company', 'listed']).optional(),
  'contacts-clause': clause.optional(),
  /** Whose standing counts when a partner asks for its customer. */
  'standing-of': z.enum(['requester', 'end-customer']).optional(),
  /** Who may stop serving somebody who is abusive, and who may take that back. */
  abuse: z
    .strictObject({
      'stopped-by': z.enum(['engineer', 'lead']),
      'reversed-by': z.enum(['engineer', 'lead']),
      clause,
    })
    .optional(),
  'way-back': text,
});

const offer = z.strictObject({
  packages: ids,
  /** What proves the right. */
  proof: z.enum(['certificate', 'key', 'act', 'contract', 'standing']),
  'sold-to': z.union([z.literal('anybody'), z.strictObject({ 'company-is': ids })]),
  'sold-by': z.array(z.enum(['sales', 'regional-managers', 'partners', 'nobody'])).min(1),
  'sold-with': z.enum(['product', 'alone', 'either']).optional(),
  /** Lengths on sale; as-agreed: each certificate names its own. */
  terms: z.union([
    z.enum(['as-agreed', 'as-documented', 'while-standing']),
    z.array(z.string()).min(1).max(20),
  ]),
  'usual-term': z.string().optional(),
  'terms-clause': clause.optional(),
  price: text,
  /** A free time at the start. */
  free: z.strictObject({ for: z.string(), from: z.string(), afterwards: text }).optional(),
  begins: z.strictObject({
    /** Moments; the earliest that comes counts. */
    at: z.array(z.string()).min(1).max(10),
    /** A date written in the order wins over the moments. */
    'named-date': z.enum(['wins', 'ignored']),
    'not-after': z.string().optional(),
    clause,
  }),
  clause,
});

export const certificates = z.strictObject({
  offers: z.array(offer).min(1).max(50),
  /** The last day of a term in months: the same number of the last month, or the day before it. */
  'last-day': z.enum(['same-number', 'day-before']),
  'day-off': z.enum(['stays', 'next-working-day']),
  /** What a certificate limits itself to. */
  covers: z
    .strictObject({
      products: z.enum(['named', 'any']),
      'installation-types': z.enum(['named', 'any']),
      quantity: z.enum(['instances', 'licences', 'not-counted']),
      'over-quantity': z.enum(['flag', 'refuse']),
      'licence-agreement': z.enum(['in-force', 'not-asked']),
      'licence-clause': clause.optional(),
      'compliance-check': z.enum(['allowed', 'not-foreseen']),
      'check-clause': clause.optional(),
      clause,
    })
    .optional(),
  loyalty: z
    .union([
      z.literal('none'),
      z.strictObject({
        for: z.string(),
        given: z.enum(['declared-intent', 'everybody']),
        withholds: z.array(z.enum(['major-versions', 'upgrade-licences', 'updates', 'hotfixes'])),
        clause,
      }),
    ])
    .optional(),
  renewal: z
    .strictObject({
      /** After the end, at most; for-ever: no limit. */
      within: z.string(),
      starts: z.enum(['previous-end', 'number-given', 'later-of-both', 'purchase']),
      quantity: z.enum(['activated-licences', 'as-ordered']),
      'quantity-clause': clause.optional(),
      through: z.union([z.literal('any'), z.array(channel).min(1)]),
      act: z
        .strictObject({
          'used-once': z.boolean(),
          /** The act must name the support that was bought. */
          'names-support': z.boolean().optional(),
          issuer: z.enum(['vendor', 'vendor-or-partner']),
          'issuer-clause': clause.optional(),
          clause,
        })
        .optional(),
      clause,
    })
    .optional(),
  'late-return': z
    .union([
      z.literal('as-new'),
      z.strictObject({
        needs: z.array(z.enum(['upgrade-bought', 'upgrade-installed'])).min(1),
        starts: z.enum(['upgrade-installed', 'previous-end', 'purchase']),
        clause,
      }),
    ])
    .optional(),
  clause,
});

/** Which releases a certificate in force opens. */
export const releases = z.array(
  z.strictObject({
    kind: z.enum(['updates', 'hotfixes', 'major-versions', 'upgrade-licences']),
    packages: ids,
    within: z.enum(['bought-major', 'second-digit', 'any']),
    when: condition.optional(),
    clause,
  }),
);

export const sales = z.strictObject({
  /** To whom a purchase inquiry goes; of several rows the first that holds. */
  inquiries: z
    .array(
      z.strictObject({
        districts: z
          .array(
            z.enum([
              'central',
              'north-west',
              'volga',
              'south',
              'north-caucasus',
              'ural',
              'siberia',
              'far-east',
            ]),
          )
          .min(1)
          .optional(),
        to: line,
        clause,
      }),
    )
    .min(1),
  'price-list': z.enum(['published', 'on-request', 'none']).optional(),
  clause,
});
