import { createHash } from 'node:crypto';
import { endpoints, type TicketPage } from '@reglament/contract';
import { armClock, findRule } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dovecot, startDovecot } from '../testing/dovecot.ts';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { type SmtpSink, startSmtpSink } from '../testing/letters/smtp-sink.ts';
import {
  eventually,
  signedIn,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../testing/start-test-server.ts';
import { addressOf, deskSlugs } from '../testing/still-desk.ts';
import { addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';

interface House {
  readonly dovecot: Dovecot;
  readonly sink: SmtpSink;
  readonly server: TestServer;
  readonly staff: ReadonlyMap<string, Visitor>;
}
let running: House | undefined;
/** Ends what was started, the last first; also when not everything was. */
const endings: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const dovecot = await startDovecot();
  endings.unshift(dovecot.stop);
  const sink = await startSmtpSink();
  endings.unshift(sink.stop);
  const mail = await Promise.all(
    deskSlugs.map(async (slug) => {
      const account = await dovecot.user(slug.replace('-', ''));
      const imap = {
        host: dovecot.host,
        port: dovecot.port,
        secure: false,
        user: account.user,
        password: account.password,
        mailbox: 'INBOX',
      };
      return [
        slug,
        { address: addressOf(slug), imap, smtp: { host: sink.host, port: sink.port, secure: false } },
      ] as const;
    }),
  );
  const server = await startTestServer({ mail: Object.fromEntries(mail) });
  endings.unshift(server.stop);
  const staff = new Map<string, Visitor>();
  for (const slug of deskSlugs)
    staff.set(
      slug,
      await signedIn(server, await addStaff(server.opened, slug, 'engineer', `engineer@${slug}.example`)),
    );
  running = { dovecot, sink, server, staff };
});
afterAll(async () => {
  for (const end of endings) await end();
});

const house = (): House => {
  if (running === undefined) throw new Error('nothing was started');
  return running;
};

const files = [
  { name: 'Журнал ошибок.log', type: 'text/plain', content: Buffer.from('строка\r\n\0\xff', 'latin1') },
  {
    name: 'снимок.png',
    type: 'image/png',
    content: Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7) % 256)),
  },
  { name: 'page.html', type: 'text/html', content: Buffer.from('<script>alert(1)</script>') },
];

const cases = [
  {
    clauses: 'AO-4.1-channels AO-4.1-reaction',
    slug: 'alteroffice',
    packageId: 'extended',
    text: 'Тип: консультация\nПродукт: AText',
    priority: null,
    clock: 'reaction',
  },
  {
    clauses: 'CN-CHAN CN-REACT CN-TIME',
    slug: 'centaur',
    packageId: 'extended',
    text: 'Приоритет: критический',
    priority: 'critical',
    clock: 'reaction',
  },
  {
    clauses: 'FL-CHAN FL-PRIO',
    slug: 'flat',
    packageId: '24x7',
    text: 'Приоритет: P2',
    priority: '2',
    clock: null,
  },
  {
    clauses: 'OW-1 OW-4 OW-TIME',
    slug: 'optima',
    packageId: '8x5x4',
    text: 'Приоритет: 3',
    priority: '3',
    clock: 'processing',
  },
  {
    clauses: 'SH-CHAN SH-P-TIME',
    slug: 'shtrih-m',
    packageId: 'paid',
    text: 'Не печатает чек',
    priority: null,
    clock: 'review',
  },
] as const;

/** By when, by the regulation itself and without the desk's own way to it. */
const promised = async (
  slug: string,
  clock: string,
  packageId: string,
  priority: string | null,
  receivedAt: Instant,
): Promise<Instant | null> => {
  const { context } = house().server.opened;
  const { regulation, calendars } = await context.regulations.inForce(
    deskIdOf(house().server.opened, slug),
    receivedAt,
  );
  const rule = findRule(regulation, { clock, packageId, priority });
  return rule === null ? null : armClock(rule, receivedAt, calendars).dueAt;
};

const pageOf = (slug: string, number: number): Promise<TicketPage> =>
  (house().staff.get(slug) as Visitor).call(endpoints.getTicket, { params: { desk: slug, number } });

