import type { PortalCertificatePage, PortalCertificates } from '@reglament/contract';
import { openPortalBrowser, type PortalBrowser } from '../testing/portal-browser.ts';
import type { Stage, StageCustomer } from './stage.ts';

/** A customer's signed-in browser on the desk's clock, for the time of a scenario. */
export const withPortal = async (
  desk: Stage,
  { email }: Pick<StageCustomer, 'email'>,
  play: (portal: PortalBrowser) => Promise<void>,
): Promise<void> => {
  const portal = await openPortalBrowser(desk.still, desk.slug, email);
  await play(portal);
  await portal.close();
};

/** What a customer is told of what they hold: the page of their only certificate. */
export const heldInPortal = async (portal: PortalBrowser): Promise<PortalCertificatePage> => {
  const { certificates } = await portal.get<PortalCertificates>('certificates');
  const [only, ...others] = certificates;
  if (only === undefined || others.length > 0) throw new Error(`${certificates.length} certificates`);
  return portal.get<PortalCertificatePage>(`certificates/${only.certificateId}`);
};

/** Services under some clauses, as the portal shows them on the customer's only certificate: `CN-S2 Советы …: yes`. */
export const matrixInPortal = async (
  portal: PortalBrowser,
  clauses: readonly string[],
): Promise<readonly string[]> => {
  const { covers } = await heldInPortal(portal);
  return covers.services
    .filter(({ clause }) => clauses.includes(clause))
    .map(({ name, level, clause }) => `${clause} ${name.ru}: ${level}`);
};
