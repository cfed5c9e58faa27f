import { lazyRouteComponent } from '@tanstack/react-router';
import { withWords } from './i18n/catalogues.ts';

/** A page of the workspace, shown when its code and all words of the workspace are there. */
export const staffPage = <Page extends Readonly<Record<string, unknown>>, Name extends keyof Page>(
  load: () => Promise<Page>,
  name: Name,
) => lazyRouteComponent(() => withWords(load), name);
