import type { CertificateId, CompanyId, DeskId, Regulation } from '@reglament/desk';
import { foldKey } from '@reglament/desk';
import { addDays, localDateOf, type Instant, type LocalDate } from '@reglament/working-time';
import type { Queries } from '../store/database.ts';
import { insertInstance } from '../store/instances.ts';
import { insertLicence } from '../store/licence-agreements.ts';
import { catalogueOf, companyOwns } from '../store/queries/instance-world.ts';
import type { Context } from '../use-cases/context.ts';
import type { DemoInstallation, DemoUse } from './stories/installations.ts';

interface Day {
  readonly of: (days: number) => LocalDate;
  readonly orNull: (days: number | null) => LocalDate | null;
}

const dayFrom = ({ zone }: Regulation, end: Instant): Day => {
  const today = localDateOf(zone, end);
  const of = (days: number): LocalDate => addDays(today, days);
  return { of, orNull: (days) => (days === null ? null : of(days)) };
};

const certificateOf = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  number: string | null,
): Promise<CertificateId | null> => {
  const owned = number === null ? null : await companyOwns(q, deskId, companyId);
  return owned?.certificates.find((one) => one.number === number)?.certificateId ?? null;
};

const keep = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  one: DemoInstallation,
  day: Day,
): Promise<void> => {
  const product = (await catalogueOf(q, deskId)).find(({ name }) => name === one.product);
  // The vendor may have renamed it in a text of their own.
  if (product === undefined) return;
  const version = product.versions.find(({ number }) => number === one.version);
  await insertInstance(q, {
    deskId,
    companyId,
    instanceId: context.newId(),
    productId: product.productId,
    productVersionId: version?.productVersionId ?? null,
    foldedKey: foldKey(one.key),
    facts: {
      product: one.product,
      version: version?.number ?? null,
      installationType: one.type,
      key: one.key,
      keyRegisteredOn: day.orNull(one.registered),
      commissionedOn: day.orNull(one.commissioned),
      hasWorked: true,
      siteId: null,
      activated: one.activated,
      certificateId: await certificateOf(q, deskId, companyId, one.certificate),
    },
  });
};

/** What the companies of a demo run, and under which licences; `companies`: their ids by name. */
export const layOutInstallations = (
  context: Context,
  deskId: DeskId,
  { installations, licences }: DemoUse,
  companies: ReadonlyMap<string, CompanyId>,
  regulation: Regulation,
  end: Instant,
): Promise<void> =>
  context.db.inDesk(deskId, async (q) => {
    const day = dayFrom(regulation, end);
    for (const one of installations) {
      const companyId = companies.get(one.company);
      if (companyId === undefined) throw new Error(`the demo has no company ${one.company}`);
      await keep(context, q, deskId, companyId, one, day);
    }
    for (const { company, number, products, from, until } of licences) {
      const companyId = companies.get(company);
      if (companyId === undefined) throw new Error(`the demo has no company ${company}`);
      const facts = { number, products, from: day.of(from), until: day.orNull(until) };
      await insertLicence(q, { deskId, companyId, licenceId: context.newId(), facts });
    }
  });
