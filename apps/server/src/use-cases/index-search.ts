import type { DeskId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import {
  forgetSpellings,
  forgetWords,
  keepDocuments,
  keepSpellings,
  keepWords,
  keptWords,
  lockSearchIndex,
  type PortalContent,
  portalContents,
  searchContents,
  searchEverythingAnew,
  searchWork,
  takeSearchDue,
} from '../store/search-index.ts';
import {
  documentWords,
  markOf,
  OF_COMPANY,
  OF_CONTACT,
  type SearchKind,
} from '../text/search/document-words.ts';
import { SEARCH_READING } from '../text/search/search-reading.ts';
import { cutsOf, isSpelled } from '../text/search/spelling.ts';
import type { Context } from './context.ts';

/** Things a transaction: the words of a hundred conversations are kept in some 100 ms. */
const BATCH = 100;
/** Of a longer code nobody types a half. */
const LONGEST_TYPED = 32;

const spellingsOf = (words: readonly string[]): readonly { readonly cut: string; readonly word: string }[] =>
  words.filter(isSpelled).flatMap((word) => cutsOf(word).map((cut) => ({ cut, word })));

/** Words of an erased text are erased with it, unless others say them too. */
const forgetLost = async (
  q: Queries,
  deskId: DeskId,
  kind: SearchKind,
  lost: ReadonlySet<string>,
): Promise<void> => {
  const mark = markOf(deskId, kind);
  const words = [...lost].map((word) => word.slice(mark.length)).filter((word) => /^[^=#^]/.test(word));
  if (words.length === 0) return;
  const gone = await forgetWords(q, deskId, kind, { mark, words });
  await forgetSpellings(q, deskId, spellingsOf(gone));
};

const keepKind = async (
  q: Queries,
  deskId: DeskId,
  kind: SearchKind,
  ids: readonly string[],
): Promise<void> => {
  const [contents, before] = await Promise.all([
    searchContents(q, deskId, kind, ids),
    keptWords(q, deskId, kind, ids),
  ]);
  const mark = markOf(deskId, kind);
  const counts = new Map<string, number>();
  // What is gone altogether has no words left.
  const lost = new Set([...before.values()].flat());
  const documents = contents.map(({ objectId, number, subject, text }) => {
    const { marked, plain, isCut } = documentWords(deskId, { kind, number, subject, text });
    const had = new Set(before.get(objectId));
    for (const word of marked) lost.delete(word);
    for (const word of plain)
      if (word.length <= LONGEST_TYPED && !had.has(mark + word))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    return { objectId, number, words: marked, isCut };
  });
  await keepDocuments(q, deskId, kind, ids, documents);
  await forgetLost(q, deskId, kind, lost);
  if (counts.size === 0) return;
  const fresh = await keepWords(q, deskId, kind, counts);
  await keepSpellings(q, deskId, spellingsOf(fresh));
};

/** As the portal calls them: an address never stands for a name. */
const nameOf = (requester: string): string => (requester.includes('@') ? '' : requester);

const whoseOf = ({ contactId, companyId }: PortalContent): readonly string[] => [
  OF_CONTACT + contactId,
  ...(companyId === null ? [] : [OF_COMPANY + companyId]),
];

/** Of tickets, for those customers who see them. */
const keepPortal = async (q: Queries, deskId: DeskId, ids: readonly string[]): Promise<void> => {
  const contents = await portalContents(q, deskId, ids);
  const documents = contents.map((one) => {
    const { objectId, number, subject, requester } = one;
    const text = `${nameOf(requester)}\n${one.text}`;
    const whose = whoseOf(one);
    const { marked, isCut } = documentWords(deskId, { kind: 'portal', number, subject, text, whose });
    return { objectId, number, words: marked, isCut };
  });
  await keepDocuments(q, deskId, 'portal', ids, documents);
};

/** Brings the words of one desk up to date, a batch in one transaction; true: there may be more. */
const indexDesk = (context: Context, deskId: DeskId): Promise<boolean> =>
  context.db.inDesk(deskId, async (q) => {
    if (!(await lockSearchIndex(q, deskId))) return false;
    const { due, taken } = await takeSearchDue(q, deskId, BATCH);
    for (const kind of ['company', 'contact', 'certificate', 'ticket'] as const) {
      const ids = due.filter((one) => one.kind === kind).map(({ objectId }) => objectId);
      if (ids.length > 0) await keepKind(q, deskId, kind, ids);
      if (ids.length > 0 && kind === 'ticket') await keepPortal(q, deskId, ids);
    }
    return taken === BATCH;
  });

/** What was said since is found from now on; true: there is more to look at. */
export const indexSearch = async (context: Context): Promise<boolean> => {
  const { desks, reading } = await context.db.everyDesk(searchWork);
  if (reading !== SEARCH_READING) {
    await context.db.everyDesk((q) => searchEverythingAnew(q, SEARCH_READING));
    return true;
  }
  let isMore = false;
  for (const deskId of desks) isMore = (await indexDesk(context, deskId)) || isMore;
  return isMore;
};