describe('a letter over a real mailbox, all five desks', () => {
  it.each(cases)(
    '$clauses A6: $slug: registered, due as promised, acknowledged, files byte for byte',
    async (c) => {
      const { dovecot, sink, server } = house();
      const email = `olga@${c.slug}-customer.example`;
      await addCustomer(server.opened, c.slug, {
        company: 'ООО «Ромашка»',
        email,
        name: 'Ольга Иванова',
        packageId: c.packageId,
      });
      const raw = letterFrom({
        from: `Olga <${email}>`,
        to: addressOf(c.slug),
        subject: 'Не работает',
        text: c.text,
        files,
      });
      await dovecot.deliver(c.slug.replace('-', ''), raw);

      const sunk = await eventually(async () => sink.letters.find((l) => l.to.includes(email)), 20_000);
      const letter = await openLetter(sunk);
      const page = await eventually(async () => {
        const found = await pageOf(c.slug, 1);
        return (c.slug !== 'centaur' || found.clocks[0]?.status === 'stopped') && found;
      });
      const { ticket, messages, clocks } = page;
      expect(ticket).toMatchObject({
        number: 1,
        subject: 'Не работает',
        channel: 'email',
        company: { name: 'ООО «Ромашка»' },
        package: { id: c.packageId },
        requester: { email },
      });
      expect(ticket.priority?.id ?? null).toBe(c.priority);
      expect(letter.text).toContain('Номер заявки: 1.');
      if (c.clock === null) {
        expect(ticket).toMatchObject({
          state: 'not-entitled',
          coverage: { kind: 'channel', clause: 'FL-CHAN' },
        });
        expect(clocks).toEqual([]);
        expect(letter.text).toMatch(/портал/i);
      } else {
        const due = await promised(
          c.slug,
          c.clock,
          c.packageId,
          c.priority,
          Date.parse(ticket.receivedAt) as Instant,
        );
        expect(clocks[0]).toMatchObject({ clock: c.clock });
        expect(Date.parse(clocks[0]?.dueAt ?? clocks[0]?.lastDueAt ?? '')).toBe(due);
      }

      const attached = messages[0]?.attachments ?? [];
      expect(attached.map((a) => a.name)).toEqual(files.map((f) => f.name));
      for (const [index, file] of files.entries()) {
        const answer = await (house().staff.get(c.slug) as Visitor).fetch(
          `/api/desks/${c.slug}/attachments/${attached[index]?.attachmentId ?? ''}`,
        );
        expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
        const got = Buffer.from(await answer.arrayBuffer());
        expect(createHash('sha256').update(got).digest('hex')).toBe(
          createHash('sha256').update(file.content).digest('hex'),
        );
      }
      expect(server.errors).toEqual([]);
    },
  );

  it('OW-N1, CN-REACT: counted from the mail server’s arrival time', async () => {
    const page = await pageOf('centaur', 1);
    expect(Date.parse(page.ticket.receivedAt)).toBeLessThanOrEqual(Date.parse(page.ticket.registeredAt));
    expect(page.clocks[0]).toMatchObject({
      status: 'stopped',
      outcome: 'met',
      startedAt: page.ticket.receivedAt,
    });
  });

  it('the link of the acknowledgement opens the ticket’s page without an account; the customer answers there and by letter', async () => {
    const { dovecot, sink, server, staff } = house();
    const letter = await openLetter(
      sink.letters.find((l) =>
        l.to.includes('olga@optima-customer.example'),
      ) as (typeof sink.letters)[number],
    );
    const path = /http:\/\/127\.0\.0\.1(\/t\/optima\/\S+)/.exec(letter.text)?.[1] ?? '';
    const opened = await fetch(`${server.url}${path}`);
    expect(opened.status).toBe(200);
    expect(await opened.text()).toContain('Не работает');
    await dovecot.deliver(
      'optima',
      letterFrom({
        from: 'olga@optima-customer.example',
        to: letter.replyTo,
        subject: `Re: ${letter.subject}`,
        text: 'Компания: другая\nВот ещё.',
        headers: [`In-Reply-To: <${letter.messageId}>`],
      }),
    );
    const page = await eventually(async () => {
      const found = await (staff.get('optima') as Visitor).call(endpoints.getTicket, {
        params: { desk: 'optima', number: 1 },
      });
      return found.messages.length === 2 && found;
    });
    expect(page.messages[1]).toMatchObject({
      kind: 'customer',
      text: expect.stringContaining('Вот ещё.') as string,
    });
    expect(server.errors).toEqual([]);
  });

  it('an unknown sender stands in the view “unidentified”', async () => {
    const { dovecot, staff } = house();
    await dovecot.deliver(
      'shtrihm',
      letterFrom({ from: 'nobody@stranger.example', to: addressOf('shtrih-m'), subject: 'Кто мы?' }),
    );
    const queue = await eventually(async () => {
      const page = await (staff.get('shtrih-m') as Visitor).call(endpoints.getQueue, {
        params: { desk: 'shtrih-m' },
        query: { view: 'unidentified' },
      });
      return page.tickets.length === 1 && page;
    });
    expect(queue.tickets[0]).toMatchObject({ subject: 'Кто мы?', company: null, nextDue: null });
  });
});
