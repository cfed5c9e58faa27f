import type { CompanyId, ContactId, DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { newId } from '../ids.ts';
import type { Opened } from '../open.ts';
import { insertContact } from '../store/contacts.ts';
import { insertCompany, insertStaff } from '../store/desks.ts';
import { linkContacts } from '../store/portal-accounts.ts';
import { bringCertificate } from '../use-cases/bring-certificate.ts';

const YEAR_MS = 365 * 86_400_000;

export interface TestPerson {
  readonly personId: PersonId;
  readonly email: string;
  readonly password: string;
}

/** Makes a member of staff who can sign in. */
export const addStaff = async (
  opened: Opened,
  slug: string,
  role: string,
  email: string,
): Promise<TestPerson> => {
  const password = `pass-${newId()}`;
  const personId = (await opened.identity.createPerson({
    email,
    name: `Сотрудник ${email.split('@')[0] ?? ''}`,
    password,
  })) as PersonId;
  const deskId = deskIdOf(opened, slug);
  await opened.context.db.inDesk(deskId, (q) => insertStaff(q, deskId, personId, role));
  return { personId, email, password };
};

/** Gives everybody with this address, at any desk, an account. */
export const addAccount = async (opened: Opened, email: string): Promise<TestPerson> => {
  const password = `pass-${newId()}`;
  const name = `Клиент ${email.split('@')[0] ?? ''}`;
  const personId = (await opened.identity.createPerson({ email, name, password })) as PersonId;
  await opened.context.db.everyDesk((q) => linkContacts(q, personId, email));
  return { personId, email, password };
};

export const deskIdOf = (opened: Opened, slug: string): DeskId => {
  const desk = opened.desks.find((d) => d.slug === slug);
  if (desk === undefined) throw new Error(`no desk ${slug}`);
  return desk.deskId;
};

/** A company with one contact and a certificate in force for a year around now. */
export const addCustomer = async (
  opened: Opened,
  slug: string,
  input: {
    readonly company: string;
    readonly email: string;
    readonly name: string;
    readonly packageId: string | null;
  },
): Promise<{ companyId: CompanyId; contactId: ContactId }> => {
  const deskId = deskIdOf(opened, slug);
  const companyId = newId() as CompanyId;
  const contactId = newId() as ContactId;
  const now = opened.context.now();
  await opened.context.db.inDesk(deskId, async (q) => {
    await insertCompany(q, deskId, companyId, input.company);
    await insertContact(q, { deskId, contactId, companyId, email: input.email, name: input.name, phone: '' });
    if (input.packageId !== null) {
      await bringCertificate(opened.context, q, deskId, {
        companyId,
        number: `T-${contactId.slice(-8)}`,
        packageId: input.packageId,
        startsAt: (now - YEAR_MS) as Instant,
        endsAt: (now + YEAR_MS) as Instant,
      });
    }
  });
  return { companyId, contactId };
};
