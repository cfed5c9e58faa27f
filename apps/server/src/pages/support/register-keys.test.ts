import { afterAll, beforeAll, expect, it } from 'vitest';
import { confirmRegistration, sendRegistration, typedBy } from '../../testing/register-on-page.ts';
import { openStillDesk, type StillDesk } from '../../testing/still-desk.ts';
import { openSupportBrowser, type SupportBrowser, type Typed } from '../../testing/support-browser.ts';
import { supportCustomer } from '../../testing/support-customer.ts';
import { addStaff } from '../../testing/test-desk.ts';
import { createInstance } from '../../use-cases/keep-instance.ts';

let still: StillDesk;
let browser: SupportBrowser;

beforeAll(async () => {
  still = await openStillDesk('2025-02-03 10:00');
  browser = await openSupportBrowser(still);
});
afterAll(async () => {
  expect(still.errors).toEqual([]);
  await browser.close();
  await still.stop();
});

const registerAndConfirm = (slug: string, typed: Typed) => confirmRegistration(browser, slug, typed);

const ticketsOf = (email: string) =>
  still.rows<{ subject: string; body: { coverage: { kind: string } }; text: string }>(
    `select t.subject, t.body, m.text from ticket t join contact c on c.contact_id = t.contact_id join message m on m.ticket_id = t.ticket_id where c.email = $1`,
    [email],
  );

it('a key that nobody registered begins three months of free support (SH-F-TERM)', async () => {
  const known = await supportCustomer(still, 'shtrih-m', null);
  const where = await registerAndConfirm(
    'shtrih-m',
    typedBy(known.email, { what: 'key', number: 'SM-77-1234', inn: known.inn }),
  );
  expect(where).toContain('done=begun');
  const page = await browser.page(where);
  expect(page).toContain('Ключ зарегистрирован, поддержка началась.');
  expect(page).toContain('№ SM-77-1234');
  const rows = await still.rows<{ body: { dates: object; startsAt: number; packageId: string } }>(
    `select body from certificate where company_id = $1`,
    [known.companyId],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.body).toMatchObject({
    packageId: 'free',
    startsAt: still.context.now(),
    dates: { 'key-registration': still.context.now() },
  });
  // Once: by its own company it is there already, by another it is for staff to look at.
  still.pass(3_600_000);
  const again = await registerAndConfirm(
    'shtrih-m',
    typedBy(known.email, { what: 'key', number: 'sm-77-1234', inn: known.inn }),
  );
  expect(again).toContain('done=registered');
  const other = await supportCustomer(still, 'shtrih-m', null);
  const taken = await registerAndConfirm(
    'shtrih-m',
    typedBy(other.email, { what: 'key', number: 'SM-77-1234', inn: other.inn }),
  );
  expect(taken).toContain('done=kept');
  expect((await ticketsOf(other.email))[0]?.subject).toBe('Регистрация ключа защиты');
});

it('a key of an instance on record is registered with it, and begins what waits for it', async () => {
  const known = await supportCustomer(still, 'shtrih-m', null);
  const { context } = still;
  const deskId = still.desk('shtrih-m');
  const staff = await addStaff(still.opened, 'shtrih-m', 'lead', 'lead@shtrih-m.example');
  const kept = await createInstance(context, {
    deskId,
    companyId: known.companyId,
    personId: staff.personId,
    typed: {
      product: 'Штрих-М',
      productVersion: null,
      installationType: null,
      key: 'SM-88/0001',
      keyRegisteredOn: null,
      commissionedOn: null,
      hasWorked: false,
      siteId: null,
      activated: 1,
    },
    present: () => null,
    idempotency: { key: context.newId(), requestHash: 'x' },
  });
  expect(kept.kind).toBe('done');
  // Somebody else’s key is looked at by staff, whatever they know of it.
  const other = await supportCustomer(still, 'shtrih-m', null);
  const foreign = typedBy(other.email, { what: 'key', number: 'SM-88-0001', inn: other.inn });
  expect(await registerAndConfirm('shtrih-m', foreign)).toContain('done=kept');
  const own = typedBy(known.email, { what: 'key', number: 'sm 88-0001', inn: known.inn });
  expect(await registerAndConfirm('shtrih-m', own)).toContain('done=begun');
  expect(
    await still.rows(
      `select i.key_registered_on::text as on, c.package_id as held from instance i join certificate c on c.certificate_id = i.certificate_id where i.company_id = $1`,
      [known.companyId],
    ),
  ).toEqual([{ on: '2025-02-03', held: 'free' }]);
});

it('two who register one key at once: one begins with it, the other is looked at', async () => {
  const [one, other] = [
    await supportCustomer(still, 'shtrih-m', null),
    await supportCustomer(still, 'shtrih-m', null),
  ];
  const paths: string[] = [];
  for (const { email, inn } of [one, other]) {
    await sendRegistration(browser, 'shtrih-m', typedBy(email, { what: 'key', number: 'SM-99-0001', inn }));
    paths.push(await browser.link(email));
  }
  const done = await Promise.all(
    paths.map((path) => browser.send(path, path, { key: still.context.newId() })),
  );
  const ends = done.map(({ headers }) => /done=(\w+)/.exec(String(headers.location))?.[1]);
  expect(ends.toSorted()).toEqual(['begun', 'kept']);
});
