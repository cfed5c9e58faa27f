import { Button, Modal } from '@mantine/core';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { useNarrow } from '../../../ui/use-narrow.ts';
import classes from './people.module.css';

interface Props {
  readonly title: string;
  readonly about: string;
  readonly submit: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

/** Asks once more before somebody loses something; what it costs is said. */
export function SureDialog({ title, about, submit, isPending, error, onSubmit, onClose }: Props) {
  const { m } = useI18n();
  const isNarrow = useNarrow();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={440}
      fullScreen={isNarrow}
      closeButtonProps={{ 'aria-label': m.common.close }}
    >
      <div className={classes.form}>
        <p className={classes.about}>{about}</p>
        {error !== null && <ProblemNotice error={error} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {m.common.cancel}
          </Button>
          <Button color="red" loading={isPending} onClick={onSubmit}>
            {submit}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
