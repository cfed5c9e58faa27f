import { useQuery } from '@tanstack/react-query';
import { draftsQuery } from '../../api/use-draft-copy.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { contentOf, draftKey, readDraft } from './draft.ts';
import type { ComposerTab } from './use-composer.ts';

/** Of the tabs those in which something is written and not sent: in this browser, or on another device. */
export const useBegun = (number: number, tabs: readonly ComposerTab[]): readonly ComposerTab[] => {
  const { slug, session } = useDesk();
  const { personId: writer } = session.person;
  const scope = `ticket.${number}`;
  const { data } = useQuery(draftsQuery({ side: 'staff', desk: slug, writer, scope }));
  const isHere = (tab: ComposerTab): boolean =>
    contentOf(readDraft(localStorage, draftKey(writer, slug, String(number), tab))) !== null;
  const isElsewhere = (tab: ComposerTab): boolean =>
    data?.drafts.some(({ about }) => about === `${scope}.${tab}`) === true;
  return tabs.filter((tab) => isHere(tab) || isElsewhere(tab));
};
