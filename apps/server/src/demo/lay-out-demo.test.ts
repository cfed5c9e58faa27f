import type { Ticket, TicketEvent } from '@reglament/desk';
import { fold, parseTemplate } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parseLetter } from '../channels/mail/parse-letter.ts';
import { compareJournals } from '../jobs/compare-journals.ts';
import { open, type Opened } from '../open.ts';
import { demoConfig, fail, layOutDemoAt, type Told } from '../testing/laid-out-demo.ts';
import { createTestDatabase } from '../testing/postgres-cluster.ts';
import { layOutDemo } from './lay-out-demo.ts';

const starts = {
  'a Sunday night': '2026-11-15T23:40+03:00',
  'the New Year holidays': '2027-01-05T10:15+03:00',
  'a Friday at 17:59': '2026-11-20T17:59+03:00',
  'a Monday at opening': '2026-11-16T09:00+03:00',
  'a Wednesday afternoon': '2026-11-18T14:20+03:00',
};

const all = new Map<string, Told>();
const toldAt = (name: string): Told => all.get(name) ?? fail(new Error(`no demo of ${name}`));
const passwordIn = (text: string): string =>
  text.split(/\s+/).find((word) => /^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/.test(word)) ?? '';

beforeAll(async () => {
  for (const [name, text] of Object.entries(starts)) all.set(name, await layOutDemoAt(text));
});

afterAll(async () => {
  for (const told of all.values()) {
    await told.opened.close();
    await told.database.drop();
  }
});

describe.each(Object.keys(starts))('the tickets of a demo first started on %s', (name) => {
  it('numbers the tickets of each desk without a gap, in the order they came', async () => {
    const told = toldAt(name);
    const tickets = await told.rows<{ desk_id: string; number: number; received_at: number }>(
      'numbers',
      'select desk_id, number, received_at from ticket order by desk_id, number',
    );
    for (const { deskId } of told.opened.desks) {
      const own = tickets.filter((t) => t.desk_id === deskId);
      expect(own.length).toBeGreaterThanOrEqual(6);
      expect(own.map((t) => t.number)).toEqual(own.map((_unused, i) => i + 1));
      expect(own.map((t) => t.received_at)).toEqual(own.map((t) => t.received_at).toSorted((a, b) => a - b));
    }
  });

  it('keeps every ticket as its journal tells it', async () => {
    const told = toldAt(name);
    const tickets = await told.rows<{ ticket_id: string; body: Ticket; version: number }>(
      'tickets',
      'select ticket_id, body, version from ticket',
    );
    const journal = await told.rows<{
      stream_id: string;
      at: Instant;
      type: string;
      body: object;
      seq: number;
    }>('journal', 'select stream_id, at, type, body, seq from journal order by stream_id, seq');
    expect(tickets.length).toBeGreaterThan(40);
    for (const { ticket_id, body, version } of tickets) {
      const own = journal.filter((j) => j.stream_id === ticket_id);
      expect(own.map((j) => j.seq)).toEqual(own.map((_unused, i) => i + 1));
      expect(own.length).toBe(version);
      expect(own.map((j) => j.at)).toEqual(own.map((j) => j.at).toSorted((a, b) => a - b));
      expect(fold(own.map((j) => ({ at: j.at, event: { type: j.type, ...j.body } as TicketEvent })))).toEqual(
        body,
      );
    }
  });
});

describe.each(Object.keys(starts))('the deadlines of a demo first started on %s', (name) => {
  it('are those that its journals make when they are counted anew', async () => {
    const told = toldAt(name);
    const desks = told.opened.desks.map((d) => d.deskId);
    expect(await compareJournals(told.opened.context, desks, fail)).toBe(0);
  });
});

describe.each(Object.keys(starts))('what a demo first started on %s shows', (name) => {
  it('shows every state and every kind of coverage that these regulations know', async () => {
    const told = toldAt(name);
    const seen = await told.rows<{ state: string; coverage: string }>(
      'states',
      'select distinct state, coverage from ticket',
    );
    expect([...new Set(seen.map((s) => s.state))].toSorted()).toEqual([
      'closed',
      'in-progress',
      'new',
      'not-entitled',
      'resolved',
      'waiting-for-customer',
    ]);
    const regulations = await Promise.all(
      told.opened.desks.map(
        async (d) => (await told.opened.context.regulations.inForce(d.deskId, told.start)).regulation,
      ),
    );
    const fallback = regulations.some((r) => r.entitlement.uncoveredPackage !== null) ? ['fallback'] : [];
    expect([...new Set(seen.map((s) => s.coverage))].toSorted()).toEqual([
      'channel',
      'covered',
      ...fallback,
      'lifted',
      'not-entitled',
      'unidentified',
    ]);
    const reasons = await told.rows<{ reason: string }>(
      'reasons',
      `select distinct body -> 'coverage' ->> 'reason' as reason from ticket where coverage = 'not-entitled'`,
    );
    expect(reasons.map((r) => r.reason).toSorted()).toEqual(['expired', 'not-started']);
  });
});

