import {
  type CertificateId,
  type CertificateRefusal,
  type DeskId,
  foldActNumber,
  type JudgedRenewal,
  type RenewalOrder,
  renewOnPaper,
  type TermLength,
} from '@reglament/desk';
import { localDateOf } from '@reglament/working-time';
import { companyCertificates, contactByEmail } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import { insertNamedAct, namedAct } from '../store/named-acts.ts';
import { actUsedFor } from '../store/queries/certificates.ts';
import { keptResponse } from '../store/queries/idempotency.ts';
import { heldCertificates, type PageContact } from '../store/queries/support-page.ts';
import { momentWords } from '../text/moment-words.ts';
import { inForceForBuyer } from './certificate-clock.ts';
import { inForceFor, worldOf } from './command-certificate.ts';
import type { Context } from './context.ts';
import { lockOwnCertificate, type OwnCertificate } from './own-certificate.ts';
import { type FormKey, type OwnWay, pageChannel } from './page-task.ts';
import { registerTicket } from './register-ticket.ts';

/** What the form about an act says. */
export interface TypedAct {
  readonly number: string;
  readonly issuer: 'vendor' | 'partner';
  readonly namesSupport: boolean;
  readonly term: TermLength;
}

export interface ActRenewal {
  readonly deskId: DeskId;
  readonly contact: PageContact;
  readonly certificateId: CertificateId;
  readonly act: TypedAct;
}

/** A renewal that was looked at and is sent. */
export interface SentAct extends ActRenewal {
  readonly idempotency: FormKey;
  readonly via: OwnWay;
}

type No =
  | { readonly kind: 'refused'; readonly refusal: CertificateRefusal }
  /** The same act was named for it before. */
  | { readonly kind: 'named-before'; readonly number: number }
  | { readonly kind: 'not-found' };

export type ActPreview = { readonly kind: 'judged'; readonly judged: JudgedRenewal } | No;

/** An act that served somebody else's renewal is used: by whose, is nobody's business. */
const usedFor = async (q: Queries, { deskId, act }: ActRenewal, own: OwnCertificate) => {
  const by = await actUsedFor(q, deskId, foldActNumber(act.number));
  if (by === null) return null;
  const held = await heldCertificates(q, deskId, [own.company.companyId]);
  return held.some(({ certificate }) => certificate.number === by) ? by : '…';
};

const judge = async (
  context: Context,
  q: Queries,
  input: ActRenewal,
  own: OwnCertificate,
): Promise<ActPreview> => {
  const { deskId, act } = input;
  const { certificate } = own.locked;
  const before = await namedAct(q, deskId, certificate.certificateId, foldActNumber(act.number));
  if (before !== null) return { kind: 'named-before', number: before.ticketNumber };
  const now = context.now();
  const ofNew = await inForceForBuyer(context, q, deskId, certificate.companyId);
  const ofOld = await inForceFor(context, deskId, certificate);
  const today = localDateOf(ofNew.regulation.zone, now);
  const order: RenewalOrder = {
    number: act.number,
    term: act.term,
    quantity: certificate.quantity,
    boughtOn: today,
    channel: 'portal',
    activated: null,
    act: { number: act.number, givenOn: today, issuer: act.issuer, namesSupport: act.namesSupport },
    upgradeBoughtOn: null,
    upgradeInstalledOn: null,
  };
  const judged = renewOnPaper(
    certificate,
    order,
    {
      certificateId: context.newId() as CertificateId,
      regulationVersionId: ofNew.regulationVersionId,
      actUsedFor: await usedFor(q, input, own),
    },
    { ofOld: worldOf(ofOld, now), ofNew: worldOf(ofNew, now) },
  );
  return judged.ok ? { kind: 'judged', judged: judged.value } : { kind: 'refused', refusal: judged.refusal };
};

/** What a renewal by an act would do, shown before it is sent (R26); nothing is kept. */
export const previewRenewalByAct = (context: Context, input: ActRenewal): Promise<ActPreview> =>
  context.db.inDesk(input.deskId, async (q) => {
    const own = await lockOwnCertificate(context, q, input.deskId, input.contact, input.certificateId);
    return own === null ? { kind: 'not-found' } : judge(context, q, input, own);
  });

export type ActSent = { readonly kind: 'done'; readonly number: number } | No;

const termText = ({ count, unit }: TermLength): string => `${count} ${unit === 'months' ? 'мес.' : 'дн.'}`;

const send = async (context: Context, q: Queries, input: SentAct): Promise<ActSent> => {
  const { deskId, contact, act } = input;
  const own = await lockOwnCertificate(context, q, deskId, contact, input.certificateId);
  if (own === null) return { kind: 'not-found' };
  const kept = await keptResponse(q, deskId, input.idempotency.key);
  if (kept?.requestHash === input.idempotency.requestHash)
    return { kind: 'done', ...(kept.response as { readonly number: number }) };
  const judged = await judge(context, q, input, own);
  if (judged.kind !== 'judged') return judged;
  const { certificate } = own.locked;
  const { companyId, name: companyName } = own.company;
  const at = context.now();
  const { regulation } = await context.regulations.inForce(deskId, at);
  const person = await contactByEmail(q, { deskId, email: contact.email, name: '', newId: context.newId });
  const registered = await registerTicket(context, q, {
    deskId,
    channel: pageChannel(regulation, input.via),
    requester: {
      ...person,
      companyId,
      companyName,
      certificates: (await companyCertificates(q, deskId, companyId)) ?? [],
    },
    receivedAt: at,
    subject: `Продление сертификата ${certificate.number} по акту ${act.number}`,
    text: [
      `Продлите сертификат ${certificate.number} по акту.`,
      `Номер акта: ${act.number}`,
      `Срок по акту: ${termText(act.term)}`,
      `Назван: ${momentWords(regulation.zone, at, 'ru')}`,
    ].join('\n'),
    html: null,
    quoted: '',
    letterId: null,
    attachmentIds: [],
    ticketType: null,
    priority: null,
    fields: {},
    links: [],
    actorId: null,
    idempotency: null,
  });
  await insertNamedAct(q, {
    deskId,
    certificateId: certificate.certificateId,
    actNumber: foldActNumber(act.number),
    written: act.number.trim(),
    at,
    ticketId: registered.ticketId,
  });
  const { number } = registered;
  await insertResponse(q, { deskId, ...input.idempotency, response: { number }, at });
  return { kind: 'done', number };
};

/**
 * A customer names the act of a renewal (SH-P-RENEW): a request that staff accept; support will run from this instant,
 * whenever they do. The same act is named for a certificate once.
 */
export const renewByAct = async (context: Context, input: SentAct): Promise<ActSent> => {
  const sent = await context.db.inDesk(input.deskId, (q) => send(context, q, input));
  if (sent.kind === 'done') context.hint({ deskId: input.deskId, kind: 'ticket', number: sent.number });
  return sent;
};
