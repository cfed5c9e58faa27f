import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from 'playwright-core';
import { setUpDemo } from '../../apps/server/src/set-up-demo.ts';
import { authenticator } from '../../apps/server/src/testing/authenticator.ts';
import { eventually } from '../../apps/server/src/testing/start-test-server.ts';
import { addAccount, addStaff, deskIdOf } from '../../apps/server/src/testing/test-desk.ts';
import { SUPPORT_MS } from '../../apps/server/src/tokens/page-terms.ts';
import { pageToken } from '../../apps/server/src/tokens/page-token.ts';
import type { Instant } from '@reglament/working-time';
import { type Product, signInAs, startProduct, type Who } from '../product.ts';

/** Desk whose pages are walked through: it has everything that a regulation can ask for. */
export const DESK = 'flat';

/** People of the walk. `nobody` has no desk, `doubtful` owes a second factor. */
export type Person =
  | 'administrator'
  | 'lead'
  | 'dispatcher'
  | 'engineer'
  | 'sales'
  | 'supervisor'
  | 'customer'
  | 'nobody'
  | 'doubtful';

/** What addresses are made of. */
export interface Scene {
  readonly ticket: number;
  readonly statusLink: string;
  readonly companyId: string;
  readonly certificateId: string;
  readonly inquiry: number;
  readonly letterId: string;
  readonly portalTicket: number;
  readonly portalCertificateId: string;
  readonly portalInquiry: number;
  readonly supportLink: string;
  readonly wayIn: string;
  /** What the desk knows: data, that pages of the server may say in any language. */
  readonly told: readonly unknown[];
}

export interface Stage {
  readonly product: Product;
  readonly people: Readonly<Record<Person, Who>>;
  readonly scene: Scene;
}

const ROLES = ['administrator', 'lead', 'dispatcher', 'engineer', 'sales', 'supervisor', 'customer'] as const;

/** The first of each role who works at the desk or is its customer, as the first start prints them. */
const peopleIn = (lines: readonly string[]): Record<(typeof ROLES)[number], Who> => {
  const rows = lines.map((line) => line.trim().split(/[\s,]+/u));
  const first = (role: string): Who => {
    const [email, , password] =
      rows.find(([, is, , ...desks]) => is === role && (desks.includes(DESK) || desks[0] === 'all')) ?? [];
    if (email === undefined || password === undefined) throw new Error(`the demo has no ${role}`);
    return { email, password };
  };
  return Object.fromEntries(ROLES.map((role) => [role, first(role)])) as Record<(typeof ROLES)[number], Who>;
};

type Json = Readonly<Record<string, unknown>>;

const browserOf = async (product: Product, who: Who): Promise<APIRequestContext> => {
  const { request } = await product.visitor();
  await signInAs(request, who);
  return request;
};

const listIn = async (request: APIRequestContext, path: string, name: string): Promise<readonly Json[]> => {
  const response = await request.get(path);
  if (!response.ok()) throw new Error(`${path} answered ${response.status()}`);
  return ((await response.json()) as Record<string, readonly Json[]>)[name] ?? [];
};

const firstIn = async (request: APIRequestContext, path: string, name: string): Promise<Json> => {
  const [first] = await listIn(request, path, name);
  if (first === undefined) throw new Error(`${path} has no ${name}`);
  return first;
};

