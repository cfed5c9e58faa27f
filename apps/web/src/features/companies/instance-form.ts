import type { InstanceView } from '@reglament/contract';
import type { LocalDate } from '@reglament/working-time';
import type { InstanceBody } from './use-installations.ts';

/** Which certificate: the one that fits, none, or a named one. */
export const FITTING = 'fitting';
export const NONE = '';

/** An instance as it is typed: nothing is an empty text. */
export interface InstanceForm {
  readonly product: string;
  readonly productVersion: string;
  readonly installationType: string;
  readonly key: string;
  readonly keyRegisteredOn: string;
  readonly commissionedOn: string;
  readonly hasWorked: boolean;
  readonly siteId: string;
  readonly activated: string;
  readonly certificate: string;
}

export const instanceForm = (before: InstanceView | null, onlyProduct: string): InstanceForm => ({
  product: before?.product ?? onlyProduct,
  productVersion: before?.productVersion ?? '',
  installationType: before?.installationType?.id ?? '',
  key: before?.key ?? '',
  keyRegisteredOn: before?.keyRegisteredOn ?? '',
  commissionedOn: before?.commissionedOn ?? '',
  hasWorked: before?.hasWorked ?? false,
  siteId: before?.site?.siteId ?? '',
  activated: String(before?.activated ?? 1),
  certificate: before === null ? FITTING : (before.certificate?.certificateId ?? NONE),
});

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());
const dateOrNull = (typed: string) => orNull(typed) as LocalDate | null;

/** The instance as the server reads it. */
export const instanceBody = (form: InstanceForm): InstanceBody => ({
  product: form.product,
  productVersion: orNull(form.productVersion),
  installationType: orNull(form.installationType),
  key: orNull(form.key),
  keyRegisteredOn: dateOrNull(form.keyRegisteredOn),
  commissionedOn: dateOrNull(form.commissionedOn),
  hasWorked: form.hasWorked,
  siteId: orNull(form.siteId),
  activated: Math.max(0, Math.trunc(Number(form.activated)) || 0),
  ...(form.certificate === FITTING ? {} : { certificateId: orNull(form.certificate) }),
});
