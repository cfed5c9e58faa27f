import {
  type CertificateId,
  type CompanyId,
  type DeskId,
  foldActNumber,
  foldKey,
  keyOfferOf,
  refuseBuyer,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { lockCertificate, lockKey } from '../store/certificates.ts';
import { standingsOf } from '../store/companies.ts';
import { tellContact } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import type { TypedRegistration } from '../store/queries/page-request.ts';
import {
  companiesByInn,
  type HeldCertificate,
  heldCertificates,
  instanceByKey,
  isKeyTaken,
  type PageContact,
  type SpokenFor,
  keysBegunSince,
} from '../store/queries/support-page.ts';
import { momentWords } from '../text/moment-words.ts';
import { inForceForBuyer, pinnedClock } from './certificate-clock.ts';
import { applyToCertificate, issueCertificate, worldOf } from './command-certificate.ts';
import type { Context, RegulationInForce } from './context.ts';
import { registerKey } from './keep-instance.ts';
import { keepPageTask, type OwnWay } from './page-task.ts';
import { visibleCompanies } from './visible-companies.ts';

export interface Placing {
  readonly deskId: DeskId;
  /** Whose address is confirmed. */
  readonly contact: PageContact;
  readonly typed: TypedRegistration;
  readonly via: OwnWay;
  /** Which of its own companies the contact chose; absent: the one whose INN was typed. */
  readonly companyId?: CompanyId;
}

export type PlacedRegistration =
  /** It stands on the contact's page. */
  | { readonly kind: 'registered'; readonly number: string }
  /** The same, and support began with it. */
  | { readonly kind: 'begun'; readonly number: string }
  /** Staff look at it: the number of the request. */
  | { readonly kind: 'kept'; readonly number: number };

/** The contact's own companies that this may be for: a foreign INN, or one nobody knows, is for staff to look at. */
const ownCompanies = async (
  q: Queries,
  { deskId, contact, typed, companyId: chosen }: Placing,
  { regulation }: RegulationInForce,
): Promise<readonly SpokenFor[]> => {
  if (chosen !== undefined)
    return visibleCompanies(contact, regulation).filter(({ companyId }) => companyId === chosen);
  const named = (await companiesByInn(q, deskId, typed.inn)).filter(
    ({ kpp }) => kpp === null || typed.kpp === '' || kpp === typed.kpp,
  );
  const ids = new Set(named.map(({ companyId }) => companyId));
  const mine = visibleCompanies(contact, regulation);
  const byNumber = mine.filter(({ companyId }) => ids.has(companyId));
  // Nobody has recorded the company's numbers: address and certificate prove it without them.
  return byNumber.length > 0 ? byNumber : mine.filter(({ inn }) => inn === null);
};

/** Keys that begin free support of one company by themselves within 24 hours: nobody invents more of them than that. */
const KEYS_A_DAY = 20;
const DAY_MS = 86_400_000;

/** A key that the desk has never heard of begins free support of the contact's company; null: the rules do not let it. */
const beginByKey = async (
  context: Context,
  q: Queries,
  { deskId, typed }: Placing,
  companyId: CompanyId,
): Promise<PlacedRegistration | null> => {
  const inForce = await inForceForBuyer(context, q, deskId, companyId);
  const offer = keyOfferOf(inForce.regulation);
  if (offer === null) return null;
  const { packageId, term } = offer;
  const now = context.now();
  const since = (now - DAY_MS) as Instant;
  if ((await keysBegunSince(q, deskId, companyId, since)) >= KEYS_A_DAY) return null;
  const world = worldOf(inForce, now);
  const buyer = refuseBuyer(packageId, await standingsOf(q, deskId, companyId), world);
  if (buyer !== null && !buyer.ok) return null;
  const counted = (inForce.regulation.certificates?.covers?.quantity ?? 'not-counted') !== 'not-counted';
  const outcome = await issueCertificate(context, q, {
    deskId,
    command: {
      type: 'Issue',
      renewal: null,
      facts: {
        certificateId: context.newId() as CertificateId,
        number: typed.number,
        companyId,
        packageId,
        regulationVersionId: inForce.regulationVersionId,
        ...pinnedClock(inForce),
        products: null,
        installationType: null,
        quantity: counted ? 1 : null,
        term,
        namedStart: null,
        dates: { 'key-registration': now },
        figures: {},
        bought: [],
        people: {},
        visitsPerTicket: null,
        renews: null,
      },
    },
    actorId: null,
  });
  return outcome.kind === 'done' ? { kind: 'begun', number: typed.number } : null;
};

/** A certificate that waits for its key to be registered begins with it. */
const recordKey = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  { certificate }: HeldCertificate,
): Promise<PlacedRegistration> => {
  const { number } = certificate;
  const waits =
    certificate.beginsOn.includes('key-registration') && certificate.dates['key-registration'] === undefined;
  const locked = waits ? await lockCertificate(q, deskId, certificate.certificateId) : null;
  if (locked === null) return { kind: 'registered', number };
  const at = context.now();
  const outcome = await applyToCertificate(
    context,
    q,
    locked,
    { type: 'RecordDate', event: 'key-registration', at },
    null,
  );
  return { kind: outcome.kind === 'done' ? 'begun' : 'registered', number };
};

