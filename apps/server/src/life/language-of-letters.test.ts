import type { CertificateFacts, CertificateId, CompanyId, ContactId } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { noteLanguage } from '../store/contacts.ts';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer } from '../testing/test-desk.ts';
import { issueCertificate } from '../use-cases/command-certificate.ts';
import { customerAction } from '../use-cases/customer-action.ts';

const SLUG = 'flat';
let desk: StillDesk;
let people = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-07 12:00');
});
afterAll(async () => {
  expect(desk.errors).toEqual([]);
  await desk.stop();
});

interface Customer {
  readonly companyId: CompanyId;
  readonly contactId: ContactId;
  readonly email: string;
}

const customer = async (language: 'ru' | 'en' | null): Promise<Customer> => {
  people += 1;
  const email = `reader-${people}@customer.example`;
  const { companyId } = await addCustomer(desk.opened, SLUG, {
    company: `ООО «Читатель ${people}»`,
    email,
    name: 'Olga',
    packageId: '24x7',
  });
  const [row] = await desk.rows<{ contact_id: ContactId }>(
    'select contact_id from contact where email = $1',
    [email],
  );
  if (row === undefined) throw new Error('no contact');
  if (language !== null)
    await desk.context.db.inDesk(desk.desk(SLUG), (q) =>
      noteLanguage(q, desk.desk(SLUG), row.contact_id, language),
    );
  return { companyId, contactId: row.contact_id, email };
};

const writes = async (email: string, to = addressOf(SLUG)) =>
  desk.receive(SLUG, letterFrom({ from: email, to, text: 'The phones are silent.' }));

const lettersTo = async ({ email }: Customer) => {
  await desk.deliver();
  return Promise.all(desk.sink.letters.filter(({ to }) => to.includes(email)).map(openLetter));
};

const CYRILLIC = /[а-яё]{4,}/iu;
/** Names of the desk, the regulation's own words and those of the customer stay as they are written. */
const ours = (text: string): string => text.split('\n').slice(0, 4).join('\n');

describe('the language that somebody is written to in', () => {
  it('is Russian until somebody has said another', async () => {
    for (const language of [null, 'ru'] as const) {
      const one = await customer(language);
      await writes(one.email);
      const [letter] = await lettersTo(one);
      expect(letter?.subject).toMatch(CYRILLIC);
      expect(letter?.text).toContain('Здравствуйте!');
      expect(letter?.text).not.toContain('?lang=');
    }
  });

  it('is that of their company’s record: a ticket, an inquiry, a certificate', async () => {
    const one = await customer('en');
    await writes(one.email);
    await writes(one.email, addressOf(SLUG).replace('@', '+sales@'));
    const deskId = desk.desk(SLUG);
    const { regulationVersionId } = await desk.context.regulations.inForce(deskId, desk.context.now());
    const certificateId = newId() as CertificateId;
    const facts: CertificateFacts = {
      certificateId,
      number: 'EN-1',
      companyId: one.companyId,
      packageId: '8x5',
      regulationVersionId,
      products: null,
      installationType: null,
      quantity: 5,
      term: { count: 12, unit: 'months' },
      namedStart: null,
      dates: { sale: moscow('2025-02-07 00:00') },
      figures: {},
      bought: [],
      people: {},
      visitsPerTicket: null,
      renews: null,
    };
    const issued = await desk.context.db.inDesk(deskId, (q) =>
      issueCertificate(desk.context, q, {
        deskId,
        command: { type: 'Issue', facts, renewal: null },
        actorId: null,
      }),
    );
    expect(issued.kind).toBe('done');
    const letters = await lettersTo(one);
    expect(letters).toHaveLength(3);
    for (const { subject, text } of letters) {
      expect(subject.replace(/^\[.*?\]/u, '')).not.toMatch(CYRILLIC);
      expect(ours(text)).toContain('Hello');
      expect(ours(text)).not.toMatch(CYRILLIC);
    }
    expect(letters.some(({ text }) => text.includes('?lang=en'))).toBe(true);
  });

  it('is what they choose on their page: what that very action owes is written in it', async () => {
    const one = await customer(null);
    const { number } = await writes(one.email);
    const before = (await lettersTo(one)).length;
    const { ticket } = await desk.ticket(SLUG, number as number);
    const outcome = await customerAction(desk.context, {
      deskId: desk.desk(SLUG),
      ticketId: ticket.ticketId,
      contact: { contactId: one.contactId, email: one.email },
      action: { kind: 'answer', text: 'Still silent.', files: [] },
      language: 'en',
      idempotency: { key: newId(), requestHash: 'x' },
    });
    expect(outcome.kind).toBe('done');
    await writes(one.email);
    const [letter] = (await lettersTo(one)).slice(before);
    expect(letter?.text).toContain('Hello');
  });
});
