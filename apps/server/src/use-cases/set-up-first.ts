import { createHash } from 'node:crypto';
import {
  checkRegulation,
  type DeskId,
  type Finding,
  isBlocking,
  type PersonId,
  type Regulation,
} from '@reglament/desk';
import { type Instant, localDateOf, type TimeZoneId } from '@reglament/working-time';
import type { Queries } from '../store/database.ts';
import { insertDeskAudit } from '../store/desk-audit.ts';
import { insertDesk, insertStaff } from '../store/desks.ts';
import { lockFirstStart } from '../store/installation.ts';
import { calendarEditions, calendarsOf } from '../store/queries/production-calendars.ts';
import { personOfMailbox } from '../store/people.ts';
import { personOfEmail, setupBehind, takenByDesk } from '../store/queries/setup.ts';
import { replaceSetupToken, spendSetupToken } from '../store/setup-tokens.ts';
import { newWayInToken, wayInTokenHash } from '../tokens/way-in-token.ts';
import type { Context } from './context.ts';
import type { SetPassword } from './use-reset.ts';
import { keepText } from './keep-text.ts';

const HOUR_MS = 3_600_000;
/** How long the printed address leads in. */
export const SETUP_HOURS = 72;

/** What an address leads to: the first desk of an installation, or another one. */
export type SetupKind = 'first' | 'another';

/** A one-time token for the printed address; only its hash is kept. */
export const newSetupToken = async ({ db, now }: Context, kind: SetupKind = 'first'): Promise<string> => {
  const token = newWayInToken();
  const at = now();
  const until = (at + SETUP_HOURS * HOUR_MS) as Instant;
  const addsDesk = kind === 'another';
  await db.everyDesk((q) => replaceSetupToken(q, { hash: wayInTokenHash(token), at, until, addsDesk }));
  return token;
};

/** null: the address leads nowhere any more. */
export const setupOf = ({ db, now }: Context, token: string): Promise<SetupKind | null> =>
  db.everyDesk((q) => setupBehind(q, wayInTokenHash(token), now()));

/** What the check says of a text that a desk may begin with. */
export const checkFirstText = async (
  context: Context,
  source: string,
): Promise<{ readonly regulation: Regulation | null; readonly findings: readonly Finding[] }> => {
  const calendars = calendarsOf(await context.db.everyDesk(calendarEditions));
  return checkRegulation(source, calendars, localDateOf('UTC' as TimeZoneId, context.now()));
};

/** Somebody new, who chooses a password. */
interface NewPerson {
  /** Lower case. */
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

export interface FirstSetup {
  readonly token: string;
  /** Whose desk it is; by id: whoever is signed in, with a session that is good everywhere. */
  readonly person: NewPerson | { readonly personId: PersonId };
  readonly slug: string;
  readonly address: string;
  /** Empty: as the regulation says. */
  readonly deskName: { readonly ru: string; readonly en: string };
  /** Of the regulation. */
  readonly source: string;
  readonly clientAddress: string;
  readonly requestId: string;
}

export type FirstSetUp =
  | { readonly kind: 'done'; readonly personId: PersonId; readonly deskId: DeskId }
  | { readonly kind: 'over' }
  | { readonly kind: 'blocked'; readonly findings: readonly Finding[] }
  | { readonly kind: 'wrong'; readonly pointer: string; readonly code: 'taken' | 'known' | 'invalid-text' };

/** How people are given passwords. */
export interface Enrolment {
  /** Makes a person, or gives `known` another password; null: nobody may be called or sign in so. */
  readonly enrol: (known: string | null, person: NewPerson) => Promise<PersonId | null>;
  /** Of a person who has none yet: it is good at this desk alone. */
  readonly setPassword: SetPassword;
}

/** Undoes the desk: its address belongs to somebody who came between. */
class KnownMeanwhile extends Error {}

/** Somebody new, who works nowhere else: nothing shows that the address is theirs. */
const newcomer = async (q: Queries, context: Context, { email, name }: NewPerson): Promise<PersonId> => {
  const newId = context.newId();
  const person = await personOfMailbox(q, { newId, email, name, proof: 'none' });
  if (person?.personId !== newId) throw new KnownMeanwhile();
  return person.personId;
};

const makeDesk = (
  context: Context,
  setup: FirstSetup,
  personIn: (q: Queries, deskId: DeskId) => Promise<PersonId>,
  regulation: Regulation,
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
    const personId = await personIn(q, deskId);
    const calendars = calendarsOf(await calendarEditions(q));
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

/** The first administrator; an account of an attempt that broke off is theirs: whoever holds the address owns the installation. */
const enrolFirst = async (
  { db }: Context,
  { enrol }: Enrolment,
  person: NewPerson,
): Promise<PersonId | null> => enrol(await db.everyDesk((q) => personOfEmail(q, person.email)), person);

/** A desk of somebody new, where others have desks: a known address is no password’s, and theirs is good at this desk alone. */
const addWithNewcomer = async (
  context: Context,
  { setPassword }: Enrolment,
  setup: FirstSetup & { readonly person: NewPerson },
  regulation: Regulation,
): Promise<FirstSetUp> => {
  const known: FirstSetUp = { kind: 'wrong', pointer: '/person/email', code: 'known' };
  const { person } = setup;
  if ((await context.db.everyDesk((q) => personOfEmail(q, person.email))) !== null) return known;
  try {
    const personIn = async (q: Queries, deskId: DeskId): Promise<PersonId> => {
      const personId = await newcomer(q, context, person);
      await setPassword(q, personId, person.password, deskId);
      return personId;
    };
    return await makeDesk(context, setup, personIn, regulation);
  } catch (error) {
    if (error instanceof KnownMeanwhile) return known;
    throw error;
  }
};

/** A desk, its administrator and its regulation: all of it or nothing, and the address is used up by it. */
export const setUpFirst = async (
  context: Context,
  enrolment: Enrolment,
  setup: FirstSetup,
): Promise<FirstSetUp> => {
  const kind = await setupOf(context, setup.token);
  if (kind === null) return { kind: 'over' };
  const { regulation, findings } = await checkFirstText(context, setup.source);
  if (regulation === null) return { kind: 'blocked', findings: findings.filter(isBlocking) };
  const taken = await context.db.everyDesk((q) => takenByDesk(q, setup));
  if (taken !== null) return { kind: 'wrong', pointer: `/desk/${taken}`, code: 'taken' };
  const { person } = setup;
  if ('password' in person && kind === 'another')
    return addWithNewcomer(context, enrolment, { ...setup, person }, regulation);
  const personId = 'password' in person ? await enrolFirst(context, enrolment, person) : person.personId;
  if (personId === null) return { kind: 'wrong', pointer: '/person/password', code: 'invalid-text' };
  const made = await makeDesk(context, setup, () => Promise.resolve(personId), regulation);
  if (made.kind === 'done') context.hint({ deskId: made.deskId, kind: 'desk', number: 0 });
  return made;
};
