import type { ReplyTemplate } from '@reglament/contract';
import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ScreenFailure } from '../../../ui/screen-state.tsx';
import { toast } from '../../../ui/toast.ts';
import { CommandDialog } from '../../ticket/index.ts';
import { isMacro } from '../../ticket-extras/index.ts';
import { SectionFrame } from '../section-frame.tsx';
import { TemplateDialog } from './template-dialog.tsx';
import classes from './templates.module.css';
import { useDeleteTemplate, useTemplateList } from './use-keep-template.ts';

/** Templates and macros: the desk's, and one's own. */
export function TemplatesSection() {
  const { m } = useI18n();
  const [edited, setEdited] = useState<ReplyTemplate | 'new' | null>(null);
  const [removed, setRemoved] = useState<ReplyTemplate | null>(null);
  return (
    <SectionFrame
      title={m.templates.title}
      about={m.templates.about}
      actions={
        <Button
          leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {m.templates.create}
        </Button>
      }
    >
      <Templates onEdit={setEdited} onRemove={setRemoved} />
      {edited !== null && (
        <TemplateDialog template={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {removed !== null && <RemoveDialog template={removed} onClose={() => setRemoved(null)} />}
    </SectionFrame>
  );
}

interface ListProps {
  readonly onEdit: (template: ReplyTemplate) => void;
  readonly onRemove: (template: ReplyTemplate) => void;
}

function Templates(props: ListProps) {
  const { m } = useI18n();
  const { data, error, isPending, refetch } = useTemplateList();
  if (isPending) {
    return (
      <div aria-busy>
        <VisuallyHidden>{m.common.loading}</VisuallyHidden>
        {[70, 55, 62].map((width) => (
          <Skeleton key={width} height={34} width={`${width}%`} my={14} />
        ))}
      </div>
    );
  }
  if (data === undefined)
    return <ScreenFailure title={m.templates.failed} error={error} onRetry={() => void refetch()} />;
  const own = data.templates.filter(({ personal }) => personal);
  const common = data.templates.filter(({ personal }) => !personal);
  return (
    <>
      <Part title={m.templates.common} empty={m.templates.commonEmpty} templates={common} {...props} />
      <Part title={m.templates.own} empty={m.templates.ownEmpty} templates={own} {...props} />
    </>
  );
}

function Part({
  title,
  empty,
  templates,
  onEdit,
  onRemove,
}: ListProps & {
  readonly title: string;
  readonly empty: string;
  readonly templates: readonly ReplyTemplate[];
}) {
  const { m } = useI18n();
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h3 className={classes.heading} id={id}>
        {title}
      </h3>
      {templates.length === 0 && <p className={classes.empty}>{empty}</p>}
      <ul className={classes.list}>
        {templates.map((one) => (
          <li key={one.templateId} className={classes.row}>
            <div className={classes.words}>
              <span className={classes.name}>
                {one.name}
                {isMacro(one) && <span className={classes.macro}>{m.templates.macro}</span>}
              </span>
              <span className={classes.text}>
                {one.text.trim() === '' ? m.templates.sayKind[one.say ?? 'insert'] : one.text}
              </span>
            </div>
            {one.mayChange && (
              <div className={classes.buttons}>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  aria-label={m.templates.editOne(one.name)}
                  onClick={() => onEdit(one)}
                >
                  {m.templates.edit}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  aria-label={m.templates.removeOne(one.name)}
                  onClick={() => onRemove(one)}
                >
                  {m.templates.remove}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function RemoveDialog({
  template,
  onClose,
}: {
  readonly template: ReplyTemplate;
  readonly onClose: () => void;
}) {
  const { m } = useI18n();
  const remove = useDeleteTemplate(template);
  const handleSubmit = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        toast(m.templates.removed);
        onClose();
      },
    });
  return (
    <CommandDialog
      title={m.templates.removeOne(template.name)}
      about={m.templates.removeAbout}
      submit={m.templates.remove}
      isPending={remove.isPending}
      error={remove.error}
      onSubmit={handleSubmit}
      onClose={onClose}
    />
  );
}