/** The key of an instance that is on record: what its registration brings its certificates; null: their rules say no. */
const registerOwnKey = async (
  context: Context,
  q: Queries,
  { deskId, typed: { number } }: Placing,
  own: { readonly companyId: CompanyId; readonly instanceId: string },
): Promise<PlacedRegistration | null> => {
  const outcome = await registerKey(context, q, { deskId, ...own });
  if (outcome.kind !== 'done') return null;
  const begun = outcome.news.some(({ kind }) => kind === 'issued' || kind === 'recorded');
  return { kind: begun ? 'begun' : 'registered', number };
};

const placeOwn = async (
  context: Context,
  q: Queries,
  placing: Placing,
  inForce: RegulationInForce,
): Promise<PlacedRegistration | null> => {
  const { deskId, typed } = placing;
  const mine = await ownCompanies(q, placing, inForce);
  const [company] = mine;
  if (company === undefined) return null;
  const folded = foldActNumber(typed.number);
  const held = await heldCertificates(
    q,
    deskId,
    mine.map(({ companyId }) => companyId),
  );
  const foldedKey = foldKey(typed.number);
  const isKey = typed.what === 'key';
  // One that was revoked comes last: its number may be another's by now.
  const standing = held.toSorted(
    (a, b) => Number(a.certificate.revokedAt !== null) - Number(b.certificate.revokedAt !== null),
  );
  const found =
    standing.find(({ certificate }) => foldActNumber(certificate.number) === folded) ??
    standing.find(({ certificate }) => isKey && foldKey(certificate.number) === foldedKey);
  if (found !== undefined) return recordKey(context, q, deskId, found);
  const own = await instanceByKey(q, deskId, {
    companies: mine.map(({ companyId }) => companyId),
    foldedKey,
  });
  if (own !== null) return registerOwnKey(context, q, placing, own);
  if (!isKey) return null;
  await lockKey(q, deskId, foldedKey);
  if (await isKeyTaken(q, deskId, foldedKey)) return null;
  return beginByKey(context, q, placing, company.companyId);
};

/** Everything that was typed, for the people who look at it. */
const taskText = (placing: Placing, confirmedAt: string): string => {
  const { typed, contact, via } = placing;
  const rows: readonly (readonly [string, string])[] = [
    [typed.what === 'key' ? 'Ключ защиты' : 'Номер сертификата, акта или договора', typed.number],
    ['Компания', typed.company],
    ['ИНН', typed.inn],
    ['КПП', typed.kpp],
    ['Контактное лицо', typed.name],
    ['Телефон', typed.phone],
    ['Почта', `${contact.email} (${via === 'link' ? 'подтверждена письмом' : 'учётная запись'})`],
    ['Названо', confirmedAt],
  ];
  const told = rows.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`);
  return [
    via === 'link'
      ? 'Регистрация со страницы без учётной записи: проверьте номер и запишите компанию и контакт.'
      : 'Регистрация в личном кабинете: проверьте номер и запишите, чей он.',
    ...told,
  ].join('\n');
};

/**
 * Registers a certificate or key for a contact whose address is confirmed, in the caller's transaction. Only what is its own
 * company's is settled at once; everything else is kept for staff, in the same words whatever the desk knows of it.
 */
export const placeRegistration = async (
  context: Context,
  q: Queries,
  placing: Placing,
): Promise<PlacedRegistration> => {
  const { deskId, contact, typed, via } = placing;
  const now = context.now();
  const inForce = await context.regulations.inForce(deskId, now);
  await tellContact(q, { deskId, contactId: contact.contactId, name: typed.name, phone: typed.phone });
  const own = await placeOwn(context, q, placing, inForce);
  if (own !== null) return own;
  const { number } = await keepPageTask(context, q, {
    deskId,
    email: contact.email,
    subject: typed.what === 'key' ? 'Регистрация ключа защиты' : 'Регистрация сертификата',
    text: taskText(placing, momentWords(inForce.regulation.zone, now, 'ru')),
    idempotency: null,
    via,
  });
  return { kind: 'kept', number };
};
