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
  /** What the regulation decides by: the rest is not looked up and reads empty. */
  readonly by: { readonly types: boolean; readonly licences: boolean; readonly inUse: boolean };
  /** Certificates whose package has a quota, each with the instant from which it is counted. */
  readonly quotas: readonly { readonly certificateId: CertificateId; readonly since: Instant }[];
  /** A ticket that is decided again does not use up its own place; null: it is not there yet. */
  readonly ticketId: TicketId | null;
  /** Keys that the request may name, as they are compared. */
  readonly keys: readonly string[];
}

type Value = (given: unknown, type: string) => string;

/** Only what is asked for: the planner's time grows with each part, asked for or not. */
const partsOf = (
  asked: UseAsked,
  desk: string,
  // Named only where it is used: a statement knows the type of no other parameter.
  company: () => string,
  value: Value,
): readonly string[] => [
  ...(asked.by.types
    ? [
        `coalesce((select jsonb_agg(distinct jsonb_build_object('product', p.name, 'type', i.installation_type))
    from instance i join product p on p.desk_id = i.desk_id and p.product_id = i.product_id
    where i.desk_id = ${desk} and i.company_id = ${company()} and i.removed_at is null and i.installation_type is not null), '[]') as types`,
      ]
    : []),
  ...(asked.by.licences
    ? [
        `coalesce((select jsonb_agg(jsonb_build_object('products', to_jsonb(l.products), 'from', l.from_date, 'until', l.until_date))
    from licence_agreement l where l.desk_id = ${desk} and l.company_id = ${company()} and l.removed_at is null), '[]') as licences`,
      ]
    : []),
  ...(asked.by.inUse
    ? [
        `coalesce((select jsonb_object_agg(c.certificate_id, jsonb_build_array(c.instances_in_use, c.licences_in_use))
    from certificate c where c.desk_id = ${desk} and c.company_id = ${company()} and c.instances_in_use > 0), '{}') as "inUse"`,
      ]
    : []),
  ...(asked.quotas.length > 0
    ? [
        `coalesce((select jsonb_object_agg(u.certificate_id, (select count(*) from ticket t
      where t.desk_id = ${desk} and t.company_id = ${company()} and t.registered_at >= u.since and t.ticket_id is distinct from ${value(asked.ticketId, 'uuid')}
        and t.body -> 'coverage' ->> 'certificateId' = u.certificate_id::text))
    from unnest(${value(
      asked.quotas.map(({ certificateId }) => certificateId),
      'uuid[]',
    )}, ${value(
      asked.quotas.map(({ since }) => toTimestamp(since)),
      'timestamptz[]',
    )}) as u(certificate_id, since)), '{}') as tickets`,
      ]
    : []),
  ...(asked.keys.length > 0
    ? [
        `(select jsonb_build_object('key', i.folded_key, 'type', i.installation_type) from instance i
    where i.desk_id = ${desk} and i.company_id = ${company()} and i.removed_at is null and i.folded_key = any(${value(asked.keys, 'text[]')}) order by i.instance_id limit 1) as named`,
      ]
    : []),
  ...(asked.ticketId === null
    ? []
    : [
        `(select jsonb_build_object('receivedAt', t.body -> 'receivedAt', 'product', t.body -> 'about' ->> 'name')
    from ticket t where t.desk_id = ${desk} and t.ticket_id = ${value(asked.ticketId, 'uuid')}) as ticket`,
      ]),
];

const nothing: RecordedUse = { types: [], licences: [], inUse: {}, tickets: {}, named: null, ticket: null };

/** What a company runs, under which licences, and how much of its certificates is used, in one query at most. */
export const recordedUse = async (q: Queries, asked: UseAsked): Promise<RecordedUse> => {
  const values: unknown[] = [];
  const value: Value = (given, type) => `$${values.push(given)}::${type}`;
  const desk = value(asked.deskId, 'uuid');
  let named: string | null = null;
  const company = (): string => (named ??= value(asked.companyId, 'uuid'));
  const parts = partsOf(asked, desk, company, value);
  if (parts.length === 0) return nothing;
  const { by, quotas, keys, ticketId } = asked;
  const shape = [by.types, by.licences, by.inUse, quotas.length > 0, keys.length > 0, ticketId !== null];
  const [row] = await q.query<Partial<RecordedUse> & Record<string, unknown>>(
    `request-use-${shape.map(Number).join('')}`,
    `select ${parts.join(',\n  ')}`,
    values,
  );
  return { ...nothing, ...row };
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
