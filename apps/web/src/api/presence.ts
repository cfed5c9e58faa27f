import { call, endpoints } from '@reglament/contract';
import { useEffect, useSyncExternalStore } from 'react';

/** Said again after this, so that others know that one is still there. */
const BEAT_MS = 10_000;
/** Whoever was not heard of for this long has left. */
const GONE_MS = 25_000;
/** Somebody writes as long as their last key was pressed within this. */
const TYPING_MS = 12_000;

export interface Present {
  readonly personId: string;
  readonly doing: 'looking' | 'typing';
}

interface Heard extends Present {
  /** Of `performance.now`. */
  readonly at: number;
}

/** How often it is looked who has left without a word. */
const LOOK_MS = 3_000;

const nobody: readonly Present[] = [];
/** Goes out even when the page is being left. */
const lastingFetch: typeof fetch = (address, init) => window.fetch(address, { ...init, keepalive: true });
const heard = new Map<string, Map<string, Heard>>();
let shown = new Map<string, readonly Present[]>();
const watchers = new Set<() => void>();
/** Called when somebody comes whom one did not know: they do not know of us either. */
const newcomers = new Set<(ticket: string) => void>();
let typedAt = Number.NEGATIVE_INFINITY;
const typists = new Set<() => void>();

const keyOf = (desk: string, number: number): string => `${desk} ${number}`;

/** The list anew, only where it says something else than before. */
const show = (ticket: string): void => {
  const now = performance.now();
  const list = [...(heard.get(ticket)?.values() ?? [])]
    .filter(({ at }) => now - at < GONE_MS)
    .map(({ personId, doing }): Present => ({ personId, doing }));
  if (JSON.stringify(list) === JSON.stringify(shown.get(ticket) ?? nobody)) return;
  shown = new Map(shown).set(ticket, list);
  for (const watcher of watchers) watcher();
};

/** A word of the live stream about who is at a ticket. */
export const hearPresence = (desk: string, data: unknown): void => {
  let said: { number?: unknown; personId?: unknown; doing?: unknown };
  try {
    said = JSON.parse(String(data)) as typeof said;
  } catch {
    return;
  }
  const { number, personId, doing } = said;
  if (typeof number !== 'number' || typeof personId !== 'string') return;
  const ticket = keyOf(desk, number);
  const people = heard.get(ticket) ?? new Map<string, Heard>();
  heard.set(ticket, people);
  if (doing === 'looking' || doing === 'typing') {
    const isNew = !people.has(personId);
    people.set(personId, { personId, doing, at: performance.now() });
    if (isNew) for (const tell of newcomers) tell(ticket);
  } else people.delete(personId);
  show(ticket);
};

/** The person has pressed a key in a message. */
export const noteTyping = (): void => {
  const wasQuiet = performance.now() - typedAt > TYPING_MS;
  typedAt = performance.now();
  if (wasQuiet) for (const tell of typists) tell();
};

const subscribe = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** Who else is at this ticket; says of oneself that one is, as long as the page is in sight. */
export const usePresence = (desk: string, number: number, me: string): readonly Present[] => {
  const ticket = keyOf(desk, number);
  const all = useSyncExternalStore(subscribe, () => shown.get(ticket) ?? nobody);
  useEffect(() => {
    const say = (doing: 'looking' | 'typing' | 'left') => {
      // Nothing hangs on it: a word that gets lost is said again.
      const said = { params: { desk, number }, body: { doing } };
      call(lastingFetch, endpoints.showPresence, said).catch(() => undefined);
    };
    const beat = () => {
      show(ticket);
      if (!document.hidden) say(performance.now() - typedAt < TYPING_MS ? 'typing' : 'looking');
    };
    const handleVisibility = () => (document.hidden ? say('left') : beat());
    const handleNewcomer = (where: string) => where === ticket && beat();
    typedAt = Number.NEGATIVE_INFINITY;
    beat();
    const timer = window.setInterval(beat, BEAT_MS);
    const look = window.setInterval(() => show(ticket), LOOK_MS);
    document.addEventListener('visibilitychange', handleVisibility);
    newcomers.add(handleNewcomer);
    typists.add(beat);
    return () => {
      window.clearInterval(timer);
      window.clearInterval(look);
      document.removeEventListener('visibilitychange', handleVisibility);
      newcomers.delete(handleNewcomer);
      typists.delete(beat);
      say('left');
    };
  }, [desk, number, ticket]);
  return all.filter(({ personId }) => personId !== me);
};
