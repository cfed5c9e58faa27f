import type { CertificateEvent, CertificateId, CompanyId, DeskId, SupportCertificate } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';
import { namedActs } from '../named-acts.ts';

export interface CertificateRow {
  readonly certificate: SupportCertificate;
  readonly version: number;
  readonly companyName: string;
  /** In use under it: instances, and licences activated in them. */
  readonly uses: readonly [instances: number, licences: number];
  /** Place in the list that it was asked for in. */
  readonly place: Instant;
}

const columns =
  'c.body as certificate, c.version, o.name as "companyName", array[c.instances_in_use, c.licences_in_use] as uses';
const joined = 'certificate c join company o on o.desk_id = c.desk_id and o.company_id = c.company_id';

export type CertificateList =
  | 'all'
  | 'expiring'
  | 'over-instances'
  | 'over-licences'
  | 'loyalty'
  | 'ended'
  | 'not-begun';

/** A list's condition and the column that it is ordered by. */
interface ListRule {
  readonly where: (now: string, until: string) => string;
  readonly by: string;
  readonly order: 'asc' | 'desc';
}

const lists: Readonly<Record<CertificateList, ListRule>> = {
  all: { where: () => 'true', by: 'c.lasts_until', order: 'desc' },
  expiring: {
    where: (now, until) =>
      `c.is_open and c.begins_at <= ${now} and c.lasts_until > ${now} and c.lasts_until <= ${until}`,
    by: 'c.lasts_until',
    order: 'asc',
  },
  'over-instances': {
    where: (now) => `c.is_open and c.is_over_instances and c.lasts_until > ${now}`,
    by: 'c.lasts_until',
    order: 'asc',
  },
  'over-licences': {
    where: (now) => `c.is_open and c.is_over_licences and c.lasts_until > ${now}`,
    by: 'c.lasts_until',
    order: 'asc',
  },
  loyalty: {
    where: (now) => `c.is_open and c.loyal_until > ${now} and c.lasts_until <= ${now}`,
    by: 'c.loyal_until',
    order: 'asc',
  },
  ended: {
    where: (now) =>
      `c.is_open and c.lasts_until <= ${now} and (c.loyal_until is null or c.loyal_until <= ${now})`,
    by: 'c.lasts_until',
    order: 'desc',
  },
  'not-begun': {
    // What has not begun was never renewed: open is all that was not revoked.
    where: (now) => `c.begins_at > ${now} and c.is_open`,
    by: 'c.begins_at',
    order: 'asc',
  },
};

/** Where a page ended: the instant that the list is ordered by, and the certificate. */
export interface CertificatePlace {
  readonly at: Instant;
  readonly certificateId: string;
}

export interface CertificatesAsked {
  readonly deskId: DeskId;
  readonly list: CertificateList;
  readonly now: Instant;
  /** Expiring: not later than this. */
  readonly until: Instant;
  /** How a number begins, or a part of a company's name; empty: all. */
  readonly search: string;
  readonly companyId: CompanyId | null;
  readonly after: CertificatePlace | null;
  readonly limit: number;
}

/** Above every text that begins so, compared byte by byte. */
const above = (prefix: string): string => `${prefix}\u{10FFFF}`;

/** Of numbers and of companies, so many of each count: whoever finds more goes on typing. */
const FOUND = 1000;

/**
 * Certificates whose number begins so, or whose company's name has the words in it. As arrays: the planner can't know how few
 * there are, and would read every certificate for them.
 */
const found = (desk: string, words: string, value: (given: unknown, type: string) => string): string => {
  const [begins, ends, within] = [words, above(words), words].map((text) => value(text, 'text'));
  return `array(select n.certificate_id from certificate n where n.desk_id = ${desk}
       and n.number_key ~>=~ ${begins} and n.number_key ~<~ ${ends} limit ${FOUND})
     || array(select e.certificate_id from certificate e where e.desk_id = ${desk} and e.company_id = any(array(
       select s.company_id from company s where s.desk_id = ${desk} and strpos(lower(s.name), ${within}) > 0 limit ${FOUND})))`;
};

/** A list of certificates with the names of their companies. */
export const certificatesPage = (
  q: Queries,
  asked: CertificatesAsked,
): Promise<readonly CertificateRow[]> => {
  const { list, companyId, after } = asked;
  const { where, by, order } = lists[list];
  const words = asked.search.trim().toLowerCase();
  const values: unknown[] = [];
  const value = (given: unknown, type: string): string => `$${values.push(given)}::${type}`;
  const desk = value(asked.deskId, 'uuid');
  const [now, until] = [asked.now, asked.until].map((at) => value(toTimestamp(at), 'timestamptz'));
  const conditions = [
    `c.desk_id = ${desk}`,
    where(now ?? '', until ?? ''),
    `${now} <= ${until}`,
    ...(companyId === null ? [] : [`c.company_id = ${value(companyId, 'uuid')}`]),
    ...(words === '' ? [] : [`c.certificate_id = any(${found(desk, words, value)})`]),
    ...(after === null
      ? []
      : [
          `(${by}, c.certificate_id) ${order === 'asc' ? '>' : '<'} (${value(toTimestamp(after.at), 'timestamptz')}, ${value(after.certificateId, 'uuid')})`,
        ]),
  ];
  const shape = [companyId !== null, words !== '', after !== null].map(Number).join('');
  return q.query<CertificateRow & Record<string, unknown>>(
    `certificates-${list}-${shape}`,
    `select ${columns}, ${by} as place from ${joined} where ${conditions.join(' and ')}
     order by ${by} ${order}, c.certificate_id ${order} limit ${value(asked.limit, 'int')}`,
    values,
  );
};

