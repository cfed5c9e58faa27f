import {
  type CertificateFacts,
  type CertificateId,
  type CertificateNews,
  type CertificateRefusal,
  type CompanyId,
  type DeskId,
  fittingCertificates,
  foldKey,
  type InstanceFacts,
  type InstanceRefusal,
  keyOfferOf,
  midnight,
  type MomentEvent,
  type PersonId,
  refuseInstance,
  type SupportCertificate,
  waitsFor,
} from '@reglament/desk';
import { localDateOf } from '@reglament/working-time';
import { lockCertificate, lockKey } from '../store/certificates.ts';
import type { Queries } from '../store/database.ts';
import { certificateHolder } from '../store/queries/instance-world.ts';
import { inForceForBuyer, pinnedClock } from './certificate-clock.ts';
import { applyToCertificate, issueCertificate } from './command-certificate.ts';
import type { Context, RegulationInForce } from './context.ts';

export type ToldCertificates =
  | {
      readonly kind: 'told';
      readonly news: readonly CertificateNews[];
      /** The certificate that the instance is supported under from now on. */
      readonly certificateId: CertificateId | null;
    }
  | { readonly kind: 'wrong'; readonly field: string; readonly refusal: InstanceRefusal }
  | { readonly kind: 'refused'; readonly refusal: CertificateRefusal };

export interface InstanceToTell {
  readonly deskId: DeskId;
  readonly companyId: CompanyId;
  readonly personId: PersonId | null;
  readonly facts: InstanceFacts;
  /** Dates that are new, or whose certificate is. */
  readonly events: readonly ('commissioning' | 'key-registration')[];
  /** Of the company. */
  readonly certificates: readonly SupportCertificate[];
  readonly inForce: RegulationInForce;
}

const dateOf = (facts: InstanceFacts, event: InstanceToTell['events'][number]) =>
  event === 'commissioning' ? facts.commissionedOn : facts.keyRegisteredOn;
const fieldOf = (event: InstanceToTell['events'][number]): string =>
  event === 'commissioning' ? 'commissionedOn' : 'keyRegisteredOn';

/** A key that nobody has registered begins the free support of the regulation by itself (SH-F-TERM); null: it begins none. */
const issueFree = async (
  context: Context,
  q: Queries,
  told: InstanceToTell,
): Promise<ToldCertificates | null> => {
  const { deskId, companyId, personId, facts, certificates } = told;
  const inForce = await inForceForBuyer(context, q, deskId, companyId);
  const { regulation, regulationVersionId } = inForce;
  const offer = keyOfferOf(regulation);
  const { key, keyRegisteredOn } = facts;
  if (offer === null || key === null || keyRegisteredOn === null) return null;
  if (certificates.some(({ number }) => foldKey(number) === foldKey(key))) return null;
  await lockKey(q, deskId, foldKey(key));
  const holder = await certificateHolder(q, deskId, foldKey(key));
  if (holder !== null)
    return { kind: 'wrong', field: 'key', refusal: refuseInstance('key-known', { key, company: holder }) };
  const counted = (regulation.certificates?.covers?.quantity ?? 'not-counted') !== 'not-counted';
  const certificateId = context.newId() as CertificateId;
  const free: CertificateFacts = {
    certificateId,
    number: key,
    companyId,
    packageId: offer.packageId,
    regulationVersionId,
    ...pinnedClock(inForce),
    products: regulation.products.includes(facts.product) ? [facts.product] : null,
    installationType: null,
    quantity: counted ? 1 : null,
    term: offer.term,
    namedStart: null,
    dates: { 'key-registration': midnight(keyRegisteredOn, regulation.zone) },
    figures: {},
    bought: [],
    people: {},
    visitsPerTicket: null,
    renews: null,
  };
  const issued = await issueCertificate(context, q, {
    deskId,
    command: { type: 'Issue', facts: free, renewal: null },
    actorId: personId,
  });
  if (issued.kind === 'refused') return issued;
  if (issued.kind !== 'done') throw new Error(`a free certificate was ${issued.kind}`);
  return { kind: 'told', news: [{ kind: 'issued', number: key }], certificateId };
};

/** The one that a date is recorded on: the instance's own, else the only one that waits for it. */
const targetsOf = (
  { facts, certificates, inForce: { regulation } }: InstanceToTell,
  event: MomentEvent,
  context: Context,
): readonly SupportCertificate[] => {
  const own = certificates.find(({ certificateId }) => certificateId === facts.certificateId);
  if (own !== undefined) return [own];
  return fittingCertificates(certificates, facts, regulation, context.now()).filter((one) =>
    waitsFor(one, event, regulation),
  );
};

const recordOn = async (
  context: Context,
  q: Queries,
  told: InstanceToTell,
  event: InstanceToTell['events'][number],
  certificate: SupportCertificate,
): Promise<ToldCertificates> => {
  const { deskId, personId, facts, inForce } = told;
  const on = dateOf(facts, event);
  const nothing = { kind: 'told', news: [], certificateId: facts.certificateId } as const;
  const { number, certificateId } = certificate;
  const locked = await lockCertificate(q, deskId, certificateId);
  if (locked === null || on === null) return nothing;
  const { dates, zone = inForce.regulation.zone } = locked.certificate;
  const known = dates[event];
  if (known !== undefined)
    return localDateOf(zone, known) === on
      ? nothing
      : { ...nothing, news: [{ kind: 'differs', number, event }] };
  if (!waitsFor(locked.certificate, event, inForce.regulation)) return nothing;
  const sold = dates.sale === undefined ? null : localDateOf(zone, dates.sale);
  if (sold !== null && on < sold)
    return {
      kind: 'wrong',
      field: fieldOf(event),
      refusal: refuseInstance('before-sale', { date: on, number, sold }),
    };
  const command = { type: 'RecordDate', event, at: midnight(on, zone) } as const;
  const outcome = await applyToCertificate(context, q, locked, command, personId);
  if (outcome.kind === 'refused') return outcome;
  return { ...nothing, news: [{ kind: 'recorded', number, event }] };
};

/**
 * Tells certificates what became known of an instance, in the caller's transaction: a date is recorded on the certificate that
 * waits for it, a registered key begins the free support that nobody sells. Where several wait none is guessed.
 */
export const tellCertificates = async (
  context: Context,
  q: Queries,
  told: InstanceToTell,
): Promise<ToldCertificates> => {
  const free = told.events.includes('key-registration') ? await issueFree(context, q, told) : null;
  if (free !== null && free.kind !== 'told') return free;
  const news = [...(free?.news ?? [])];
  for (const event of told.events) {
    if (free !== null && event === 'key-registration') continue;
    const targets = targetsOf(told, event, context);
    const [only] = targets;
    if (targets.length > 1)
      news.push({ kind: 'several', event, numbers: targets.map(({ number }) => number) });
    if (only === undefined || targets.length > 1) continue;
    const recorded = await recordOn(context, q, told, event, only);
    if (recorded.kind !== 'told') return recorded;
    news.push(...recorded.news);
  }
  return { kind: 'told', news, certificateId: told.facts.certificateId ?? free?.certificateId ?? null };
};
