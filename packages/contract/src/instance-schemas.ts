import { z } from 'zod';
import { localDate } from './certificate-schemas.ts';
import { id, lineText, text } from './schemas.ts';

const product = lineText(200, 1);
const day = z.string();

/** A product that a company runs, as it is typed. What is wrong with it is told by the desk, field by field. */
export const instanceFacts = z.strictObject({
  product,
  /** A number of the catalogue; null: not known. */
  productVersion: lineText(60, 1).nullable(),
  installationType: lineText(60, 1).nullable(),
  /** A protection key or a serial number as it is printed. */
  key: lineText(100, 1).nullable(),
  keyRegisteredOn: localDate.nullable(),
  commissionedOn: localDate.nullable(),
  /** Whether it has worked at least once. */
  hasWorked: z.boolean(),
  siteId: id.nullable(),
  /** Licences activated in it. */
  activated: z.number().int().min(0).max(10_000_000),
  /** The certificate that it is supported under; null: none; absent: the one that fits by product and type, where only one does. */
  certificateId: id.nullable().optional(),
});
export type InstanceTyped = z.output<typeof instanceFacts>;

/** Fields that are named change; `removed` takes it off the record. */
export const instanceChange = instanceFacts.partial().extend({ removed: z.literal(true).optional() });
export type InstanceChange = z.output<typeof instanceChange>;

const namedType = z.object({ id: z.string(), name: text });

export const instanceView = z.object({
  instanceId: id,
  version: z.number().int(),
  product: z.string(),
  productVersion: z.string().nullable(),
  installationType: namedType.nullable(),
  key: z.string().nullable(),
  keyRegisteredOn: day.nullable(),
  commissionedOn: day.nullable(),
  hasWorked: z.boolean(),
  site: z.object({ siteId: id, name: z.string() }).nullable(),
  activated: z.number().int(),
  certificate: z.object({ certificateId: id, number: z.string() }).nullable(),
});
export type InstanceView = z.infer<typeof instanceView>;

/** What keeping an instance did to certificates, or what somebody has to decide. */
export const instanceKept = z.object({
  instanceId: id,
  version: z.number().int(),
  told: z.array(text),
});

export const licenceFacts = z.strictObject({
  number: lineText(100),
  /** null: every product. */
  products: z.array(product).min(1).max(100).nullable(),
  from: localDate,
  /** The last day; null: without an end. */
  until: localDate.nullable(),
});
export type LicenceTyped = z.output<typeof licenceFacts>;

export const licenceChange = licenceFacts.partial().extend({ removed: z.literal(true).optional() });
export type LicenceChange = z.output<typeof licenceChange>;

export const licenceKept = z.object({ licenceId: id, version: z.number().int() });

export const licenceView = z.object({
  licenceId: id,
  version: z.number().int(),
  number: z.string(),
  products: z.array(z.string()).nullable(),
  from: day,
  until: day.nullable(),
  /** Today, on the desk's calendar. */
  state: z.enum(['not-begun', 'in-force', 'lapsed']),
});
export type LicenceView = z.infer<typeof licenceView>;

/** What may be chosen in the forms of a company's instances and licences. */
export const instanceChoices = z.object({
  /** Of the catalogue; retired ones are left out. */
  products: z.array(z.object({ name: z.string(), versions: z.array(z.string()) })),
  types: z.array(namedType),
  /** Those that are not over. */
  certificates: z.array(z.object({ certificateId: id, number: z.string(), packageName: text })),
});
export type InstanceChoices = z.infer<typeof instanceChoices>;
