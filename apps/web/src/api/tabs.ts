/** What one tab tells the others of the same browser. */
export type TabWord =
  | { readonly kind: 'signed-out' }
  /** What was told at a desk has been read; in its portal, by its customer. */
  | { readonly kind: 'read'; readonly desk: string };

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('reglament');

/** Tells the other tabs; this one does not hear it. */
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin alone
export const tellTabs = (word: TabWord): void => channel?.postMessage(word);

/** Hears what other tabs tell, for as long as the page lives. */
export const hearTabs = (hear: (word: TabWord) => void): void => {
  channel?.addEventListener('message', (event: MessageEvent<TabWord>) => hear(event.data));
};
