import { ActionIcon, Button } from '@mantine/core';
import { IconPhone, IconPlus, IconX } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { phoneText } from '../../ui/phone-text.ts';
import { NoAccess } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useTicking } from '../../ui/use-ticking.ts';
import { CallCard } from './call-card.tsx';
import { useCallDrafts, type CallDraft } from './call-drafts.ts';
import classes from './call-page.module.css';
import { DonePanel } from './done-panel.tsx';

const SECONDS = 60;

/** Calls as they come: each a card that waits until it is written down or closed. */
export function CallPage() {
  const { summary } = useDesk();
  return summary.role === 'sales' ? <NoAccess isPage /> : <Calls />;
}

function Calls() {
  const { m } = useI18n();
  const w = m.calls;
  const { slug } = useDesk();
  const { drafts, current, actions } = useCallDrafts();
  const { fresh, phone, missed } = useSearch({ from: '/signed-in/d/$desk/call' });
  const navigate = useNavigate();
  usePageTitle(w.title);

  useEffect(() => {
    if (fresh === undefined && phone === undefined) return;
    actions.open(phone, missed);
    void navigate({ to: '/d/$desk/call', params: { desk: slug }, search: {}, replace: true });
  }, [fresh, phone, missed, actions, navigate, slug]);
  useEffect(() => {
    if (drafts.length === 0 && fresh === undefined && phone === undefined) actions.open();
  }, [drafts.length, fresh, phone, actions]);

  const shown = drafts.find(({ callId }) => callId === current) ?? drafts.at(-1);
  const discard = (draft: CallDraft) => {
    actions.close(draft.callId);
    if (draft.done !== null) return;
    toast(w.discarded, { label: w.undo, onClick: () => actions.restore(draft) });
  };

  return (
    <div className={classes.scroll}>
      <div className={classes.page}>
        <div className={classes.head}>
          <h1 className={classes.title}>{w.title}</h1>
          <span className={classes.keys}>
            <kbd>Ctrl ↵</kbd> {w.keys.save} <kbd>Alt H</kbd> {w.keys.withheld} <kbd>Alt 1…9</kbd>{' '}
            {w.keys.priority}
          </span>
        </div>
        <nav className={classes.tabs} aria-label={w.tabs}>
          {drafts.map((draft) => (
            <Tab
              key={draft.callId}
              draft={draft}
              isCurrent={draft.callId === shown?.callId}
              onChoose={() => actions.choose(draft.callId)}
              onDiscard={() => discard(draft)}
            />
          ))}
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} stroke={2} />}
            onClick={() => actions.open()}
          >
            {w.another}
            <kbd className={classes.kbd}>{w.key}</kbd>
          </Button>
        </nav>
        {shown !== undefined &&
          (shown.done === null ? (
            <CallCard key={shown.callId} draft={shown} actions={actions} />
          ) : (
            <DonePanel done={shown.done} onNext={() => actions.open()} />
          ))}
      </div>
    </div>
  );
}

interface TabProps {
  readonly draft: CallDraft;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
  readonly onDiscard: () => void;
}

function Tab({ draft, isCurrent, onChoose, onDiscard }: TabProps) {
  const { m } = useI18n();
  const w = m.calls;
  const { form, isWithheld, done, openedAt } = draft;
  const who = form.name || (isWithheld ? w.withheldTitle : phoneText(form.phone)) || w.untitled;
  return (
    <span className={classes.tab} data-current={isCurrent}>
      <button
        type="button"
        className={classes.tabButton}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={onChoose}
      >
        <IconPhone size={14} stroke={1.8} aria-hidden />
        <span className={classes.tabWho}>{done === null ? who : `№ ${done.number}`}</span>
        {done === null && <Since at={openedAt} />}
      </button>
      <ActionIcon size="sm" variant="subtle" color="gray" aria-label={w.discard(who)} onClick={onDiscard}>
        <IconX size={13} stroke={2} />
      </ActionIcon>
    </span>
  );
}

/** How long the card has been open. */
function Since({ at }: { readonly at: number }) {
  const seconds = useTicking(() => Math.max(0, Math.floor((Date.now() - at) / 1000)));
  const rest = String(seconds % SECONDS).padStart(2, '0');
  return (
    <span className={classes.since}>
      {Math.floor(seconds / SECONDS)}:{rest}
    </span>
  );
}
