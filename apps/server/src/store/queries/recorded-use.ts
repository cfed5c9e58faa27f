import type { CertificateId, CompanyId, DeskId, TicketId, UseOnRecord } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';

/** What is on record of what a company runs and has used up. */
export interface RecordedUse extends UseOnRecord {
  /** By certificate: instances that name it, and licences activated in them; absent: none name it. */
  readonly inUse: Readonly<Partial<Record<CertificateId, readonly [instances: number, licences: number]>>>;
  /** By certificate of a quota: tickets that it has served since. */
  readonly tickets: Readonly<Partial<Record<CertificateId, number>>>;
  /** The installation whose key is among those asked for; null: none. */
  readonly named: { readonly key: string; readonly type: string | null } | null;
  /** The ticket that is decided again: when it was received, and the product that it is about; null: there is none. */
  readonly ticket: { readonly receivedAt: Instant; readonly product: string | null } | null;
}

export interface UseAsked {
  readonly deskId: DeskId;
  readonly companyId: CompanyId;
  /** Certificates whose package has a quota, each with the instant from which it is counted. */
  readonly quotas: readonly { readonly certificateId: CertificateId; readonly since: Instant }[];
  /** A ticket that is decided again does not use up its own place; null: it is not there yet. */
  readonly ticketId: TicketId | null;
  /** Keys that the request may name, as they are compared. */
  readonly keys: readonly string[];
}

const statement = `select
  coalesce((select jsonb_agg(distinct jsonb_build_object('product', p.name, 'type', i.installation_type))
    from instance i join product p on p.desk_id = i.desk_id and p.product_id = i.product_id
    where i.desk_id = $1 and i.company_id = $2 and i.removed_at is null and i.installation_type is not null), '[]') as types,
  coalesce((select jsonb_agg(jsonb_build_object('products', to_jsonb(l.products), 'from', l.from_date, 'until', l.until_date))
    from licence_agreement l where l.desk_id = $1 and l.company_id = $2 and l.removed_at is null), '[]') as licences,
  coalesce((select jsonb_object_agg(c.certificate_id, jsonb_build_array(c.instances_in_use, c.licences_in_use))
    from certificate c where c.desk_id = $1 and c.company_id = $2 and c.instances_in_use > 0), '{}') as "inUse",
  coalesce((select jsonb_object_agg(u.certificate_id, (select count(*) from ticket t
      where t.desk_id = $1 and t.company_id = $2 and t.registered_at >= u.since and t.ticket_id is distinct from $5::uuid
        and t.body -> 'coverage' ->> 'certificateId' = u.certificate_id::text))
    from unnest($3::uuid[], $4::timestamptz[]) as u(certificate_id, since)), '{}') as tickets,
  (select jsonb_build_object('key', i.folded_key, 'type', i.installation_type) from instance i
    where i.desk_id = $1 and i.company_id = $2 and i.removed_at is null and i.folded_key = any($6::text[]) order by i.instance_id limit 1) as named,
  (select jsonb_build_object('receivedAt', t.body -> 'receivedAt', 'product', t.body -> 'about' ->> 'name')
    from ticket t where t.desk_id = $1 and t.ticket_id = $5::uuid) as ticket`;

/** What a company runs, under which licences, and how much of its certificates is used, in one query. */
export const recordedUse = async (q: Queries, asked: UseAsked): Promise<RecordedUse> => {
  const [row] = await q.query<RecordedUse & Record<string, unknown>>('request-use', statement, [
    asked.deskId,
    asked.companyId,
    asked.quotas.map(({ certificateId }) => certificateId),
    asked.quotas.map(({ since }) => toTimestamp(since)),
    asked.ticketId,
    asked.keys,
  ]);
  return row ?? { types: [], licences: [], inUse: {}, tickets: {}, named: null, ticket: null };
};

/** What a ticket's customer answered to the questions of intake. */
export const statedOf = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
): Promise<readonly string[]> => {
  const [row] = await q.query<{ fields: Readonly<Record<string, string>> }>(
    'ticket-stated',
    'select fields from ticket where desk_id = $1 and ticket_id = $2',
    [deskId, ticketId],
  );
  return Object.values(row?.fields ?? {});
};
