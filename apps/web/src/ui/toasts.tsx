import { CloseButton } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import { dismissToast, shownToasts, type ToastAction } from './toast.ts';
import classes from './toasts.module.css';

/** The corner where it is said that something was done. */
export function Toasts() {
  const { m } = useI18n();
  const toasts = useSyncExternalStore(shownToasts.subscribe, shownToasts.read);
  return (
    <div className={classes.corner} role="status">
      {toasts.map((one) => (
        <div key={one.id} className={classes.toast} data-tone={one.tone}>
          {one.tone === 'done' ? (
            <IconCircleCheck size={17} stroke={1.8} aria-hidden />
          ) : (
            <IconAlertCircle size={17} stroke={1.8} aria-hidden />
          )}
          <span>{one.message}</span>
          {one.action !== null && <Act id={one.id} action={one.action} />}
          <CloseButton size="sm" aria-label={m.common.dismiss} onClick={() => dismissToast(one.id)} />
        </div>
      ))}
    </div>
  );
}

function Act({ id, action }: { readonly id: number; readonly action: ToastAction }) {
  const handleClick = () => {
    dismissToast(id);
    void action.onClick();
  };
  return (
    <button type="button" className={classes.action} onClick={handleClick}>
      {action.label}
    </button>
  );
}
