import type { DeskId } from '@reglament/desk';

/** What a sealed password belongs to: it can't be moved to another desk or direction. */
export const secretName = (deskId: DeskId, direction: 'imap' | 'smtp'): string => `${deskId} ${direction}`;
