import type { CompanyId, ContactId } from '@reglament/desk';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { updateCompanyPortal } from '../store/company-portal.ts';
import { insertContact } from '../store/contacts.ts';
import type { TicketVisibility } from '../store/queries/customerships.ts';
import { letterFrom, openLetter, type OpenedLetter } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { stillApp } from '../testing/still-app.ts';
import { addressOf, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addAccount, addCustomer, addStaff } from '../testing/test-desk.ts';
import { changeOwnProfile } from '../use-cases/change-own-profile.ts';

// Letters that customers choose: about tickets of colleagues, and none of a kind by the link of a letter. A database, the rounds, a mail server.

const SLUG = 'shtrih-m';
const ANSWER = 'канарейка-ответа';

let desk: StillDesk;
let app: FastifyInstance;
let staff: ReturnType<typeof staffHand>;
let made = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-04 10:00');
  app = await stillApp(desk);
  staff = staffHand(desk, SLUG, await addStaff(desk.opened, SLUG, 'engineer', 'anna@staff.example'));
});
afterAll(async () => {
  expect(desk.errors).toEqual([]);
  await app.close();
  await desk.stop();
});

interface Somebody {
  readonly contactId: ContactId;
  readonly email: string;
}
let companyId: CompanyId;
let olga: Somebody;
let petr: Somebody;
let number: number;

const sees = (visibility: TicketVisibility): Promise<void> =>
  desk.context.db.inDesk(desk.desk(SLUG), (q) =>
    updateCompanyPortal(q, desk.desk(SLUG), companyId, { visibility, supervisors: [] }),
  );
const wants = (who: Somebody, letters: Parameters<typeof changeOwnProfile>[3]['letters']): Promise<void> =>
  changeOwnProfile(desk.context, desk.desk(SLUG), who.contactId, letters === undefined ? {} : { letters });
const lettersTo = ({ email }: Somebody): Promise<readonly OpenedLetter[]> =>
  Promise.all(desk.sink.letters.filter(({ to }) => to.includes(email)).map(openLetter));
const subjects = async (who: Somebody): Promise<readonly string[]> =>
  (await lettersTo(who)).map(({ subject }) => subject.replace(/^\[.*?\] /u, ''));
/** A round of delivery sends what is owed and owes what colleagues are told, the next sends that. */
const rounds = async (): Promise<void> => {
  await desk.deliver();
  await desk.deliver();
};
const reply = () => staff(number, { command: 'reply', text: ANSWER, attachments: [] });
const answer = async (): Promise<void> => {
  await reply();
  await rounds();
};

beforeEach(async () => {
  made += 1;
  const emails = [`olga-${made}@customer.example`, `petr-${made}@customer.example`] as const;
  const added = await addCustomer(desk.opened, SLUG, {
    company: `ООО «${made}»`,
    email: emails[0],
    name: 'Ольга',
    packageId: 'partner',
  });
  companyId = added.companyId;
  olga = { contactId: added.contactId, email: emails[0] };
  petr = { contactId: newId() as ContactId, email: emails[1] };
  await desk.context.db.inDesk(desk.desk(SLUG), (q) =>
    insertContact(q, { deskId: desk.desk(SLUG), companyId, name: 'Пётр', phone: '', ...petr }),
  );
  await addAccount(desk.opened, petr.email);
  await sees('all');
});
const register = async (): Promise<void> => {
  const state = await desk.receive(
    SLUG,
    letterFrom({ from: olga.email, to: addressOf(SLUG), subject: 'Касса' }),
  );
  number = state.number as number;
  await rounds();
};

