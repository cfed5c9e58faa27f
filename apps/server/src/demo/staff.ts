import { randomInt } from 'node:crypto';
import type { DeskId, PersonId } from '@reglament/desk';
import type { Identity } from '../identity/identity.ts';
import { insertStaff } from '../store/desks.ts';
import type { Database } from '../store/database.ts';
import type { Desk } from '../store/queries/desks.ts';

/** Who acts in a story: one person a desk for each. */
export type Role = 'dispatcher' | 'lead' | 'first' | 'second' | 'seller';

interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly desks: 'all' | readonly string[];
  readonly role: 'administrator' | 'dispatcher' | 'lead' | 'engineer' | 'sales';
}

/** Nine people look after five desks, as they do in a small support company. */
const people: readonly DemoPerson[] = [
  { email: 'anna@reglament.example', name: 'Анна Ким', desks: 'all', role: 'administrator' },
  { email: 'olga@reglament.example', name: 'Ольга Сафина', desks: 'all', role: 'dispatcher' },
  { email: 'gleb@reglament.example', name: 'Глеб Воронцов', desks: 'all', role: 'lead' },
  { email: 'vera@reglament.example', name: 'Вера Ильинская', desks: 'all', role: 'sales' },
  {
    email: 'timur@reglament.example',
    name: 'Тимур Галиев',
    desks: ['centaur', 'shtrih-m'],
    role: 'engineer',
  },
  {
    email: 'marina@reglament.example',
    name: 'Марина Лебедева',
    desks: ['centaur', 'flat'],
    role: 'engineer',
  },
  { email: 'pavel@reglament.example', name: 'Павел Дорохов', desks: ['flat', 'optima'], role: 'engineer' },
  {
    email: 'yulia@reglament.example',
    name: 'Юлия Арсеньева',
    desks: ['alteroffice', 'shtrih-m'],
    role: 'engineer',
  },
  {
    email: 'roman@reglament.example',
    name: 'Роман Щукин',
    desks: ['alteroffice', 'optima'],
    role: 'engineer',
  },
];

export interface StaffMember {
  readonly personId: PersonId;
  readonly name: string;
}

/** The people of each desk by what they do in its stories. */
export type Staff = ReadonlyMap<string, Readonly<Record<Role, StaffMember>>>;

// Without letters and digits that are mistaken for each other when copied from a terminal.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** `k7fq-2mzd-x9ta`: 59 random bits. */
export const newPassword = (): string =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join(''),
  ).join('-');

const worksIn = (person: DemoPerson, slug: string): boolean =>
  person.desks === 'all' || person.desks.includes(slug);

const castOf = (
  slug: string,
  made: readonly (DemoPerson & StaffMember)[],
): Readonly<Record<Role, StaffMember>> => {
  const here = made.filter((p) => worksIn(p, slug));
  const [first, second] = here.filter((p) => p.role === 'engineer');
  const dispatcher = here.find((p) => p.role === 'dispatcher');
  const lead = here.find((p) => p.role === 'lead');
  const seller = here.find((p) => p.role === 'sales');
  if (
    first === undefined ||
    second === undefined ||
    dispatcher === undefined ||
    lead === undefined ||
    seller === undefined
  )
    throw new Error(`desk ${slug} has too few people`);
  return { first, second, dispatcher, lead, seller };
};

const sayWho = (
  say: (line: string) => void,
  made: readonly (DemoPerson & { readonly password: string })[],
): void => {
  say('');
  say('Demo: sign in as one of these. The passwords are shown once and kept nowhere.');
  for (const p of made)
    say(
      `  ${p.email.padEnd(25)} ${p.role.padEnd(14)} ${p.password}   ${p.desks === 'all' ? 'all desks' : p.desks.join(', ')}`,
    );
};

/** Makes the people, gives them their desks and tells their passwords once. */
export const layOutStaff = async (deps: {
  readonly db: Database;
  readonly identity: Identity;
  readonly say: (line: string) => void;
  readonly desks: ReadonlyMap<string, Desk>;
}): Promise<Staff> => {
  const made = await Promise.all(
    people.map(async (p) => {
      const password = newPassword();
      return {
        ...p,
        password,
        personId: (await deps.identity.createPerson({ email: p.email, name: p.name, password })) as PersonId,
      };
    }),
  );
  await deps.db.everyDesk(async (q) => {
    for (const { slug, deskId } of deps.desks.values()) {
      for (const p of made.filter((m) => worksIn(m, slug)))
        await insertStaff(q, deskId as DeskId, p.personId, p.role);
    }
  });
  sayWho(deps.say, made);
  return new Map([...deps.desks.keys()].map((slug) => [slug, castOf(slug, made)]));
};
