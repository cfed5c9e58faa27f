import type { CompanyId, ContactId, DeskId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { compareJournals } from '../jobs/compare-journals.ts';
import { ringAlarms } from '../jobs/ring-alarms.ts';
import type { Opened } from '../open.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { addCustomer, addStaff, deskIdOf, type TestPerson } from '../testing/test-desk.ts';
import type { Context } from '../use-cases/context.ts';
import { registerByStaff } from '../use-cases/register-by-staff.ts';
import { type Registered, registerTicket } from '../use-cases/register-ticket.ts';
import { staffCommand, type StaffCommandInput, type StaffOutcome } from '../use-cases/staff-command.ts';
import { NotCommitted } from './database.ts';

let opened: Opened;
let anna: TestPerson;
let boris: TestPerson;

beforeAll(async () => {
  opened = await openTestStore();
  anna = await addStaff(opened, 'centaur', 'engineer', 'anna@centaur.example');
  boris = await addStaff(opened, 'centaur', 'engineer', 'boris@centaur.example');
});

afterAll(() => opened.close());

const register = async (
  context: Context,
  slug: string,
  priority: string | null,
  companyId: CompanyId | null = null,
): Promise<Registered> => {
  const registered = await registerByStaff(context, {
    deskId: deskIdOf(opened, slug),
    personId: anna.personId,
    channel: 'phone',
    requesterEmail: null,
    requesterName: 'Ольга',
    requesterPhone: '',
    companyId,
    subject: 'Тема',
    text: 'Текст',
    type: null,
    priority,
    fields: {},
    attachments: [],
    idempotency: { key: newId(), requestHash: '' },
  });
  if (!registered.ok) throw new Error(registered.code);
  return registered.value;
};

const contactOf = async (deskId: DeskId, ticketId: TicketId): Promise<ContactId> => {
  const [row] = await opened.context.db.inDesk(deskId, (q) =>
    q.query<{ contact_id: ContactId }>('test-contact', 'select contact_id from ticket where ticket_id = $1', [
      ticketId,
    ]),
  );
  if (row === undefined) throw new Error('no such ticket');
  return row.contact_id;
};

const command = async (
  context: Context,
  slug: string,
  ticketId: TicketId,
  body: StaffCommandInput['body'],
  seenVersion: number,
  person: TestPerson = anna,
): Promise<StaffOutcome> => {
  const deskId = deskIdOf(opened, slug);
  return staffCommand(context, {
    deskId,
    ticketId,
    contactId: await contactOf(deskId, ticketId),
    person: { personId: person.personId, name: person.email },
    body,
    seenVersion,
    idempotency: { key: newId(), requestHash: '' },
  });
};

const numbersOf = async (slug: string): Promise<readonly number[]> =>
  (
    await opened.context.db.inDesk(deskIdOf(opened, slug), (q) =>
      q.query<{ number: number }>('test-numbers', 'select number from ticket order by number'),
    )
  ).map((r) => r.number);

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);

