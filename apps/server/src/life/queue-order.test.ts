import type { PersonId, QueueOrder } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setQueueOrder } from '../store/queue-order.ts';
import { type QueueKey, queuePage, type QueueRow } from '../store/queries/queue.ts';
import { amendRegulation } from '../testing/amend-regulation.ts';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';
import { followQueueOrder } from '../use-cases/follow-queue-order.ts';

let desk: StillDesk;
let personId: PersonId;
const numbers = new Map<string, number>();

/** Name, who asks (`known`: a company with a contract), priority, when. */
const requests = [
  ['stranger 1', 'stranger', '1', '2025-02-07 10:00'],
  ['known 2 early', 'known', '2', '2025-02-07 10:10'],
  ['known 1', 'known', '1', '2025-02-07 10:20'],
  ['known 2 late', 'known', '2', '2025-02-07 10:30'],
  ['stranger, none', 'stranger', null, '2025-02-07 09:50'],
] as const;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-07 09:00');
  await addCustomer(desk.opened, 'optima', {
    company: 'ООО «Окна»',
    email: 'known@okna.example',
    name: 'Ольга',
    packageId: '8x5x4',
  });
  const engineer = await addStaff(desk.opened, 'optima', 'engineer', 'engineer@optima.example');
  personId = engineer.personId;
  const staff = staffHand(desk, 'optima', engineer);
  for (const [name, who, priority, at] of requests) {
    desk.at(at);
    const from = who === 'known' ? 'known@okna.example' : `${name.replaceAll(/[ ,]/gu, '-')}@else.example`;
    const letter = await desk.receive('optima', letterFrom({ from, to: addressOf('optima'), subject: name }));
    numbers.set(name, letter.number as number);
    if (priority !== null)
      await staff(letter.number as number, { command: 'classify', type: 'incident', priority });
  }
});
afterAll(() => desk?.stop());

const page = (after: QueueKey | null, limit: number): Promise<readonly QueueRow[]> =>
  desk.context.db.inDesk(desk.desk('optima'), (q) =>
    queuePage(q, { deskId: desk.desk('optima'), personId, view: 'open', line: null, after, limit }),
  );
/** Read in pages of two: none is shown twice, none is left out. */
const queue = async (): Promise<readonly string[]> => {
  const all: QueueRow[] = [];
  let after: QueueKey | null = null;
  for (;;) {
    const rows: readonly QueueRow[] = await page(after, 2);
    all.push(...rows);
    const last = rows.at(-1);
    if (rows.length < 2 || last === undefined) return all.map(({ subject }) => subject);
    after = { place: last.queueKey, at: last.dueAt, ticketId: last.ticketId };
  }
};
const inOrder = async (...order: readonly QueueOrder[]): Promise<readonly string[]> => {
  const deskId = desk.desk('optima');
  await desk.context.db.inDesk(deskId, (q) => setQueueOrder(q, deskId, order));
  return queue();
};

describe('the queue', () => {
  it('OW-5: stands by the regulation in force: priority, then who has a contract, then the deadline', async () => {
    expect(await queue()).toEqual([
      'known 1',
      'stranger 1',
      'known 2 early',
      'known 2 late',
      'stranger, none',
    ]);
  });

  it('OW-AHEAD: those with a contract first of all', async () => {
    expect(await inOrder('entitled-first', 'priority', 'deadline')).toEqual([
      'known 1',
      'known 2 early',
      'known 2 late',
      'stranger 1',
      'stranger, none',
    ]);
  });

  it('the nearest deadline first; what has none comes last, by receipt', async () => {
    expect(await inOrder('deadline', 'received')).toEqual([
      'known 1',
      'known 2 early',
      'known 2 late',
      'stranger, none',
      'stranger 1',
    ]);
  });

  it('who came first', async () => {
    expect(await inOrder('received')).toEqual([
      'stranger, none',
      'stranger 1',
      'known 2 early',
      'known 1',
      'known 2 late',
    ]);
  });

  it('as it was before it could be said: priority, then the deadline', async () => {
    const [first, second] = await inOrder('priority', 'deadline');
    expect([first, second]).toEqual(['known 1', 'stranger 1']);
  });

  it('a ticket written later stands in the same order, and moves when its priority does', async () => {
    await inOrder('priority', 'entitled-first', 'deadline', 'received');
    const staff = staffHand(desk, 'optima', { personId, email: '', password: '' });
    await staff(numbers.get('known 2 late') as number, {
      command: 'classify',
      type: 'incident',
      priority: '1',
    });
    expect((await queue()).slice(0, 3)).toEqual(['known 1', 'known 2 late', 'stranger 1']);
  });
});

it('another version in force brings its order, without a restart', async () => {
  desk.at('2025-02-10 09:00');
  await amendRegulation(desk.context, 'flat', () => ({
    queue: { order: ['received'], clause: 'FL-GOAL' },
  }));
  const orderOf = async () =>
    (
      await desk.rows<{ queue_order: string }>('select queue_order from desk where desk_id = $1', [
        desk.desk('flat'),
      ])
    )[0]?.queue_order;
  const before = await orderOf();
  await expect
    .poll(
      async () => {
        await followQueueOrder(desk.context, [desk.desk('flat')]);
        return orderOf();
      },
      { timeout: 15_000, interval: 500 },
    )
    .toBe('received');
  expect(before).not.toBe('received');
});
