import type { Intent } from './intent.ts';

/** The server remembers a key for a day; an intent that nobody came back to is a new one after that. */
const LIFE_MS = 24 * 3_600_000;

const placeOf = (keptAs: string): string => `${keptAs}.sending`;

/** What was sent from a draft of this browser and never answered; null when nothing was. */
export const readIntent = (keptAs: string | undefined, now = Date.now()): Intent | null => {
  if (keptAs === undefined) return null;
  try {
    const kept = JSON.parse(localStorage.getItem(placeOf(keptAs)) ?? 'null') as
      | (Partial<Intent> & { readonly at?: number })
      | null;
    if (typeof kept?.key !== 'string' || typeof kept.body !== 'string') return null;
    if (typeof kept.at !== 'number' || now - kept.at > LIFE_MS) return null;
    return { key: kept.key, body: kept.body, version: kept.version ?? null };
  } catch {
    return null;
  }
};

/** Kept before it is sent, forgotten with the answer. */
export const keepIntent = (keptAs: string | undefined, intent: Intent | null): void => {
  if (keptAs === undefined) return;
  try {
    if (intent === null) localStorage.removeItem(placeOf(keptAs));
    else localStorage.setItem(placeOf(keptAs), JSON.stringify({ ...intent, at: Date.now() }));
  } catch {
    // Without room it is remembered as long as the page.
  }
};