describe('a colleague’s ticket', () => {
  it('is told to nobody who did not ask, then to whoever did: what happened and where, not what was written', async () => {
    await register();
    await answer();
    expect(await subjects(petr)).toEqual([]);
    await wants(petr, { colleague: true });
    await answer();
    const [letter, ...more] = await lettersTo(petr);
    expect(more).toEqual([]);
    expect(letter?.subject).toMatch(/№\d+\] Заявка коллеги: поддержка ответила$/u);
    expect(letter?.text).toContain(`https://desk.example/p/${SLUG}/t/${number}`);
    expect(letter?.text).toContain('Касса');
    expect(letter?.text).not.toContain(ANSWER);
    expect((await lettersTo(olga)).at(-1)?.text).toContain(ANSWER);
  });

  it('is told from the number to the end, each once', async () => {
    await wants(petr, { colleague: true });
    await register();
    await staff(number, { command: 'take' });
    await answer();
    expect(await subjects(petr)).toEqual([
      'Заявка коллеги: заявка принята',
      'Заявка коллеги: поддержка ответила',
    ]);
  });

  it.each(['none', 'own', 'by-role'] as const)(
    'is told no more from the moment that the company’s rule is "%s", also what is owed already',
    async (rule) => {
      await wants(petr, { colleague: true });
      await register();
      expect(await subjects(petr)).toHaveLength(1);
      await answer();
      expect(await subjects(petr)).toHaveLength(2);
      // The first round owes them the letter; it is forbidden before the next.
      await reply();
      await desk.deliver();
      await sees(rule);
      await rounds();
      expect(await subjects(petr)).toHaveLength(2);
      await sees('all');
      await answer();
      expect(await subjects(petr)).toHaveLength(3);
    },
  );

  it('is told to nobody who left the company, has no account or belongs to another', async () => {
    await wants(petr, { colleague: true });
    await wants(olga, { colleague: true });
    await desk.rows('delete from contact_of_company where contact_id = $1', [petr.contactId]);
    const stranger = await addCustomer(desk.opened, SLUG, {
      company: `ООО «Чужие ${made}»`,
      email: `stranger-${made}@other.example`,
      name: 'Игорь',
      packageId: 'partner',
    });
    await wants({ contactId: stranger.contactId, email: '' }, { colleague: true });
    await register();
    expect(await subjects(petr)).toEqual([]);
    expect(
      await subjects({ contactId: stranger.contactId, email: `stranger-${made}@other.example` }),
    ).toEqual([]);
    expect((await subjects(olga)).filter((one) => one.includes('коллеги'))).toEqual([]);
  });
});

describe('the link of a letter that is no duty', () => {
  const pathOf = (letter: OpenedLetter | undefined): string =>
    letter?.header('list-unsubscribe').replace(/^<https:\/\/desk\.example|>$/g, '') ?? '';
  const press = (path: string, payload = 'List-Unsubscribe=One-Click') =>
    app.inject({
      method: 'POST',
      url: path,
      payload,
      // As a mail server sends it: of no page, from elsewhere.
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' },
    });

  it('ends its kind by one press without a sign-in, and a look at it does not; the page takes it back', async () => {
    await wants(petr, { colleague: true });
    await register();
    const [letter] = await lettersTo(petr);
    expect(letter?.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const path = pathOf(letter);
    expect(path).toMatch(/^\/u\/shtrih-m\/colleague\/[a-z2-7]{58}$/);
    expect(letter?.text).toContain(`https://desk.example${path}`);

    const page = await app.inject({ url: path, headers: { 'accept-language': 'ru' } });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Не присылать эти письма?');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    await answer();
    expect(await subjects(petr)).toHaveLength(2);

    for (let times = 0; times < 2; times += 1) expect((await press(path)).statusCode).toBe(200);
    await answer();
    expect(await subjects(petr)).toHaveLength(2);
    expect((await app.inject({ url: `${path}?lang=en` })).body).toContain('No more of these letters');

    expect((await press(path, 'letters=on')).body).toContain('Присылаем снова');
    await answer();
    expect(await subjects(petr)).toHaveLength(3);
  });

  it('opens nothing with another kind, another desk or a letter changed, and nobody’s choice moves', async () => {
    await wants(petr, { colleague: true });
    await register();
    const path = pathOf((await lettersTo(petr))[0]);
    const last = path.at(-1) === 'a' ? 'b' : 'a';
    for (const other of [
      path.replace('/colleague/', '/answer/'),
      path.replace('/colleague/', '/registration/'),
      path.replace('/shtrih-m/', '/centaur/'),
      path.replace('/shtrih-m/', '/nobody/'),
      `${path.slice(0, -1)}${last}`,
      `${path}/more`,
    ])
      expect([other, (await press(other)).statusCode]).toEqual([other, 404]);
    await answer();
    expect(await subjects(petr)).toHaveLength(2);
  });

  it('stands in further answers of somebody with an account, and in none that the regulation demands', async () => {
    await addAccount(desk.opened, olga.email);
    await register();
    await answer();
    await answer();
    const letters = await lettersTo(olga);
    expect(letters.map(({ header }) => header('list-unsubscribe') !== '')).toEqual([false, false, true]);
    expect((await press(pathOf(letters[2]))).statusCode).toBe(200);
    await answer();
    expect(await lettersTo(olga)).toHaveLength(3);
    await staff(number, { command: 'resolve', text: 'Готово', attachments: [] });
    await rounds();
    expect(await lettersTo(olga)).toHaveLength(4);
  });

  it('stands in no letter to somebody without an account, who has nowhere else to read it', async () => {
    await register();
    await answer();
    await answer();
    expect((await lettersTo(olga)).map(({ header }) => header('list-unsubscribe'))).toEqual(['', '', '']);
  });
});
