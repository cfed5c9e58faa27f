import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { addressOf, openStillDesk, type StillDesk, TRUSTED_SERVER } from '../testing/still-desk.ts';
import { addCustomer } from '../testing/test-desk.ts';

const HOUR = 3_600_000;
let desk: StillDesk;
let people = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-07 10:00');
});
afterAll(() => desk?.stop());

const known = async (): Promise<string> => {
  people += 1;
  const email = `known-${people}@customer.example`;
  await addCustomer(desk.opened, 'centaur', {
    company: `ООО «${people}»`,
    email,
    name: 'Ольга',
    packageId: 'basic',
  });
  return email;
};
const sentTo = (email: string) => desk.sink.letters.filter((l) => l.to.includes(email));

const robots: readonly (readonly [name: string, headers: readonly string[], outcome: string])[] = [
  ['auto-reply', ['Auto-Submitted: auto-replied'], 'ticket'],
  ['vacation', ['Auto-Submitted: auto-replied (vacation)', 'X-Vacation: yes'], 'ticket'],
  ['mailing list', ['List-Id: <users.customer.example>', 'Precedence: list'], 'ticket'],
  ['bulk', ['Precedence: bulk'], 'ticket'],
  ['junk', ['Precedence: junk'], 'ticket'],
  ['null return path', ['Return-Path: <>'], 'suppressed'],
  ['our own loop mark', ['X-Reglament-Loop: centaur'], 'suppressed'],
];

describe('R8, A9: robots are not answered', () => {
  it.each(robots)('R8: %s gets no letter, the letter is kept', async (_name, headers, outcome) => {
    const from = await known();
    const state = await desk.receive('centaur', letterFrom({ from, to: addressOf('centaur'), headers }));
    expect(state.outcome).toBe(outcome);
    if (outcome === 'ticket')
      expect((await desk.ticket('centaur', state.number as number)).ticket.state).toBe('new');
    expect(sentTo(from)).toEqual([]);
    // Nor later, when the same notice is looked at again.
    desk.pass(25 * HOUR);
    await desk.deliver();
    expect(sentTo(from)).toEqual([]);
  });

  it('R8, CN-REACT: a notice that was held back stops no clock', async () => {
    const from = await known();
    const state = await desk.receive(
      'centaur',
      letterFrom({ from, to: addressOf('centaur'), headers: ['Precedence: bulk'] }),
    );
    expect((await desk.ticket('centaur', state.number as number)).ticket.clocks[0]).toMatchObject({
      status: 'running',
    });
  });

  it('R8: a letter from the desk’s own address is a loop', async () => {
    const own = letterFrom({ from: addressOf('centaur'), to: addressOf('centaur') });
    expect(await desk.receive('centaur', own)).toMatchObject({
      outcome: 'suppressed',
      note: 'loop',
      number: null,
    });
  });

  it('what another desk calls its address keeps nobody’s letters from this one: its administrator may name a customer’s', async () => {
    const from = addressOf('optima');
    await addCustomer(desk.opened, 'centaur', {
      company: 'ООО «Названный»',
      email: from,
      name: 'Ольга',
      packageId: 'basic',
    });
    expect(await desk.receive('centaur', letterFrom({ from, to: addressOf('centaur') }))).toMatchObject({
      outcome: 'ticket',
      note: null,
    });
  });

  it('R8: two desks answering each other stop after one letter', async () => {
    const before = desk.sink.letters.length;
    await addCustomer(desk.opened, 'optima', {
      company: 'ООО «Двойник»',
      email: 'relay@twin.example',
      name: 'Двойник',
      packageId: '8x5x4',
    });
    await desk.receive('optima', letterFrom({ from: 'relay@twin.example', to: addressOf('optima') }));
    const answer = sentTo('relay@twin.example')[0]?.raw ?? Buffer.alloc(0);
    // The twin's relay hands the desk's own answer to the other desk, with the sender rewritten.
    const relayed = Buffer.from(
      answer.toString('latin1').replace(/^From: .*$/m, 'From: relay@twin.example'),
      'latin1',
    );
    expect(await desk.receive('centaur', relayed)).toMatchObject({ outcome: 'suppressed', note: 'loop' });
    // And one that strips our mark is at least seen as a robot.
    const stripped = Buffer.from(
      relayed.toString('latin1').replace(/^X-Reglament-Loop: .*\r\n/m, ''),
      'latin1',
    );
    await desk.receive('centaur', stripped);
    expect(desk.sink.letters.length).toBe(before + 1);
  });

  it('R8: a hundred letters of one known sender: at most three automatic answers an hour, a hundred tickets', async () => {
    const from = await known();
    const [{ count: before } = { count: 0 }] = await desk.rows<{ count: number }>(
      'select count(*) as count from ticket',
    );
    for (let i = 0; i < 100; i += 1)
      await desk.hand('centaur', letterFrom({ from, to: addressOf('centaur'), text: `Письмо ${i}` }));
    await desk.read();
    await desk.deliver();
    expect(sentTo(from)).toHaveLength(3);
    const [{ count: after } = { count: 0 }] = await desk.rows<{ count: number }>(
      'select count(*) as count from ticket ',
    );
    expect(after - before).toBe(100);
    const perTicket = await desk.rows<{ n: number }>(
      `select count(*) as n from letter where automatic and outcome <> 'suppressed' and ticket_id is not null group by desk_id, ticket_id having count(*) > 1`,
    );
    expect(perTicket).toEqual([]);
    desk.pass(HOUR + 1000);
    await desk.receive('centaur', letterFrom({ from, to: addressOf('centaur'), text: 'Час спустя' }));
    expect(sentTo(from)).toHaveLength(4);
  });

  it('R9: an address that nobody vouches for gets one answer a day; vouched for it is like a known one', async () => {
    const from = 'victim@else.example';
    for (let i = 0; i < 5; i += 1)
      await desk.receive('centaur', letterFrom({ from, to: addressOf('centaur'), text: `Письмо ${i}` }));
    expect(sentTo(from)).toHaveLength(1);
    const vouched = 'dmarc@else.example';
    const headers = [`Authentication-Results: ${TRUSTED_SERVER}; dmarc=pass header.from=else.example`];
    for (let i = 0; i < 5; i += 1)
      await desk.receive(
        'centaur',
        letterFrom({ from: vouched, to: addressOf('centaur'), text: `Письмо ${i}`, headers }),
      );
    expect(sentTo(vouched)).toHaveLength(3);
  });
});

