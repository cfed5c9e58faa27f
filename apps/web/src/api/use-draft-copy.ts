import { type DraftContent, endpoints, type KeptDraft } from '@reglament/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { api } from './client.ts';
import { createDraftCopy } from './draft-copy.ts';
import type { DraftPlace } from './draft-keeper.ts';
import { keys } from './queries.ts';

/** Read again with what it is about: a ticket that changed may have been answered on another device. */
const placeInCache = ({ side, desk, scope }: Omit<DraftPlace, 'part'>): readonly unknown[] => {
  if (side === 'customer') return ['portal', desk, 'drafts', scope];
  const [kind, number] = scope.split('.');
  return kind === 'ticket' && number !== undefined
    ? [...keys.ticket(desk, Number(number)), 'drafts']
    : [...keys.desk(desk), 'drafts', scope];
};

/** Everything that somebody writes and has not sent about one thing, in all its forms. */
export const draftsQuery = (place: Omit<DraftPlace, 'part'>) =>
  queryOptions({
    queryKey: placeInCache(place),
    queryFn: async ({ signal }) => {
      const askedAt = Date.now();
      const input = { params: { desk: place.desk }, query: { writer: place.writer, about: place.scope } };
      const { drafts } =
        place.side === 'staff'
          ? await api(endpoints.getDrafts, input, { signal })
          : await api(endpoints.getPortalDrafts, input, { signal });
      return { drafts, askedAt };
    },
    staleTime: 5_000,
    refetchOnMount: 'always',
  });

interface Local {
  readonly keptAs: string;
  readonly read: () => DraftContent | null;
  readonly take: (content: DraftContent | null) => void;
}

/** What another device has, for whoever writes to choose. */
export interface OtherDraft {
  readonly text: string;
  /** RFC 3339. */
  readonly savedAt: string;
  readonly take: () => void;
  readonly discard: () => void;
}

/** A draft of this browser that follows its writer to other devices. `read` and `take` change only with `keptAs`. */
export const useDraftCopy = (
  { side, desk, writer, scope, part }: DraftPlace,
  { keptAs, read, take }: Local,
) => {
  const [other, setOther] = useState<KeptDraft | null>(null);
  const copy = useMemo(
    () => createDraftCopy({ side, desk, writer, scope, part }, { keptAs, read, take, ask: setOther }),
    [side, desk, writer, scope, part, keptAs, read, take],
  );
  const { data } = useQuery(draftsQuery({ side, desk, writer, scope }));
  useEffect(() => {
    if (data !== undefined)
      copy.hear(data.drafts.find(({ about }) => about === copy.about) ?? null, data.askedAt);
  }, [data, copy]);
  useEffect(() => {
    const handleVisibility = () => document.hidden && copy.leave();
    document.addEventListener('visibilitychange', handleVisibility);
    window.addEventListener('pagehide', copy.leave);
    window.addEventListener('online', copy.flush);
    return () => {
      document.removeEventListener('visibilitychange', handleVisibility);
      window.removeEventListener('pagehide', copy.leave);
      window.removeEventListener('online', copy.flush);
      copy.flush();
    };
  }, [copy]);
  const offered: OtherDraft | null =
    other === null
      ? null
      : { text: other.text, savedAt: other.savedAt, take: copy.takeOther, discard: copy.keepMine };
  return { touch: copy.touch, clear: copy.clear, other: offered };
};