describe.each(Object.keys(starts))('what is agreed and owed in a demo first started on %s', (name) => {
  const open = async (slug: string): Promise<readonly Ticket[]> => {
    const told = toldAt(name);
    const rows = await told.rows<{ body: Ticket }>(
      `open-${slug}`,
      `select t.body from ticket t join desk d on d.desk_id = t.desk_id where d.slug = '${slug}' and t.state = 'in-progress'`,
    );
    return rows.map(({ body }) => body);
  };

  it('a callback: one attempt is on record, the call is still owed', async () => {
    const owed = (await open('flat')).flatMap((ticket) =>
      ticket.clocks.some((c) => c.id === 'callback' && c.status === 'running' && c.breachedAt === null)
        ? [ticket.ticketId]
        : [],
    );
    expect(owed).toHaveLength(1);
    const calls = await toldAt(name).rows<{ reached: boolean }>(
      'calls',
      `select (body ->> 'reached')::boolean as reached from journal where type = 'CallRecorded' and stream_id = '${owed[0]}'`,
    );
    expect(calls).toEqual([{ reached: false }]);
  });

  it('a date that waits for the customer, and one agreed towards which the clock runs', async () => {
    const { start } = toldAt(name);
    const tickets = await open('optima');
    const waiting = tickets.flatMap((t) => t.dateProposal ?? []);
    expect(waiting).toMatchObject([{ clock: 'paid-work' }]);
    const agreed = tickets.flatMap((t) => t.clocks.filter((c) => c.rule.target.kind === 'agreed-date'));
    expect(agreed).toMatchObject([{ id: 'execution', status: 'running', breachedAt: null }]);
    for (const at of [waiting[0]?.date, agreed[0]?.dueAt]) expect(at).toBeGreaterThan(start);
  });
});

describe.each(Object.keys(starts))('the past of a demo first started on %s', (name) => {
  it('says nothing that is later than the told.start, and owes nothing', async () => {
    const told = toldAt(name);
    const [late] = await told.rows<{
      journal: number;
      message: number;
      letter: number;
      notification: number;
      outbox: number;
      alarm: number;
    }>(
      'late',
      `select (select max(at) from journal) as journal, (select max(at) from message) as message, (select max(at) from letter) as letter, (select max(at) from notification) as notification,
         (select count(*) from outbox) as outbox, (select min(at) from alarm) as alarm`,
    );
    expect(
      Math.max(
        late?.journal ?? Infinity,
        late?.message ?? Infinity,
        late?.letter ?? Infinity,
        late?.notification ?? Infinity,
      ),
    ).toBeLessThanOrEqual(told.start);
    expect(late?.outbox).toBe(0);
    expect(late?.alarm).toBeGreaterThan(told.start);
  });

  it('has deadlines that are missed, near and far, and told in their time', async () => {
    const told = toldAt(name);
    const running = await told.rows<{ due_at: number; due_breached: boolean }>(
      'due',
      `select due_at, due_breached from ticket where due_clock is not null and state in ('new', 'in-progress')`,
    );
    expect(running.some((r) => r.due_breached)).toBe(true);
    expect(running.some((r) => !r.due_breached)).toBe(true);
    expect(running.filter((r) => r.due_breached).every((r) => r.due_at < told.start)).toBe(true);
    expect(running.filter((r) => !r.due_breached).every((r) => r.due_at >= told.start)).toBe(true);
    const rung = await told.rows<{ at: number; due_at: number; kind: string }>(
      'rung',
      'select at, due_at, kind from notification',
    );
    for (const kind of ['clock-warning', 'clock-breach'])
      expect(rung.some((n) => n.kind === kind)).toBe(true);
    for (const n of rung.filter((r) => r.kind === 'clock-breach'))
      expect(n.at - n.due_at).toBeLessThan(60_000);
    expect(new Set(rung.map((n) => n.at)).size).toBeGreaterThan(5);
  });

  it('keeps the letters that went out, dated in the stories, and none failed', async () => {
    const told = toldAt(name);
    const letters = await told.rows<{ direction: string; outcome: string; days: number }>(
      'letters',
      `select direction, outcome, count(distinct at::date) as days from letter group by direction, outcome`,
    );
    expect(
      letters
        .filter((l) => l.direction === 'out')
        .map((l) => l.outcome)
        .toSorted(),
    ).toEqual(['kept', 'suppressed']);
    expect(letters.find((l) => l.outcome === 'kept')?.days).toBeGreaterThan(3);
    expect(
      letters
        .filter((l) => l.direction === 'in')
        .map((l) => l.outcome)
        .toSorted(),
    ).toEqual(['inquiry', 'reply', 'ticket']);
  });
});

