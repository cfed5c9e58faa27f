/** Tables that go out whole. */
export type ExportTable =
  | 'tickets'
  | 'messages'
  | 'attachments'
  | 'history'
  | 'links'
  | 'time'
  | 'companies'
  | 'sites'
  | 'standings'
  | 'contacts'
  | 'certificates'
  | 'instances'
  | 'licences'
  | 'inquiries'
  | 'inquiry-messages'
  | 'products'
  | 'letters'
  | 'missed-calls'
  | 'templates';

export interface Source {
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

/** A column of a primary key beside the desk's, and its type. */
type KeyPart = readonly [column: string, type: 'uuid' | 'text' | 'integer'];

/**
 * What is asked of each table: rows by its primary key first, and only to those what stands beside them, so that a page costs the
 * same wherever it stands. A key of several columns goes as one text, its parts between bars.
 */
const sourceByKey = (
  table: string,
  key: readonly KeyPart[],
  alias: string,
  joined: string,
  columns: Readonly<Record<string, string>>,
): Source => {
  const names = key.map(([name]) => name);
  const ordered = (of: string): string => ['desk_id', ...names].map((name) => `${of}${name}`).join(', ');
  const parts = key.map(([, type], index) => `split_part($3, '|', ${index + 1})::${type}`);
  const page = (
    after: string,
  ): string => `select ${names.map((name) => `${alias}.${name}::text`).join(" || '|' || ")} as "pageKey",
      ${selected(columns)}
    from (select * from ${table} where desk_id = $1 ${after} order by ${ordered('')} limit $2) ${alias}
    ${joined} order by ${ordered(`${alias}.`)}`;
  return {
    columns: Object.keys(columns),
    first: page(''),
    next: page(`and (${names.join(', ')}) > (${parts.join(', ')})`),
  };
};

const sourceOf = (
  table: string,
  alias: string,
  joined: string,
  columns: Readonly<Record<string, string>>,
): Source =>
  sourceByKey(
    table,
    [[`${table}_id`.replace(/^inquiry_message/, 'message'), 'uuid']],
    alias,
    joined,
    columns,
  );

export const exportSources: Readonly<Record<ExportTable, Source>> = {
  tickets: sourceOf(
    'ticket',
    't',
    `left join company c on c.desk_id = t.desk_id and c.company_id = t.company_id
     join contact k on k.desk_id = t.desk_id and k.contact_id = t.contact_id left join person p on p.id = t.assignee_id
     left join ticket_rating r on r.desk_id = t.desk_id and r.ticket_id = t.ticket_id`,
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
      tags: `(select string_agg(g.name, ', ' order by g.name) from ticket_tag h
        join tag g on g.desk_id = h.desk_id and g.tag_id = h.tag_id
        where h.desk_id = t.desk_id and h.ticket_id = t.ticket_id)`,
      rating: 'r.score',
      ratingWords: 'r.words',
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
  // What an attachment holds is taken from its ticket, by the API; here it is found, and told whole by its hash.
  attachments: sourceOf(
    'attachment',
    'a',
    `left join message m on m.desk_id = a.desk_id and m.message_id = a.message_id
     left join ticket t on t.desk_id = m.desk_id and t.ticket_id = m.ticket_id
     left join inquiry_message n on n.desk_id = a.desk_id and n.message_id = a.inquiry_message_id
     left join inquiry i on i.desk_id = n.desk_id and i.inquiry_id = n.inquiry_id`,
    {
      attachmentId: 'a.attachment_id::text',
      ticket: 't.number',
      inquiry: 'i.number',
      name: 'a.name',
      type: 'a.type',
      size: 'a.size',
      sha256: 'a.sha256',
      createdAt: iso('a.created_at'),
    },
  ),
  history: sourceByKey(
    'journal',
    [
      ['stream_kind', 'text'],
      ['stream_id', 'uuid'],
      ['seq', 'integer'],
    ],
    'j',
    `left join ticket t on j.stream_kind = 'ticket' and t.desk_id = j.desk_id and t.ticket_id = j.stream_id
     left join certificate f on j.stream_kind = 'certificate' and f.desk_id = j.desk_id and f.certificate_id = j.stream_id
     left join inquiry i on j.stream_kind = 'inquiry' and i.desk_id = j.desk_id and i.inquiry_id = j.stream_id
     left join person p on p.id = j.actor_id`,
    {
      of: 'j.stream_kind',
      number: 'coalesce(t.number::text, f.number, i.number::text)',
      step: 'j.seq',
      at: iso('j.at'),
      by: 'p.name',
      event: 'j.type',
      facts: 'j.body::text',
    },
  ),
  links: sourceByKey(
    'ticket_link',
    [
      ['ticket_id', 'uuid'],
      ['other_id', 'uuid'],
    ],
    'l',
    `join ticket t on t.desk_id = l.desk_id and t.ticket_id = l.ticket_id
     join ticket o on o.desk_id = l.desk_id and o.ticket_id = l.other_id join person p on p.id = l.put_by`,
    { ticket: 't.number', relation: 'l.relation', other: 'o.number', by: 'p.name', at: iso('l.at') },
  ),
  time: sourceByKey(
    'time_spent',
    [['entry_id', 'uuid']],
    's',
    'join ticket t on t.desk_id = s.desk_id and t.ticket_id = s.ticket_id join person p on p.id = s.person_id',
    { ticket: 't.number', day: 's.spent_on::text', minutes: 's.minutes', by: 'p.name', note: 's.note' },
  ),
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
  sites: sourceByKey(
    'company_site',
    [['site_id', 'uuid']],
    's',
    'join company c on c.desk_id = s.desk_id and c.company_id = s.company_id',
    {
      siteId: 's.site_id::text',
      company: 'c.name',
      inn: 'c.inn',
      name: 's.name',
      city: 's.city',
      region: 's.region',
      zone: 's.zone',
    },
  ),
  standings: sourceByKey(
    'company_standing',
    [['standing_id', 'uuid']],
    's',
    'join company c on c.desk_id = s.desk_id and c.company_id = s.company_id',
    {
      company: 'c.name',
      inn: 'c.inn',
      role: 's.role',
      from: 's.from_date::text',
      until: 's.until_date::text',
      shownAs: 's.shown_as',
    },
  ),
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
  instances: sourceOf(
    'instance',
    'n',
    `join company c on c.desk_id = n.desk_id and c.company_id = n.company_id
     join product p on p.desk_id = n.desk_id and p.product_id = n.product_id
     left join product_version v on v.desk_id = n.desk_id and v.product_version_id = n.product_version_id
     left join company_site s on s.desk_id = n.desk_id and s.site_id = n.site_id
     left join certificate f on f.desk_id = n.desk_id and f.certificate_id = n.certificate_id`,
    {
      instanceId: 'n.instance_id::text',
      company: 'c.name',
      inn: 'c.inn',
      product: 'p.name',
      version: 'v.number',
      installationType: 'n.installation_type',
      key: 'n.key',
      keyRegisteredOn: 'n.key_registered_on::text',
      commissionedOn: 'n.commissioned_on::text',
      hasWorked: 'n.has_worked',
      site: 's.name',
      activated: 'n.activated',
      certificate: 'f.number',
      removedAt: iso('n.removed_at'),
    },
  ),
  licences: sourceOf(
    'licence_agreement',
    'l',
    'join company c on c.desk_id = l.desk_id and c.company_id = l.company_id',
    {
      number: 'l.number',
      company: 'c.name',
      inn: 'c.inn',
      products: "array_to_string(l.products, ', ')",
      from: 'l.from_date::text',
      until: 'l.until_date::text',
      removedAt: iso('l.removed_at'),
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
  letters: sourceOf(
    'letter',
    'l',
    'left join ticket t on t.desk_id = l.desk_id and t.ticket_id = l.ticket_id',
    {
      letterId: 'l.letter_id::text',
      direction: 'l.direction',
      at: iso('l.at'),
      from: 'l.from_address',
      to: 'l.to_address',
      subject: 'l.subject',
      outcome: 'l.outcome',
      note: 'l.note',
      ticket: 't.number',
      messageId: 'l.message_id',
      size: 'l.size',
      sha256: 'l.sha256',
    },
  ),
  'missed-calls': sourceByKey(
    'missed_call',
    [['call_id', 'uuid']],
    'm',
    `left join ticket t on t.desk_id = m.desk_id and t.ticket_id = m.ticket_id
     left join person k on k.id = m.taken_by left join person h on h.id = m.handled_by`,
    {
      phone: 'm.phone',
      ticket: 't.number',
      note: 'm.note',
      calledAt: iso('m.called_at'),
      takenBy: 'k.name',
      takenAt: iso('m.taken_at'),
      handledBy: 'h.name',
      handledAt: iso('m.handled_at'),
      reason: 'm.reason',
    },
  ),
  templates: sourceByKey(
    'reply_template',
    [['template_id', 'uuid']],
    'e',
    'left join person p on p.id = e.owner_id',
    {
      name: 'e.name',
      owner: 'p.name',
      say: 'e.say',
      text: 'e.text',
      actions: 'e.actions::text',
      changedAt: iso('e.changed_at'),
    },
  ),
};
