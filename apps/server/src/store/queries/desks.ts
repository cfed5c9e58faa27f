import type { DeskId, PersonId, RegulationVersionId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';

export interface Desk {
  readonly deskId: DeskId;
  readonly slug: string;
  readonly name: { readonly ru: string; readonly en: string };
  readonly mailAddress: string;
}

interface DeskRow {
  readonly desk_id: DeskId;
  readonly slug: string;
  readonly name_ru: string;
  readonly name_en: string;
  readonly mail_address: string;
}

const presentDesk = (row: DeskRow): Desk => ({
  deskId: row.desk_id,
  slug: row.slug,
  name: { ru: row.name_ru, en: row.name_en },
  mailAddress: row.mail_address,
});

/** All desks of the installation, in the order they were made. */
export const allDesks = async (q: Queries): Promise<readonly Desk[]> =>
  (
    await q.query<DeskRow>(
      'desk-all',
      'select desk_id, slug, name_ru, name_en, mail_address from desk order by created_at, slug',
    )
  ).map(presentDesk);

/** What administrators of a desk set. */
export interface DeskDetails extends Pick<Desk, 'name' | 'mailAddress'> {
  readonly version: number;
  /** Letters to it are for sales; null: only those to `<desk>+sales@`. */
  readonly salesAddress: string | null;
}

export const deskDetails = async (q: Queries, deskId: DeskId): Promise<DeskDetails> => {
  const [row] = await q.query<DeskRow & { version: number; sales_address: string | null }>(
    'desk-details',
    `select desk_id, slug, name_ru, name_en, mail_address, sales_address, version from desk where desk_id = $1`,
    [deskId],
  );
  if (row === undefined) throw new Error(`there is no desk ${deskId}`);
  const { name, mailAddress } = presentDesk(row);
  return { version: row.version, name, mailAddress, salesAddress: row.sales_address };
};

export interface Membership extends Desk {
  readonly role: 'dispatcher' | 'engineer' | 'lead' | 'administrator' | 'sales';
}

/** The desks a person works in, and as what. */
export const membershipsOf = async (q: Queries, personId: PersonId): Promise<readonly Membership[]> => {
  const rows = await q.query<DeskRow & { role: Membership['role'] }>(
    'desk-memberships',
    `select d.desk_id, d.slug, d.name_ru, d.name_en, d.mail_address, s.role
     from staff s join desk d on d.desk_id = s.desk_id where s.person_id = $1 order by d.created_at, d.slug`,
    [personId],
  );
  return rows.map((row) => ({ ...presentDesk(row), role: row.role }));
};

export interface RegulationVersionRow {
  readonly regulationVersionId: RegulationVersionId;
  readonly edition: string;
  readonly effectiveFrom: Instant;
  readonly source: string;
  readonly sha256: string;
  /** When another text took the place of one that was waiting for its day; null: it stands. */
  readonly withdrawnAt: Instant | null;
  readonly createdAt: Instant;
  /** Who gave it by hand; null: it came from a file of the server. */
  readonly givenBy: PersonId | null;
}

/** Versions of a desk's regulation, the latest effective first. */
export const regulationVersions = async (
  q: Queries,
  deskId: DeskId,
): Promise<readonly RegulationVersionRow[]> => {
  const rows = await q.query<{
    regulation_version_id: RegulationVersionId;
    edition: string;
    effective_from: Instant;
    source: string;
    sha256: string;
    withdrawn_at: Instant | null;
    created_at: Instant;
    given_by: PersonId | null;
  }>(
    'regulation-versions',
    `select regulation_version_id, edition, effective_from, source, sha256, withdrawn_at, created_at, given_by from regulation_version
     where desk_id = $1 order by effective_from desc, created_at desc, regulation_version_id desc limit 1000`,
    [deskId],
  );
  return rows.map((r) => ({
    regulationVersionId: r.regulation_version_id,
    edition: r.edition,
    effectiveFrom: r.effective_from,
    source: r.source,
    sha256: r.sha256,
    withdrawnAt: r.withdrawn_at,
    createdAt: r.created_at,
    givenBy: r.given_by,
  }));
};

export interface Administrator {
  readonly personId: PersonId;
  readonly email: string;
}

/** Whether anybody works here yet, and who administers a desk, whichever: the disabled are left out. */
export const administratorsOfAll = async (
  q: Queries,
): Promise<{ readonly staffed: boolean; readonly administrators: readonly Administrator[] }> => {
  const rows = await q.query<Administrator & { administers: boolean }>(
    'desk-administrators',
    `select p.id as "personId", p.email, bool_or(s.role = 'administrator') as administers
     from staff s join person p on p.id = s.person_id where p.disabled_at is null group by p.id order by p.email`,
  );
  return { staffed: rows.length > 0, administrators: rows.filter(({ administers }) => administers) };
};

/** Mail addresses of people to tell of an alarm. */
export const peopleByIds = async (
  q: Queries,
  personIds: readonly PersonId[],
): Promise<readonly { readonly personId: PersonId; readonly name: string; readonly email: string }[]> => {
  const rows = await q.query<{ id: PersonId; name: string; email: string }>(
    'person-by-ids',
    'select id, name, email from person where id = any($1::uuid[]) order by id',
    [personIds],
  );
  return rows.map((r) => ({ personId: r.id, name: r.name, email: r.email }));
};
