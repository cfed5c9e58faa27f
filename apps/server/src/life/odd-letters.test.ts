import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLimitedLetterParser } from '../channels/mail/letter-parser.ts';
import { letterFrom } from '../testing/letters/letter-from.ts';
import {
  BROKEN_LETTERS,
  CHARSET_LETTERS,
  ENCRYPTED_LETTERS,
  type OddLetter,
} from '../testing/letters/odd-letters.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { retryLetter } from '../use-cases/retry-letter.ts';

let desk: StillDesk;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-07 10:00');
});
afterAll(() => desk?.stop());

interface Kept {
  readonly text: string;
  readonly author: string;
  readonly names: readonly string[];
  readonly shas: readonly string[];
}

/** What people read of the newest message of a ticket. */
const messageOf = async (number: number): Promise<Kept> => {
  const [row] = await desk.rows<Kept & Record<string, unknown>>(
    `select m.text, m.author, array(select a.name from attachment a where a.desk_id = m.desk_id and a.message_id = m.message_id order by a.attachment_id) as names,
       array(select a.sha256 from attachment a where a.desk_id = m.desk_id and a.message_id = m.message_id order by a.attachment_id) as shas
     from message m join ticket t on t.desk_id = m.desk_id and t.ticket_id = m.ticket_id where t.desk_id = $1 and t.number = $2 order by m.at desc, m.message_id desc limit 1`,
    [desk.desk('centaur'), number],
  );
  if (row === undefined) throw new Error('no message');
  return row;
};

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
let senders = 0;
/** The fixtures share an address; names and limits on answers are an address's. */
const ofItsOwnSender = (raw: Buffer): Buffer => {
  senders += 1;
  return Buffer.from(raw.toString('latin1').replaceAll(/belova@zavod/gi, `belova${senders}@zavod`), 'latin1');
};
const namesNobody = (odd: OddLetter): boolean => (odd.flags ?? []).some((flag) => flag.startsWith('from-'));

describe('A1, A2, A3: letters that break programs', () => {
  it.each([...BROKEN_LETTERS, ...CHARSET_LETTERS].map((odd) => [odd.name, odd] as const))(
    'A1, A2, A5: %s',
    async (_name, odd) => {
      const sent = desk.sink.letters.length;
      const raw = ofItsOwnSender(odd.raw);
      const letterId = await desk.hand('centaur', raw);
      expect(await desk.letter('centaur', letterId)).toMatchObject({
        outcome: 'waiting',
        sha256: sha(raw),
        raw,
      });
      await desk.read();
      await desk.deliver();
      const state = await desk.letter('centaur', letterId);
      expect(state.outcome).toBe('ticket');
      const { subject, ticket } = await desk.ticket('centaur', state.number as number);
      if (odd.subject !== undefined) expect(subject).toBe(odd.subject);
      const message = await messageOf(state.number as number);
      if (odd.text !== undefined) expect(message.text.trim()).toBe(odd.text.trim());
      if (odd.fromName !== undefined) expect(message.author).toBe(odd.fromName);
      // Counted from receipt, whatever the letter says of its date.
      expect(ticket.receivedAt).toBe(desk.context.now());
      expect(desk.sink.letters.length - sent).toBe(namesNobody(odd) ? 0 : 1);
      expect(desk.errors).toEqual([]);
    },
  );

  it.each(ENCRYPTED_LETTERS.map(([name, raw]) => [name, raw] as const))(
    'A2: %s is a ticket that says so, the sealed part is kept',
    async (name, raw) => {
      const state = await desk.receive('centaur', raw);
      expect(state).toMatchObject({
        outcome: 'ticket',
        note: expect.stringContaining('encrypted') as string,
      });
      const message = await messageOf(state.number as number);
      if (name === 'PGP in the text') expect(message.text).toContain('BEGIN PGP MESSAGE');
      else {
        expect(message.text).toMatch(/зашифровано/);
        expect(message.names.length).toBeGreaterThan(0);
        expect((await desk.ticket('centaur', state.number as number)).ticket.missingFields).toContain(
          'description',
        );
      }
    },
  );

  it('A6: winmail.dat stays as it came', async () => {
    const content = Buffer.from('789f3e223b1201069008000400000000000100010001079006', 'hex');
    const state = await desk.receive(
      'centaur',
      letterFrom({
        from: 'tnef@else.example',
        to: addressOf('centaur'),
        files: [{ name: 'winmail.dat', type: 'application/ms-tnef', content }],
      }),
    );
    expect(await messageOf(state.number as number)).toMatchObject({
      names: ['winmail.dat'],
      shas: [sha(content)],
    });
  });

  it('over 50 MiB: the headers alone make a ticket that says so', async () => {
    const raw = letterFrom({
      from: 'large@else.example',
      to: addressOf('centaur'),
      subject: 'Видео',
      text: '',
    });
    const letterId = await desk.hand('centaur', raw.subarray(0, raw.indexOf('\r\n\r\n') + 4), {
      truncated: true,
    });
    await desk.read();
    const state = await desk.letter('centaur', letterId);
    expect(state).toMatchObject({ outcome: 'ticket', note: 'too-large' });
    expect(await desk.ticket('centaur', state.number as number)).toMatchObject({
      subject: 'Видео',
      ticket: { missingFields: expect.arrayContaining(['description']) as string[] },
    });
    expect((await messageOf(state.number as number)).text).toMatch(/50 МиБ/);
  });
});

