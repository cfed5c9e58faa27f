import type { DeskId } from '@reglament/desk';
import type { Queries } from '../database.ts';

/** Tables that go out whole. */
export type ExportTable =
  | 'tickets'
  | 'messages'
  | 'companies'
  | 'contacts'
  | 'certificates'
  | 'inquiries'
  | 'inquiry-messages'
  | 'products';

type Cell = string | number | boolean | null;

/** A row with the key that the next page begins after. */
export type ExportRow = Readonly<Record<string, Cell>> & { readonly key: string };

interface Source {
  /** In the order of the table. */
  readonly columns: readonly string[];
  /** Rows from the beginning, and rows after a key: a plan that has to fit both reads everything before the key too. */
  readonly first: string;
  readonly next: string;
}

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const selected = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([name, expression]) => `${expression} as "${name}"`)
    .join(', ');

/**
 * What is asked of each table: rows by its primary key first, and only to those what stands beside them, so that a page costs the
 * same wherever it stands.
 */
const sourceOf = (
  table: string,
  alias: string,
  joined: string,
  columns: Readonly<Record<string, string>>,
): Source => {
  const id = `${table}_id`.replace(/^inquiry_message/, 'message');
  const page = (after: string): string => `select ${alias}.${id}::text as key, ${selected(columns)}
    from (select * from ${table} where desk_id = $1 ${after} order by desk_id, ${id} limit $2) ${alias}
    ${joined} order by ${alias}.desk_id, ${alias}.${id}`;
  return { columns: Object.keys(columns), first: page(''), next: page(`and ${id} > $3::uuid`) };
};

const sources: Readonly<Record<ExportTable, Source>> = {
  tickets: sourceOf(
    'ticket',
    't',
    `left join company c on c.desk_id = t.desk_id and c.company_id = t.company_id
     join contact k on k.desk_id = t.desk_id and k.contact_id = t.contact_id left join person p on p.id = t.assignee_id`,
    {
      number: 't.number',
      state: 't.state',
      subject: 't.subject',
      type: 't.type',
      priority: 't.priority',
      coverage: 't.coverage',
      package: 't.package_id',
      channel: 't.channel',
      company: 'c.name',
      contact: 'k.name',
      email: 'k.email',
      assignee: 'p.name',
      fields: 't.fields::text',
      receivedAt: iso('t.received_at'),
      registeredAt: iso('t.registered_at'),
      resolvedAt: iso('t.resolved_at'),
      closedAt: iso('t.closed_at'),
    },
  ),
  messages: sourceOf('message', 'm', 'join ticket t on t.desk_id = m.desk_id and t.ticket_id = m.ticket_id', {
    ticket: 't.number',
    at: iso('m.at'),
    kind: 'm.kind',
    author: 'm.author',
    text: 'm.text',
  }),
  companies: sourceOf('company', 'c', '', {
    companyId: 'c.company_id::text',
    name: 'c.name',
    inn: 'c.inn',
    kpp: 'c.kpp',
    ogrn: 'c.ogrn',
    district: 'c.district',
    city: 'c.city',
    zone: 'c.zone',
    mergedInto: 'c.merged_into::text',
    createdAt: iso('c.created_at'),
  }),
  contacts: sourceOf('contact', 'k', '', {
    contactId: 'k.contact_id::text',
    name: 'k.name',
    email: 'k.email',
    phone: 'k.phone',
    language: 'k.language',
    companies: `(select string_agg(c.name, ', ' order by c.name) from contact_of_company o
      join company c on c.desk_id = o.desk_id and c.company_id = o.company_id
      where o.desk_id = k.desk_id and o.contact_id = k.contact_id)`,
    createdAt: iso('k.created_at'),
  }),
  certificates: sourceOf(
    'certificate',
    'f',
    'join company c on c.desk_id = f.desk_id and c.company_id = f.company_id',
    {
      number: 'f.number',
      company: 'c.name',
      inn: 'c.inn',
      package: 'f.package_id',
      startsAt: iso('f.starts_at'),
      endsAt: iso('f.ends_at'),
      facts: 'f.body::text',
    },
  ),
  inquiries: sourceOf(
    'inquiry',
    'i',
    `left join company c on c.desk_id = i.desk_id and c.company_id = i.company_id
     join contact k on k.desk_id = i.desk_id and k.contact_id = i.contact_id left join person p on p.id = i.owner_id`,
    {
      number: 'i.number',
      state: 'i.state',
      subject: 'i.subject',
      company: 'c.name',
      contact: 'k.name',
      email: 'k.email',
      district: 'i.district',
      addressee: 'i.addressee',
      owner: 'p.name',
      receivedAt: iso('i.received_at'),
      lastMessageAt: iso('i.last_message_at'),
    },
  ),
  'inquiry-messages': sourceOf(
    'inquiry_message',
    'm',
    'join inquiry i on i.desk_id = m.desk_id and i.inquiry_id = m.inquiry_id',
    { inquiry: 'i.number', at: iso('m.at'), kind: 'm.kind', author: 'm.author', text: 'm.text' },
  ),
  products: sourceOf(
    'product_version',
    'v',
    'join product p on p.desk_id = v.desk_id and p.product_id = v.product_id',
    {
      product: 'p.name',
      version: 'v.number',
      releasedOn: 'v.released_on::text',
      outdatedOn: 'v.outdated_on::text',
      endOfLifeOn: 'v.end_of_life_on::text',
      platforms: "array_to_string(v.platforms, ', ')",
      retired: 'p.retired_at is not null',
    },
  ),
};

export const exportColumns = (table: ExportTable): readonly string[] => sources[table].columns;

/** Rows of one table of a desk after a key, in the order of their making. */
export const exportPage = (
  q: Queries,
  input: {
    readonly deskId: DeskId;
    readonly table: ExportTable;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<readonly ExportRow[]> => {
  const { deskId, table, after, limit } = input;
  return after === null
    ? q.query<ExportRow & Record<string, unknown>>(`export-${table}-first`, sources[table].first, [
        deskId,
        limit,
      ])
    : q.query<ExportRow & Record<string, unknown>>(`export-${table}-next`, sources[table].next, [
        deskId,
        limit,
        after,
      ]);
};
