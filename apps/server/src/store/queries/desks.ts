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

export interface Membership extends Desk {
  readonly role: 'dispatcher' | 'engineer' | 'lead' | 'administrator';
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

/** Which texts are kept as versions: a desk's id and the text's hash, as `desk sha256`. */
export const keptRegulationTexts = async (q: Queries): Promise<ReadonlySet<string>> => {
  const rows = await q.query<{ desk_id: DeskId; sha256: string }>(
    'regulation-texts',
    'select desk_id, sha256 from regulation_version',
  );
  return new Set(rows.map(({ desk_id, sha256 }) => `${desk_id} ${sha256}`));
};

export interface RegulationVersionRow {
  readonly regulationVersionId: RegulationVersionId;
  readonly edition: string;
  readonly effectiveFrom: Instant;
  readonly source: string;
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
  }>(
    'regulation-versions',
    `select regulation_version_id, edition, effective_from, source from regulation_version
     where desk_id = $1 order by effective_from desc, created_at desc limit 100`,
    [deskId],
  );
  return rows.map((r) => ({
    regulationVersionId: r.regulation_version_id,
    edition: r.edition,
    effectiveFrom: r.effective_from,
    source: r.source,
  }));
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