export interface CertificateEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: string | null;
  readonly event: CertificateEvent;
  /** Why, in the words of whoever did it; null: no reason was asked, or it was erased. */
  readonly reason: string | null;
}

interface EntryRow {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: string | null;
  readonly reason: string | null;
  readonly type: string;
  readonly body: object;
}

const MOST_ENTRIES = 2000;

/** A certificate's journal after a version, in order; 0 for all of it. At most 2,000 entries: more is a fault. */
export const certificateEntries = async (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
  version: number,
): Promise<readonly CertificateEntry[]> => {
  const rows = await q.query<EntryRow & Record<string, unknown>>(
    'certificate-journal',
    `select j.seq, j.at, p.name as actor, r.text as reason, j.type, j.body
     from journal j left join person p on p.id = j.actor_id
       left join certificate_reason r on r.desk_id = j.desk_id and r.message_id = (j.body ->> 'reasonId')::uuid
     where j.desk_id = $1 and j.stream_kind = 'certificate' and j.stream_id = $2 and j.seq > $3
     order by j.seq limit ${MOST_ENTRIES + 1}`,
    [deskId, certificateId, version],
  );
  if (rows.length > MOST_ENTRIES)
    throw new Error(`the journal of certificate ${certificateId} is longer than ${MOST_ENTRIES} entries`);
  return rows.map(({ type, body, ...rest }) => ({
    ...rest,
    event: { type, ...body } as CertificateEvent,
  }));
};

/** People by id; `serves`: whether tickets may be given to them now. */
export type NamedOnCertificate = ReadonlyMap<string, { readonly name: string; readonly serves: boolean }>;

const namedIn = (event: CertificateEvent): readonly string[] => {
  if (event.type === 'CertificateIssued') return Object.values(event.facts.people);
  if (event.type !== 'CertificateCorrected') return [];
  return [event.before.people, event.changes.people].flatMap((people) => Object.values(people ?? {}));
};

/** Names of whoever stands on a certificate or in what happened to it. */
export const peopleNamedIn = async (
  q: Queries,
  deskId: DeskId,
  entries: readonly CertificateEntry[],
  standing: readonly string[] = [],
): Promise<NamedOnCertificate> => {
  const ids = [...new Set([...standing, ...entries.flatMap(({ event }) => namedIn(event))])];
  if (ids.length === 0) return new Map();
  const rows = await q.query<{ id: string; name: string; serves: boolean }>(
    'certificate-people',
    `select p.id, p.name, p.disabled_at is null and exists (
       select from staff s where s.desk_id = $1 and s.person_id = p.id and s.role <> 'sales') as serves
     from person p where p.id = any($2::uuid[])`,
    [deskId, ids],
  );
  return new Map(rows.map(({ id, name, serves }) => [id, { name, serves }]));
};

export interface CertificatePageRow {
  readonly row: Omit<CertificateRow, 'place'>;
  readonly entries: readonly CertificateEntry[];
  /** Numbers of the certificates that it goes on from, or that go on from it. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Whoever stands on it, or stood, by id. */
  readonly people: NamedOnCertificate;
  /** Acts that customers named on a page to renew it, the latest first. */
  readonly namedActs: Awaited<ReturnType<typeof namedActs>>;
}

/** The certificates that a history names as renewals, those too that were revoked. */
export const renewalsIn = (events: readonly CertificateEvent[]): readonly CertificateId[] => [
  ...new Set(events.flatMap((event) => (event.type === 'CertificateRenewed' ? [event.by] : []))),
];

/** Everything that the page of a certificate shows; null when the desk has no such certificate. */
export const certificatePageRow = async (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
): Promise<CertificatePageRow | null> => {
  const [row] = await q.query<CertificateRow & Record<string, unknown>>(
    'certificate-one',
    `select ${columns} from ${joined} where c.desk_id = $1 and c.certificate_id = $2`,
    [deskId, certificateId],
  );
  if (row === undefined) return null;
  const { renews } = row.certificate;
  const entries = await certificateEntries(q, deskId, certificateId, 0);
  const numbers = await q.query<{ certificate_id: string; number: string }>(
    'certificate-numbers',
    'select certificate_id, number from certificate where desk_id = $1 and certificate_id = any($2::uuid[])',
    [deskId, [...(renews === null ? [] : [renews]), ...renewalsIn(entries.map(({ event }) => event))]],
  );
  return {
    row,
    entries,
    namedActs: await namedActs(q, deskId, certificateId),
    numbers: new Map(numbers.map(({ certificate_id, number }) => [certificate_id, number])),
    people: await peopleNamedIn(q, deskId, entries, Object.values(row.certificate.people)),
  };
};

/** Number of the certificate that an act was used for; null: it was not. `actNumber` as it is compared. */
export const actUsedFor = async (q: Queries, deskId: DeskId, actNumber: string): Promise<string | null> => {
  const [row] = await q.query<{ number: string }>(
    'certificate-act-used',
    `select c.number from certificate_act a
     join certificate c on c.desk_id = a.desk_id and c.certificate_id = a.certificate_id
     where a.desk_id = $1 and a.act_number = $2`,
    [deskId, actNumber],
  );
  return row?.number ?? null;
};
