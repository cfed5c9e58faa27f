import type { BulkAction } from '@reglament/contract';
import { describe, expect, it } from 'vitest';
import { type BulkPart, bulkRunner, type Changed } from './bulk-runner.ts';

const numbers = Array.from({ length: 250 }, (_, n) => n + 1);
const give: BulkAction = { kind: 'assign', personId: 'anna' };

/** A desk whose tickets have somebody already: of every tenth nothing may be changed. */
const desk = () => {
  const assignee = new Map<number, string | null>(numbers.map((n) => [n, n % 2 === 0 ? 'boris' : null]));
  const tags = new Map<number, ReadonlySet<string>>();
  const asked: BulkPart[] = [];
  const answers = new Map<string, Changed>();
  const tag = (number: number, { add, remove }: Extract<BulkAction, { kind: 'tag' }>) => {
    const had = tags.get(number) ?? new Set();
    tags.set(number, new Set([...had, ...add].filter((one) => !remove.includes(one))));
    return { added: add.filter((one) => !had.has(one)), removed: remove.filter((one) => had.has(one)) };
  };
  const answer = (part: BulkPart): Changed => {
    const done: Changed['done'] = [];
    const refused: Changed['refused'] = [];
    for (const number of part.numbers) {
      if (number % 10 === 0) refused.push({ number, says: 'закрыта', clause: null });
      else {
        const changed = part.action.kind === 'tag' ? { tags: tag(number, part.action) } : {};
        done.push({ number, assigneeBefore: assignee.get(number) ?? null, ...changed });
        if (part.action.kind === 'assign') assignee.set(number, part.action.personId);
      }
    }
    return { done, refused };
  };
  let lost = 0;
  let key = 0;
  return {
    assignee,
    tags,
    asked,
    /** The next answers do not arrive, what they tell of is done. */
    lose: (count: number) => (lost = count),
    newKey: () => `key-${(key += 1)}`,
    send: async (part: BulkPart): Promise<Changed> => {
      asked.push(part);
      const known = answers.get(part.key) ?? answer(part);
      answers.set(part.key, known);
      await Promise.resolve();
      if (lost > 0) {
        lost -= 1;
        throw new TypeError('network');
      }
      return known;
    },
  };
};

describe('many tickets', () => {
  it('are changed a hundred at a time, each once, and what is refused is told', async () => {
    const server = desk();
    const runner = bulkRunner(give, numbers, server);
    await runner.goOn();
    expect(server.asked.map((part) => part.numbers.length)).toEqual([100, 100, 50]);
    expect(server.asked.flatMap((part) => part.numbers)).toEqual(numbers);
    expect(new Set(server.asked.map(({ key }) => key)).size).toBe(3);
    const { status, done, refused, total } = runner.read();
    expect([status, done.length, refused.length, total]).toEqual(['finished', 225, 25, 250]);
  });

  it('are all put back to whom they were with, in parts, and what was refused stays out of it', async () => {
    const server = desk();
    const before = new Map(server.assignee);
    const runner = bulkRunner(give, numbers, server);
    await runner.goOn();
    expect(server.assignee).not.toEqual(before);
    await runner.undo();
    expect(server.assignee).toEqual(before);
    expect(runner.read()).toMatchObject({ phase: 'undoing', status: 'finished', total: 225, refused: [] });
    expect(server.asked.every((part) => part.numbers.length <= 100)).toBe(true);
    expect(runner.canUndo()).toBe(false);
  });

  it('stop after the part that is under way, and go on from there', async () => {
    const server = desk();
    const runner = bulkRunner(give, numbers, server);
    const running = runner.goOn();
    runner.stop();
    expect(runner.read().status).toBe('stopping');
    await running;
    expect(runner.read()).toMatchObject({ status: 'stopped', done: { length: 90 } });
    expect(server.asked).toHaveLength(1);
    await runner.goOn();
    expect(server.asked.flatMap((part) => part.numbers)).toEqual(numbers);
  });

  it('that were stopped are put back as far as they came', async () => {
    const server = desk();
    const before = new Map(server.assignee);
    const runner = bulkRunner(give, numbers, server);
    const running = runner.goOn();
    runner.stop();
    await running;
    await runner.undo();
    expect(server.assignee).toEqual(before);
    expect(server.asked.flatMap((part) => part.numbers)).not.toContain(101);
  });

  it('whose answer is lost are asked for again by the same key, and undone rightly', async () => {
    const server = desk();
    const before = new Map(server.assignee);
    const runner = bulkRunner(give, numbers, server);
    server.lose(1);
    await runner.goOn();
    expect(runner.read()).toMatchObject({ status: 'failed', done: [] });
    await runner.goOn();
    expect(server.asked.map(({ key }) => key)).toEqual(['key-1', 'key-1', 'key-2', 'key-3']);
    await runner.undo();
    expect(server.assignee).toEqual(before);
  });

  it('are not sent twice by whoever says so twice', async () => {
    const server = desk();
    const runner = bulkRunner(give, numbers, server);
    const running = runner.goOn();
    runner.stop();
    await Promise.all([running, runner.goOn()]);
    expect(server.asked.flatMap((part) => part.numbers)).toEqual(numbers);
  });

  it('that were taken into work stay taken', async () => {
    const taking = bulkRunner({ kind: 'take' }, numbers, desk());
    await taking.goOn();
    expect(taking.canUndo()).toBe(false);
  });

  it('lose a tag again, but for those that had it before; what was taken off is put back', async () => {
    const server = desk();
    server.tags.set(2, new Set(['t', 'old']));
    server.tags.set(3, new Set(['old']));
    const had = new Map(server.tags).set(1, new Set());
    const tagging = bulkRunner({ kind: 'tag', add: ['t'], remove: ['old'] }, [1, 2, 3], server);
    await tagging.goOn();
    expect([...server.tags.values()].every((tags) => tags.has('t') && !tags.has('old'))).toBe(true);
    await tagging.undo();
    expect(server.tags).toEqual(had);
    expect(tagging.canUndo()).toBe(false);
  });

  it('that had the tag already leave nothing to undo', async () => {
    const server = desk();
    server.tags.set(1, new Set(['t']));
    const tagging = bulkRunner({ kind: 'tag', add: ['t'], remove: [] }, [1], server);
    await tagging.goOn();
    expect(tagging.canUndo()).toBe(false);
  });
});
