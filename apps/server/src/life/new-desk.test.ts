import { readFileSync } from 'node:fs';
import { endpoints } from '@reglament/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { calendarEditions, calendarsOf } from '../store/queries/production-calendars.ts';
import { eventually, signedIn, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addStaff, type TestPerson } from '../testing/test-desk.ts';
import { changeSentence } from '../text/regulation-change-words.ts';
import { setUpDesks } from '../use-cases/set-up-desks.ts';

const flat = readFileSync(new URL('../../../../regulations/flat.yaml', import.meta.url), 'utf8');

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

/** What a start says that finds a file for a desk that is not there. */
const startWith = async (slug: string): Promise<readonly string[]> => {
  const { db, now } = server.opened.context;
  const calendars = calendarsOf(await db.everyDesk(calendarEditions));
  const desks = [{ slug, source: flat, mailAddress: null }];
  return (await setUpDesks(db, { desks, calendars, now: now(), newId })).changes.map(changeSentence);
};

const desksOf = async (person: TestPerson): Promise<readonly (readonly [string, string])[]> => {
  const { desks } = await (await signedIn(server, person)).call(endpoints.getSession, { params: {} });
  return desks.map(({ slug, role }) => [slug, role] as const);
};

const given = (): Promise<
  readonly { readonly personId: string; readonly outcome: string; readonly target: string }[]
> =>
  server.opened.context.db.everyDesk((q) =>
    q.query(
      'test-given',
      `select person_id as "personId", outcome, target from audit where action = 'role-given' order by at, audit_id`,
    ),
  );

it('before anybody works here is nobody’s', async () => {
  expect(await startWith('first')).toEqual([
    expect.stringMatching(/^first: edition 1\.4 in force from 2023-01-01/),
  ]);
  expect(await given()).toEqual([]);
});

it('where nobody administers is nobody’s, and that is said', async () => {
  const engineer = await addStaff(server.opened, 'optima', 'engineer', 'engineer@optima.example');
  expect(await startWith('second')).toContain(
    'second: new desk; nobody can enter it: no other desk has an administrator',
  );
  expect(await desksOf(engineer)).toEqual([['optima', 'engineer']]);
});

it('is given to the administrators of the others, with a row in the audit; others stay out', async () => {
  const engineer = await addStaff(server.opened, 'centaur', 'engineer', 'engineer@centaur.example');
  const gone = await addStaff(server.opened, 'centaur', 'administrator', 'gone@centaur.example');
  await server.opened.context.db.plain.query(
    'test-disable',
    'update person set disabled_at = now() where id = $1',
    [gone.personId],
  );
  const one = await addStaff(server.opened, 'centaur', 'administrator', 'one@centaur.example');
  const two = await addStaff(server.opened, 'flat', 'administrator', 'two@flat.example');
  expect(await startWith('third')).toContain(
    'third: new desk; administrators: one@centaur.example, two@flat.example',
  );
  await eventually(async () => (await desksOf(two)).length === 2);
  expect(await desksOf(one)).toEqual([
    ['centaur', 'administrator'],
    ['third', 'administrator'],
  ]);
  expect(await desksOf(engineer)).toEqual([['centaur', 'engineer']]);
  expect(await given()).toEqual([
    { personId: one.personId, outcome: 'administrator', target: 'desk third' },
    { personId: two.personId, outcome: 'administrator', target: 'desk third' },
  ]);
  // Once: a desk that is there is given to nobody any more.
  await startWith('third');
  expect(await given()).toHaveLength(2);
});
