import {
  type CertificateId,
  type CertificateRefusal,
  certificateRefusalWords,
  type RenewalOrder,
  renewOnPaper,
  spanWords,
  type SupportCertificate,
} from '@reglament/desk';
import { type LocalDate, parseLocalDate, type TimeZoneId } from '@reglament/working-time';
import { inForceFor, worldOf } from '../use-cases/command-certificate.ts';
import { staffCertificateCommand } from '../use-cases/staff-certificate-command.ts';
import { Refused } from './refused.ts';
import type { Stage } from './stage.ts';

/** What an order for a renewal says; dates are those of the wall calendar. */
export interface Renewed {
  readonly on: string;
  /** Twelve unless said. */
  readonly months?: number;
  /** Five unless said. */
  readonly quantity?: number;
  /** Licences active in the system; nobody knows unless said. */
  readonly activated?: number;
  /** The portal unless said. */
  readonly channel?: RenewalOrder['channel'];
  /** Of the vendor, with the support named in it, unless said. */
  readonly act?: {
    readonly number: string;
    readonly givenOn: string;
    readonly issuer?: 'vendor' | 'partner';
    readonly namesSupport?: boolean;
  };
  readonly upgradeBoughtOn?: string;
  readonly upgradeInstalledOn?: string;
}

const MOSCOW = 'Europe/Moscow' as TimeZoneId;

export const refusedOf = (refusal: CertificateRefusal): Refused =>
  new Refused(refusal.code, refusal.clause, certificateRefusalWords(refusal, MOSCOW, 'ru'));

export const dateOf = (text: string): LocalDate => {
  const date = parseLocalDate(text);
  if (date === null) throw new Error(`${text} is no date`);
  return date;
};

const orderOf = (number: string, order: Renewed): RenewalOrder => {
  const { act, upgradeBoughtOn, upgradeInstalledOn } = order;
  return {
    number,
    term: { count: order.months ?? 12, unit: 'months' },
    quantity: order.quantity ?? 5,
    boughtOn: dateOf(order.on),
    channel: order.channel ?? 'portal',
    activated: order.activated ?? null,
    act:
      act === undefined
        ? null
        : { issuer: 'vendor', namesSupport: true, ...act, givenOn: dateOf(act.givenOn) },
    upgradeBoughtOn: upgradeBoughtOn === undefined ? null : dateOf(upgradeBoughtOn),
    upgradeInstalledOn: upgradeInstalledOn === undefined ? null : dateOf(upgradeInstalledOn),
  };
};

const numberOf = ({ still }: Stage): string => `N-${still.context.newId().slice(-8)}`;

/** What would be left of a renewal, in words, before anything is saved. @throws Refused. */
export const leftIfRenewed = async (
  stage: Stage,
  certificate: SupportCertificate,
  order: Renewed,
): Promise<string> => {
  const { context } = stage.still;
  const deskId = stage.still.desk(stage.slug);
  const now = context.now();
  const ofNew = await context.regulations.inForce(deskId, now);
  const ofOld = await inForceFor(context, deskId, certificate);
  const known = {
    certificateId: context.newId() as CertificateId,
    regulationVersionId: ofNew.regulationVersionId,
    actUsedFor: null,
  };
  const judged = renewOnPaper(certificate, orderOf(numberOf(stage), order), known, {
    ofOld: worldOf(ofOld, now),
    ofNew: worldOf(ofNew, now),
  });
  if (!judged.ok) throw refusedOf(judged.refusal);
  return spanWords(judged.value.left, 'ru');
};

/** Enters a renewal as staff do. @throws Refused. */
export const renewOnStage = async (
  stage: Stage,
  held: { readonly certificate: SupportCertificate; readonly version: number },
  order: Renewed,
): Promise<{ readonly certificateId: CertificateId; readonly number: string }> => {
  const { context } = stage.still;
  const number = numberOf(stage);
  const outcome = await staffCertificateCommand(context, {
    deskId: stage.still.desk(stage.slug),
    certificateId: held.certificate.certificateId,
    personId: stage.engineer.personId,
    body: { command: 'renew', ...orderOf(number, order) },
    seenVersion: held.version,
    idempotency: { key: context.newId(), requestHash: 'x' },
  });
  if (outcome.kind === 'refused') throw refusedOf(outcome.refusal);
  if (outcome.kind !== 'done') throw new Refused(outcome.kind, null);
  return { certificateId: outcome.answer.certificateId as CertificateId, number };
};
