import type {
  PortalCertificatePage,
  PortalCertificates,
  PortalCoverage,
  PortalInquiryPage,
} from '@reglament/contract';
import type { CertificateId } from '@reglament/desk';
import type { LocalDate } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortalBrowser, type PortalBrowser } from '../testing/portal-browser.ts';
import { openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { type SupportCustomer, supportCustomer } from '../testing/support-customer.ts';
import { addStaff } from '../testing/test-desk.ts';
import { staffInquiryCommand } from '../use-cases/staff-inquiry-command.ts';
import { issueCertificateByStaff } from '../use-cases/issue-certificate-by-staff.ts';
import { staffCertificateCommand } from '../use-cases/staff-certificate-command.ts';

let still: StillDesk;
const opened: PortalBrowser[] = [];

beforeAll(async () => {
  still = await openStillDesk('2025-02-03 10:00');
  // The first application takes its time; no test is to wait for it.
  await portalOf('flat', await supportCustomer(still, 'flat', null));
});
afterAll(async () => {
  expect(still.errors).toEqual([]);
  for (const one of opened) await one.close();
  await still.stop();
});

const portalOf = async (slug: string, { email }: Pick<SupportCustomer, 'email'>): Promise<PortalBrowser> => {
  const browser = await openPortalBrowser(still, slug, email);
  opened.push(browser);
  return browser;
};

const listOf = async (portal: PortalBrowser) => portal.get<PortalCertificates>('certificates');

const onlyOf = async (portal: PortalBrowser): Promise<PortalCertificatePage> => {
  const [first] = (await listOf(portal)).certificates;
  return portal.get<PortalCertificatePage>(`certificates/${first?.certificateId ?? 'none'}`);
};

/** Bought and begun on a date, by the rules of the desk. */
const bought = async (
  slug: string,
  packageId: string,
  begun: LocalDate,
  event: 'sale' | 'number-given',
): Promise<SupportCustomer> => {
  const known = await supportCustomer(still, slug, null);
  const staff = await addStaff(still.opened, slug, 'lead', `lead-${known.contactId}@staff.example`);
  const outcome = await issueCertificateByStaff(still.context, {
    deskId: still.desk(slug),
    companyId: known.companyId,
    personId: staff.personId,
    draft: {
      number: known.number,
      packageId,
      products: null,
      installationType: null,
      quantity: slug === 'flat' ? 5 : null,
      term: { count: 12, unit: 'months' },
      namedStart: null,
      dates: { [event]: begun },
      figures: {},
      bought: [],
      visitsPerTicket: null,
    },
    idempotency: { key: still.context.newId(), requestHash: 'x' },
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return known;
};

/** Staff accept an act: the certificate is renewed by it today. */
const renewByAct = async (certificateId: string, act: string): Promise<void> => {
  const staff = await addStaff(still.opened, 'shtrih-m', 'lead', `lead-${certificateId}@staff.example`);
  const today = '2025-02-03' as LocalDate;
  const outcome = await staffCertificateCommand(still.context, {
    deskId: still.desk('shtrih-m'),
    certificateId: certificateId as CertificateId,
    personId: staff.personId,
    body: {
      command: 'renew',
      number: `by-${act}`,
      term: { count: 12, unit: 'months' },
      quantity: null,
      activated: null,
      boughtOn: today,
      channel: 'portal',
      act: { number: act, givenOn: today, issuer: 'vendor', namesSupport: true },
      upgradeBoughtOn: null,
      upgradeInstalledOn: null,
    },
    seenVersion: 1,
    idempotency: { key: still.context.newId(), requestHash: 'x' },
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
};

const closeInquiry = async (slug: string, number: number): Promise<void> => {
  const deskId = still.desk(slug);
  const seller = await addStaff(still.opened, slug, 'sales', `seller-${number}@staff.example`);
  const [row] = await still.rows<{ version: number }>(
    'select version from inquiry where desk_id = $1 and number = $2',
    [deskId, number],
  );
  const outcome = await staffInquiryCommand(still.context, {
    deskId,
    number,
    person: { personId: seller.personId, name: 'Продавец' },
    body: { command: 'close-lost', reason: 'Не дозвонились' },
    seenVersion: row?.version ?? 0,
    idempotency: { key: still.context.newId(), requestHash: 'x' },
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
};

describe('certificates of my companies', () => {
  it('tell what is covered, how long, by which rule and what became of it', async () => {
    const known = await supportCustomer(still, 'alteroffice', 'extended');
    const portal = await portalOf('alteroffice', known);
    const { certificates, cabinet } = await listOf(portal);
    expect(certificates).toMatchObject([
      {
        number: known.number,
        company: { name: known.company },
        package: { id: 'extended' },
        state: 'in-force',
        daysLeft: 300,
        isOpenNow: true,
      },
    ]);
    expect(cabinet).toMatchObject({ open: true, registers: true });
    const page = await onlyOf(portal);
    expect(page.certificate.price?.ru).toBe('по прайсу на год');
    expect(page.covers.channels.map(({ name }) => name.ru)).toContain('телефон');
    expect(page.covers.targets.length).toBeGreaterThan(0);
    expect(page.covers.services.find(({ name }) => name.ru === 'Личный кабинет')).toMatchObject({
      level: 'yes',
      clause: 'AO-4.1-cabinet',
    });
    expect(page.history).toHaveLength(1);
    expect(page.history[0]?.says.ru).toContain('Перенесён как был');
  });

  it('are nobody else’s: a foreign one and none answer with the same bytes', async () => {
    const mine = await portalOf('flat', await supportCustomer(still, 'flat', '24x7'));
    const theirs = await portalOf('flat', await supportCustomer(still, 'flat', '24x7'));
    const [foreign] = (await listOf(theirs)).certificates;
    const id = foreign?.certificateId ?? '';
    const bytes = async (path: string) => {
      const { statusCode, body } = await mine.ask(path);
      const { requestId: _, instance: __, ...rest } = JSON.parse(body) as Record<string, unknown>;
      return { statusCode, rest };
    };
    const nobodys = still.context.newId();
    expect((await bytes(`certificates/${id}`)).statusCode).toBe(404);
    expect(await bytes(`certificates/${id}`)).toEqual(await bytes(`certificates/${nobodys}`));
    for (const deed of ['intent', 'acts', 'act-preview']) {
      const body =
        deed === 'intent' ? {} : { number: 'A-1', issuer: 'vendor', namesSupport: true, months: 12 };
      const told = await mine.refused(`certificates/${id}/${deed}`, body);
      const none = await mine.refused(`certificates/${nobodys}/${deed}`, body);
      expect([told.status, told.code, told.detail]).toEqual([404, 'not-found', none.detail]);
    }
    expect(JSON.stringify(await listOf(mine))).not.toContain(id);
  });

  it('are hidden from whoever the company has not listed, and it is said (AO-1.4)', async () => {
    const known = await supportCustomer(still, 'alteroffice', 'extended');
    await still.rows('update contact_of_company set listed = false where contact_id = $1 returning 1', [
      known.contactId,
    ]);
    const portal = await portalOf('alteroffice', known);
    expect(await listOf(portal)).toMatchObject({ certificates: [], unlisted: [known.company] });
    expect((await portal.ask('coverage')).statusCode).toBe(404);
  });
});

describe('the wish to renew (R11)', () => {
  it('is declared once: what it brings is told before, and stands after; a second time the rules refuse', async () => {
    const known = await bought('flat', '24x7', '2024-02-10' as LocalDate, 'sale');
    const portal = await portalOf('flat', known);
    const before = await onlyOf(portal);
    expect(before.intent).toMatchObject({ endsAt: '2025-05-10T21:00:00.000Z' });
    const path = `certificates/${before.certificate.certificateId}/intent`;
    const key = still.context.newId();
    expect((await portal.send(path, {}, key)).statusCode).toBe(200);
    expect((await portal.send(path, {}, key)).statusCode).toBe(200);
    const after = await onlyOf(portal);
    expect(after.intent).toBeNull();
    expect(after.certificate.declaredAt).toBe('2025-02-03T07:00:00.000Z');
    expect(await portal.refused(path, {})).toMatchObject({ status: 409 });
    expect(after.history).toHaveLength(before.history.length + 1);
  });
});

describe('renewal by an act (SH-P-RENEW)', () => {
  const act = { number: '21-ТП', issuer: 'vendor', namesSupport: true, months: 12 };

  it('is judged, shown and sent once; the same act again names its ticket; a partner’s own is refused by its clause', async () => {
    const known = await bought('shtrih-m', 'paid', '2025-01-10' as LocalDate, 'number-given');
    const portal = await portalOf('shtrih-m', known);
    const page = await onlyOf(portal);
    expect(page).toMatchObject({ mayRenew: 'by-act', waitingAct: null });
    const path = `certificates/${page.certificate.certificateId}`;
    expect(await portal.refused(`${path}/act-preview`, { ...act, issuer: 'partner' })).toMatchObject({
      code: 'refused',
      clause: 'SH-P-ACT2',
    });
    const preview = await portal.post<{ startsAt: string; unusedDays: number }>(`${path}/act-preview`, act);
    expect(preview).toMatchObject({ startsAt: '2025-02-03T07:00:00.000Z', unusedDays: 341 });
    const key = still.context.newId();
    const [first, second] = [
      await portal.send(`${path}/acts`, act, key),
      await portal.send(`${path}/acts`, act, key),
    ];
    expect(first.statusCode).toBe(201);
    expect(second.json()).toEqual(first.json());
    const other = await portal.send(`${path}/acts`, { ...act, number: '22-ТП' }, key);
    expect(other.json()).toMatchObject({ code: 'idempotency-mismatch' });
    const { number } = first.json<{ number: number }>();
    expect(await portal.refused(`${path}/acts`, act)).toMatchObject({
      refusal: 'act-named-before',
      detail: `Этот акт вы уже называли. Заявка: №${number}.`,
    });
    expect((await onlyOf(portal)).waitingAct).toMatchObject({ ticketNumber: number });
    const rows = await still.rows('select channel from ticket where number = $1 and desk_id = $2', [
      number,
      still.desk('shtrih-m'),
    ]);
    expect(rows).toEqual([{ channel: 'portal' }]);

    // Once it renewed the certificate it waits for nobody, though its request is still open.
    await renewByAct(page.certificate.certificateId, '№ 21-тп');
    const old = await portal.get<PortalCertificatePage>(path);
    expect(old).toMatchObject({ waitingAct: null, mayRenew: 'no', certificate: { actWaits: false } });
    expect((await listOf(portal)).certificates.map(({ actWaits }) => actWaits)).toEqual([false, false]);
  });
});

describe('registering', () => {
  it('a key begins free support at once; pressed twice it is one', async () => {
    const known = await supportCustomer(still, 'shtrih-m', null);
    const portal = await portalOf('shtrih-m', known);
    const body = { what: 'key', number: 'SM-2025-99', companyId: null };
    const key = still.context.newId();
    const first = await portal.send('registrations', body, key);
    expect(first.json()).toEqual({ kind: 'begun', number: 'SM-2025-99' });
    expect((await portal.send('registrations', body, key)).json()).toEqual(first.json());
    expect((await listOf(portal)).certificates).toMatchObject([{ number: 'SM-2025-99', state: 'in-force' }]);
  });

  it('what the desk has never heard of is kept as a request, with the words of the portal', async () => {
    const known = await supportCustomer(still, 'alteroffice', 'extended');
    const portal = await portalOf('alteroffice', known);
    const kept = await portal.post<{ kind: string; number: string }>('registrations', {
      what: 'certificate',
      number: 'XX-1',
      companyId: known.companyId,
    });
    expect(kept.kind).toBe('kept');
    const [row] = await still.rows<{ text: string; channel: string }>(
      `select m.text, t.channel from ticket t join message m on m.desk_id = t.desk_id and m.ticket_id = t.ticket_id
       where t.desk_id = $1 and t.number = $2 and m.kind = 'customer'`,
      [still.desk('alteroffice'), Number(kept.number)],
    );
    expect(row?.text).toContain('Регистрация в личном кабинете');
    expect(row?.channel).toBe('portal');
  });

  it('is not in the cabinet where the package has none, by its clause (AO-4.1-cabinet); nor for another’s company', async () => {
    const basic = await supportCustomer(still, 'alteroffice', 'basic');
    const portal = await portalOf('alteroffice', basic);
    const body = { what: 'certificate', number: 'XX-2', companyId: null };
    expect(await listOf(portal)).toMatchObject({
      cabinet: { open: false, registers: false, clause: 'AO-4.1-cabinet' },
    });
    expect(await portal.refused('registrations', body)).toMatchObject({
      code: 'refused',
      refusal: 'no-cabinet',
      clause: 'AO-4.1-cabinet',
    });
    const extended = await supportCustomer(still, 'alteroffice', 'extended');
    const other = await portalOf('alteroffice', extended);
    expect(await other.refused('registrations', { ...body, companyId: basic.companyId })).toMatchObject({
      code: 'invalid-request',
    });
  });
});

describe('would my question be covered', () => {
  it('answers with deadlines and the rule, and keeps nothing', async () => {
    const portal = await portalOf('flat', await supportCustomer(still, 'flat', '24x7'));
    const before = await still.rows('select count(*)::int as n from ticket');
    const yes = await portal.get<PortalCoverage>('coverage?priority=1');
    expect(yes.answer).toBe('yes');
    expect(yes.deadlines.length).toBeGreaterThan(0);
    expect(yes.why.certificates[0]?.result).toBe('serves');
    expect(await still.rows('select count(*)::int as n from ticket')).toEqual(before);
    const none = await portalOf('alteroffice', await supportCustomer(still, 'alteroffice', null));
    const no = await none.get<PortalCoverage>('coverage?channel=email');
    expect(no).toMatchObject({ answer: 'no', clause: 'AO-3.2', deadlines: [] });
    expect(no.next?.ru).toMatch(/поддержку/u);
  });
});

describe('asking sales', () => {
  it('opens one inquiry with a thread of its own, and a closed one opens again; a colleague’s is not shown', async () => {
    const known = await supportCustomer(still, 'alteroffice', 'basic');
    const portal = await portalOf('alteroffice', known);
    const question = { topic: 'upgrade', text: 'Сколько стоит расширенный?', companyId: null };
    const key = still.context.newId();
    const first = await portal.send('inquiries', question, key);
    expect(first.statusCode).toBe(201);
    const { number } = first.json<{ number: number }>();
    expect((await portal.send('inquiries', question, key)).json()).toEqual({ number });
    const { inquiries } = await portal.get<{ inquiries: unknown[] }>('inquiries');
    expect(inquiries).toMatchObject([{ number, state: 'open', company: known.company }]);
    await portal.post(`inquiries/${number}/messages`, { text: 'И на сколько рабочих мест?' });
    const page = await portal.get<PortalInquiryPage>(`inquiries/${number}`);
    expect(page.messages.map(({ from, text }) => [from, text])).toEqual([
      ['customer', 'Сколько стоит расширенный?'],
      ['customer', 'И на сколько рабочих мест?'],
    ]);
    await closeInquiry('alteroffice', number);
    expect(await portal.get<PortalInquiryPage>(`inquiries/${number}`)).toMatchObject({ state: 'lost' });
    await portal.post(`inquiries/${number}/messages`, { text: 'Передумали: пришлите цену.' });
    const again = await portal.get<PortalInquiryPage>(`inquiries/${number}`);
    expect(again.state).toBe('open');
    // Why sales closed it stays with them.
    expect(JSON.stringify(again)).not.toContain('Не дозвонились');
    const stranger = await portalOf('alteroffice', await supportCustomer(still, 'alteroffice', 'basic'));
    expect((await stranger.ask(`inquiries/${number}`)).statusCode).toBe(404);
    expect(await stranger.refused(`inquiries/${number}/messages`, { text: 'x' })).toMatchObject({
      status: 404,
    });
    expect(await stranger.get('inquiries')).toEqual({ inquiries: [] });
  });
});
