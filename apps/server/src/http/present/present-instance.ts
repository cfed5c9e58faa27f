import type { InstanceChoices, InstanceView, LicenceView } from '@reglament/contract';
import { type LicenceFacts, type Regulation, stateAt, type SupportCertificate } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { CatalogueEntry } from '../../store/queries/instance-world.ts';
import type { InstanceRow, LicenceRow } from '../../store/queries/instances.ts';
import { packageText } from './coverage-summary.ts';

/** What a company runs, with names by the regulation in force. */
export const presentInstance = (row: InstanceRow, regulation: Regulation): InstanceView => {
  const { facts, siteName, certificateNumber } = row;
  const { installationType: type, siteId, certificateId } = facts;
  const name = regulation.installationTypes.find(({ id }) => id === type)?.name;
  return {
    instanceId: row.instanceId,
    version: row.version,
    product: facts.product,
    productVersion: facts.version,
    installationType: type === null ? null : { id: type, name: name ?? { ru: type, en: type } },
    key: facts.key,
    keyRegisteredOn: facts.keyRegisteredOn,
    commissionedOn: facts.commissionedOn,
    hasWorked: facts.hasWorked,
    site: siteId === null ? null : { siteId, name: siteName ?? '' },
    activated: facts.activated,
    certificate: certificateId === null ? null : { certificateId, number: certificateNumber ?? '—' },
  };
};

export const licenceState = ({ from, until }: LicenceFacts, today: string): LicenceView['state'] => {
  if (today < from) return 'not-begun';
  return until === null || today <= until ? 'in-force' : 'lapsed';
};

/** A licence agreement as it stands on a day of the desk. */
export const presentLicence = (
  { licenceId, version, facts }: Pick<LicenceRow, 'licenceId' | 'version' | 'facts'>,
  today: string,
): LicenceView => ({
  licenceId,
  version,
  number: facts.number,
  products: facts.products === null ? null : [...facts.products],
  from: facts.from,
  until: facts.until,
  state: licenceState(facts, today),
});

/** What may be chosen in the forms. */
export const presentChoices = (
  catalogue: readonly CatalogueEntry[],
  certificates: readonly SupportCertificate[],
  regulation: Regulation,
  now: Instant,
): InstanceChoices => ({
  products: catalogue
    .filter(({ isRetired }) => !isRetired)
    .map(({ name, versions }) => ({ name, versions: versions.map(({ number }) => number) })),
  types: regulation.installationTypes.map(({ id, name }) => ({ id, name })),
  certificates: certificates
    .filter((one) => one.renewedBy === null && !['ended', 'revoked'].includes(stateAt(one, now)))
    .map(({ certificateId, number, packageId }) => ({
      certificateId,
      number,
      packageName: packageText(regulation, packageId),
    })),
});