const send = async (request: APIRequestContext, path: string, data: Json): Promise<Json> => {
  const response = await request.post(path, { data, headers: { 'idempotency-key': randomUUID() } });
  if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`);
  return response.status() === 204 ? {} : ((await response.json()) as Json);
};

/** The link of a letter that was written to an address, as the demo lets it be read. */
const wayInOf = async (product: Product, staff: APIRequestContext, who: Who): Promise<string> => {
  const { request } = await product.visitor();
  await request.post('/api/session/link', { data: { email: who.email, language: 'ru' } });
  return eventually(async () => {
    const letters = await listIn(staff, `/api/desks/${DESK}/letters`, 'letters');
    for (const { letterId, to } of letters.slice(0, 5)) {
      if (to !== who.email) continue;
      const text = await (await staff.get(`/api/desks/${DESK}/letters/${String(letterId)}`)).text();
      const link = /\/enter\/[a-z2-7]{52}/u.exec(text)?.[0];
      if (link !== undefined) return link;
    }
    return null;
  });
};

/** Somebody who signed in with a password and has yet to give a code. */
const doubtful = async (product: Product): Promise<Who> => {
  const { email, password } = await addStaff(
    product.server.opened,
    DESK,
    'engineer',
    'doubtful@reglament.example',
  );
  const person = { email, password };
  const request = await browserOf(product, person);
  const { secret } = await send(request, '/api/account/totp', {});
  await send(request, '/api/account/totp/confirmation', { code: authenticator(String(secret)).nextCode() });
  return person;
};

const layOutScene = async (product: Product, people: Record<(typeof ROLES)[number], Who>): Promise<Scene> => {
  const { opened } = product.server;
  const [staff, customer] = await Promise.all([
    browserOf(product, people.administrator),
    browserOf(product, people.supervisor),
  ]);
  const desk = `/api/desks/${DESK}`;
  const portal = `/api/portal/${DESK}`;
  const held = await firstIn(customer, `${portal}/certificates`, 'certificates');
  const asked = await send(customer, `${portal}/inquiries`, {
    topic: 'support',
    companyId: (held['company'] as Json)['companyId'],
    text: 'Сколько стоит ещё десять рабочих мест?',
  });
  await send(staff, `${desk}/missed-calls`, { phone: '+7 (000) 555-60-11', note: 'Перезвонить до обеда' });
  const ticket = await firstIn(staff, `${desk}/queue?view=open`, 'tickets');
  const page = (await (await staff.get(`${desk}/tickets/${String(ticket['number'])}`)).json()) as {
    readonly statusLink: string;
    readonly ticket: { readonly requester: { readonly contactId: string; readonly email: string } };
  };
  const renewable = await firstIn(staff, `${desk}/certificates?view=expiring-90`, 'certificates');
  const { contactId, email } = page.ticket.requester;
  const deskId = deskIdOf(opened, DESK);
  const until = (opened.context.now() + SUPPORT_MS) as Instant;
  const token = pageToken(opened.context.secret, 'support', {
    deskId,
    id: contactId,
    recipient: email,
    until,
  });
  return {
    ticket: Number(ticket['number']),
    statusLink: new URL(page.statusLink, 'http://desk.example').pathname,
    companyId: String((await firstIn(staff, `${desk}/companies`, 'companies'))['companyId']),
    certificateId: String(renewable['certificateId']),
    inquiry: Number((await firstIn(staff, `${desk}/inquiries?view=all`, 'inquiries'))['number']),
    letterId: String((await firstIn(staff, `${desk}/letters`, 'letters'))['letterId']),
    portalTicket: Number((await firstIn(customer, `${portal}/tickets`, 'tickets'))['number']),
    portalCertificateId: String(held['certificateId']),
    portalInquiry: Number(asked['number']),
    supportLink: `/c/${DESK}/${token}`,
    wayIn: await wayInOf(product, staff, people.customer),
    told: [
      page,
      held,
      ...(await Promise.all(
        ['/api/session', `${desk}/companies`, `${desk}/certificates?view=all`, `${desk}/regulation`].map(
          async (path) => (await staff.get(path)).json(),
        ),
      )),
    ],
  };
};

/** The demo, with everything that a page can show. */
export const layOutStage = async (): Promise<Stage> => {
  const lines: string[] = [];
  const product = await startProduct({ demo: true }, undefined, (opened) =>
    setUpDemo(opened, 'http://127.0.0.1', (line) => lines.push(line)),
  );
  const people = peopleIn(lines);
  const nobody = await addAccount(product.server.opened, 'nobody@nowhere.example');
  return {
    product,
    people: {
      ...people,
      nobody: { email: nobody.email, password: nobody.password },
      doubtful: await doubtful(product),
    },
    scene: await layOutScene(product, people),
  };
};
