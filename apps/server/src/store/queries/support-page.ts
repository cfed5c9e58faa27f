import type {
  CertificateEvent,
  CertificateId,
  CompanyId,
  ContactId,
  DeskId,
  SupportCertificate,
  TicketId,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';

/** A company that a contact speaks for. */
export interface SpokenFor {
  readonly companyId: CompanyId;
  readonly name: string;
  readonly inn: string | null;
  readonly kpp: string | null;
  /** Named by the company as somebody who may ask. */
  readonly listed: boolean;
}

export interface PageContact {
  readonly contactId: ContactId;
  readonly email: string;
  readonly name: string;
  readonly phone: string;
  readonly companies: readonly SpokenFor[];
}

/** Whose support page it is; null: the desk has no such contact, or it has no address. */
export const pageContact = async (
  q: Queries,
  deskId: DeskId,
  contactId: string,
): Promise<PageContact | null> => {
  const [row] = await q.query<PageContact & Record<string, unknown>>(
    'support-page-contact',
    `select c.contact_id as "contactId", c.email, c.name, c.phone,
       coalesce((select jsonb_agg(jsonb_build_object('companyId', o.company_id, 'name', o.name, 'inn', o.inn, 'kpp', o.kpp, 'listed', s.listed) order by o.name, o.company_id)
         from contact_of_company s join company o on o.desk_id = s.desk_id and o.company_id = s.company_id
         where s.desk_id = c.desk_id and s.contact_id = c.contact_id and o.merged_into is null), '[]') as companies
     from contact c where c.desk_id = $1 and c.contact_id = $2 and c.email is not null`,
    [deskId, contactId],
  );
  return row ?? null;
};

/** Companies that carry this INN now: a record that was merged away stands for the one that was kept. */
export const companiesByInn = async (
  q: Queries,
  deskId: DeskId,
  inn: string,
): Promise<readonly { readonly companyId: CompanyId; readonly kpp: string | null }[]> =>
  q.query<{ companyId: CompanyId; kpp: string | null }>(
    'support-page-inn',
    'select coalesce(merged_into, company_id) as "companyId", kpp from company where desk_id = $1 and inn = $2 limit 100',
    [deskId, inn],
  );

/** A certificate as its holder sees it. */
export interface HeldCertificate {
  readonly certificate: SupportCertificate;
  readonly version: number;
  /** Instances under it, and licences activated in them. */
  readonly uses: readonly [instances: number, licences: number];
}

/** Certificates shown at most, the latest first. */
const MOST = 100;

/** What some companies hold and held. */
export const heldCertificates = (
  q: Queries,
  deskId: DeskId,
  companies: readonly CompanyId[],
): Promise<readonly HeldCertificate[]> =>
  q.query<HeldCertificate & Record<string, unknown>>(
    'support-page-held',
    `select c.body as certificate, c.version, array[c.instances_in_use, c.licences_in_use] as uses
     from certificate c where c.desk_id = $1 and c.company_id = any($2::uuid[])
     order by c.is_open desc, c.lasts_until desc, c.certificate_id limit ${MOST}`,
    [deskId, companies],
  );

/** Keys of a company whose registration began a certificate since an instant. */
export const keysBegunSince = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  since: Instant,
): Promise<number> => {
  const [row] = await q.query<{ begun: number }>(
    'support-page-keys-begun',
    `select count(*)::int as begun from certificate where desk_id = $1 and company_id = $2 and (body -> 'dates' ->> 'key-registration')::bigint >= $3::bigint`,
    [deskId, companyId, since],
  );
  return row?.begun ?? 0;
};

/** Whether a key is the number of somebody's certificate, a revoked one too, or stands on an instance already; as keys are compared. */
export const isKeyTaken = async (q: Queries, deskId: DeskId, foldedKey: string): Promise<boolean> => {
  const rows = await q.query(
    'support-page-number',
    `select 1 from certificate where desk_id = $1 and fold_key(number) = $2
     union all select 1 from instance where desk_id = $1 and folded_key = $2 and removed_at is null limit 1`,
    [deskId, foldedKey],
  );
  return rows.length > 0;
};

export interface OwnTicket {
  readonly ticketId: TicketId;
  readonly number: number;
  readonly subject: string;
  readonly state: 'new' | 'in-progress' | 'waiting-for-customer' | 'resolved' | 'closed' | 'not-entitled';
  readonly registeredAt: Instant;
}

/** The latest requests of a contact's own. */
export const ownTickets = (q: Queries, deskId: DeskId, contactId: ContactId): Promise<readonly OwnTicket[]> =>
  q.query<OwnTicket & Record<string, unknown>>(
    'support-page-tickets',
    `select ticket_id as "ticketId", number, subject, state, registered_at as "registeredAt" from ticket
     where desk_id = $1 and contact_id = $2 order by registered_at desc, number desc limit 10`,
    [deskId, contactId],
  );

/** One thing that happened to a certificate; who did it and in which words stays with the desk. */
export interface HistoryEntry {
  readonly certificateId: CertificateId;
  readonly at: Instant;
  readonly event: CertificateEvent;
}

/** What happened to some certificates, each in order; of very long histories the latest of all. */
export const certificateHistories = async (
  q: Queries,
  deskId: DeskId,
  certificateIds: readonly CertificateId[],
): Promise<readonly HistoryEntry[]> => {
  const rows = await q.query<{ stream_id: CertificateId; at: Instant; type: string; body: object }>(
    'support-page-history',
    `select stream_id, at, type, body from (
       select stream_id, seq, at, type, body from journal
       where desk_id = $1 and stream_kind = 'certificate' and stream_id = any($2::uuid[]) order by at desc, seq desc limit 2000) j
     order by stream_id, seq`,
    [deskId, certificateIds],
  );
  return rows.map(({ stream_id: certificateId, at, type, body }) => ({
    certificateId,
    at,
    event: { type, ...body } as CertificateEvent,
  }));
};

/** Numbers of certificates that others go on from, or that go on from them. */
export const certificateNumbers = async (
  q: Queries,
  deskId: DeskId,
  certificateIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await q.query<{ certificate_id: string; number: string }>(
    'support-page-numbers',
    'select certificate_id, number from certificate where desk_id = $1 and certificate_id = any($2::uuid[])',
    [deskId, certificateIds],
  );
  return new Map(rows.map(({ certificate_id, number }) => [certificate_id, number]));
};

/** A certificate as it stands; null when the desk has none such. */
export const supportCertificate = async (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
): Promise<SupportCertificate | null> => {
  const [row] = await q.query<{ body: SupportCertificate }>(
    'support-page-certificate',
    'select body from certificate where desk_id = $1 and certificate_id = $2',
    [deskId, certificateId],
  );
  return row?.body ?? null;
};

/** An instance of one of these companies by its key, as keys are compared; null: they have none such. */
export const instanceByKey = async (
  q: Queries,
  deskId: DeskId,
  asked: { readonly companies: readonly CompanyId[]; readonly foldedKey: string },
): Promise<{ readonly companyId: CompanyId; readonly instanceId: string } | null> => {
  const [row] = await q.query<{ companyId: CompanyId; instanceId: string }>(
    'support-page-instance',
    `select company_id as "companyId", instance_id as "instanceId" from instance
     where desk_id = $1 and company_id = any($2::uuid[]) and folded_key = $3 and removed_at is null order by instance_id limit 1`,
    [deskId, asked.companies, asked.foldedKey],
  );
  return row ?? null;
};
