import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const account = { host: z.string().min(1), port: z.number().int().min(1).max(65535), secure: z.boolean() };

const imapAccount = z.strictObject({
  ...account,
  user: z.string().min(1),
  password: z.string(),
  mailbox: z.string().min(1).default('INBOX'),
});
const smtpAccount = z.strictObject({
  ...account,
  user: z.string().optional(),
  password: z.string().optional(),
});

const deskMail = z.strictObject({
  /** Address of the desk, in place of the demo's. */
  address: z.email().toLowerCase().optional(),
  /** Letters to it, delivered to the desk's mailbox, are purchase inquiries; those to `<desk>+sales@` always are. */
  'sales-address': z.email().toLowerCase().optional(),
  imap: imapAccount.optional(),
  smtp: smtpAccount.optional(),
  /** Name that the desk's own mail server signs Authentication-Results with; nobody else's are believed. */
  'trusted-authserv': z.string().min(1).optional(),
});

const mailFile = z.strictObject({ desks: z.record(z.string(), deskMail) });

export type ImapAccount = z.infer<typeof imapAccount>;
export type SmtpAccount = z.infer<typeof smtpAccount>;
export type DeskMail = z.infer<typeof deskMail>;

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Null: the embedded server. */
  readonly databaseUrl: string | null;
  /** Only for tests: the database server may be one that loses data at a power cut. */
  readonly relaxedDatabase?: boolean;
  /** Address under which people reach us, without a trailing slash; links in letters start with it. */
  readonly baseUrl: string;
  /** Lay out the demo in an empty database. */
  readonly demo: boolean;
  /** Whoever works in a desk needs a second factor, but for the demo. Absent: they don't. */
  readonly requireSecondFactor?: boolean;
  /** Begin without desks: an address is printed that leads the first administrator to one. */
  readonly empty?: boolean;
  /** An address is printed that adds a desk where there are some. */
  readonly addDesk?: boolean;
  /** Proxies that may name the client's address (X-Forwarded-For), as addresses or networks; false: none. */
  readonly trustProxy: string | false;
  /** Webhooks may go to the machine itself, by http too: for tests and development. */
  readonly webhooksToLoopback?: boolean;
  /** Folder of the regulations; undefined: the project's own. */
  readonly regulationsDir?: string;
  /** What passwords of mailboxes, secrets of webhooks and of authenticator apps are sealed with, 32 bytes; undefined: a file of the data folder. */
  readonly secretKey?: Buffer;
  /** Keys from before the present one: what they sealed is sealed anew at the start. */
  readonly earlierSecretKeys?: readonly Buffer[];
  /** By desk slug. A desk without SMTP keeps its letters on the letters page. */
  readonly mail: Readonly<Record<string, DeskMail>>;
}

/** Thrown when a setting can't be used; the message says which and what to do. */
export class BadSetting extends Error {}

/** Why addresses of sales can't stand as they are; null: they can. */
const salesFault = (desks: Config['mail']): string | null => {
  const named = Object.entries(desks).flatMap(([slug, mail]) => {
    const sales = mail['sales-address'];
    return sales === undefined ? [] : [{ slug, sales, own: mail.address }];
  });
  for (const { slug, sales, own } of named) {
    if (sales === own)
      return `${slug}: sales-address is the desk's own address, so that every letter would be for sales.`;
    if (named.some((other) => other.slug !== slug && other.sales === sales))
      return `${slug}: sales-address ${sales} belongs to another desk too.`;
  }
  return null;
};

const readMail = async (path: string, required: boolean): Promise<Config['mail']> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && !required) return null;
    throw new BadSetting(`Mail settings ${path} can't be read: ${error.message}`);
  });
  if (text === null) return {};
  const checked = mailFile.safeParse(parse(text, { maxAliasCount: 0, uniqueKeys: true }));
  if (checked.success) {
    const fault = salesFault(checked.data.desks);
    if (fault !== null) throw new BadSetting(`Mail settings ${path}: ${fault}`);
    return checked.data.desks;
  }
  const first = checked.error.issues[0];
  throw new BadSetting(
    `Mail settings ${path}: ${first?.path.join('.') ?? ''}: ${first?.message ?? 'not understood'}`,
  );
};

const readPort = (text: string | undefined): number => {
  const port = Number(text ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new BadSetting(`PORT is "${text}": give a number from 0 to 65535.`);
  return port;
};

/** 64 hexadecimal digits, as `openssl rand -hex 32` writes them. */
const readKey = (name: string, text: string): Buffer => {
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw new BadSetting(`${name} is no key: give 64 hexadecimal digits (openssl rand -hex 32).`);
  return Buffer.from(text, 'hex');
};

const readSecretKeys = (
  present: string | undefined,
  earlier: string | undefined,
): Pick<Config, 'secretKey' | 'earlierSecretKeys'> => ({
  ...(present === undefined ? {} : { secretKey: readKey('SECRET_KEY', present) }),
  ...(earlier === undefined
    ? {}
    : { earlierSecretKeys: earlier.split(',').map((one) => readKey('SECRET_KEY_BEFORE', one.trim())) }),
});

/** Settings from the environment; docs/administrator.md names them all. */
export const readConfig = async (
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[] = [],
): Promise<Config> => {
  const unknown = args.find((arg) => arg !== '--empty' && arg !== '--add-desk');
  if (unknown !== undefined)
    throw new BadSetting(`${unknown} is not understood: only --empty and --add-desk are.`);
  const port = readPort(env['PORT']);
  const host = env['HOST'] ?? '127.0.0.1';
  const dataDir = resolve(env['DATA_DIR'] ?? 'data');
  const mailPath = env['MAIL_CONFIG'];
  return {
    port,
    host,
    dataDir,
    databaseUrl: env['DATABASE_URL'] ?? null,
    baseUrl: (
      env['BASE_URL'] ?? `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`
    ).replace(/\/+$/, ''),
    demo: env['DEMO'] !== 'off',
    empty: args.includes('--empty'),
    addDesk: args.includes('--add-desk'),
    requireSecondFactor: env['REQUIRE_SECOND_FACTOR'] !== 'off',
    trustProxy: env['TRUST_PROXY'] ?? false,
    webhooksToLoopback: env['WEBHOOKS_TO_LOOPBACK'] === 'on',
    ...(env['REGULATIONS'] === undefined ? {} : { regulationsDir: resolve(env['REGULATIONS']) }),
    ...readSecretKeys(env['SECRET_KEY'], env['SECRET_KEY_BEFORE']),
    mail: await readMail(mailPath ?? join(dataDir, 'mail.yaml'), mailPath !== undefined),
  };
};
