import { setTimeout as sleep } from 'node:timers/promises';

/** What a person saw of alarms while everything was being killed: per ticket, the ids of what they were told. */
export interface SeenAlarms {
  readonly byTicket: Map<number, Set<string>>;
}

export interface AlarmWatch {
  readonly seen: SeenAlarms;
  /** Until a ticket's alarm was seen that had not been at this call, or nothing new comes within `patienceMs`. */
  readonly nextSeen: (patienceMs: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Told {
  readonly notificationId: string;
  readonly kind: string;
  readonly ticketNumber: number;
}

const LOOK_MS = 100;
const REQUEST_MS = 2000;

/** Looks at a person's notifications all the time, as their screen does, and remembers what it has seen. */
export const watchAlarms = (options: {
  readonly url: string;
  readonly cookie: string;
  readonly desk: string;
}): AlarmWatch => {
  const byTicket = new Map<number, Set<string>>();
  let stopped = false;
  const look = async (): Promise<void> => {
    const response = await fetch(`${options.url}/api/desks/${options.desk}/notifications`, {
      headers: { cookie: options.cookie },
      signal: AbortSignal.timeout(REQUEST_MS),
    });
    if (!response.ok) return void (await response.arrayBuffer());
    const { notifications } = (await response.json()) as { readonly notifications: readonly Told[] };
    for (const { kind, ticketNumber, notificationId } of notifications) {
      if (kind !== 'clock-breach') continue;
      const ids = byTicket.get(ticketNumber) ?? new Set<string>();
      byTicket.set(ticketNumber, ids.add(notificationId));
    }
  };
  const watching = (async () => {
    while (!stopped) {
      // A server that is just being killed answers nobody: that is what this is about.
      await look().catch(() => undefined);
      await sleep(LOOK_MS);
    }
  })();
  return {
    seen: { byTicket },
    nextSeen: async (patienceMs) => {
      const until = performance.now() + patienceMs;
      const before = byTicket.size;
      while (byTicket.size === before && performance.now() < until) await sleep(5);
    },
    stop: () => {
      stopped = true;
      return watching;
    },
  };
};
