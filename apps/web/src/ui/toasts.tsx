import { CloseButton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import { dismissToast, shownToasts } from './toast.ts';
import classes from './toasts.module.css';

/** The corner where it is said that something was done. */
export function Toasts() {
  const { m } = useI18n();
  const toasts = useSyncExternalStore(shownToasts.subscribe, shownToasts.read);
  return (
    <div className={classes.corner} role="status">
      {toasts.map((one) => (
        <div key={one.id} className={classes.toast}>
          <IconCircleCheck size={17} stroke={1.8} aria-hidden />
          <span>{one.message}</span>
          <CloseButton size="sm" aria-label={m.common.dismiss} onClick={() => dismissToast(one.id)} />
        </div>
      ))}
    </div>
  );
}
