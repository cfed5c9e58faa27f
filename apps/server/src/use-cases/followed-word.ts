import type { Ticket } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { FollowedWord } from '../store/followers.ts';
import type { NewMessage } from '../store/tickets.ts';

/** What whoever follows a ticket is told: that its state changed, else that somebody wrote; null: neither. */
export const followedWord = (
  before: Pick<Ticket, 'state'>,
  after: Pick<Ticket, 'state'>,
  messages: readonly Pick<NewMessage, 'kind' | 'messageId'>[],
  at: Instant,
): FollowedWord | null => {
  if (before.state !== after.state) return { kind: 'followed-changed', threshold: `${after.state}:${at}` };
  const written = messages.find(({ kind }) => kind !== 'system');
  return written === undefined ? null : { kind: 'followed-wrote', threshold: written.messageId };
};
