import { keys, queryClient } from './api/queries.ts';
import { hearTabs } from './api/tabs.ts';

interface Page {
  readonly here: () => { readonly pathname: string; readonly href: string };
  readonly leadTo: (to: '/sign-in', search: { readonly to: string }) => void;
}

/** Pages that only somebody who is signed in sees. */
const OWN_PAGE = /^\/(d|p|account)(\/|$)/;

/** Whoever signs out in one tab has signed out in all; what was read in one is read in all. */
export const followTabs = ({ here, leadTo }: Page): void =>
  hearTabs((word) => {
    if (word.kind === 'read') {
      void queryClient.invalidateQueries({ queryKey: keys.notifications(word.desk) });
      void queryClient.invalidateQueries({ queryKey: keys.portalNews(word.desk) });
      return;
    }
    const { pathname, href } = here();
    queryClient.clear();
    if (OWN_PAGE.test(pathname)) leadTo('/sign-in', { to: href });
  });
