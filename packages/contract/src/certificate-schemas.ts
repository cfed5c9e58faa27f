import { parseLocalDate, type LocalDate } from '@reglament/working-time';
import { z } from 'zod';
import { releases } from './release-schemas.ts';
import { channel, id, instantText, lineText, text, typedText } from './schemas.ts';

/** Dates of orders: earlier ones are typing mistakes, later ones leave no room for a term. */
const FIRST_DATE = '1990-01-01';
const LAST_DATE = '2099-12-31';

/** `2026-11-23`, on the desk's wall calendar. */
export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((date) => parseLocalDate(date) !== null && date >= FIRST_DATE && date <= LAST_DATE, {
    error: 'invalid-date',
  }) as unknown as z.ZodType<LocalDate, string>;

export const certificateState = z.enum(['not-begun', 'in-force', 'loyalty', 'ended', 'suspended', 'revoked']);

export const certificateView = z.enum([
  'all',
  'expiring-30',
  'expiring-60',
  'expiring-90',
  'over-quantity',
  'loyalty',
  'ended',
  'not-begun',
]);
export type CertificateView = z.infer<typeof certificateView>;

export const momentEvent = z.enum([
  'purchase',
  'sale',
  'commissioning',
  'key-registration',
  'number-given',
  'first-covered-request',
  'first-contact',
  'contract-date',
  'upgrade-installed',
  'activation',
  'standing-given',
]);

const named = z.object({ id: z.string(), name: text });
const other = z.object({ certificateId: id, number: z.string() });

export const certificateSummary = z.object({
  certificateId: id,
  number: z.string(),
  company: z.object({ companyId: id, name: z.string() }),
  package: named,
  state: certificateState,
  /** null: it has not begun, and nobody knows when it will. */
  startsAt: instantText.nullable(),
  endsAt: instantText.nullable(),
  /** The last instant of its loyalty; null: it has none, or nobody declared the wish to renew. */
  loyaltyUntil: instantText.nullable(),
  /** Whose wall clock its dates are of; null: the desk's. */
  zone: z.string().nullable(),
  /** Days that it serves after today; 0 on its last day; null: it does not serve, or has no end. */
  daysLeft: z.number().int().nullable(),
  /** Instances or licences; null: not counted. */
  quantity: z.number().int().nullable(),
  /** As many are in use, counted as the regulation counts; null: not counted, or no installation names it. */
  inUse: z.number().int().nullable(),
  isRenewed: z.boolean(),
  version: z.number().int(),
});
export type CertificateSummary = z.infer<typeof certificateSummary>;

export const certificateAction = z.enum([
  'record-date',
  'declare-intent',
  'renew',
  'correct',
  'suspend',
  'resume',
  'revoke',
  'open-check',
  'record-check',
  'issue-upgrade',
]);
export type CertificateActionName = z.infer<typeof certificateAction>;

const term = z.strictObject({
  count: z.number().int().min(1).max(3660),
  unit: z.enum(['days', 'months']),
});

export const certificatePage = z.object({
  certificate: certificateSummary.extend({
    /** Why it begins when it does; null: its beginning is not known. */
    cause: text.nullable(),
    /** Events that would begin it at once; empty once it has begun. */
    beginsOn: z.array(text),
    term: z.object({ count: z.number().int(), unit: z.enum(['days', 'months']) }).nullable(),
    namedStart: instantText.nullable(),
    dates: z.array(z.object({ event: momentEvent, name: text, at: instantText })),
    figures: z.array(z.object({ clock: z.string(), name: text, ms: z.number() })),
    bought: z.array(named),
    products: z.array(z.string()).nullable(),
    installationType: named.nullable(),
    /** Number of the version that was bought; null: not known. */
    productVersion: z.string().nullable(),
    productOrder: z.string().nullable(),
    payment: z.string().nullable(),
    visitsPerTicket: z.number().int().nullable(),
    /** Roles of the regulation that a person fills. */
    people: z.array(
      z.object({
        role: named,
        personId: id,
        name: z.string(),
        /** false: gone from the desk's support, so that tickets stay in the queue. */
        serves: z.boolean(),
        clause: z.string().nullable(),
      }),
    ),
    renews: other.nullable(),
    renewedBy: other.nullable(),
    /** Upgrade licences issued under it, the earliest first. */
    upgradeLicences: z.array(
      z.object({
        version: z.string(),
        quantity: z.number().int(),
        number: z.string().nullable(),
        /** Always 0: they come with the support. */
        price: z.number(),
        at: instantText,
        clause: z.string(),
        /** When they were taken back; null: they stand. */
        revokedAt: instantText.nullable(),
      }),
    ),
    declaredAt: instantText.nullable(),
    edition: z.string(),
  }),
  /** What its package gives. */
  covers: z.object({
    channels: z.array(z.object({ name: text, priorities: z.array(text).nullable() })),
    hours: z.array(z.object({ name: text, priorities: z.array(text).nullable() })),
    targets: z.array(
      z.object({ clock: text, priority: text.nullable(), within: text.nullable(), clause: z.string() }),
    ),
    services: z.array(
      z.object({
        name: text,
        level: z.enum(['yes', 'no', 'paid', 'agreement', 'conditional']),
        clause: z.string(),
      }),
    ),
  }),
  /** null: the regulation does not speak of releases. */
  releases: releases.nullable(),
  /** Whether it may be renewed and on what terms, in sentences; null: the regulation knows no renewals. */
  renewal: z.object({ says: z.array(text), clause: z.string() }).nullable(),
  /** Acts that customers named on a page to renew it, the latest first: a renewal by one of them runs from that instant. */
  namedActs: z.array(z.object({ number: z.string(), at: instantText, ticket: z.number().int() })),
  recordable: z.array(z.object({ event: momentEvent, name: text })),
  allowed: z.array(certificateAction),
  /** What might be looked for and can't be done now, with the reason. */
  refused: z.array(z.object({ action: certificateAction, says: text, clause: z.string().nullable() })),
  history: z.array(
    z.object({
      seq: z.number().int(),
      at: instantText,
      actor: z.string().nullable(),
      says: text,
      clause: z.string().nullable(),
      /** Why, in the words of the person who did it. */
      reason: z.string().nullable(),
    }),
  ),
  /** The certificate as the rules see it, with the rules of its version: what a browser shows a renewal by before it is saved. */
  held: z.looseObject({ certificateId: id }),
  rules: z.looseObject({ clause: z.string() }).nullable(),
});
export type CertificatePage = z.infer<typeof certificatePage>;

