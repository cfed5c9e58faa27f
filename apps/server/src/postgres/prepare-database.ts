import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { adminUrl, applicationDatabase, applicationRole, type ClusterAccess } from './cluster-access.ts';

interface Present {
  readonly role: boolean;
  readonly database: boolean;
}

const lookAround = async (client: Client): Promise<Present> => {
  const { rows } = await client.query<Present>(
    `select exists (select from pg_roles where rolname = $1) as role,
            exists (select from pg_database where datname = $2) as database`,
    [applicationRole, applicationDatabase],
  );
  return rows[0] ?? { role: false, database: false };
};

/** Makes the application's role (no superuser) and its database; each step may have been done before. */
export const prepareDatabase = async (access: ClusterAccess): Promise<void> => {
  const client = new Client({ connectionString: adminUrl(access) });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const present = await lookAround(client);
    const role = escapeIdentifier(applicationRole);
    const password = escapeLiteral(access.applicationPassword);
    if (!present.role) await client.query(`create role ${role} login password ${password}`);
    if (!present.database)
      await client.query(`create database ${escapeIdentifier(applicationDatabase)} owner ${role}`);
  } finally {
    await client.end();
  }
};