describe('numbers', () => {
  it('of eight registrations at a time have no gap and no repeat', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, async () => [
        await register(opened.context, 'optima', '3'),
        await register(opened.context, 'optima', '3'),
        await register(opened.context, 'optima', '3'),
      ]),
    );
    expect(
      made
        .flat()
        .map((r) => r.number)
        .toSorted((a, b) => a - b),
    ).toEqual(upTo(24));
    expect(await numbersOf('optima')).toEqual(upTo(24));
  });

  it('have no gap either when every third registration is rolled back', async () => {
    const { context } = opened;
    const deskId = deskIdOf(opened, 'shtrih-m');
    const contactId = newId() as ContactId;
    await context.db.inDesk(deskId, (q) =>
      q.query('test-contact-insert', "insert into contact (desk_id, contact_id, name) values ($1, $2, 'x')", [
        deskId,
        contactId,
      ]),
    );
    const one = (index: number): Promise<Registered> =>
      context.db.inDesk(deskId, async (q) => {
        const registered = await registerTicket(context, q, {
          deskId,
          channel: 'phone',
          requester: {
            contactId,
            companyId: null,
            companyName: null,
            name: 'x',
            email: null,
            phone: '',
            certificates: [],
          },
          receivedAt: context.now(),
          subject: 'x',
          text: 'x',
          html: null,
          quoted: '',
          letterId: null,
          attachmentIds: [],
          ticketType: null,
          priority: null,
          fields: {},
          links: [],
          actorId: null,
          idempotency: null,
        });
        if (index % 3 === 0) throw new Error('changed its mind');
        if (index % 3 === 1 && index % 2 === 0)
          await q.query('test-fault', 'select 1 / 0').catch(() => undefined);
        return registered;
      });
    const results = await Promise.allSettled(Array.from({ length: 24 }, (_, index) => one(index)));
    const kept = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value.number] : []));
    expect(results.some((r) => r.status === 'rejected' && r.reason instanceof NotCommitted)).toBe(true);
    expect(kept.toSorted((a, b) => a - b)).toEqual(upTo(kept.length));
    expect(kept.length).toBe(12);
    expect(await numbersOf('shtrih-m')).toEqual(upTo(12));
  });
});

describe('more transactions at a time than there are connections', () => {
  it('are all done, though each asks for the regulation in its middle for the first time', async () => {
    const { db, regulations, now } = opened.context;
    const deskId = deskIdOf(opened, 'alteroffice');
    const editions = await Promise.all(
      Array.from({ length: 40 }, () =>
        db.inDesk(deskId, async (q) => {
          await q.query('test-in-transaction', 'select 1');
          return (await regulations.inForce(deskId, now())).regulation.id;
        }),
      ),
    );
    expect(new Set(editions).size).toBe(1);
  });
});

describe('two people at one ticket', () => {
  it('at the same moment: one is done, the other learns of it', async () => {
    for (let round = 0; round < 10; round++) {
      const ticket = await register(opened.context, 'centaur', null);
      const outcomes = await Promise.all(
        [anna, boris].map((person) =>
          command(
            opened.context,
            'centaur',
            ticket.ticketId,
            { command: 'reply', text: `Ответ ${person.email}`, attachments: [] },
            ticket.version,
            person,
          ),
        ),
      );
      expect(outcomes.map((o) => o.kind).toSorted()).toEqual(['done', 'stale']);
      const [journal] = await opened.context.db.inDesk(deskIdOf(opened, 'centaur'), (q) =>
        q.query<{ n: number; last: number; version: number }>(
          'test-journal',
          'select count(*) as n, max(seq) as last, max(t.version) as version from journal j join ticket t on t.ticket_id = j.stream_id where stream_id = $1',
          [ticket.ticketId],
        ),
      );
      expect(journal).toEqual({ n: journal?.version, last: journal?.version, version: journal?.version });
    }
  });

  it('of whom one names a file that the other has used: the second gets nothing done', async () => {
    const deskId = deskIdOf(opened, 'centaur');
    const attachmentId = newId();
    await opened.context.db.inDesk(deskId, (q) =>
      q.query(
        'test-file',
        "insert into attachment (desk_id, attachment_id, uploaded_by, name, original_name, type, size, sha256, content, created_at) values ($1, $2, $3, 'a', 'a', 'text/plain', 1, 'x', 'x', now())",
        [deskId, attachmentId, anna.personId],
      ),
    );
    const tickets = [
      await register(opened.context, 'centaur', null),
      await register(opened.context, 'centaur', null),
    ];
    const outcomes = await Promise.all(
      tickets.map((t) =>
        command(
          opened.context,
          'centaur',
          t.ticketId,
          { command: 'add-note', text: 'x', attachments: [attachmentId] },
          t.version,
        ),
      ),
    );
    expect(outcomes.map((o) => o.kind).toSorted()).toEqual(['done', 'unknown-attachment']);
  });
});