/** What speaks of a breach, each with the clause; empty: nothing on record does. */
export const complianceReport = z.object({
  findings: z.array(z.object({ says: text, clause: z.string() })),
  /** Agreements of its company for what it covers, where the regulation wants one in force; products null: every one. */
  licences: z.array(
    z.object({
      number: z.string(),
      products: z.array(z.string()).nullable(),
      from: z.string(),
      /** The last day; null: without an end. */
      until: z.string().nullable(),
      state: z.enum(['not-begun', 'in-force', 'lapsed']),
    }),
  ),
  /** Whether the regulation foresees that the vendor checks. */
  isForeseen: z.boolean(),
  /** Since when a check is open; null: none is. */
  checkOpenedAt: instantText.nullable(),
});
export type ComplianceReport = z.infer<typeof complianceReport>;

const quantity = z.number().int().min(1).max(10_000_000);
const number = lineText(100, 1).refine((line) => line.trim() !== '', { error: 'required' });
const DAY = 86_400_000;
const order = {
  number,
  packageId: z.string().min(1).max(60),
  /** null: every product of the regulation. */
  products: z.array(lineText(200, 1)).max(100).nullable(),
  installationType: z.string().max(60).nullable(),
  quantity: quantity.nullable(),
  /** null: as long as what it stands on. */
  term: term.nullable(),
  /** A date written in the order. */
  namedStart: localDate.nullable(),
  /** Figures agreed for this certificate alone: milliseconds by clock. */
  figures: z.record(
    z.string().min(1).max(60),
    z
      .number()
      .int()
      .min(1)
      .max(3660 * DAY),
  ),
  bought: z.array(z.string().min(1).max(60)).max(100),
  visitsPerTicket: z.number().int().min(0).max(1000).nullable(),
};

/** What was bought: releases are judged by it; null: not known. */
const productVersion = lineText(80, 1).nullable();
/** A document as people name it: the order of the product, what was paid by; null: not known. */
const document = lineText(200, 1).nullable();

/** Roles of the regulation's named people, filled by staff. */
const people = z
  .record(z.string().min(1).max(60), id)
  .refine((named) => Object.keys(named).length <= 20, { error: 'too-many' });

export const certificateOrder = z.strictObject({
  ...order,
  people: people.default({}),
  productVersion: productVersion.default(null),
  productOrder: document.default(null),
  payment: document.default(null),
  companyId: id,
  /** Events that happened. */
  dates: z.partialRecord(momentEvent, localDate),
});
export type CertificateOrderBody = z.input<typeof certificateOrder>;

const corrections = z
  .strictObject({
    ...order,
    people,
    productVersion,
    productOrder: document,
    payment: document,
    /** A date that is null is taken away; those not named stay. */
    dates: z.partialRecord(momentEvent, localDate.nullable()),
  })
  .partial();

const reason = typedText(2000, 1).refine((words) => words.trim() !== '', { error: 'required' });

/** What staff may do to a certificate. The rules of its version decide whether it is possible. */
export const certificateCommand = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('record-date'), event: momentEvent, on: localDate }),
  z.strictObject({ command: z.literal('declare-intent'), on: localDate }),
  z.strictObject({ command: z.literal('correct'), changes: corrections, reason }),
  z.strictObject({ command: z.literal('suspend'), reason }),
  z.strictObject({ command: z.literal('resume'), reason }),
  z.strictObject({ command: z.literal('revoke'), reason }),
  z.strictObject({ command: z.literal('open-check'), reason }),
  z.strictObject({ command: z.literal('record-check'), outcome: z.enum(['ok', 'breach']), reason }),
  z.strictObject({
    command: z.literal('issue-upgrade'),
    /** Number of the major version that the licences lead to. */
    productVersion: lineText(80, 1),
    quantity,
    /** Number or key of the licence; null: it has none. */
    number: number.nullable(),
  }),
  z.strictObject({
    command: z.literal('revoke-upgrade'),
    /** Which of the certificate's upgrade licences, from 0 in the order of issue. */
    licence: z.number().int().min(0).max(10_000),
    reason,
  }),
  z.strictObject({
    command: z.literal('renew'),
    number,
    term: term.nullable(),
    quantity: quantity.nullable(),
    /** Licences active in the system; null: nobody knows. */
    activated: quantity.nullable(),
    boughtOn: localDate,
    channel,
    act: z
      .strictObject({
        number,
        givenOn: localDate,
        issuer: z.enum(['vendor', 'partner']),
        namesSupport: z.boolean(),
      })
      .nullable(),
    upgradeBoughtOn: localDate.nullable(),
    upgradeInstalledOn: localDate.nullable(),
  }),
]);
export type CertificateCommandBody = z.output<typeof certificateCommand>;
export type CertificateCommandInput = z.input<typeof certificateCommand>;
