import type { CompanyId, ContactId, DeskId, PersonId } from '@reglament/desk';
import { localDateOf } from '@reglament/working-time';
import type { Identity } from '../identity/identity.ts';
import { insertCompanyRecord } from '../store/companies.ts';
import { insertContact } from '../store/contacts.ts';
import { linkContacts, nameSupervisor } from '../store/portal-accounts.ts';
import type { Desk } from '../store/queries/desks.ts';
import { bringCertificate } from '../use-cases/bring-certificate.ts';
import type { Context } from '../use-cases/context.ts';
import { demoTerm } from './demo-term.ts';
import { newPassword } from './staff.ts';

interface DemoCustomer {
  /** Of a contact of the stories. */
  readonly email: string;
  readonly name: string;
  /** Desks whose customer they are. */
  readonly desks: readonly string[];
  /** Sees the tickets of all colleagues. */
  readonly supervises?: boolean;
}

/** Customers with an account. The first of a desk supervises their company where it has several people. */
const customers: readonly DemoCustomer[] = [
  { email: 'polyakova@severkom.example', name: 'Ирина Полякова', desks: ['centaur'], supervises: true },
  { email: 'ryabov@severkom.example', name: 'Денис Рябов', desks: ['centaur'] },
  { email: 'egorov@kupava-td.example', name: 'Степан Егоров', desks: ['flat', 'shtrih-m'], supervises: true },
  { email: 'sklad@kupava-td.example', name: 'Алла Симонова', desks: ['flat'] },
  { email: 'kassy@teply-kray.example', name: 'Раиса Волкова', desks: ['shtrih-m'] },
  { email: 'informatika@verhneozersk.example', name: 'Галина Фролова', desks: ['alteroffice'] },
  { email: 'office@oba-slova.example', name: 'Эмма Руднева', desks: ['alteroffice'] },
  { email: 'tehnolog@yasny-den.example', name: 'Борис Ковригин', desks: ['optima'] },
  { email: 'zakaz@framuga.example', name: 'Дарья Носова', desks: ['optima'] },
];

/** A trading house buys tills of one vendor and programs of another: one person, customer of two desks. */
const secondDesk = {
  slug: 'shtrih-m',
  company: 'Торговый дом «Купава»',
  email: 'egorov@kupava-td.example',
  name: 'Степан Егоров',
  phone: '+7 (000) 555-60-11',
  certificate: { number: 'АКТ-2207', packageId: 'paid', fromDay: -90 },
} as const;

const layOutSecondDesk = async (context: Context, deskId: DeskId): Promise<void> => {
  const end = context.now();
  const { regulation } = await context.regulations.inForce(deskId, end);
  const { company: name, email, name: person, phone, certificate } = secondDesk;
  await context.db.inDesk(deskId, async (q) => {
    const companyId = context.newId() as CompanyId;
    const unknown = { inn: null, kpp: null, ogrn: null, zone: null, district: null, city: '' };
    await insertCompanyRecord(q, deskId, companyId, { ...unknown, name });
    const contactId = context.newId() as ContactId;
    await insertContact(q, { deskId, contactId, companyId, email, name: person, phone });
    await bringCertificate(context, q, deskId, {
      companyId,
      number: certificate.number,
      packageId: certificate.packageId,
      ...demoTerm(regulation.zone, localDateOf(regulation.zone, end), certificate),
    });
  });
};

/** Gives some contacts of the stories an account, and tells their passwords once. */
export const layOutAccounts = async (deps: {
  readonly context: Context;
  readonly identity: Identity;
  readonly say: (line: string) => void;
  readonly desks: ReadonlyMap<string, Desk>;
}): Promise<void> => {
  const { context, identity, desks } = deps;
  const second = desks.get(secondDesk.slug);
  if (second !== undefined) await layOutSecondDesk(context, second.deskId);
  const here = customers.filter((one) => one.desks.some((slug) => desks.has(slug)));
  const made = await Promise.all(
    here.map(async (one) => {
      const password = newPassword();
      const person = { email: one.email, name: one.name, password };
      return { ...one, password, personId: (await identity.createPerson(person)) as PersonId };
    }),
  );
  await context.db.everyDesk(async (q) => {
    for (const one of made) {
      await linkContacts(q, one.personId, one.email);
      if (one.supervises === true) await nameSupervisor(q, one.personId);
    }
  });
  deps.say('Customers of these desks, for the portal:');
  for (const one of made)
    deps.say(
      `  ${one.email.padEnd(33)} ${(one.supervises === true ? 'supervisor' : 'customer').padEnd(10)} ${one.password}   ${one.desks.join(', ')}`,
    );
};
