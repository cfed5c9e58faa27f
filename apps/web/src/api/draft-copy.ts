import type { KeptDraft } from '@reglament/contract';
import { createDraftKeeper, type DraftPlace, type LocalDraft } from './draft-keeper.ts';

/** After the last key. */
const SAVE_MS = 1_500;
const RETRY_MS = 20_000;

/** One tab of this browser at a time, where browsers can say so. */
const inTurn = (name: string, work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request(name, work) : work();

/**
 * Follows a draft of this browser with a copy at the server, so that it is there on another device. What is typed stays in this
 * browser first: the copy never holds anybody up, and a server that can't be reached is asked again later.
 */
export const createDraftCopy = (place: DraftPlace, local: LocalDraft) => {
  const keeper = createDraftKeeper(place, local);
  let timer: number | undefined;
  let running: Promise<void> | null = null;

  const stopWaiting = (): boolean => {
    const wasWaiting = timer !== undefined;
    window.clearTimeout(timer);
    timer = undefined;
    return wasWaiting;
  };
  const later = (ms: number): void => {
    stopWaiting();
    timer = window.setTimeout(() => void save(), ms);
  };
  const keep = async (isLeaving: boolean): Promise<void> => {
    // What was typed meanwhile waits for a time of its own.
    if ((await keeper.keep(isLeaving)) && timer === undefined) later(RETRY_MS);
  };
  const save = async (): Promise<void> => {
    stopWaiting();
    const turn = (running ?? Promise.resolve()).then(() => inTurn(local.keptAs, () => keep(false)));
    running = turn;
    await turn;
    if (running === turn) running = null;
  };

  return {
    about: keeper.about,
    /** Something was typed here. */
    touch: (): void => {
      keeper.change();
      later(SAVE_MS);
    },
    /** What was written has been sent: the copy goes, too. */
    clear: (): void => {
      keeper.send();
      void save();
    },
    /** The server has been asked. @param askedAt before its answer, in milliseconds of this browser's clock */
    hear: (theirs: KeptDraft | null, askedAt: number): void => {
      if (running === null && keeper.hear(theirs, askedAt)) later(SAVE_MS);
    },
    /** The other device's text goes on; ours is given up. */
    takeOther: (): void => {
      stopWaiting();
      keeper.choose(false);
    },
    /** Ours goes on; the other device's is written over. */
    keepMine: (): void => {
      if (keeper.choose(true)) void save();
    },
    /** The network is back, or the form is left: what waits is kept at once. */
    flush: (): void => {
      if (timer !== undefined) void save();
    },
    /** The page may go away before an answer comes: no turn is waited for. */
    leave: (): void => {
      if (stopWaiting()) void keep(true);
    },
  };
};
