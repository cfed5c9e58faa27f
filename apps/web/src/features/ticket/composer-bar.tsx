import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconAt, IconEye, IconPaperclip, IconPencil, IconTemplate } from '@tabler/icons-react';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './composer.module.css';
import type { useComposer } from './use-composer.ts';
import type { Offers } from './use-offers.ts';

interface Props {
  readonly composer: ReturnType<typeof useComposer>;
  readonly offers: Offers;
  readonly isPreview: boolean;
  readonly onPreview: () => void;
  readonly onAttach: () => void;
}

/** What can be done with a message that is being written. */
export function ComposerBar({ composer, offers, isPreview, onPreview, onAttach }: Props) {
  const { m } = useI18n();
  const { tab, draft, command } = composer;
  return (
    <div className={classes.bar}>
      <Tool label={m.composer.attach} icon={IconPaperclip} onUse={onAttach} />
      {!isPreview && (
        <Tool label={m.templates.insert} icon={IconTemplate} onUse={() => offers.suggest.open('/')} />
      )}
      {tab === 'add-note' && !isPreview && (
        <Tool label={m.mention.button} icon={IconAt} onUse={() => offers.suggest.open('@')} />
      )}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={isPreview ? <IconPencil size={15} stroke={1.7} /> : <IconEye size={15} stroke={1.7} />}
        onClick={onPreview}
      >
        {isPreview ? m.composer.edit : m.composer.preview}
      </Button>
      <span className={classes.hint}>
        {draft.text === '' || !composer.isKept ? `${m.composer.markdown} · Ctrl+Enter` : m.composer.draftKept}
      </span>
      <Button
        type="submit"
        className={classes.send}
        loading={command.isPending}
        disabled={draft.text.trim() === ''}
      >
        {m.composer.send[tab]}
      </Button>
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: typeof IconAt;
  readonly onUse: () => void;
}

function Tool({ label, icon: Shape, onUse }: ToolProps) {
  return (
    <Tooltip label={label} position="bottom">
      <ActionIcon aria-label={label} onClick={onUse}>
        <Shape size={17} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
