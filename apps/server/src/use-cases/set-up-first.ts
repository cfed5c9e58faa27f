import { createHash } from 'node:crypto';
import {
  type CalendarEdition,
  checkRegulation,
  type DeskId,
  type Finding,
  isBlocking,
  type PersonId,
  type Regulation,
} from '@reglament/desk';
import { type Instant, localDateOf, type TimeZoneId } from '@reglament/working-time';
import { insertDeskAudit } from '../store/desk-audit.ts';
import { insertDesk, insertStaff } from '../store/desks.ts';
import { lockFirstStart } from '../store/installation.ts';
import { calendarEditions, calendarsOf } from '../store/queries/production-calendars.ts';
import { isSetupOpen, personOfEmail, takenByDesk } from '../store/queries/setup.ts';
import { replaceSetupToken, spendSetupToken } from '../store/setup-tokens.ts';
import { newWayInToken, wayInTokenHash } from '../tokens/way-in-token.ts';
import type { Context } from './context.ts';
import { keepText } from './keep-text.ts';

const HOUR_MS = 3_600_000;
/** How long the printed address leads in. */
export const SETUP_HOURS = 72;

/** A one-time token for the address that leads the first administrator in; only its hash is kept. */
export const newSetupToken = async ({ db, now }: Context): Promise<string> => {
  const token = newWayInToken();
  const at = now();
  const until = (at + SETUP_HOURS * HOUR_MS) as Instant;
  await db.everyDesk((q) => replaceSetupToken(q, { hash: wayInTokenHash(token), at, until }));
  return token;
};

export const setupIsOpen = ({ db, now }: Context, token: string): Promise<boolean> =>
  db.everyDesk((q) => isSetupOpen(q, wayInTokenHash(token), now()));

/** What the check says of a text that a first desk may begin with. */
export const checkFirstText = async (
  context: Context,
  source: string,
): Promise<{ readonly regulation: Regulation | null; readonly findings: readonly Finding[] }> => {
  const calendars = calendarsOf(await context.db.everyDesk(calendarEditions));
  return checkRegulation(source, calendars, localDateOf('UTC' as TimeZoneId, context.now()));
};

export interface FirstSetup {
  readonly token: string;
  /** Lower case. */
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly slug: string;
  readonly address: string;
  /** Empty: as the regulation says. */
  readonly deskName: { readonly ru: string; readonly en: string };
  readonly source: string;
  readonly clientAddress: string;
  readonly requestId: string;
}

export type FirstSetUp =
  | { readonly kind: 'done'; readonly personId: PersonId; readonly deskId: DeskId }
  | { readonly kind: 'over' }
  | { readonly kind: 'blocked'; readonly findings: readonly Finding[] }
  | { readonly kind: 'wrong'; readonly pointer: string; readonly code: 'taken' | 'invalid-text' };

/** Makes a person, or gives `known` another password; null: nobody may be called or sign in so. */
export type Enrol = (
  known: string | null,
  person: Pick<FirstSetup, 'email' | 'name' | 'password'>,
) => Promise<PersonId | null>;

const makeDesk = (
  context: Context,
  setup: FirstSetup,
  personId: PersonId,
  regulation: Regulation,
  calendars: Readonly<Record<string, CalendarEdition>>,
): Promise<FirstSetUp> => {
  const { slug, address, source, deskName } = setup;
  const { db, newId } = context;
  const now = context.now();
  const deskId = newId() as DeskId;
  return db.everyDesk(async (q): Promise<FirstSetUp> => {
    await lockFirstStart(q);
    const taken = await takenByDesk(q, { slug, address });
    if (taken !== null) return { kind: 'wrong', pointer: `/desk/${taken}`, code: 'taken' };
    if (!(await spendSetupToken(q, wayInTokenHash(setup.token), now))) return { kind: 'over' };
    const name = { ru: deskName.ru || regulation.name.ru, en: deskName.en || regulation.name.en };
    await insertDesk(q, { deskId, slug, name, mailAddress: address });
    await insertStaff(q, deskId, personId, 'administrator');
    const sha256 = createHash('sha256').update(source).digest('hex');
    const text = { deskId, slug, source, sha256, regulation, versions: [], givenBy: personId };
    await keepText(q, text, { calendars, now, newId });
    await insertDeskAudit(q, {
      deskId,
      auditId: newId(),
      at: now,
      personId,
      action: 'setUpFirst',
      outcome: 'done',
      target: `desk ${slug}`,
      clientAddress: setup.clientAddress,
      requestId: setup.requestId,
    });
    return { kind: 'done', personId, deskId };
  });
};

/** The first administrator, the first desk and its regulation: all of it or nothing, and the address is used up by it. */
export const setUpFirst = async (context: Context, enrol: Enrol, setup: FirstSetup): Promise<FirstSetUp> => {
  if (!(await setupIsOpen(context, setup.token))) return { kind: 'over' };
  const { regulation, findings } = await checkFirstText(context, setup.source);
  if (regulation === null) return { kind: 'blocked', findings: findings.filter(isBlocking) };
  const taken = await context.db.everyDesk((q) => takenByDesk(q, setup));
  if (taken !== null) return { kind: 'wrong', pointer: `/desk/${taken}`, code: 'taken' };
  // Whoever holds the address owns the installation: an account of an attempt that broke off is theirs.
  const known = await context.db.everyDesk((q) => personOfEmail(q, setup.email));
  const personId = await enrol(known, setup);
  if (personId === null) return { kind: 'wrong', pointer: '/person/password', code: 'invalid-text' };
  const calendars = calendarsOf(await context.db.everyDesk(calendarEditions));
  return makeDesk(context, setup, personId, regulation, calendars);
};
