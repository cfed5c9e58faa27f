import { lineViews, type QueueView } from '@reglament/contract';

/** A line of support in the address: `line=2` stands there for the id "2", so it may have been read as a number. */
export interface LineSearch {
  readonly line?: string | number;
}

/** A line's id as the address carries it; null: every line. */
export const lineSearch = (id: string | null): LineSearch =>
  id === null ? {} : { line: String(Number(id)) === id ? Number(id) : id };

/** The line that an address names; null: none. */
export const lineOfSearch = ({ line }: LineSearch): string | null =>
  line === undefined ? null : String(line);

/** What an address may say of a line. */
export const readLineSearch = (search: Readonly<Record<string, unknown>>): LineSearch => {
  const { line } = search;
  return (typeof line === 'string' && line !== '') || typeof line === 'number' ? { line } : {};
};

/** Whether the tickets of this view can be asked for by line. */
export const hasLines = (view: QueueView): boolean => lineViews.some((one) => one === view);