describe.each(Object.keys(starts))('the people of a demo first started on %s', (name) => {
  it('names nobody outside .example', async () => {
    const told = toldAt(name);
    const found = await told.rows<{ address: string }>(
      'addresses',
      `select email as address from contact where email is not null union select email from person union select from_address from letter union select to_address from letter
       union select m[1] from message, regexp_matches(text, '[^\\s<>()]+@[^\\s<>()]+', 'g') as m union select m[1] from contact, regexp_matches(name, '\\S+@\\S+', 'g') as m`,
    );
    expect(found.length).toBeGreaterThan(30);
    expect(found.map((f) => f.address).filter((a) => !a.endsWith('.example'))).toEqual([]);
    const phones = await told.rows<{ phone: string }>(
      'phones',
      `select phone from contact where phone <> ''`,
    );
    expect(phones.filter((p) => !p.phone.replace(/\D/g, '').startsWith('7000'))).toEqual([]);
  });

  it('brings letters whose bytes say what was read', async () => {
    const told = toldAt(name);
    const letters = await told.rows<{
      raw: Buffer;
      subject: string;
      message_id: string;
      from_address: string;
      text: string;
      files: number;
    }>(
      'raw',
      `select l.raw, l.subject, l.message_id, l.from_address, m.text, (select count(*) from attachment a where a.desk_id = m.desk_id and a.message_id = m.message_id) as files
       from letter l join message m on m.desk_id = l.desk_id and m.letter_id = l.letter_id where l.direction = 'in'`,
    );
    expect(letters.length).toBeGreaterThan(20);
    for (const l of letters) {
      const read = await parseLetter(l.raw, { trustedAuthserv: null, ownAddresses: [] });
      if (!read.ok) throw new Error(`${l.subject}: ${read.reason}`);
      expect({
        subject: read.letter.subject,
        id: read.letter.messageId,
        from: read.letter.from?.address,
        text: read.letter.visible.trim(),
        files: read.letter.attachments.length,
      }).toEqual({
        subject: l.subject,
        id: l.message_id,
        from: l.from_address,
        text: l.text,
        files: l.files,
      });
    }
  });

  it('lets the administrator of all desks in with the password that was said, which is stored nowhere', async () => {
    const told = toldAt(name);
    const line = told.said.find((l) => l.includes('anna@reglament.example')) ?? '';
    const password = passwordIn(line);
    const result = await told.opened.identity.signIn({
      email: 'anna@reglament.example',
      password,
      address: '192.0.2.7',
      userAgent: 'Test/1',
    });
    expect(result.ok).toBe(true);
    const desks = await told.rows<{ role: string; n: number }>(
      'anna',
      `select s.role, count(*) as n from staff s join person p on p.id = s.person_id where p.email = 'anna@reglament.example' group by s.role`,
    );
    expect(desks).toEqual([{ role: 'administrator', n: 5 }]);
    expect(new Set(told.said.map(passwordIn).filter((s) => s !== '')).size).toBe(18);
  });
});

describe('what a demo offers in an answer', () => {
  it('is a few templates in common at every desk, each of which can be filled in', async () => {
    const { rows, opened } = toldAt('a Sunday night');
    const kept = await rows<{ desk_id: string; text: string }>(
      'templates',
      'select desk_id, text from reply_template where owner_id is null',
    );
    expect(new Set(kept.map(({ desk_id }) => desk_id)).size).toBe(opened.desks.length);
    expect(kept.filter(({ text }) => !parseTemplate(text).ok)).toEqual([]);
  });
});

describe('a demo on a database that is not empty', () => {
  const again = async ({ context, identity, desks }: Opened) => {
    const said: string[] = [];
    const laidOut = await layOutDemo({
      context,
      identity,
      say: (line) => said.push(line),
      desks: new Map(desks.map((d) => [d.slug, d])),
    });
    return { laidOut, said };
  };

  it('is left out, and says so', async () => {
    const told = toldAt('a Sunday night');
    const [before] = await told.rows<{ n: number }>('count', 'select count(*) as n from journal');
    const { laidOut, said } = await again(told.opened);
    expect(laidOut).toBe(false);
    expect(said).toEqual([expect.stringContaining('No demo')]);
    expect(await told.rows('count', 'select count(*) as n from journal')).toEqual([before]);
  });

  it('is left out where a start was ended before its first ticket', async () => {
    const database = await createTestDatabase(inject('adminUrl'), inject('template'));
    const opened = await open(demoConfig(database.url), { say: () => undefined, onError: fail });
    await opened.identity.createPerson({
      email: 'olga@reglament.example',
      name: 'Ольга Сафина',
      password: 'left from before',
    });
    expect(await again(opened)).toEqual({ laidOut: false, said: [expect.stringContaining('No demo')] });
    await opened.close();
    await database.drop();
  });
});
