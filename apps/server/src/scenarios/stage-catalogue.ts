import { createInstance } from '../use-cases/keep-instance.ts';
import { createProduct, createProductVersion } from '../use-cases/change-product.ts';
import { catalogueRows } from '../store/queries/products.ts';
import { dateOf } from './stage-renewal.ts';
import type { StageCertificate } from './stage-certificate.ts';
import type { Stage, StageCustomer } from './stage.ts';

/** A version that the vendor puts out; dates of the wall calendar. */
export interface PutOut {
  readonly number: string;
  readonly released: string;
  readonly outdated?: string;
  readonly endOfLife?: string;
  /** What it is for; nothing said unless said. */
  readonly platforms?: readonly string[];
}

const once = ({ still: { context } }: Stage) => ({ key: context.newId(), requestHash: 'x' });

const productOf = async (
  stage: Stage,
  name: string,
): Promise<{ readonly productId: string; readonly numbers: readonly string[] }> => {
  const { still, slug } = stage;
  const deskId = still.desk(slug);
  const rows = await still.context.db.inDesk(deskId, (q) => catalogueRows(q, deskId));
  const found = rows.find((one) => one.name === name);
  if (found !== undefined)
    return { productId: found.productId, numbers: found.versions.map(({ number }) => number) };
  const made = await createProduct(still.context, { deskId, name, idempotency: once(stage) });
  if (made.kind !== 'done') throw new Error(`the product was not kept: ${JSON.stringify(made)}`);
  return { productId: made.answer.productId, numbers: [] };
};

/** The lead keeps versions of a product in the catalogue; product and versions that are not there yet are added. */
export const putOut = async (stage: Stage, product: string, versions: readonly PutOut[]): Promise<void> => {
  const { productId, numbers } = await productOf(stage, product);
  for (const { number, released, outdated, endOfLife, platforms = [] } of versions) {
    if (numbers.includes(number)) continue;
    const kept = await createProductVersion(stage.still.context, {
      deskId: stage.still.desk(stage.slug),
      productId,
      facts: {
        number,
        releasedOn: dateOf(released),
        outdatedOn: outdated === undefined ? null : dateOf(outdated),
        endOfLifeOn: endOfLife === undefined ? null : dateOf(endOfLife),
        platforms: [...platforms],
      },
      idempotency: once(stage),
    });
    if (kept.kind !== 'done') throw new Error(`the version was not kept: ${JSON.stringify(kept)}`);
  }
};

/** What a company runs under a certificate. */
export interface Installed {
  readonly product: string;
  readonly version: string | null;
  readonly commissioned: string | null;
  readonly hasWorked: boolean;
}

/** Staff record an installation of the customer's company under a certificate. */
export const installUnder = async (
  stage: Stage,
  { company }: StageCustomer,
  certificate: StageCertificate,
  { product, version, commissioned, hasWorked }: Installed,
): Promise<void> => {
  if (company === null) throw new Error('a stranger runs nothing');
  const { certificateId } = (await certificate.page()).certificate;
  const outcome = await createInstance(stage.still.context, {
    deskId: stage.still.desk(stage.slug),
    companyId: company.companyId,
    personId: stage.engineer.personId,
    typed: {
      product,
      productVersion: version,
      installationType: null,
      key: null,
      keyRegisteredOn: null,
      commissionedOn: commissioned === null ? null : dateOf(commissioned),
      hasWorked,
      siteId: null,
      activated: 1,
      certificateId,
    },
    present: () => [],
    idempotency: once(stage),
  });
  if (outcome.kind !== 'done') throw new Error(`the instance was not kept: ${JSON.stringify(outcome)}`);
};

/** What a certificate's page says of each version of a product: `8.2 allowed OW-S4`, the latest first. */
export const releasesOn = async (
  certificate: StageCertificate,
  product: string,
): Promise<readonly string[]> => {
  const { releases } = await certificate.page();
  const found = releases?.products.find(({ name }) => name === product);
  if (found === undefined) throw new Error(`the page says nothing of ${product}`);
  return found.versions.map(({ number, outcome, clause }) => [number, outcome, clause ?? '-'].join(' '));
};
