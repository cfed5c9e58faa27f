import type { DeskId } from '@reglament/desk';

/** Something that is open for a desk's account, and can be ended. */
interface Open {
  readonly stop: () => Promise<void>;
}

/** What is open for each desk: one thing at a time, begun anew when the account becomes another. */
export interface Connections<Account, Thing extends Open> {
  /** null: the desk has no such account any more. */
  readonly follow: (deskId: DeskId, account: Account | null) => Promise<void>;
  /** What is open is ended; the next look opens it again. */
  readonly end: (deskId: DeskId) => Promise<void>;
  readonly of: (deskId: DeskId) => Thing | undefined;
  readonly accounts: () => readonly { readonly deskId: DeskId; readonly account: Account }[];
  /** Nothing is opened after this. */
  readonly stop: () => Promise<void>;
}

export const createConnections = <Account, Thing extends Open>(
  start: (deskId: DeskId, account: Account) => Thing,
): Connections<Account, Thing> => {
  const open = new Map<DeskId, { readonly key: string; readonly account: Account; readonly thing: Thing }>();
  let stopped = false;
  const end = async (deskId: DeskId): Promise<void> => {
    const before = open.get(deskId);
    open.delete(deskId);
    await before?.thing.stop();
  };
  return {
    follow: async (deskId, account) => {
      // Account with its password: only ever compared.
      const key = account === null ? null : JSON.stringify(account);
      if ((open.get(deskId)?.key ?? null) === key) return;
      await end(deskId);
      if (account !== null && key !== null && !stopped)
        open.set(deskId, { key, account, thing: start(deskId, account) });
    },
    end,
    of: (deskId) => open.get(deskId)?.thing,
    accounts: () => [...open].map(([deskId, { account }]) => ({ deskId, account })),
    stop: async () => {
      stopped = true;
      await Promise.all([...open.values()].map(({ thing }) => thing.stop()));
    },
  };
};
