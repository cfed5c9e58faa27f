import { useEffect } from 'react';
import { countTab } from './tab-title.ts';

/** Says in the name of the browser's tab how much is new, as long as the page that knows it is open. */
export const useUnreadTitle = (unread: number): void => {
  useEffect(() => {
    countTab(unread);
    return () => countTab(0);
  }, [unread]);
};
