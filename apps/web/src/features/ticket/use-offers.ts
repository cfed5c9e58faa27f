import type { ReplyTemplate, TicketPage } from '@reglament/contract';
import { createElement, useState, type RefObject } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import {
  isMacro,
  peopleFor,
  type Suggestion,
  templatesNamed,
  useFill,
  usePeople,
  useSuggest,
  useTemplates,
} from '../ticket-extras/index.ts';
import { NoTemplates } from './no-templates.tsx';
import type { ComposerTab } from './use-composer.ts';

interface Written {
  readonly page: TicketPage;
  readonly tab: ComposerTab;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly write: (text: string) => void;
}

/** What is offered while somebody types: templates after `/`, in a note colleagues after `@`. */
export const useOffers = ({ page, tab, field, text, write }: Written) => {
  const { m } = useI18n();
  const people = usePeople();
  const fill = useFill(page);
  const templates = useTemplates();
  const [macro, setMacro] = useState<ReplyTemplate | null>(null);

  const offerTemplates = (query: string): readonly Suggestion[] =>
    templatesNamed(query, templates).map((one) => {
      const { templateId: id, name: title } = one;
      const filled = fill(one.text).text;
      return isMacro(one)
        ? { id, title, detail: m.templates.macro, put: '', onChoose: () => setMacro(one) }
        : { id, title, detail: filled.replaceAll(/\s+/g, ' '), put: filled };
    });
  const offerPeople = (query: string): readonly Suggestion[] =>
    peopleFor(query, people).map(({ personId, name, role }) => ({
      id: personId,
      title: name,
      detail: m.workspace.roles[role],
      put: `@${name} `,
    }));

  const suggest = useSuggest(field, text, write, {
    '/': offerTemplates,
    ...(tab === 'add-note' ? { '@': offerPeople } : {}),
  });
  const isTemplates = suggest.word?.trigger === '/';
  // A path may begin with the same sign: nothing is said about what is no template.
  const noTemplates = suggest.word?.query === '' ? createElement(NoTemplates) : null;
  return {
    suggest,
    label: isTemplates ? m.templates.list : m.mention.list,
    none: isTemplates ? noTemplates : m.mention.none,
    macro,
    closeMacro: () => setMacro(null),
  };
};

export type Offers = ReturnType<typeof useOffers>;
