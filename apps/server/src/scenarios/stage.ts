import type { CompanyId, Regulation } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { turnCertificates } from '../jobs/turn-certificates.ts';
import { lockCompany } from '../store/companies.ts';
import { bringCertificate } from '../use-cases/bring-certificate.ts';
import { changeCompany } from '../use-cases/change-company.ts';
import type { Context } from '../use-cases/context.ts';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { addressOf, type DeskSlug, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';
import { registerByStaff, type StaffRegistration } from '../use-cases/register-by-staff.ts';
import { type Browser, openBrowser } from './browser.ts';
import { Refused } from './refused.ts';
import { type Bought, buyCertificate, type StageCertificate } from './stage-certificate.ts';
import { type StageTicket, ticketOnStage } from './stage-ticket.ts';

const START = '2025-02-03 09:00';

/** What a caller, or a form filled in by staff, says. */
export interface Said {
  readonly text?: string;
  readonly priority?: string;
  readonly type?: string;
  readonly channel?: StaffRegistration['channel'];
  readonly fields?: Readonly<Record<string, string>>;
  /** Staff's choice of the catalogue; none unless said. */
  readonly product?: { readonly name: string; readonly version: string | null };
  /** An id that staff picked; the customer's own company unless said. */
  readonly company?: string;
}

/** How a letter comes. */
export interface Posted {
  readonly headers?: readonly string[];
  /** When the mail server had it, by Moscow's wall clock; now unless said. */
  readonly receivedAt?: string;
  /** false: it is read, and what it owes is not sent yet. */
  readonly answered?: boolean;
}

/** Somebody who has a request. */
export interface StageCustomer {
  readonly email: string;
  readonly company: { readonly companyId: CompanyId; readonly name: string } | null;
  /** A letter to the desk, read and answered as at once. */
  readonly writes: (text: string, posted?: Posted) => Promise<StageTicket>;
  /** Staff put down what came over another channel: a call unless said otherwise. */
  readonly calls: (said?: Said) => Promise<StageTicket>;
  /** One more certificate of their company; dates by Moscow's wall clock. */
  readonly holds: (packageId: string, from: string, till: string) => Promise<void>;
  /** Their company's one standing from now on; dates of the wall calendar, until null: it goes on; with what the directory says. */
  readonly stands: (
    role: string,
    from: string,
    until: string | null,
    shownAs?: string | null,
  ) => Promise<void>;
  /** A certificate is issued to their company by the rules in force. @throws Refused with code and clause. */
  readonly buys: (packageId: string, bought: Bought) => Promise<StageCertificate>;
}

/** One desk with its clock in the test's hand, and people who act as they do at screens, by letters and on the phone. */
export interface Stage {
  readonly slug: DeskSlug;
  readonly errors: readonly unknown[];
  /** `2025-02-07 16:00`, Moscow. */
  readonly at: (moscowTime: string) => void;
  /** The instant that such a text means. */
  readonly moment: (moscowTime: string) => Instant;
  /** Alarms and turns of certificates that are due by now are told, and the letters that they owe go out. */
  readonly rings: () => Promise<void>;
  /** Somebody of a known company; packageId null: the company holds no certificate. */
  readonly customer: (packageId: string | null) => Promise<StageCustomer>;
  /** Somebody nobody knows. */
  readonly stranger: () => StageCustomer;
  /** A ticket that came to be on the way; `email` of the customer who acts. */
  readonly ticket: (number: number, email: string | null) => StageTicket;
  readonly engineer: TestPerson;
  /** As the engineer's and the customer's browsers get it. */
  readonly browser: Browser;
  readonly regulation: () => Promise<Regulation>;
  readonly still: StillDesk;
  readonly stop: () => Promise<void>;
}

let people = 0;

const turnAll = async (context: Context): Promise<void> => {
  const raise = (error: unknown): never => {
    throw error;
  };
  while (await turnCertificates(context, raise));
};

interface Person {
  readonly email: string;
  readonly name: string;
  readonly company: StageCustomer['company'];
}

const registerCall = async (stage: Stage, person: Person, said: Said): Promise<StageTicket> => {
  const { still, slug } = stage;
  const registered = await registerByStaff(still.context, {
    deskId: still.desk(slug),
    personId: stage.engineer.personId,
    channel: said.channel ?? 'phone',
    requesterEmail: person.email,
    requesterName: person.name,
    requesterPhone: '+7 495 000-00-00',
    companyId: (said.company as CompanyId | undefined) ?? person.company?.companyId ?? null,
    subject: 'Не работает',
    text: said.text ?? 'Не работает',
    type: said.type ?? null,
    priority: said.priority ?? null,
    fields: said.fields ?? {},
    product: said.product ?? null,
    attachments: [],
    idempotency: { key: still.context.newId(), requestHash: 'x' },
  });
  if (!registered.ok) throw new Refused(registered.code, null);
  await still.deliver();
  return ticketOnStage(stage, registered.value.number, person.email);
};

const recordStanding = async (
  { still, slug }: Stage,
  companyId: CompanyId,
  standing: {
    readonly role: string;
    readonly from: string;
    readonly until: string | null;
    readonly shownAs: string | null;
  },
): Promise<void> => {
  const deskId = still.desk(slug);
  const seen = await still.context.db.inDesk(deskId, (q) => lockCompany(q, deskId, companyId));
  const outcome = await changeCompany(still.context, {
    deskId,
    companyId,
    change: { standings: [{ standingId: null, ...standing }] },
    seenVersion: seen?.version ?? 0,
  });
  if (outcome.kind !== 'done') throw new Error(`the standing was not kept: ${JSON.stringify(outcome)}`);
};

const customerOnStage = (stage: Stage, person: Person): StageCustomer => {
  const { still, slug } = stage;
  return {
    email: person.email,
    company: person.company,
    writes: async (text, { headers = [], receivedAt, answered = true } = {}) => {
      const from = `${person.name} <${person.email}>`;
      const how = receivedAt === undefined ? {} : { receivedAt: moscow(receivedAt) };
      const raw = letterFrom({ from, to: addressOf(slug), text, headers });
      const letterId = await still.hand(slug, raw, how);
      await still.read();
      if (answered) await still.deliver();
      const { number, outcome } = await still.letter(slug, letterId);
      if (number === null) throw new Error(`the letter became ${outcome}`);
      return ticketOnStage(stage, number, person.email);
    },
    calls: (said = {}) => registerCall(stage, person, said),
    stands: async (role, from, until, shownAs = null) => {
      if (person.company === null) throw new Error('a stranger has no standing');
      await recordStanding(stage, person.company.companyId, { role, from, until, shownAs });
    },
    buys: (packageId, bought) => {
      if (person.company === null) throw new Error('a stranger buys nothing');
      return buyCertificate(stage, person.company.companyId, packageId, bought);
    },
    holds: async (packageId, from, till) => {
      const { company } = person;
      if (company === null) throw new Error('a stranger holds nothing');
      const deskId = still.desk(slug);
      await still.context.db.inDesk(deskId, (q) =>
        bringCertificate(still.context, q, deskId, {
          companyId: company.companyId,
          number: `S-${people}-${packageId}`,
          packageId,
          startsAt: moscow(from) as Instant,
          endsAt: moscow(till) as Instant,
        }),
      );
    },
  };
};

const knownCustomer = async (stage: Stage, packageId: string | null): Promise<StageCustomer> => {
  people += 1;
  const person = { email: `person-${people}@customer.example`, name: 'Olga' };
  const name = `ООО «Заказчик ${people}»`;
  const { companyId } = await addCustomer(stage.still.opened, stage.slug, {
    ...person,
    company: name,
    packageId,
  });
  return customerOnStage(stage, { ...person, company: { companyId, name } });
};

/** Opens a desk on a database of its own; of the shipped regulations, unless another folder of them is given. */
export const openStage = async (slug: DeskSlug, regulationsDir?: string): Promise<Stage> => {
  const still = await openStillDesk(START, regulationsDir);
  const engineer = await addStaff(still.opened, slug, 'engineer', `engineer@${slug}.example`);
  const browser = await openBrowser(still, slug, engineer);
  const stage: Stage = {
    slug,
    errors: still.errors,
    at: still.at,
    moment: moscow,
    rings: async () => {
      await turnAll(still.context);
      await still.ring();
      await still.deliver();
    },
    customer: (packageId) => knownCustomer(stage, packageId),
    stranger: () => {
      people += 1;
      return customerOnStage(stage, {
        email: `stranger-${people}@nowhere.example`,
        name: 'Ivan',
        company: null,
      });
    },
    ticket: (number, email) => ticketOnStage(stage, number, email),
    engineer,
    browser,
    regulation: async () =>
      (await still.context.regulations.inForce(still.desk(slug), still.context.now())).regulation,
    still,
    stop: async () => {
      await browser.close();
      await still.stop();
    },
  };
  return stage;
};
