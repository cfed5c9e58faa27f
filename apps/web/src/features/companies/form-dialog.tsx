import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { useOnePress } from '../../ui/use-one-press.ts';
import classes from './companies.module.css';

interface Props {
  readonly title: string;
  readonly about?: string;
  readonly submit: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A form over the page. What was typed stays while the server says no. */
export function FormDialog({ title, about, submit, isPending, error, onSubmit, onClose, children }: Props) {
  const { m } = useI18n();
  const isNarrow = useNarrow();
  const handleSubmit = useOnePress(onSubmit);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={620}
      fullScreen={isNarrow}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': m.common.close }}
    >
      <form className={classes.form} onSubmit={handleSubmit} noValidate>
        {about !== undefined && <p className={classes.formAbout}>{about}</p>}
        {children}
        {error !== null && <ProblemNotice error={error} />}
        <div className={classes.formButtons}>
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
