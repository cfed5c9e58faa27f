import type { LocalDate } from '@reglament/working-time';
import type { CertificateId } from '../ids.ts';

/** A product that a customer runs; dates are those of the desk's wall calendar. */
export interface InstanceFacts {
  /** As the catalogue and the regulation name it. */
  readonly product: string;
  /** A number of the catalogue; null: not known. */
  readonly version: string | null;
  /** Of the regulation; null: not known. */
  readonly installationType: string | null;
  /** A protection key or a serial number as it is printed; null: it has none. */
  readonly key: string | null;
  readonly keyRegisteredOn: LocalDate | null;
  readonly commissionedOn: LocalDate | null;
  /** Whether it has worked at least once. */
  readonly hasWorked: boolean;
  readonly siteId: string | null;
  /** Licences activated in it. */
  readonly activated: number;
  /** The certificate that it is supported under; null: none is named. */
  readonly certificateId: CertificateId | null;
}

/** An agreement under which products are used. */
export interface LicenceFacts {
  readonly number: string;
  /** null: every product. */
  readonly products: readonly string[] | null;
  readonly from: LocalDate;
  /** The last day; null: without an end. */
  readonly until: LocalDate | null;
}
