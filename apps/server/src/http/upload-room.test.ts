import { describe, expect, it } from 'vitest';
import { createUploadRoom } from './upload-room.ts';

const HERE = '192.0.2.1';
const THERE = '198.51.100.1';

describe('places for large uploads', () => {
  it('one network does not take them all, and whoever waits comes in by turn', async () => {
    const room = createUploadRoom({ places: 3, ofANetwork: 2, waitMs: 5000 });
    const [first, second] = [await room.enter(HERE), await room.enter(HERE)];
    const order: string[] = [];
    const third = room.enter(HERE).then((leave) => {
      order.push('third');
      return leave;
    });
    const other = await room.enter(THERE);
    const fourth = room.enter(HERE).then((leave) => {
      order.push('fourth');
      return leave;
    });
    expect(order).toEqual([]);
    first?.();
    first?.();
    const leaveThird = await third;
    expect(order).toEqual(['third']);
    second?.();
    await fourth;
    expect(order).toEqual(['third', 'fourth']);
    other?.();
    leaveThird?.();
    expect(await room.enter(HERE)).not.toBeNull();
  });

  it('whoever waits too long is told so, and stands in nobody’s way', async () => {
    const room = createUploadRoom({ places: 1, ofANetwork: 1, waitMs: 20 });
    const leave = await room.enter(HERE);
    expect(await room.enter(THERE)).toBeNull();
    leave?.();
    expect(await room.enter(THERE)).not.toBeNull();
  });
});
