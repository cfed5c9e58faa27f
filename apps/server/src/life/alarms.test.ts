import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMailer } from '../jobs/mailer.ts';
import { ringAlarms } from '../jobs/ring-alarms.ts';
import { openDatabase } from '../store/database.ts';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { startSmtpSink } from '../testing/letters/smtp-sink.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';

let desk: StillDesk;
let engineer: TestPerson;
let lead: TestPerson;
let dispatcher: TestPerson;
let staff: ReturnType<typeof staffHand>;
let people = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
  [engineer, lead, dispatcher] = [
    await addStaff(desk.opened, 'shtrih-m', 'engineer', 'engineer@staff.example'),
    await addStaff(desk.opened, 'shtrih-m', 'lead', 'lead@staff.example'),
    await addStaff(desk.opened, 'shtrih-m', 'dispatcher', 'dispatcher@staff.example'),
  ];
  staff = staffHand(desk, 'shtrih-m', engineer);
});
afterAll(() => desk?.stop());

/** A partner's ticket of Tuesday 10:00: eight working hours, so half at 14:00, 80 % at 16:24, due at 18:00. */
const open = async (): Promise<number> => {
  people += 1;
  desk.at('2025-02-04 10:00');
  const email = `person-${people}@customer.example`;
  await addCustomer(desk.opened, 'shtrih-m', {
    company: `ООО «${people}»`,
    email,
    name: 'Ольга',
    packageId: 'partner',
  });
  const state = await desk.receive('shtrih-m', letterFrom({ from: email, to: addressOf('shtrih-m') }));
  return state.number as number;
};

interface Told extends Record<string, unknown> {
  readonly person: string;
  readonly kind: string;
  readonly threshold: string;
  readonly lateMs: number | null;
}
const told = (number: number): Promise<readonly Told[]> =>
  desk.rows<Told>(
    `select n.person_id as person, n.kind, n.threshold, n.late_ms as "lateMs" from notification n join ticket t on t.desk_id = n.desk_id and t.ticket_id = n.ticket_id where t.desk_id = $1 and t.number = $2 order by n.at, n.notification_id, n.person_id`,
    [desk.desk('shtrih-m'), number],
  );
interface Rung extends Record<string, unknown> {
  readonly type: string;
  readonly lateMs: number | null;
  readonly untold: readonly { readonly fraction: number }[] | null;
}
/** What the journal says of alarms. */
const rung = (number: number): Promise<readonly Rung[]> =>
  desk.rows<Rung>(
    `select j.type, (j.body ->> 'lateMs')::bigint as "lateMs", j.body -> 'untold' as untold from journal j join ticket t on t.desk_id = j.desk_id and t.ticket_id = j.stream_id
     where t.desk_id = $1 and t.number = $2 and j.type in ('ClockWarned', 'ClockBreached') order by j.seq`,
    [desk.desk('shtrih-m'), number],
  );
const lettersTo = (email: string, number: number) =>
  Promise.all(desk.sink.letters.filter((l) => l.to.includes(email)).map(openLetter)).then((all) =>
    all.filter((l) => l.subject.includes(`№${number}]`)),
  );

