import type { TicketPage } from '@reglament/contract';
import { useEffect, useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { ownReach } from './own-changes.ts';

/** What a person who writes would want to know of; notices of the system are not it. */
const markOf = (page: TicketPage): string =>
  JSON.stringify([
    page.ticket.state,
    page.ticket.assignee?.personId ?? null,
    page.messages.filter((message) => message.kind !== 'system').map((message) => message.messageId),
  ]);

/**
 * The version the person has seen. While they write it stands still at what was on the screen when they began, unless only the system
 * changed something; so what a colleague did meanwhile is told before anything is sent.
 */
export const useSeenVersion = (page: TicketPage, isWriting: boolean) => {
  const { slug } = useDesk();
  const mark = markOf(page);
  const { version } = page.ticket;
  const lastSeq = page.history.at(-1)?.seq ?? 0;
  const [seen, setSeen] = useState({ version, mark, lastSeq });
  /** Changes up to this version have been told in words, by us or by the server's refusal. */
  const [told, setTold] = useState(version);
  // What one did oneself, by a button meanwhile, is no news.
  const reached = Math.max(told, ownReach(slug, page.ticket.number, seen.version));
  const isBehind = isWriting && seen.mark !== mark && version > reached;
  useEffect(() => {
    if (!isBehind) setSeen({ version, mark, lastSeq });
  }, [isBehind, version, mark, lastSeq]);
  return {
    version: isBehind ? seen.version : version,
    /** The last entry of the history that was on the screen. */
    lastSeq: seen.lastSeq,
    isBehind,
    /** The person has been told of everything up to the version; of the page they look at, unless said. */
    tell: (upTo: number = version) => setTold(upTo),
  };
};