const text = fc.constantFrom('Проверяем.', 'ещё раз', '<b>x</b>');
const attachments: string[] = [];

/** Any command that staff may try; most of them are refused somewhere. */
const commands: fc.Arbitrary<StaffCommandInput['body']> = fc.oneof(
  fc.constant({ command: 'take' } as const),
  fc.constant({ command: 'assign', personId: null } as const),
  {
    // Most of what is drawn is a type or a priority of another desk.
    weight: 4,
    arbitrary: fc.record({
      command: fc.constant('classify' as const),
      type: fc.constantFrom('incident', 'consultation', 'request', 'problem', 'none'),
      priority: fc.constantFrom(null, '1', '2', '3', '4', 'critical', 'medium', 'low'),
      reason: fc.constantFrom('', 'Проверено'),
    }),
  },
  fc.record({
    command: fc.constant('propose-priority' as const),
    priority: fc.constantFrom('1', '2', '3', '4'),
    reason: text,
  }),
  fc.record({
    command: fc.constantFrom(
      'request-information' as const,
      'add-note' as const,
      'reply' as const,
      'resolve' as const,
    ),
    text,
    attachments: fc.constant(attachments),
  }),
  fc.record({ command: fc.constant('record-confirmation' as const), who: text }),
  fc.record({
    command: fc.constant('record-objection' as const),
    who: text,
    reason: fc.constantFrom('', 'Не работает'),
  }),
  fc.record({ command: fc.constant('accept-uncovered' as const), reason: text }),
  fc.record({
    command: fc.constant('record-call' as const),
    who: text,
    reached: fc.constant(true),
    toldNumber: fc.boolean(),
    text,
  }),
);

const packages = {
  alteroffice: 'extended',
  centaur: 'basic',
  flat: '24x7',
  optima: '8x5x4',
  'shtrih-m': 'paid',
} as const;
const steps = fc.array(
  fc.record({
    body: commands,
    waitMinutes: fc.constantFrom(0, 1, 45, 600, 4000, 30_000),
    ring: fc.boolean(),
  }),
  { minLength: 4, maxLength: 14 },
);

describe('the journal', () => {
  it('folds to the row of every ticket, whatever was done to it, in every desk', async () => {
    const companies = new Map<string, CompanyId>();
    for (const [slug, packageId] of Object.entries(packages))
      companies.set(
        slug,
        (
          await addCustomer(opened, slug, {
            company: slug,
            email: `fold@${slug}.example`,
            name: 'Имя',
            packageId,
          })
        ).companyId,
      );
    const done: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...(Object.keys(packages) as (keyof typeof packages)[])),
        fc.boolean(),
        steps,
        async (slug, known, sequence) => {
          let now: Instant = opened.context.now();
          const context: Context = { ...opened.context, now: () => now };
          const { ticketId, version } = await register(
            context,
            slug,
            slug === 'flat' ? '2' : null,
            known ? (companies.get(slug) ?? null) : null,
          );
          let seen = version;
          for (const { body, waitMinutes, ring } of sequence) {
            now = (now + waitMinutes * 60_000) as Instant;
            if (ring)
              await ringAlarms(context, (error) => {
                throw error;
              });
            const outcome = await command(context, slug, ticketId, body, seen);
            if (outcome.kind === 'done' || outcome.kind === 'stale') seen = outcome.version;
            if (outcome.kind === 'done') done[body.command] = (done[body.command] ?? 0) + 1;
          }
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
    const drifts: unknown[] = [];
    await compareJournals(
      opened.context,
      opened.desks.map((d) => d.deskId),
      (error) => drifts.push(error),
    );
    expect(drifts).toEqual([]);
    expect(Object.keys(done)).toEqual(
      expect.arrayContaining([
        'take',
        'classify',
        'add-note',
        'reply',
        'resolve',
        'request-information',
        'record-call',
      ]),
    );
  });
});
