import { Textarea } from '@mantine/core';
import type { RefObject } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Suggestions } from '../ticket-extras/index.ts';
import type { ComposerTab } from './use-composer.ts';
import type { Offers } from './use-offers.ts';

interface Props {
  readonly tab: ComposerTab;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly write: (text: string) => void;
  readonly offers: Offers;
}

/** Where a message is typed, with the list of what may be put in. */
export function ComposerField({ tab, field, text, write, offers }: Props) {
  const { m } = useI18n();
  const { suggest, label, none } = offers;
  return (
    <>
      <Textarea
        ref={field}
        aria-label={`${m.composer.text}: ${m.composer.tabs[tab]}`}
        aria-autocomplete="list"
        {...(suggest.offered.length > 0
          ? { 'aria-controls': suggest.listId, 'aria-activedescendant': suggest.optionId(suggest.active) }
          : {})}
        onSelect={suggest.handleSelect}
        onBlur={suggest.handleBlur}
        placeholder={m.composer.placeholder[tab]}
        variant="unstyled"
        autosize
        minRows={3}
        maxRows={12}
        px={12}
        maxLength={100_000}
        value={text}
        onChange={(event) => {
          write(event.currentTarget.value);
          suggest.handleSelect(event);
        }}
      />
      <Suggestions suggest={suggest} label={label} none={none} />
    </>
  );
}
