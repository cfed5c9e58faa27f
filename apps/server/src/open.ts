import { randomUUID } from 'node:crypto';
import { type Instant, instant } from '@reglament/working-time';
import pg from 'pg';
import { BadSetting, type Config } from './config.ts';
import { newId } from './ids.ts';
import { createIdentity } from './identity/create-identity.ts';
import type { Identity } from './identity/identity.ts';
import { type LiveHub, startLiveHub } from './store/live-hub.ts';
import { checkServer, roleWarnings } from './postgres/check-server.ts';
import { startPostgres } from './postgres/start-postgres.ts';
import { readProductionCalendars, readRegulationFolder } from './regulation-files.ts';
import { type Database, openDatabase } from './store/database.ts';
import { setSalesAddress } from './store/desks.ts';
import { type Installation, readInstallation } from './store/installation.ts';
import { isAddressTaken } from './store/mailboxes.ts';
import { migrate } from './store/migrate.ts';
import { allDesks, type Desk } from './store/queries/desks.ts';
import { beganEmpty } from './store/queries/setup.ts';
import { calendarEditions, calendarsOf } from './store/queries/production-calendars.ts';
import { createSecretBox, secretKeyIn, type SecretBox } from './tokens/secret-box.ts';
import { totpSecretName } from './tokens/secret-names.ts';
import { changeSentence } from './text/regulation-change-words.ts';
import type { Context } from './use-cases/context.ts';
import { keepCalendars } from './use-cases/keep-calendars.ts';
import { followQueueOrder } from './use-cases/follow-queue-order.ts';
import { noteFirstWork } from './use-cases/note-first-work.ts';
import { createRegulationShelf } from './use-cases/regulation-shelf.ts';
import { sealedWords, sealSecrets } from './use-cases/seal-secrets.ts';
import { refusalSentence, setUpDesks } from './use-cases/set-up-desks.ts';

/** Everything below the HTTP side: a database that is up to date, the desks, what use-cases need. */
export interface Opened {
  readonly context: Context;
  readonly identity: Identity;
  readonly hub: LiveHub;
  readonly installation: Installation;
  readonly desks: readonly Desk[];
  readonly databaseUrl: string;
  /** Desks are made by hand: no demo is laid out. */
  readonly byHand: boolean;
  /** The schema was changed at this start. */
  readonly migrated: boolean;
  readonly close: () => Promise<void>;
}

export interface Talk {
  readonly say: (line: string) => void;
  readonly onError: (error: unknown) => void;
}

interface Server {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const databaseServer = async (config: Config, talk: Talk): Promise<Server> => {
  if (config.databaseUrl === null) return startPostgres({ dataDir: config.dataDir, say: talk.say });
  if (config.relaxedDatabase !== true) {
    const client = new pg.Client({ connectionString: config.databaseUrl });
    await client.connect();
    try {
      await checkServer(client);
      for (const warning of await roleWarnings(client)) talk.say(warning);
    } finally {
      await client.end();
    }
  }
  return { url: config.databaseUrl, stop: () => Promise.resolve() };
};

const openIdentity = (
  config: Config,
  url: string,
  installation: Installation,
  { onError, secrets }: { readonly onError: Talk['onError']; readonly secrets: SecretBox },
): { identity: Identity; pool: pg.Pool } => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: 2000,
    query_timeout: 12_000,
  });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    pool,
    identity: createIdentity({
      pool,
      secret: installation.secret.toString('hex'),
      appSecrets: {
        seal: (secret, personId) => secrets.seal(secret, totpSecretName(personId)),
        open: (sealed, personId) => secrets.openBytes(sealed, totpSecretName(personId)),
      },
      baseUrl: config.baseUrl,
      secureCookies: config.baseUrl.startsWith('https:'),
    }),
  };
};

/** Whether desks are made by hand here: it was asked for while there were none, or is remembered from such a start. */
const isEmptyStart = async (config: Config, db: Database): Promise<boolean> =>
  db.everyDesk(
    async (q) => (await beganEmpty(q)) || (config.empty === true && (await allDesks(q)).length === 0),
  );