describe('SH-C-TIME: a deadline that comes near is told to people', () => {
  it('SH-C-TIME: warnings at half and at 80 %, the alarm past the deadline, each once; nobody has the ticket: dispatchers and leads', async () => {
    const number = await open();
    desk.at('2025-02-04 13:59');
    await desk.ring();
    expect(await told(number)).toEqual([]);
    const steps = [
      ['2025-02-04 14:00', 'clock-warning', '0.5'],
      ['2025-02-04 16:24', 'clock-warning', '0.8'],
    ] as const;
    for (const [when] of steps) {
      desk.at(when);
      await desk.ring();
      await desk.ring();
    }
    // At the deadline itself it is still met.
    desk.at('2025-02-04 18:00');
    await desk.ring();
    expect(await told(number)).toHaveLength(4);
    desk.pass(1);
    await desk.ring();
    await desk.ring();
    const all = await told(number);
    for (const person of [lead, dispatcher]) {
      expect(all.filter((n) => n.person === person.personId).map((n) => [n.kind, n.threshold])).toEqual([
        ['clock-warning', '0.5'],
        ['clock-warning', '0.8'],
        ['clock-breach', '1'],
      ]);
    }
    expect(all).toHaveLength(6);
    const { ticket } = await desk.ticket('shtrih-m', number);
    expect(ticket.clocks[0]).toMatchObject({ status: 'running', breachedAt: moscow('2025-02-04 18:00') });
    await desk.deliver();
    await desk.deliver();
    for (const person of [lead, dispatcher]) expect(await lettersTo(person.email, number)).toHaveLength(3);
    expect(await lettersTo(engineer.email, number)).toHaveLength(0);
    expect((await lettersTo(lead.email, number))[0]?.text).toContain(
      `https://desk.example/d/shtrih-m/t/${number}`,
    );
    expect(desk.errors).toEqual([]);
  });

  it('the one who has the ticket is told, nobody else; an answer in time silences the rest', async () => {
    const number = await open();
    await staff(number, { command: 'take' });
    desk.at('2025-02-04 14:00');
    await desk.ring();
    expect(await told(number)).toEqual([
      { person: engineer.personId, kind: 'clock-warning', threshold: '0.5', lateMs: null },
    ]);
    await staff(number, { command: 'reply', text: 'Смотрим.', attachments: [] });
    desk.at('2025-02-05 18:00');
    await desk.ring();
    expect(await told(number)).toHaveLength(1);
    expect((await desk.ticket('shtrih-m', number)).ticket.clocks[0]).toMatchObject({
      status: 'stopped',
      outcome: 'met',
    });
  });

  it('a server that slept over all of it tells the breach once, marked late, instead of warnings of what has passed', async () => {
    const number = await open();
    desk.at('2025-02-10 10:00');
    await desk.ring();
    const lateMs = moscow('2025-02-10 10:00') - moscow('2025-02-04 18:00');
    expect(await told(number)).toEqual(
      [dispatcher, lead]
        .map((one) => ({ person: one.personId, kind: 'clock-breach', threshold: '1', lateMs }))
        .toSorted((a, b) => (a.person < b.person ? -1 : 1)),
    );
    expect(await rung(number)).toEqual([
      { type: 'ClockBreached', lateMs, untold: [{ fraction: 0.5 }, { fraction: 0.8 }] },
    ]);
    await desk.deliver();
    const [letter] = await lettersTo(lead.email, number);
    expect(letter?.text).toContain('Сообщаем с опозданием (136 часов): в это время система не работала.');
  });

  it('a server that slept over two warnings tells both once, in order, marked late; the breach comes in time', async () => {
    const number = await open();
    desk.at('2025-02-04 17:00');
    await desk.ring();
    desk.at('2025-02-04 18:00');
    desk.pass(1);
    await desk.ring();
    expect(await rung(number)).toEqual([
      { type: 'ClockWarned', lateMs: 3 * 3_600_000, untold: null },
      { type: 'ClockWarned', lateMs: 36 * 60_000, untold: null },
      { type: 'ClockBreached', lateMs: null, untold: null },
    ]);
    expect((await told(number)).filter((n) => n.person === lead.personId).map((n) => n.threshold)).toEqual([
      '0.5',
      '0.8',
      '1',
    ]);
  });

  it('a clock set back and forward again changes nothing: each rings once', async () => {
    const number = await open();
    desk.at('2025-02-04 14:00');
    await desk.ring();
    desk.at('2025-02-04 12:00');
    await desk.ring();
    desk.at('2025-02-04 14:00');
    await desk.ring();
    expect((await rung(number)).map((e) => e.type)).toEqual(['ClockWarned']);
  });

  it('two loops at once ring thirty alarms once each', async () => {
    const numbers: number[] = [];
    for (let i = 0; i < 30; i += 1) numbers.push(await open());
    desk.at('2025-02-04 14:00');
    const failures: unknown[] = [];
    const others = [1, 2, 3].map(() =>
      openDatabase({ url: desk.databaseUrl, connections: 4, onError: (e) => failures.push(e) }),
    );
    const loops = [desk.context, ...others.map((db) => ({ ...desk.context, db }))];
    await Promise.all(loops.map((context) => ringAlarms(context, (e) => failures.push(e))));
    await desk.ring();
    await Promise.all(others.map((db) => db.close()));
    expect(failures).toEqual([]);
    for (const number of numbers) {
      expect(await told(number)).toHaveLength(2);
      expect((await desk.journal('shtrih-m', number)).filter((t) => t === 'ClockWarned')).toHaveLength(1);
    }
  });

  it('an address that takes nothing does not keep the alarm from the others', async () => {
    await desk.deliver();
    const number = await open();
    desk.at('2025-02-04 14:00');
    await desk.ring();
    // Whoever is tried first is the one whose server says no.
    let refused: string | null = null;
    const sink = await startSmtpSink({
      onRcptTo: (to, _session, done) => {
        refused ??= to.address;
        done(
          to.address === refused
            ? Object.assign(new Error('no such user'), { responseCode: 550 })
            : undefined,
        );
      },
    });
    const server = { host: sink.host, port: sink.port, secure: false };
    const mailer = startMailer(new Map(desk.opened.desks.map((d) => [d.deskId, server])));
    await desk.deliver(mailer);
    const wanted = [lead.email, dispatcher.email].filter((email) => email !== refused);
    expect(wanted).toHaveLength(1);
    expect(sink.letters.flatMap((l) => l.to)).toEqual(wanted);
    await mailer.stop();
    await sink.stop();
    expect(await told(number)).toHaveLength(2);
  });
});
