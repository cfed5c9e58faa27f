/** As much of a pg client, pool or pooled client as the check needs. */
export interface CheckedClient {
  readonly query: (text: string) => Promise<{ readonly rows: readonly unknown[] }>;
}

/** The server must not be used; the message tells the operator what to change. */
export class UnfitServer extends Error {
  override readonly name = 'UnfitServer';
}

interface ServerFacts {
  readonly version: number;
  readonly version_text: string;
  readonly encoding: string;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
  readonly lowered: string;
}

const factsQuery = `
  select current_setting('server_version_num')::int as version,
         current_setting('server_version') as version_text,
         current_setting('server_encoding') as encoding,
         current_setting('fsync') as fsync,
         current_setting('full_page_writes') as full_page_writes,
         current_setting('synchronous_commit') as synchronous_commit,
         lower('Ё') as lowered`;

const oldestVersion = 150000;

const faultsOf = (facts: ServerFacts): readonly string[] => {
  const faults: string[] = [];
  if (facts.version < oldestVersion)
    faults.push(`PostgreSQL ${facts.version_text} is too old: 15 or newer is needed`);
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'] as const)
    if (facts[setting] === 'off')
      faults.push(`${setting} is off, so a power cut could lose acknowledged letters: set ${setting} = on`);
  if (facts.encoding !== 'UTF8') faults.push(`the database's encoding is ${facts.encoding}: it must be UTF8`);
  else if (facts.lowered !== 'ё')
    faults.push(
      "lower('Ё') is not 'ё', so search would be blind to Russian: create the database with a UTF-8 character type, " +
        "for example template template0 lc_collate 'C' lc_ctype 'C.UTF-8'",
    );
  return faults;
};

const roleQuery = `
  select current_user as role, bool_or(rolsuper or rolbypassrls) as bypasses from pg_roles where rolname = current_user`;

/** What works, but with one wall less: in words for the operator. */
export const roleWarnings = async (client: CheckedClient): Promise<readonly string[]> => {
  const { rows } = await client.query(roleQuery);
  const { role, bypasses } = rows[0] as { readonly role: string; readonly bypasses: boolean };
  return bypasses
    ? [
        `Warning: the database role "${role}" is a superuser or bypasses row-level security, so the second wall between desks does not hold. ` +
          'Give Reglament a role of its own that owns its database: create role reglament login; create database reglament owner reglament.',
      ]
    : [];
};

/**
 * Refuses a server that would lose or blur data: embedded or from DATABASE_URL alike. To be called with the role and
 * database the application will use, since both can carry settings of their own.
 *
 * @throws UnfitServer naming every fault at once.
 */
export const checkServer = async (client: CheckedClient): Promise<void> => {
  const { rows } = await client.query(factsQuery);
  const faults = faultsOf(rows[0] as ServerFacts);
  if (faults.length > 0) throw new UnfitServer(`This database can't be used:\n- ${faults.join('\n- ')}`);
};