const desksOf = async (
  config: Config,
  db: Database,
  talk: Talk,
  { now, byHand }: { readonly now: Instant; readonly byHand: boolean },
): Promise<readonly Desk[]> => {
  const [{ files, leftOut }, calendars] = await Promise.all([
    readRegulationFolder(config.regulationsDir),
    readProductionCalendars(config.regulationsDir),
  ]);
  for (const one of leftOut) talk.say(`Left out: ${one}`);
  for (const edition of await keepCalendars(db, calendars, now))
    talk.say(`Production calendar ${edition} is kept as an edition.`);
  // The regulations of the project make no desks where people make their own.
  if (byHand && config.regulationsDir === undefined) return db.everyDesk(allDesks);
  const sources = files.map((f) => ({ ...f, mailAddress: config.mail[f.slug]?.address ?? null }));
  const known = calendarsOf(await db.everyDesk(calendarEditions));
  const { desks, refused, changes } = await setUpDesks(db, { desks: sources, calendars: known, now, newId });
  for (const { deskId, slug, mailAddress } of desks) {
    const address = config.mail[slug]?.['sales-address'];
    if (address === mailAddress)
      throw new BadSetting(`Mail settings: ${slug}: sales-address ${address} is the desk's own address.`);
    if (address === undefined) continue;
    if (await db.everyDesk((q) => isAddressTaken(q, deskId, address)))
      throw new BadSetting(`Mail settings: ${slug}: another desk goes by sales-address ${address} already.`);
    await db.inDesk(deskId, (q) => setSalesAddress(q, deskId, address));
  }
  for (const change of changes) talk.say(changeSentence(change));
  for (const one of refused) {
    const stays = desks.some(({ slug }) => slug === one.slug);
    talk.say(`Refused, ${stays ? 'the version in force stays' : 'no desk is made'}: ${refusalSentence(one)}`);
  }
  return desks;
};

const wallClock = (): Instant => instant(Date.now());

/**
 * Starts or joins the database, migrates it, makes the desks. Shared by the server and the command line.
 *
 * @param now the clock that the desks go by; sessions and passwords go by the machine's own.
 */
export const open = async (config: Config, talk: Talk, now: () => Instant = wallClock): Promise<Opened> => {
  const server = await databaseServer(config, talk);
  const migrated = (await migrate(server.url)).length > 0;
  const db = openDatabase({ url: server.url, onError: talk.onError });
  const shelfDb = openDatabase({ url: server.url, connections: 2, onError: talk.onError });
  const installation = await readInstallation(db.plain);
  const byHand = await isEmptyStart(config, db);
  const desks = await desksOf(config, db, talk, { now: now(), byHand }).catch(async (error: unknown) => {
    await Promise.all([shelfDb.close(), db.close()]);
    await server.stop();
    throw error;
  });
  const hub = startLiveHub({ url: server.url, node: randomUUID(), onError: talk.onError });
  const secrets = createSecretBox(secretKeyIn(config.dataDir, config.secretKey), config.earlierSecretKeys);
  const { identity, pool } = openIdentity(config, server.url, installation, {
    onError: talk.onError,
    secrets,
  });
  const context: Context = {
    db,
    regulations: createRegulationShelf(shelfDb, () => performance.now()),
    secret: installation.secret,
    secrets,
    now,
    newId,
    hint: hub.hint,
  };
  // By a shelf of its own: what the desks' shelf has once read it believes for a while. Nobody looks on yet.
  const regulations = createRegulationShelf(shelfDb, () => performance.now());
  const starting = { ...context, regulations, hint: () => undefined };
  const deskIds = desks.map(({ deskId }) => deskId);
  for (const line of sealedWords(await sealSecrets(starting))) talk.say(line);
  await followQueueOrder(starting, deskIds);
  await noteFirstWork(starting, deskIds);
  return {
    context,
    identity,
    hub,
    installation,
    desks,
    databaseUrl: server.url,
    migrated,
    byHand,
    close: async () => {
      await hub.stop();
      await pool.end();
      await shelfDb.close();
      await db.close();
      await server.stop();
    },
  };
};
