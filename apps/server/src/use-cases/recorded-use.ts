import {
  type Certificate,
  type CompanyId,
  type DeskId,
  foldKey,
  isLicensedOn,
  offerOf,
  quotaSince,
  type Regulation,
  type RequestFacts,
  suiteOf,
  type TicketId,
  typeOnRecord,
} from '@reglament/desk';
import { type Instant, localDateOf } from '@reglament/working-time';
import type { Queries } from '../store/database.ts';
import { type RecordedUse, recordedUse, statedOf, type UseAsked } from '../store/queries/recorded-use.ts';

/** An answer that is longer is no key. */
const LONGEST_KEY = 100;

/** What a request is about, as far as the desk knows. */
export interface AboutRequest {
  /** null: not known, or what its ticket is about. */
  readonly product: string | null;
  /** When it was received; of a ticket that is there its own record says. Licences count by this day. */
  readonly at: Instant;
  /** The ticket that is decided again; null: there is none yet. */
  readonly ticketId: TicketId | null;
  /** Answers to the questions of intake, one of which may be a key of the company's; absent: those of the ticket. */
  readonly stated?: readonly string[];
}

/** Whether a protection key gives the right to something. */
const asksKey = ({ certificates }: Pick<Regulation, 'certificates'>): boolean =>
  certificates?.offers.some(({ proof }) => proof === 'key') === true;

/** What of a company's records the regulation decides by: nothing else is looked up. */
const decidesBy = ({ certificates, installationTypes }: Regulation): UseAsked['by'] => {
  const covers = certificates?.covers ?? null;
  return {
    types: installationTypes.length > 0,
    licences: covers?.licenceAgreement === 'in-force',
    inUse: covers !== null && covers.quantity !== 'not-counted',
  };
};

const quotasOf = (
  { packages, zone }: Regulation,
  certificates: readonly Certificate[],
  at: Instant,
): UseAsked['quotas'] =>
  certificates.flatMap(({ certificateId, packageId, startsAt }) => {
    const quota = packages.find(({ id }) => id === packageId)?.quota ?? null;
    return quota === null || startsAt > at
      ? []
      : [{ certificateId, since: quotaSince(startsAt, quota.per, at, zone) }];
  });

const used = (
  certificate: Certificate,
  { inUse, tickets }: RecordedUse,
  { certificates }: Regulation,
): Certificate => {
  const counts = inUse[certificate.certificateId];
  const taken = tickets[certificate.certificateId];
  return {
    ...certificate,
    ...(counts === undefined ? {} : { inUse: counts[certificates?.covers?.quantity === 'licences' ? 1 : 0] }),
    ...(taken === undefined ? {} : { ticketsUsed: taken }),
  };
};

/** What of the answers could be a key, as keys are compared. */
const statedKeys = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId | null,
  stated: AboutRequest['stated'],
): Promise<readonly string[]> => {
  const answers = stated ?? (ticketId === null ? [] : await statedOf(q, deskId, ticketId));
  return [...new Set(answers.filter((one) => one.length <= LONGEST_KEY).map(foldKey))];
};

/** The key of the company's own that a request names: of an installation, or one that its free support is by; null: none. */
const namedKey = (
  { named }: RecordedUse,
  keys: readonly string[],
  certificates: readonly Certificate[],
  { certificates: rules }: Regulation,
): string | null => {
  if (named !== null) return named.key;
  const byKey = certificates.filter(
    ({ packageId }) => rules !== null && offerOf(rules, packageId)?.proof === 'key',
  );
  return keys.find((key) => byKey.some(({ number }) => foldKey(number) === key)) ?? null;
};

/**
 * What the company's records say of a request, as far as this regulation decides by it: in which type it runs the product,
 * whether under a licence, and how much of each certificate is used (AO-3.3, AO-3.4). At most one query.
 */
export const useOf = async (
  q: Queries,
  deskId: DeskId,
  regulation: Regulation,
  company: { readonly companyId: CompanyId | null; readonly certificates: readonly Certificate[] },
  { product, at, ticketId, stated }: AboutRequest,
): Promise<{ readonly known: RequestFacts; readonly certificates: readonly Certificate[] }> => {
  const { companyId, certificates } = company;
  if (companyId === null) return { known: {}, certificates };
  const quotas = quotasOf(regulation, certificates, at);
  const keys = asksKey(regulation) ? await statedKeys(q, deskId, ticketId, stated) : [];
  const use = await recordedUse(q, { deskId, companyId, by: decidesBy(regulation), quotas, ticketId, keys });
  const key = namedKey(use, keys, certificates, regulation);
  const about = product ?? use.ticket?.product ?? null;
  const isSuite = about !== null && about === suiteOf(regulation);
  const type = use.named?.type ?? typeOnRecord(use, isSuite ? null : about);
  const products = isSuite ? regulation.products : about === null ? [] : [about];
  const licensed = isLicensedOn(use, products, localDateOf(regulation.zone, use.ticket?.receivedAt ?? at));
  return {
    known: {
      ...(key === null ? {} : { key }),
      ...(type === null ? {} : { installationType: type }),
      ...(licensed === null ? {} : { isLicensed: licensed }),
    },
    certificates: certificates.map((one) => used(one, use, regulation)),
  };
};
