import type { FastifyRequest } from 'fastify';
import { networkOf } from '../identity/network-of.ts';

export interface UploadRoom {
  /** Resolves with how to leave, or with null when no place became free in time. */
  readonly enter: (address: string) => Promise<(() => void) | null>;
}

interface Waiting {
  readonly network: string;
  readonly take: () => void;
}

/**
 * Places for large uploads, which stand in memory whole: a few at a time, fewer of one network, so that nobody fills them all;
 * the others wait in the order in which they came.
 */
export const createUploadRoom = (limits: {
  readonly places: number;
  readonly ofANetwork: number;
  readonly waitMs: number;
}): UploadRoom => {
  const taken = new Map<string, number>();
  const queue: Waiting[] = [];
  let used = 0;

  const isFree = (network: string): boolean =>
    used < limits.places && (taken.get(network) ?? 0) < limits.ofANetwork;
  const occupy = (network: string): (() => void) => {
    used += 1;
    taken.set(network, (taken.get(network) ?? 0) + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      used -= 1;
      const others = (taken.get(network) ?? 1) - 1;
      if (others === 0) taken.delete(network);
      else taken.set(network, others);
      const next = queue.find((one) => isFree(one.network));
      next?.take();
    };
  };

  return {
    enter: (address) => {
      const network = networkOf(address);
      if (isFree(network)) return Promise.resolve(occupy(network));
      return new Promise((resolve) => {
        const leaveQueue = (): void => {
          clearTimeout(timer);
          queue.splice(queue.indexOf(waiting), 1);
        };
        const waiting: Waiting = {
          network,
          take: () => {
            leaveQueue();
            resolve(occupy(network));
          },
        };
        const timer = setTimeout(() => {
          leaveQueue();
          resolve(null);
        }, limits.waitMs);
        queue.push(waiting);
      });
    },
  };
};

const SMALL = 1024 * 1024;
/** Of this process. */
const room = createUploadRoom({ places: 4, ofANetwork: 2, waitMs: 30_000 });

/** Does the work of a request with files when there is room for it; null: there was none in time. */
export const withRoom = async <T>(request: FastifyRequest, work: () => Promise<T>): Promise<T | null> => {
  // A small one costs nothing worth waiting for; one that does not say its size may be any.
  if (Number(request.headers['content-length'] ?? Infinity) <= SMALL) return work();
  const leave = await room.enter(request.ip);
  return leave === null ? null : work().finally(leave);
};