describe('A2, A3: what cannot be read at all', () => {
  const bomb = Buffer.from(
    Array.from(
      { length: 80 },
      (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
    ).join(''),
  );

  it('A3: a bomb goes to quarantine with a ticket that asks to read it by hand; retried in vain it makes no second one', async () => {
    await desk.deliver();
    const sent = desk.sink.letters.length;
    const state = await desk.receive('centaur', bomb);
    expect(state).toMatchObject({ outcome: 'quarantined', note: 'too-complex', raw: bomb });
    const { subject, ticket } = await desk.ticket('centaur', state.number as number);
    expect(subject).toContain('не удалось прочитать');
    expect(ticket).toMatchObject({
      state: 'new',
      companyId: null,
      missingFields: expect.arrayContaining(['description']) as string[],
    });
    expect(desk.sink.letters.length).toBe(sent);
    // Nobody but a person asks again.
    desk.pass(3_600_000);
    await desk.read();
    expect(await desk.letter('centaur', state.letterId)).toMatchObject({ outcome: 'quarantined' });
    const tickets = () => desk.rows<{ n: number }>('select count(*)::int as n from ticket');
    const [before] = await tickets();
    expect(await retryLetter(desk.context, desk.desk('centaur'), state.letterId)).toBe(true);
    await desk.read();
    expect(await desk.letter('centaur', state.letterId)).toMatchObject({
      outcome: 'quarantined',
      number: state.number,
    });
    expect((await tickets())[0]).toEqual(before);
    expect(desk.errors).toEqual([]);
  });

  it('A3: killed for time, then read by the button: a ticket of its own that names the first', async () => {
    const impatient = startLimitedLetterParser({ milliseconds: 1, bytes: 256 * 1024 * 1024 });
    const slow = letterFrom({
      from: 'slow@else.example',
      to: addressOf('centaur'),
      subject: 'Долго',
      files: [{ name: 'a.bin', type: 'application/octet-stream', content: Buffer.alloc(8_000_000, 7) }],
    });
    const letterId = await desk.hand('centaur', slow);
    await desk.read(impatient.parse);
    await impatient.stop();
    const first = await desk.letter('centaur', letterId);
    expect(first).toMatchObject({ outcome: 'quarantined', note: 'timeout' });
    expect(await retryLetter(desk.context, desk.desk('centaur'), letterId)).toBe(true);
    await desk.read();
    const second = await desk.letter('centaur', letterId);
    expect(second.outcome).toBe('ticket');
    expect(second.number).not.toBe(first.number);
    expect(await desk.ticket('centaur', second.number as number)).toMatchObject({
      subject: 'Долго',
      ticket: { receivedAt: desk.context.now() },
    });
    expect(await desk.journal('centaur', second.number as number)).toContain('TicketLinked');
    expect(await retryLetter(desk.context, desk.desk('centaur'), letterId)).toBe(false);
  });

  it('a letter from 1970 by the mail server’s clock, or from tomorrow, still counts by ours', async () => {
    desk.at('2025-03-03 10:00');
    const ahead = await desk.hand(
      'centaur',
      letterFrom({ from: 'ahead@else.example', to: addressOf('centaur') }),
      { receivedAt: moscow('2099-01-01 00:00') },
    );
    await desk.read();
    expect(
      (await desk.ticket('centaur', (await desk.letter('centaur', ahead)).number as number)).ticket
        .receivedAt,
    ).toBe(moscow('2025-03-03 10:00'));
  });
});
