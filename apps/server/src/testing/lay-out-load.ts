import type { ChannelId, DeskId, PersonId } from '@reglament/desk';
import { open, type Opened } from '../open.ts';
import { insertStaff } from '../store/desks.ts';
import { newId } from '../ids.ts';
import { addCustomer } from './test-desk.ts';
import { TEST_SECRET_KEY } from './test-secret-key.ts';

/** One desk that requests are registered in, with what its regulation wants of each. */
export interface LoadDesk {
  readonly deskId: DeskId;
  readonly slug: string;
  readonly priority: string | null;
  /** One that the customers' package has. */
  readonly channel: ChannelId;
  /** Addresses of contacts of companies with a certificate in force. */
  readonly emails: readonly string[];
}

export interface LoadPerson {
  readonly personId: PersonId;
  readonly email: string;
  readonly password: string;
}

export interface LaidOut {
  readonly person: LoadPerson;
  readonly desks: readonly LoadDesk[];
}

/** Opens a migrated or empty database as the server does; the caller closes it. */
export const openForLoad = (databaseUrl: string): Promise<Opened> =>
  open(
    {
      port: 0,
      host: '127.0.0.1',
      dataDir: '',
      secretKey: TEST_SECRET_KEY,
      databaseUrl,
      relaxedDatabase: true,
      baseUrl: 'http://127.0.0.1',
      demo: false,
      trustProxy: false,
      mail: {},
    },
    { say: () => undefined, onError: () => undefined },
  );

/** One person who works in every desk, and customers of each. */
export const layOutLoad = async (opened: Opened, customersOfDesk: number): Promise<LaidOut> => {
  const { context, identity } = opened;
  const email = `load-${newId().slice(-12)}@staff.example`;
  const password = `pass-${newId()}`;
  const personId = (await identity.createPerson({
    email,
    name: 'Дежурный по нагрузке',
    password,
  })) as PersonId;
  const desks: LoadDesk[] = [];
  for (const { deskId, slug } of opened.desks) {
    await context.db.inDesk(deskId, (q) => insertStaff(q, deskId, personId, 'dispatcher'));
    const { regulation } = await context.regulations.inForce(deskId, context.now());
    const emails: string[] = [];
    for (let n = 1; n <= customersOfDesk; n++) {
      const address = `customer-${n}@${slug}.example`;
      await addCustomer(opened, slug, {
        company: `Компания ${n}`,
        email: address,
        name: `Заказчик ${n}`,
        packageId: regulation.packages[0]?.id ?? null,
      });
      emails.push(address);
    }
    desks.push({
      deskId,
      slug,
      emails,
      priority: regulation.priorities.at(-1)?.id ?? null,
      channel: regulation.packages[0]?.channels[0]?.channel ?? 'email',
    });
  }
  return { person: { personId, email, password }, desks };
};

const TEXT =
  'После обновления рабочих мест до новой версии печать накладных из журнала документов занимает больше минуты; раньше было две секунды. ' +
  'Проверили на трёх компьютерах, принтер и драйвер прежние. Во вложенном журнале ошибок ничего нет. Просим подсказать, что проверить.';

/** A request as staff type it: subject and text say `mark`, so that it can be found again. */
export const registrationBody = (
  desk: Pick<LoadDesk, 'channel' | 'emails' | 'priority'>,
  n: number,
  mark: string,
) => ({
  channel: desk.channel,
  requesterEmail: desk.emails[n % desk.emails.length] ?? null,
  requesterName: '',
  requesterPhone: '',
  companyId: null,
  subject: `Медленно печатаются накладные ${mark}`,
  text: `${TEXT}\n${mark}`,
  type: null,
  priority: desk.priority,
  fields: {},
  attachments: [],
});

/** Signs in over HTTP; the value of the Cookie header. */
export const signInOverHttp = async (url: string, person: LoadPerson): Promise<string> => {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: person.email, password: person.password }),
  });
  if (!response.ok) throw new Error(`signing in was answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
  return response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
};
