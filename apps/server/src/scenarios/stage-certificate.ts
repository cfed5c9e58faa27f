import type { CertificateCommandBody, endpoints, ReplyOf } from '@reglament/contract';
import type {
  CertificateCommand,
  CertificateDraft,
  CertificateFacts,
  CompanyId,
  MomentEvent,
  SupportCertificate,
} from '@reglament/desk';
import { certificatesOfCompany } from '../store/certificates.ts';
import { type CertificateOutcome, commandCertificate } from '../use-cases/command-certificate.ts';
import { issueCertificateByStaff } from '../use-cases/issue-certificate-by-staff.ts';
import { moscowText } from './moscow-text.ts';
import { Refused } from './refused.ts';
import { staffCertificateCommand } from '../use-cases/staff-certificate-command.ts';
import { dateOf, leftIfRenewed, refusedOf, type Renewed, renewOnStage } from './stage-renewal.ts';
import type { Stage } from './stage.ts';

/** What an order says; dates by Moscow's wall clock, `2025-01-10`. */
export interface Bought {
  readonly dates: Readonly<Partial<Record<MomentEvent, string>>>;
  /** Months; twelve unless said, null: none. */
  readonly months?: number | null;
  /** Instead of months. */
  readonly days?: number;
  readonly namedStart?: string;
  readonly quantity?: number;
  /** Every one unless said. */
  readonly products?: readonly string[];
  /** Of the regulation; every one unless said. */
  readonly installationType?: string;
  /** Documents as people name them. */
  readonly productOrder?: string;
  readonly payment?: string;
  /** Number of the version that was bought; not known unless said. */
  readonly productVersion?: string;
  /** Hours agreed for this certificate alone, by clock. */
  readonly hours?: Readonly<Record<string, number>>;
  /** Ids of paid services bought with it. */
  readonly services?: readonly string[];
}

/** A certificate as people say it; instants by Moscow's wall clock. */
export interface SeenCertificate {
  readonly starts: string | null;
  readonly ends: string | null;
  readonly cause: SupportCertificate['startCause'];
  readonly loyaltyUntil: string | null;
  readonly told: SupportCertificate['told'];
}

export interface StageCertificate {
  readonly number: string;
  /** As its page shows it. */
  readonly page: () => Promise<ReplyOf<typeof endpoints.getCertificate>>;
  /** What a renewal would leave of its term, by the same rules that a browser shows before it is saved. @throws Refused. */
  readonly leftIfRenewed: (order: Renewed) => Promise<string>;
  /** A renewal is entered; returns the new certificate. @throws Refused. */
  readonly renews: (order: Renewed) => Promise<StageCertificate>;
  /** Staff do something to it in the workspace. @throws Refused. */
  readonly byStaff: (body: CertificateCommandBody) => Promise<void>;
  /** Staff put its package right. @throws Refused. */
  readonly corrects: (packageId: string) => Promise<void>;
  readonly seen: () => Promise<SeenCertificate>;
  /** @throws Refused with code and clause. */
  readonly command: (command: CertificateCommand) => Promise<void>;
}

const HOUR = 3_600_000;

const termOf = ({ months = 12, days }: Bought): CertificateDraft['term'] => {
  if (days !== undefined) return { count: days, unit: 'days' };
  return months === null ? null : { count: months, unit: 'months' };
};

const draftOf = ({ still }: Stage, packageId: string, bought: Bought): CertificateDraft => ({
  number: `B-${still.context.newId().slice(-8)}`,
  packageId,
  products: bought.products ?? null,
  productVersion: bought.productVersion ?? null,
  productOrder: bought.productOrder ?? null,
  payment: bought.payment ?? null,
  installationType: bought.installationType ?? null,
  quantity: bought.quantity ?? 5,
  term: termOf(bought),
  namedStart: bought.namedStart === undefined ? null : dateOf(bought.namedStart),
  dates: Object.fromEntries(Object.entries(bought.dates).map(([event, day]) => [event, dateOf(day)])),
  figures: Object.fromEntries(
    Object.entries(bought.hours ?? {}).map(([clock, hours]) => [clock, hours * HOUR]),
  ),
  bought: bought.services ?? [],
  visitsPerTicket: null,
});

const accepted = (outcome: CertificateOutcome): void => {
  if (outcome.kind === 'refused') throw refusedOf(outcome.refusal);
  if (outcome.kind !== 'done') throw new Refused(outcome.kind, null);
};

const text = (at: SupportCertificate['startsAt']): string | null => (at === null ? null : moscowText(at));

const certificateOnStage = (
  stage: Stage,
  companyId: CompanyId,
  { certificateId, number }: Pick<CertificateFacts, 'certificateId' | 'number'>,
): StageCertificate => {
  const { still, slug, engineer } = stage;
  const { context } = still;
  const deskId = still.desk(slug);
  const find = async () => {
    const held = await context.db.inDesk(deskId, (q) => certificatesOfCompany(q, deskId, companyId));
    const found = held.find(({ certificate }) => certificate.certificateId === certificateId);
    if (found === undefined) throw new Error('the certificate is gone');
    return found;
  };
  const byStaff: StageCertificate['byStaff'] = async (body) => {
    const { version } = await find();
    const outcome = await staffCertificateCommand(context, {
      deskId,
      certificateId,
      personId: engineer.personId,
      body,
      seenVersion: version,
      idempotency: { key: context.newId(), requestHash: 'x' },
    });
    if (outcome.kind === 'refused') throw refusedOf(outcome.refusal);
    if (outcome.kind !== 'done') throw new Refused(outcome.kind, null);
  };
  return {
    number,
    page: () => stage.browser.certificate(certificateId),
    leftIfRenewed: async (order) => leftIfRenewed(stage, (await find()).certificate, order),
    renews: async (order) => {
      const renewed = await renewOnStage(stage, await find(), order);
      return certificateOnStage(stage, companyId, renewed);
    },
    corrects: (packageId) =>
      byStaff({ command: 'correct', changes: { packageId }, reason: 'Ошибка в заказе' }),
    byStaff,
    seen: async () => {
      const { startsAt, endsAt, startCause, loyaltyUntil, told } = (await find()).certificate;
      return {
        starts: text(startsAt),
        ends: text(endsAt),
        cause: startCause,
        loyaltyUntil: text(loyaltyUntil),
        told,
      };
    },
    command: async (command) =>
      accepted(
        await context.db.inDesk(deskId, (q) =>
          commandCertificate(context, q, {
            deskId,
            certificateId,
            command,
            actorId: engineer.personId,
            seenVersion: null,
          }),
        ),
      ),
  };
};

/** Staff issue a certificate by the rules in force. @throws Refused. */
export const buyCertificate = async (
  stage: Stage,
  companyId: CompanyId,
  packageId: string,
  bought: Bought,
): Promise<StageCertificate> => {
  const { context } = stage.still;
  const draft = draftOf(stage, packageId, bought);
  const outcome = await issueCertificateByStaff(context, {
    deskId: stage.still.desk(stage.slug),
    companyId,
    personId: stage.engineer.personId,
    draft,
    idempotency: { key: context.newId(), requestHash: 'x' },
  });
  if (outcome.kind === 'refused') throw refusedOf(outcome.refusal);
  if (outcome.kind !== 'done') throw new Refused(outcome.kind, null);
  return certificateOnStage(stage, companyId, {
    certificateId: outcome.answer.certificateId,
    number: draft.number,
  });
};
