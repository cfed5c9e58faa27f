import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendRegulation, partOf } from '../testing/amend-regulation.ts';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, type DeskSlug, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';
import { registerByStaff } from '../use-cases/register-by-staff.ts';

// The number by letter whatever the channel, beside a desk that tells it by the channel of the request.

const BY_LETTER = 'centaur';
const BY_CHANNEL = 'optima';

let desk: StillDesk;
let lead: TestPerson;
let people = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-04 10:00');
  await amendRegulation(desk.context, BY_LETTER, (file) => ({
    lifecycle: partOf(file, 'lifecycle', { acknowledgement: { over: 'email', clause: 'CN-REACT' } }),
  }));
  lead = await addStaff(desk.opened, BY_LETTER, 'lead', 'lead@staff.example');
  await addStaff(desk.opened, BY_CHANNEL, 'lead', 'lead-of-control@staff.example');
});
afterAll(() => desk?.stop());

const call = async (slug: DeskSlug, email: string | null): Promise<number> => {
  people += 1;
  const { companyId } = await addCustomer(desk.opened, slug, {
    company: `ООО «${people}»`,
    email: email ?? `colleague-${people}@customer.example`,
    name: 'Ольга',
    packageId: slug === BY_LETTER ? 'extended' : '8x5x4',
  });
  const registered = await registerByStaff(desk.context, {
    deskId: desk.desk(slug),
    personId: lead.personId,
    channel: 'phone',
    requesterEmail: email,
    requesterName: 'Ольга',
    requesterPhone: '+7 900 000-00-00',
    companyId,
    subject: 'Не печатает',
    text: 'Не печатает',
    type: null,
    priority: null,
    fields: {},
    attachments: [],
    idempotency: { key: desk.context.newId(), requestHash: 'x' },
  });
  if (!registered.ok) throw new Error(registered.code);
  await desk.deliver();
  return registered.value.number;
};

const lettersTo = (email: string) =>
  Promise.all(desk.sink.letters.filter((l) => l.to.includes(email)).map(openLetter));

const told = (slug: DeskSlug, number: number): Promise<readonly Record<string, unknown>[]> =>
  desk.rows(
    `select n.kind from notification n join ticket t on t.desk_id = n.desk_id and t.ticket_id = n.ticket_id
     where t.desk_id = $1 and t.number = $2`,
    [desk.desk(slug), number],
  );

describe('a regulation by which the number always goes by letter', () => {
  it('writes to whoever called, too', async () => {
    const number = await call(BY_LETTER, 'caller@customer.example');
    const [letter, ...more] = await lettersTo('caller@customer.example');
    expect(letter?.subject).toContain(String(number));
    expect(more).toEqual([]);
    expect(await desk.journal(BY_LETTER, number)).not.toContain('NumberLeftToTell');
    expect(await desk.journal(BY_LETTER, number)).toContain('NoticeAccepted');
  });

  it('and to whoever wrote, as before', async () => {
    const state = await desk.receive(
      BY_LETTER,
      letterFrom({ from: 'writer@customer.example', to: addressOf(BY_LETTER) }),
    );
    const [letter] = await lettersTo('writer@customer.example');
    expect(letter?.subject).toContain(String(state.number));
  });

  it('has the number told by phone where there is no address: on the history and to people, once', async () => {
    const before = desk.sink.letters.length;
    const number = await call(BY_LETTER, null);
    expect(desk.sink.letters).toHaveLength(before);
    expect(await desk.journal(BY_LETTER, number)).toContain('NumberLeftToTell');
    expect(await told(BY_LETTER, number)).toEqual([{ kind: 'number-to-tell' }]);
    await staffHand(
      desk,
      BY_LETTER,
      lead,
    )(number, {
      command: 'record-call',
      text: 'Номер назван',
      who: 'Ольга',
      reached: true,
      toldNumber: true,
    });
    // Told on the phone, it is told: the clock that waits for it ends.
    const { ticket } = await desk.ticket(BY_LETTER, number);
    expect(ticket.clocks.find(({ id }) => id === 'reaction')?.status).toBe('stopped');
    expect(await told(BY_LETTER, number)).toHaveLength(1);
    expect(desk.errors).toEqual([]);
  });
});

describe('a regulation by which the number goes by the channel of the request', () => {
  it('leaves nothing to tell: whoever called has heard it', async () => {
    const number = await call(BY_CHANNEL, null);
    expect(await desk.journal(BY_CHANNEL, number)).not.toContain('NumberLeftToTell');
    expect(await told(BY_CHANNEL, number)).toEqual([]);
  });

  it('writes to a caller whose address is known, as it always did', async () => {
    const number = await call(BY_CHANNEL, 'known@customer.example');
    const [letter] = await lettersTo('known@customer.example');
    expect(letter?.subject).toContain(String(number));
  });
});
