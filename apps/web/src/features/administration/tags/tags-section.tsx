import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconPlus, IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { TagChip } from '../../../desk/tag-chip.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../../ui/screen-state.tsx';
import { toast } from '../../../ui/toast.ts';
import { SectionFrame } from '../section-frame.tsx';
import { TagDialog } from './tag-dialog.tsx';
import classes from './tags-section.module.css';
import { type DeskTag, useChangeTag, useDeskTags } from './use-tags.ts';

/** The desk's words for sorting tickets. */
export function TagsSection() {
  const { m } = useI18n();
  const [edited, setEdited] = useState<DeskTag | 'new' | null>(null);
  return (
    <SectionFrame
      title={m.tags.title}
      about={m.tags.about}
      actions={
        <Button
          leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {m.tags.create}
        </Button>
      }
    >
      <Tags onEdit={setEdited} />
      {edited !== null && (
        <TagDialog tag={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </SectionFrame>
  );
}

function Tags({ onEdit }: { readonly onEdit: (tag: DeskTag) => void }) {
  const { m } = useI18n();
  const { data, error, isPending, refetch } = useDeskTags();
  if (isPending) {
    return (
      <div aria-busy>
        <VisuallyHidden>{m.common.loading}</VisuallyHidden>
        {[60, 45, 52].map((width) => (
          <Skeleton key={width} height={20} width={`${width}%`} my={14} />
        ))}
      </div>
    );
  }
  if (data === undefined)
    return <ScreenFailure title={m.tags.failed} error={error} onRetry={() => void refetch()} />;
  if (data.tags.length === 0)
    return <ScreenState icon={IconTag} title={m.tags.empty} hint={m.tags.emptyHint} />;
  return (
    <ul className={classes.list}>
      {data.tags.map((tag) => (
        <Row key={tag.tagId} tag={tag} onEdit={() => onEdit(tag)} />
      ))}
    </ul>
  );
}

function Row({ tag, onEdit }: { readonly tag: DeskTag; readonly onEdit: () => void }) {
  const { m } = useI18n();
  const change = useChangeTag(tag.tagId);
  const handleRetire = () =>
    change.mutate({ retired: !tag.retired }, { onSuccess: () => toast(m.tags.saved) });
  return (
    <li className={classes.row} data-retired={tag.retired}>
      <span className={classes.name}>
        <TagChip tag={tag} />
        {tag.retired && <span className={classes.quiet}>{m.tags.retired}</span>}
      </span>
      <span className={classes.quiet}>{m.tags.tickets(tag.tickets)}</span>
      <span className={classes.buttons}>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={m.tags.editTag(tag.name)}
          onClick={onEdit}
        >
          {m.tags.edit}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          loading={change.isPending}
          aria-label={tag.retired ? m.tags.bringTagBack(tag.name) : m.tags.retireTag(tag.name)}
          onClick={handleRetire}
        >
          {tag.retired ? m.tags.bringBack : m.tags.retire}
        </Button>
      </span>
    </li>
  );
}
