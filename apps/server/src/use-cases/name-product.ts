import {
  asNamed,
  type DeskId,
  type NamedProduct,
  type ProductRefusal,
  readProduct,
  type ReadProduct,
  refuseProduct,
  type Regulation,
  suiteOf,
} from '@reglament/desk';
import { type Instant, localDateOf } from '@reglament/working-time';
import { companyCertificates } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { statedFields } from '../store/queries/stated-fields.ts';
import { catalogueRows, type CatalogueRow } from '../store/queries/products.ts';
import { lockTicket } from '../store/tickets.ts';
import { beginCertificate } from './begin-certificate.ts';
import { type CommandInput, type CommandOutcome, commandTicket } from './command-ticket.ts';
import type { Context } from './context.ts';
import { factsOfRequest } from './request-facts.ts';

type Nameable = Pick<CatalogueRow, 'name' | 'versions'>;

/** What a request says of itself. */
interface Said {
  readonly regulation: Regulation;
  readonly receivedAt: Instant;
  /** Answers to intake questions by field id. */
  readonly stated: Readonly<Record<string, string>>;
}

const named = (
  product: Nameable,
  version: string | null,
  { regulation, receivedAt, stated }: Said,
): NamedProduct =>
  asNamed(product, version, regulation, { day: localDateOf(regulation.zone, receivedAt), stated });

/** Everything that a ticket may be about: each product, and all of them together. */
const nameables = async (
  q: Queries,
  deskId: DeskId,
  regulation: Regulation,
): Promise<readonly Nameable[]> => {
  const suite = suiteOf(regulation);
  const rows = await catalogueRows(q, deskId);
  return suite === null ? rows : [...rows, { name: suite, versions: [] }];
};

/** What staff chose of the catalogue, or why it can't be meant. */
const chosen = (
  catalogue: readonly Nameable[],
  { name, version }: ReadProduct,
): Nameable | ProductRefusal => {
  const product = catalogue.find((one) => one.name === name);
  if (product === undefined) return refuseProduct('product-unknown');
  return version === null || product.versions.some(({ number }) => number === version)
    ? product
    : refuseProduct('version-unknown', { name, number: version });
};

/** Thrown inside the transaction, so that nothing of it stays: the catalogue has no such product. */
export class ProductMissing extends Error {
  readonly refusal: ProductRefusal;
  constructor(refusal: ProductRefusal) {
    super('the catalogue has no such product');
    this.refusal = refusal;
  }
}

const asChosen = (catalogue: readonly Nameable[], choice: ReadProduct, said: Said): NamedProduct => {
  const product = chosen(catalogue, choice);
  if ('code' in product) throw new ProductMissing(product);
  return named(product, choice.version, said);
};

/** Whether an answer may name the product: else the catalogue need not be read. */
const mayName = ({ regulation, stated }: Said): boolean =>
  regulation.intake.some(
    ({ id, source }) => (source === 'product' || source === 'version') && (stated[id] ?? '') !== '',
  );

/**
 * What a new request is about: as staff chose it, or as its answers to the intake questions name it; null: not known.
 *
 * @throws ProductMissing when staff chose what the catalogue has not.
 */
export const productOfRequest = async (
  q: Queries,
  deskId: DeskId,
  said: Said & { readonly choice: ReadProduct | null },
): Promise<NamedProduct | null> => {
  const { regulation, choice, stated } = said;
  if (choice === null && !mayName(said)) return null;
  const catalogue = await nameables(q, deskId, regulation);
  if (choice !== null) return asChosen(catalogue, choice, said);
  const read = readProduct(regulation, stated, catalogue);
  const product = catalogue.find(({ name }) => name === read?.name);
  return read === null || product === undefined ? null : named(product, read.version, said);
};

/** Answers to intake questions that a named product gives, by the sources of the fields. */
export const productAnswers = (
  about: NamedProduct | null,
): { readonly product: string; readonly version: string } => ({
  product: about?.name ?? '',
  version: about?.version ?? '',
});

const fieldsOf = ({ intake }: Regulation, about: NamedProduct): Readonly<Record<string, string>> => {
  const answers = productAnswers(about);
  return Object.fromEntries(
    intake.flatMap(({ id, source }) =>
      (source === 'product' || source === 'version') && answers[source] !== ''
        ? [[id, answers[source]] as const]
        : [],
    ),
  );
};

/**
 * Staff say which product a ticket is about: what serves it is decided again, and a certificate that it turns out to be
 * covered by begins with it, as at registration.
 *
 * @throws ProductMissing when the catalogue has not what they chose.
 */
export const nameProduct = async (
  context: Context,
  q: Queries,
  input: Omit<CommandInput, 'command' | 'messages'>,
  choice: ReadProduct,
): Promise<CommandOutcome> => {
  const { deskId, ticketId } = input;
  const locked = await lockTicket(q, deskId, ticketId);
  if (locked === null) return { kind: 'not-found' };
  const { companyId, contactId, receivedAt, regulationVersionId } = locked.ticket;
  const { regulation } = await context.regulations.byVersion(deskId, regulationVersionId);
  const stated = await statedFields(q, deskId, ticketId);
  const said = { regulation, receivedAt, stated };
  const about = asChosen(await nameables(q, deskId, regulation), choice, said);
  const certificates = companyId === null ? [] : ((await companyCertificates(q, deskId, companyId)) ?? []);
  const facts = await factsOfRequest(
    q,
    deskId,
    regulation,
    { contactId, companyId, certificates },
    { product: about.name, at: receivedAt, ticketId },
  );
  const outcome = await commandTicket(context, q, {
    ...input,
    command: { type: 'NameProduct', about, ...facts },
    fields: fieldsOf(regulation, about),
    messages: [],
  });
  if (outcome.kind === 'done') await beginCertificate(context, q, deskId, outcome.ticket);
  return outcome;
};
