import type { TicketPage } from '@reglament/contract';
import { ActionIcon, Tabs, Tooltip } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { ComposerForm, type ComposerTab } from './composer-form.tsx';
import classes from './composer.module.css';
import { useBegun } from './use-begun.ts';

const order: readonly ComposerTab[] = ['reply', 'request-information', 'add-note', 'resolve'];

/** Where staff write: to the customer, or among themselves. */
export function Composer({ page }: { readonly page: TicketPage }) {
  const { m } = useI18n();
  const isNarrow = useNarrow();
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<ComposerTab>('reply');
  const tabs = order.filter((tab) => page.allowed.includes(tab));
  const first = tabs[0];
  const begun = useBegun(page.ticket.number, tabs);
  const region = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState<{ readonly tab: ComposerTab } | null>(null);
  const write = (tab: ComposerTab) =>
    tabs.includes(tab)
      ? () => {
          setIsOpen(true);
          setChosen(tab);
          setAsked({ tab });
        }
      : undefined;
  useShortcuts({ KeyR: write('reply'), KeyN: write('add-note') });
  // Its pane is there only now.
  useEffect(() => {
    if (asked !== null)
      region.current?.querySelector<HTMLElement>(`[data-tab="${asked.tab}"] textarea`)?.focus();
  }, [asked]);
  if (first === undefined) {
    return (
      <div className={classes.composer}>
        <p className={classes.closed}>{m.composer.notAllowed}</p>
      </div>
    );
  }
  const shown = tabs.includes(chosen) ? chosen : first;
  if (isNarrow && !isOpen) {
    const handleOpen = () => {
      setIsOpen(true);
      setChosen(begun.includes(shown) ? shown : (begun[0] ?? shown));
    };
    return <Folded isBegun={begun.length > 0} onOpen={handleOpen} />;
  }
  return (
    <section ref={region} className={classes.composer} aria-label={m.composer.region}>
      {isNarrow && (
        <ActionIcon
          className={classes.collapse}
          aria-label={m.composer.collapse}
          onClick={() => setIsOpen(false)}
        >
          <IconChevronDown size={18} stroke={1.7} />
        </ActionIcon>
      )}
      <div className={classes.inner}>
        <Tabs
          value={shown}
          onChange={(tab) => setChosen((tab ?? first) as ComposerTab)}
          className={classes.tabs}
          keepMounted
        >
          <TabNames {...{ page, tabs, shown, begun }} />
          {tabs.map((tab) => (
            <Tabs.Panel key={tab} value={tab} className={classes.pane} data-tab={tab}>
              <ComposerForm page={page} tab={tab} />
            </Tabs.Panel>
          ))}
        </Tabs>
      </div>
    </section>
  );
}

/** On a narrow screen, until somebody writes. */
function Folded({ isBegun, onOpen }: { readonly isBegun: boolean; readonly onOpen: () => void }) {
  const { m } = useI18n();
  return (
    <div className={classes.composer}>
      <button type="button" className={classes.open} onClick={onOpen}>
        {isBegun ? m.composer.goOn : m.composer.open}
      </button>
    </div>
  );
}

interface TabNamesProps {
  readonly page: TicketPage;
  readonly tabs: readonly ComposerTab[];
  readonly shown: ComposerTab;
  /** Marked where it is not shown. */
  readonly begun: readonly ComposerTab[];
}

function TabNames({ page, tabs, shown, begun }: TabNamesProps) {
  const { m } = useI18n();
  const markOf = (tab: ComposerTab) =>
    tab !== shown && begun.includes(tab)
      ? { 'data-begun': true, 'aria-description': m.composer.draftKept }
      : {};
  return (
    <Tabs.List aria-label={m.composer.region}>
      {tabs.map((tab) => (
        <Tabs.Tab key={tab} value={tab} {...markOf(tab)}>
          {m.composer.tabs[tab]}
        </Tabs.Tab>
      ))}
      <RefusedTabs page={page} tabs={tabs} />
    </Tabs.List>
  );
}

/** What can't be written now, in its place, with the reason. */
function RefusedTabs({ page, tabs }: { readonly page: TicketPage; readonly tabs: readonly ComposerTab[] }) {
  const { m, say } = useI18n();
  return order
    .filter((tab) => !tabs.includes(tab))
    .map((tab) => {
      const refusal = page.steps.find(({ command }) => command === tab)?.refusal ?? null;
      if (refusal === null) return null;
      const why = m.whyNot.tab(say(refusal.says));
      return (
        <Tooltip key={tab} label={why} multiline maw={320}>
          <span className={classes.refused} aria-description={why}>
            {m.composer.tabs[tab]}
          </span>
        </Tooltip>
      );
    });
}
