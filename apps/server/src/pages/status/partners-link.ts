import { type Html, markup } from '../html.ts';
import type { StatusView } from '../status-view.ts';

/** To the directory of partners; null where nobody is shown in it. */
export const partnersLink = ({ partnersUrl, query, words }: StatusView): Html | null =>
  partnersUrl === null ? null : markup`<p><a href="${partnersUrl}${query}">${words.partners}</a></p>`;
