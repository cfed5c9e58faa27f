import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { useOnePress } from '../../ui/use-one-press.ts';
import classes from './command-dialog.module.css';
import { CommandProblem } from './command-problem.tsx';

interface Props {
  readonly title: string;
  readonly about?: string;
  readonly submit: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

/** A form that does one thing to the ticket. What was typed stays while the server says no. */
export function CommandDialog({
  title,
  about,
  submit,
  isPending,
  error,
  onSubmit,
  onClose,
  wide = false,
  children,
}: Props) {
  const { m } = useI18n();
  const isNarrow = useNarrow();
  const handleSubmit = useOnePress(onSubmit);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={wide ? 620 : 460}
      fullScreen={isNarrow}
      // A press beside it takes nothing away that was typed.
      closeOnClickOutside={children === undefined}
      closeButtonProps={{ 'aria-label': m.common.close }}
    >
      <form className={classes.form} onSubmit={handleSubmit} noValidate>
        {about !== undefined && <p className={classes.about}>{about}</p>}
        {children}
        {error !== null && <CommandProblem error={error} onRetry={onSubmit} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {m.common.cancel}
          </Button>
          <Button type="submit" loading={isPending}>
            {submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
