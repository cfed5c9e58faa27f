import { useI18n } from '../i18n/i18n.tsx';
import classes from './wanted-label.module.css';

interface Props {
  readonly name: string;
  /** The regulation asks for it; what is left out is asked of the customer later. */
  readonly isWanted: boolean;
}

/** The name of a field, marked where an answer is wanted and nothing stops for want of it. */
export function WantedLabel({ name, isWanted }: Props) {
  const { m } = useI18n();
  if (!isWanted) return name;
  return (
    <>
      {name} <span className={classes.wanted}>{m.common.wanted}</span>
    </>
  );
}
