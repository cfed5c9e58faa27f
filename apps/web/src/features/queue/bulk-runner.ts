import type { BulkAction, endpoints, ReplyOf } from '@reglament/contract';

export type Changed = ReplyOf<typeof endpoints.bulkTickets>;

/** One request: as many tickets as the server changes at once, and the key by which it is the same request when it is sent again. */
export interface BulkPart {
  readonly key: string;
  readonly action: BulkAction;
  readonly numbers: readonly number[];
}

export const PART_SIZE = 100;

/** What is asked for in requests that the server takes. */
export const partsOf = (
  action: BulkAction,
  numbers: readonly number[],
  newKey: () => string,
): readonly BulkPart[] =>
  Array.from({ length: Math.ceil(numbers.length / PART_SIZE) }, (_, n) => ({
    key: newKey(),
    action,
    numbers: numbers.slice(n * PART_SIZE, (n + 1) * PART_SIZE),
  }));

const NO_TAGS: NonNullable<Changed['done'][number]['tags']> = { added: [], removed: [] };

/** What puts each ticket back where it was; of taking into work nothing does, since clocks have heard of it. */
export const undoOf = (
  action: BulkAction,
  done: Changed['done'],
): readonly (readonly [BulkAction, number[]])[] => {
  if (action.kind === 'take') return [];
  const backOf = ({ assigneeBefore, tags = NO_TAGS }: Changed['done'][number]): BulkAction | null => {
    if (action.kind === 'assign') return { kind: 'assign', personId: assigneeBefore };
    // Only what was changed: a tag that a ticket had before stays on it.
    const { added: remove, removed: add } = tags;
    return add.length + remove.length === 0 ? null : { kind: 'tag', add, remove };
  };
  const alike = new Map<string, [BulkAction, number[]]>();
  for (const one of done) {
    const how = backOf(one);
    if (how === null) continue;
    const same = alike.get(JSON.stringify(how));
    if (same === undefined) alike.set(JSON.stringify(how), [how, [one.number]]);
    else same[1].push(one.number);
  }
  return [...alike.values()];
};

export interface BulkState {
  readonly phase: 'doing' | 'undoing';
  /** `stopping`: what was sent last is still waited for; `failed`: it was not answered, and may be sent again. */
  readonly status: 'running' | 'stopping' | 'stopped' | 'failed' | 'finished';
  /** Tickets of this phase. */
  readonly total: number;
  readonly done: Changed['done'];
  readonly refused: Changed['refused'];
  readonly left: readonly BulkPart[];
}

export interface BulkRunner {
  readonly read: () => BulkState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Sends what is left, part by part; of one that runs nothing, of one that is being stopped no stopping. */
  readonly goOn: () => Promise<void>;
  /** After the part that is under way. */
  readonly stop: () => void;
  /** Puts back what was done. */
  readonly undo: () => Promise<void>;
  readonly canUndo: () => boolean;
}

interface Deps {
  /** Throws when there was no answer. */
  readonly send: (part: BulkPart) => Promise<Changed>;
  readonly newKey: () => string;
}

/** Does one thing to any number of tickets, one request after the other. */
export const bulkRunner = (action: BulkAction, numbers: readonly number[], deps: Deps): BulkRunner => {
  const phaseOf = (phase: BulkState['phase'], left: readonly BulkPart[]): BulkState => ({
    ...{ phase, left, status: 'stopped', done: [], refused: [] },
    total: left.reduce((sum, part) => sum + part.numbers.length, 0),
  });
  let state = phaseOf('doing', partsOf(action, numbers, deps.newKey));
  const listeners = new Set<() => void>();
  const set = (change: Partial<BulkState>): void => {
    state = { ...state, ...change };
    listeners.forEach((tell) => tell());
  };

  const sendNext = async (part: BulkPart): Promise<void> => {
    const changed = await deps.send(part).catch(() => null);
    if (changed === null) return set({ status: 'failed' });
    const left = state.left.slice(1);
    const ended = left.length === 0 ? 'finished' : state.status === 'stopping' ? 'stopped' : 'running';
    set({
      left,
      done: [...state.done, ...changed.done],
      refused: [...state.refused, ...changed.refused],
      status: ended,
    });
  };
  const goOn = async (): Promise<void> => {
    const isUnderWay = state.status === 'running' || state.status === 'stopping';
    if (state.left.length === 0) return;
    set({ status: 'running' });
    if (isUnderWay) return;
    for (let part = state.left[0]; part !== undefined; part = state.left[0]) {
      await sendNext(part);
      if (read().status !== 'running') return;
    }
  };
  const read = (): BulkState => state;
  const undone = () => (state.phase === 'doing' ? undoOf(action, state.done) : []);

  return {
    read,
    goOn,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => {
      if (state.status === 'running') set({ status: 'stopping' });
    },
    undo: () => {
      const back = undone().flatMap(([how, which]) => partsOf(how, which, deps.newKey));
      if (back.length > 0) set(phaseOf('undoing', back));
      return goOn();
    },
    canUndo: () => undone().length > 0,
  };
};
