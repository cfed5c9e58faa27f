import { Modal } from '@mantine/core';
import { useI18n } from '../i18n/i18n.tsx';
import { useNarrow } from '../ui/use-narrow.ts';
import { ClauseMark } from './clause-mark.tsx';
import classes from './why-not.module.css';

/** A step that can't be done now, as people call it, with the reason that the rules give. */
export interface RefusedStep {
  readonly id: string;
  readonly name: string;
  readonly says: { readonly ru: string; readonly en: string };
  readonly clause: string | null;
}

interface Props {
  readonly refused: readonly RefusedStep[];
  readonly onClose: () => void;
}

/** What can't be done now, each with its reason. */
export function WhyNotDialog({ refused, onClose }: Props) {
  const { m, say } = useI18n();
  const isNarrow = useNarrow();
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.whyNot.title}
      size={560}
      fullScreen={isNarrow}
      closeButtonProps={{ 'aria-label': m.common.close }}
    >
      <ul className={classes.list}>
        {refused.map(({ id, name, says, clause }) => (
          <li key={id}>
            <span className={classes.command}>{name}</span>
            <span className={classes.reason}>{say(says)}</span>
            {clause !== null && <ClauseMark id={clause} />}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
