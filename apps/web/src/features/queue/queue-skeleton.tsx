import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './queue-skeleton.module.css';

const ROWS = [62, 48, 74, 55, 68, 41, 59, 66, 50, 72];

/** The shape of the list while it loads; hidden, only its place. */
export function QueueSkeleton({ isHidden }: { readonly isHidden: boolean }) {
  const { m } = useI18n();
  return (
    <div className={classes.list} role="status">
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      {ROWS.map((percent) => (
        <div key={percent} className={classes.row} data-hidden={isHidden}>
          <Skeleton width={16} height={16} />
          <div className={classes.lines}>
            <Skeleton width={`${percent}%`} height={11} />
            <Skeleton width={`${percent * 0.6}%`} height={9} />
          </div>
          <Skeleton width={110} height={11} />
        </div>
      ))}
    </div>
  );
}
