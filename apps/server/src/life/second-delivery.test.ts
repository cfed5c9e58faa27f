import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchDeskMailbox } from '../jobs/watch-mailboxes.ts';
import { type Dovecot, type DovecotAccount, startDovecot } from '../testing/dovecot.ts';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { eventually } from '../testing/start-test-server.ts';
import { addressOf, openStillDesk, type StillDesk } from '../testing/still-desk.ts';

let dovecot: Dovecot | undefined;
let desk: StillDesk | undefined;
let account: DovecotAccount;

beforeAll(async () => {
  dovecot = await startDovecot();
  desk = await openStillDesk('2025-02-07 10:00');
  account = await dovecot.user('centaur');
});
afterAll(async () => {
  await Promise.all([desk?.stop(), dovecot?.stop()]);
});

const house = (): { readonly desk: StillDesk; readonly dovecot: Dovecot } => {
  if (desk === undefined || dovecot === undefined) throw new Error('nothing was started');
  return { desk, dovecot };
};

const counts = async () => {
  const [row] = await house().desk.rows<{
    letters: number;
    tickets: number;
    messages: number;
    attachments: number;
    outbox: number;
  }>(
    `select (select count(*)::int from letter where direction = 'in') as letters, (select count(*)::int from ticket) as tickets, (select count(*)::int from message) as messages,
       (select count(*)::int from attachment) as attachments, (select count(*)::int from outbox) as outbox`,
  );
  return row;
};
const deliveries = async (sha256: string): Promise<number> => {
  const [row] = await house().desk.rows<{ deliveries: number }>(
    'select deliveries from letter where sha256 = $1',
    [sha256],
  );
  return row?.deliveries ?? 0;
};

describe('A4: the same letter again', () => {
  it('A4: same place, another place, another header of the way: no new row but a counter', async () => {
    const { desk } = house();
    const raw = letterFrom({
      from: 'a4@else.example',
      to: addressOf('centaur'),
      files: [{ name: 'a.bin', type: 'application/octet-stream', content: Buffer.from([0, 255, 13, 10]) }],
    });
    const place = { mailbox: 'imap://a', uidValidity: '1', uid: 7 };
    const letterId = await desk.hand('centaur', raw, { delivery: place });
    await desk.read();
    const before = await counts();
    expect(await desk.hand('centaur', raw, { delivery: place })).toBe(letterId);
    expect((await desk.letter('centaur', letterId)).deliveries).toBe(1);
    for (const delivery of [
      { ...place, uid: 8 },
      { ...place, uidValidity: '2' },
      { ...place, mailbox: 'imap://a/Archive' },
    ]) {
      const travelled = Buffer.concat([
        Buffer.from(
          'Received: from mx.else.example by mx.ours.example; Fri, 07 Feb 2025 10:00:00 +0300\r\nDelivered-To: x@centaur.example\r\n',
        ),
        raw,
      ]);
      expect(await desk.hand('centaur', travelled, { delivery })).toBe(letterId);
      await desk.read();
    }
    expect(await desk.letter('centaur', letterId)).toMatchObject({ deliveries: 4, outcome: 'ticket', raw });
    expect(await counts()).toEqual(before);
  });

  it('A4: the same letter to two desks is a letter of each', async () => {
    const { desk } = house();
    const raw = letterFrom({
      from: 'both@else.example',
      to: `${addressOf('centaur')}, ${addressOf('optima')}`,
    });
    const states = [await desk.receive('centaur', raw), await desk.receive('optima', raw)];
    expect(states.map((s) => s.outcome)).toEqual(['ticket', 'ticket']);
    expect(states[0]?.letterId).not.toBe(states[1]?.letterId);
  });

  it('the same Message-ID over other words is another letter, marked', async () => {
    const { desk } = house();
    const messageId = 'twice@else.example';
    const first = await desk.receive(
      'centaur',
      letterFrom({ from: 'twice@else.example', to: addressOf('centaur'), messageId, text: 'Одно' }),
    );
    const second = await desk.receive(
      'centaur',
      letterFrom({ from: 'twice@else.example', to: addressOf('centaur'), messageId, text: 'Другое' }),
    );
    expect(first).toMatchObject({ outcome: 'ticket', note: null });
    expect(second).toMatchObject({ outcome: 'ticket', note: 'same-message-id' });
    expect(second.number).not.toBe(first.number);
  });

  it('A1, A4: a real mailbox: delivered twice, and all over again after UIDVALIDITY changed', async () => {
    const { desk, dovecot } = house();
    const raw = letterFrom({ from: 'imap@else.example', to: addressOf('centaur') });
    const watch = watchDeskMailbox(
      desk.context,
      {
        deskId: desk.desk('centaur'),
        account: {
          host: dovecot.host,
          port: dovecot.port,
          secure: false,
          user: account.user,
          password: account.password,
          mailbox: 'INBOX',
        },
      },
      () => undefined,
    );
    try {
      await dovecot.deliver(account.user, raw);
      const sha256 = await eventually(
        async () =>
          (await desk.rows<{ sha256: string }>(`select sha256 from letter where raw = $1`, [raw]))[0]?.sha256,
      );
      await desk.read();
      const before = await counts();
      await dovecot.deliver(account.user, raw);
      await eventually(async () => (await deliveries(sha256)) === 2);
      await dovecot.changeUidValidity(account.user);
      await eventually(async () => (await deliveries(sha256)) === 4, 20_000);
      await desk.read();
      expect(await counts()).toEqual(before);
      expect(desk.errors).toEqual([]);
    } finally {
      await watch.stop();
    }
  });
});