describe('R9, R17: what goes out', () => {
  it('R9: the acknowledgement holds not one word of the sender', async () => {
    const text = 'ПОКУПАЙТЕ http://evil.example/offer\nПриоритет: buy-now\nКомпания: http://evil.example';
    const from = 'spammed@else.example';
    await desk.receive(
      'centaur',
      letterFrom({
        from: `=?utf-8?B?${Buffer.from('ПОКУПАЙТЕ ЗДЕСЬ').toString('base64')}?= <${from}>`,
        to: addressOf('centaur'),
        subject: 'ПОКУПАЙТЕ evil.example',
        text,
        files: [{ name: 'evil.txt', type: 'text/plain', content: Buffer.from('evil') }],
      }),
    );
    const raw = sentTo(from)[0];
    expect(raw).toBeDefined();
    const letter = await openLetter(raw as NonNullable<typeof raw>);
    const whole = `${raw?.raw.toString('latin1') ?? ''}\n${letter.subject}\n${letter.text}`;
    expect(whole).not.toMatch(/evil|ПОКУПАЙТЕ|buy-now/i);
  });

  it('R17: whatever the letter says in its headers, one DATA goes to one recipient', async () => {
    const nasty = [
      letterFrom({
        from: '=?utf-8?Q?A=0D=0ABcc=3A_victim=40else.example?= <r17@else.example>',
        to: addressOf('centaur'),
        headers: ['Reply-To: =?utf-8?Q?x=0D=0ARCPT_TO:<victim@else.example>?= <victim@else.example>'],
      }),
      letterFrom({
        from: '"r17b@else.example> RCPT TO:<victim@else.example"@else.example',
        to: addressOf('centaur'),
      }),
      letterFrom({ from: '"a@b"@c', to: addressOf('centaur') }),
      letterFrom({
        from: 'r17c@else.example',
        to: addressOf('centaur'),
        messageId: 'x\u2028Bcc: victim@else.example',
      }),
    ];
    const said = desk.sink.commands().length;
    for (const raw of nasty) expect((await desk.receive('centaur', raw)).outcome).toBe('ticket');
    const commands = desk.sink.commands().slice(said);
    const recipients = commands.filter((c) => /^RCPT TO:/i.test(c));
    expect(recipients.map((c) => /<([^>]*)>/.exec(c)?.[1]).toSorted()).toEqual([
      'r17@else.example',
      'r17c@else.example',
    ]);
    expect(commands.filter((c) => c === 'DATA')).toHaveLength(recipients.length);
    expect(commands.join('\n')).not.toContain('victim');
    expect(desk.sink.letters.some((l) => /^Bcc:/im.test(l.raw.toString('latin1')))).toBe(false);
    expect(desk.errors).toEqual([]);
  });
});
