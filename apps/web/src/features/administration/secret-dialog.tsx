import { Button, CopyButton, Modal } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useI18n } from '../../i18n/i18n.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import classes from './secret-dialog.module.css';
import { useOutsideWords } from '../../desk/use-outside-words.ts';

interface Props {
  readonly title: string;
  readonly about: string;
  /** null: it was told before. */
  readonly secret: string | null;
  readonly repeated: string;
  readonly onClose: () => void;
}

/** A key or a secret, the one time it is shown. A click beside the dialog does not close it. */
export function SecretDialog({ title, about, secret, repeated, onClose }: Props) {
  const { m } = useI18n();
  const { keys: w } = useOutsideWords();
  const isNarrow = useNarrow();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={560}
      fullScreen={isNarrow}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': m.common.close }}
    >
      <p className={classes.about}>{secret === null ? repeated : about}</p>
      {secret !== null && (
        <div className={classes.secret}>
          <code className={classes.code}>{secret}</code>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button
                data-autofocus
                variant="default"
                leftSection={
                  copied ? (
                    <IconCheck size={15} aria-hidden />
                  ) : (
                    <IconCopy size={15} stroke={1.7} aria-hidden />
                  )
                }
                onClick={copy}
              >
                {copied ? w.copied : w.copy}
              </Button>
            )}
          </CopyButton>
        </div>
      )}
      <div className={classes.buttons}>
        <Button onClick={onClose}>{w.done}</Button>
      </div>
    </Modal>
  );
}
