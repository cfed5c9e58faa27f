import { Skeleton, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import classes from './page-frame.module.css';

/** Room kept for what is on its way; said to those who do not see the grey. */
export function Waiting({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}) {
  const { m } = useI18n();
  return (
    <div role="status" className={className ?? classes.waiting}>
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      {children}
    </div>
  );
}

/** Rows of a list on their way, each as wide as told, percent. */
export function WaitingRows({
  widths,
  height,
}: {
  readonly widths: readonly number[];
  readonly height: number;
}) {
  return (
    <Waiting>
      {widths.map((percent) => (
        <Skeleton key={percent} height={height} width={`${percent}%`} />
      ))}
    </Waiting>
  );
}
