import type { CompanyId, PersonId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { newId } from '../ids.ts';
import { insertNotification } from '../store/alarms.ts';
import { contactByEmail } from '../store/contacts.ts';
import { insertStop } from '../store/service-stops.ts';
import { rawRequest } from './raw-request.ts';
import { inviteFor } from './invite-for.ts';
import { cookieOf, eventually } from './start-test-server.ts';
import type { RunningServer } from '../start-server.ts';
import { createApiKey } from '../use-cases/api-keys.ts';
import { bringCertificate } from '../use-cases/bring-certificate.ts';
import { createWebhook } from '../use-cases/webhooks.ts';
import { plantWork, type PlantedWork } from './planted-work.ts';
import { ok, postJson } from './post-json.ts';
import { addAccount, addCustomer, addStaff, deskIdOf, type TestPerson } from './test-desk.ts';

export { ok, postJson } from './post-json.ts';

/** Everything that one desk owns, each text of it carrying the desk's canary. */
export interface Planted extends PlantedWork {
  readonly slug: string;
  readonly canary: string;
  readonly engineer: string;
  readonly engineerId: string;
  /** In the engineer's draft of an answer, and nowhere else. */
  readonly unsaid: string;
  readonly administrator: string;
  /** Of the contact whose ticket it is, and of the company. */
  readonly customer: string;
  readonly number: number;
  readonly companyId: string;
  /** Whose service is stopped. */
  readonly contactId: string;
  /** Works here, and does nothing. */
  readonly leaverId: string;
  readonly invitationId: string;
  readonly certificateId: string;
  readonly attachmentId: string;
  readonly draftId: string;
  readonly letterId: string;
  readonly inquiryNumber: number;
  readonly instanceId: string;
  readonly licenceId: string;
  /** Of its regulation. */
  readonly editionId: string;
  readonly productId: string;
  readonly productVersionId: string;
  readonly keyId: string;
  readonly webhookId: string;
  /** The administrator's own. */
}

interface RegisteredTicket {
  readonly number: number;
  readonly version: number;
  readonly ticketId: TicketId;
}

const upload = async (
  server: RunningServer,
  cookie: string,
  slug: string,
  canary: string,
): Promise<string> => {
  const body = `--b\r\ncontent-disposition: form-data; name="file"; filename="${canary}.txt"\r\ncontent-type: text/plain\r\n\r\n${canary} content\r\n--b--\r\n`;
  const { attachmentId } = await ok(
    rawRequest(server.url, `/api/desks/${slug}/attachments`, {
      method: 'POST',
      body,
      headers: { cookie, 'content-type': 'multipart/form-data; boundary=b' },
    }),
  );
  return String(attachmentId);
};

const registerTicket = async (
  server: RunningServer,
  engineer: string,
  slug: string,
  canary: string,
  companyId: string,
): Promise<RegisteredTicket> => {
  const registration = {
    channel: 'phone',
    requesterEmail: `${canary}@customer.example`,
    requesterName: `Имя ${canary}`,
    requesterPhone: canary,
    companyId,
    subject: `Тема ${canary}`,
    text: `Текст ${canary}`,
    type: null,
    priority: null,
    fields: { description: canary },
  };
  return (await ok(
    postJson(server, engineer, `/api/desks/${slug}/tickets`, registration),
  )) as unknown as RegisteredTicket;
};

const tell = async (
  server: RunningServer,
  slug: string,
  person: TestPerson,
  ticketId: TicketId,
): Promise<void> => {
  const { opened } = server;
  const deskId = deskIdOf(opened, slug);
  await opened.context.db.inDesk(deskId, (q) =>
    insertNotification(q, {
      notificationId: newId(),
      deskId,
      personId: person.personId as PersonId,
      ticketId,
      kind: 'clock-breach',
      clock: 'reaction',
      threshold: '1',
      dueAt: opened.context.now(),
      at: opened.context.now(),
    }),
  );
};

const writeLetter = async (
  server: RunningServer,
  administrator: string,
  slug: string,
  canary: string,
): Promise<string> => {
  const written = await ok(
    postJson(server, administrator, `/api/desks/${slug}/letters/written`, {
      fromName: canary,
      fromAddress: `${canary}@writer.example`,
      subject: `Письмо ${canary}`,
      text: `Письмо ${canary}`,
    }),
  );
  await eventually(async () => {
    const page = (await ok(
      rawRequest(server.url, `/api/desks/${slug}/letters/${String(written['letterId'])}`, {
        headers: { cookie: administrator },
      }),
    )) as { outcome: string };
    return page.outcome === 'ticket';
  });
  return String(written['letterId']);
};

/** A certificate that has ended: it carries the canary and serves nothing. */
const bringEnded = (
  { opened }: RunningServer,
  slug: string,
  canary: string,
  companyId: CompanyId,
): Promise<string> => {
  const deskId = deskIdOf(opened, slug);
  return opened.context.db.inDesk(deskId, async (q) => {
    const { regulation } = await opened.context.regulations.inForce(deskId, opened.context.now());
    return bringCertificate(opened.context, q, deskId, {
      companyId,
      number: `C-${canary}`,
      packageId: regulation.packages[0]?.id ?? '',
      startsAt: Date.UTC(2020, 0, 1) as Instant,
      endsAt: Date.UTC(2021, 0, 1) as Instant,
    });
  });
};

const openInquiry = async (
  server: RunningServer,
  engineer: string,
  slug: string,
  canary: string,
  companyId: string,
): Promise<number> => {
  const { number } = await ok(
    postJson(server, engineer, `/api/desks/${slug}/inquiries`, {
      channel: 'phone',
      topic: 'support',
      requesterEmail: `${canary}@customer.example`,
      requesterName: `Имя ${canary}`,
      companyId,
      district: null,
      subject: `Запрос ${canary}`,
      text: `Запрос ${canary}`,
    }),
  );
  return Number(number);
};

/** A version of a product that runs on the canary alone. */
export const versionFor = (canary: string, number: string) => ({
  number,
  releasedOn: '2025-01-10',
  outdatedOn: null,
  endOfLifeOn: null,
  platforms: [canary],
});

const addProduct = async (
  server: RunningServer,
  administrator: string,
  slug: string,
  canary: string,
): Promise<Pick<Planted, 'productId' | 'productVersionId'>> => {
  const products = `/api/desks/${slug}/products`;
  const { productId } = await ok(postJson(server, administrator, products, { name: `Продукт ${canary}` }));
  const { productVersionId } = await ok(
    postJson(server, administrator, `${products}/${String(productId)}/versions`, versionFor(canary, '1.0')),
  );
  return { productId: String(productId), productVersionId: String(productVersionId) };
};

/** What a company runs, under an agreement that has lapsed. */
const addInstance = async (
  server: RunningServer,
  administrator: string,
  slug: string,
  canary: string,
  companyId: string,
): Promise<Pick<Planted, 'instanceId' | 'licenceId'>> => {
  const company = `/api/desks/${slug}/companies/${companyId}`;
  const { instanceId } = await ok(
    postJson(server, administrator, `${company}/instances`, {
      product: `Продукт ${canary}`,
      productVersion: '1.0',
      installationType: null,
      key: canary,
      keyRegisteredOn: null,
      commissionedOn: null,
      hasWorked: true,
      siteId: null,
      activated: 1,
      certificateId: null,
    }),
  );
  const { licenceId } = await ok(
    postJson(server, administrator, `${company}/licences`, {
      number: canary,
      products: null,
      from: '2020-01-01',
      until: '2020-12-31',
    }),
  );
  return { instanceId: String(instanceId), licenceId: String(licenceId) };
};

/** Service is stopped for whoever wrote the letter, whatever the regulation says: nobody else may learn of it. */
const stopWriter = (
  { opened }: RunningServer,
  slug: string,
  canary: string,
  { personId }: TestPerson,
): Promise<string> => {
  const deskId = deskIdOf(opened, slug);
  return opened.context.db.inDesk(deskId, async (q) => {
    const email = `${canary}@writer.example`;
    const { contactId } = await contactByEmail(q, { deskId, email, name: canary, newId });
    const at = opened.context.now();
    await insertStop(q, {
      deskId,
      stopId: newId(),
      contactId,
      clause: 'X',
      at,
      by: personId as PersonId,
      evidence: `Свидетельство ${canary}`,
    });
    return contactId;
  });
};

/** The edition that a desk goes by. */
const editionOf = async (opened: RunningServer['opened'], slug: string): Promise<string> => {
  const { regulationVersionId } = await opened.context.regulations.inForce(
    deskIdOf(opened, slug),
    opened.context.now(),
  );
  return regulationVersionId;
};

/** A key and a webhook whose names carry the canary; the address is not asked for anything. */
const openOutside = async (
  { opened }: RunningServer,
  slug: string,
  canary: string,
  { personId: by }: TestPerson,
): Promise<Pick<Planted, 'keyId' | 'webhookId'>> => {
  const { context } = opened;
  const deskId = deskIdOf(opened, slug);
  const once = () => ({ key: newId(), requestHash: '' });
  const made = await createApiKey(context, {
    ...{ deskId, by, name: canary, role: 'lead', scopes: ['tickets:read'], expiresInDays: null },
    idempotency: once(),
  });
  const told = await createWebhook(context, {
    ...{ deskId, by, url: `https://${canary}.invalid/hook`, about: canary, types: ['certificate.renewed'] },
    idempotency: once(),
  });
  if (made === null || told === null) throw new Error(`${slug} has no room for a key or a webhook`);
  return { keyId: made.keyId, webhookId: told.webhookId };
};

/** Fills a desk through the product itself. */
export const plantDesk = async (server: RunningServer, slug: string, canary: string): Promise<Planted> => {
  const { opened } = server;
  const person = await addStaff(opened, slug, 'engineer', `${canary}-engineer@staff.example`);
  const engineer = await cookieOf(server, person);
  const administrator = await cookieOf(
    server,
    await addStaff(opened, slug, 'administrator', `${canary}-administrator@staff.example`),
  );
  const { companyId } = await addCustomer(opened, slug, {
    company: `ООО ${canary}`,
    email: `${canary}@customer.example`,
    name: `Имя ${canary}`,
    packageId: null,
  });
  const { number, version, ticketId } = await registerTicket(server, engineer, slug, canary, companyId);
  const attachmentId = await upload(server, engineer, slug, canary);
  await ok(
    postJson(
      server,
      engineer,
      `/api/desks/${slug}/tickets/${number}/commands`,
      { command: 'add-note', text: `Заметка ${canary}`, attachments: [attachmentId] },
      { 'if-match': `"${version}"` },
    ),
  );
  await tell(server, slug, person, ticketId);
  const unsaid = `unsaidof${slug.replaceAll('-', '')}`;
  await ok(
    postJson(server, engineer, `/api/desks/${slug}/drafts`, {
      writer: person.personId,
      about: `ticket.${number}.resolve`,
      content: { text: `${canary} ${unsaid}`, rest: '' },
      base: null,
    }),
  );
  const work = await plantWork(server, { slug, canary, number, engineer, administrator });
  const product = await addProduct(server, administrator, slug, canary);
  const letterId = await writeLetter(server, administrator, slug, canary);
  return {
    slug,
    canary,
    engineer,
    engineerId: person.personId,
    unsaid,
    administrator,
    customer: await cookieOf(server, await addAccount(opened, `${canary}@customer.example`)),
    number,
    companyId,
    leaverId: (await addStaff(opened, slug, 'sales', `${canary}-leaver@staff.example`)).personId,
    invitationId: await inviteFor(server, administrator, slug, canary),
    certificateId: await bringEnded(server, slug, canary, companyId),
    attachmentId,
    draftId: await upload(server, engineer, slug, canary),
    letterId,
    contactId: await stopWriter(server, slug, canary, person),
    inquiryNumber: await openInquiry(server, engineer, slug, canary, companyId),
    ...work,
    editionId: await editionOf(opened, slug),
    ...product,
    ...(await openOutside(server, slug, canary, person)),
    ...(await addInstance(server, administrator, slug, canary, companyId)),
  };
};
