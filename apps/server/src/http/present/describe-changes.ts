import { describeEvent, type Regulation } from '@reglament/desk';
import type { JournalEntry } from '../../store/queries/journal.ts';
import { momentWords } from './moment-words.ts';

/** What happened to a ticket since somebody looked, for the one whose form went stale. */
export const describeChanges = (entries: readonly JournalEntry[], regulation: Regulation) => {
  const people = new Map(
    entries.flatMap((e) => (e.actorId === null ? [] : [[e.actorId, e.actorName ?? '—'] as const])),
  );
  const names = {
    regulation,
    person: (id: string) => people.get(id) ?? '—',
    moment: momentWords(regulation.zone),
  };
  return entries.map((e) => ({
    at: new Date(e.at).toISOString(),
    actor: e.actorName,
    says: describeEvent(e.event, names).says,
  }));
};
