import type { Webhook } from '@reglament/contract';
import { useDesk } from '../../../desk/desk-context.tsx';
import { useOutsideWords } from '../../../desk/use-outside-words.ts';
import classes from './webhooks.module.css';

/** Whether it is on, when something got through, what waits and what did not. */
export function WebhookState({ hook }: { readonly hook: Webhook }) {
  const { hooks: w } = useOutsideWords();
  const { dates } = useDesk();
  const { disabled } = hook;
  return (
    <p className={classes.quiet}>
      <span className={classes.state} data-state={disabled === null ? 'on' : disabled.because}>
        {disabled === null ? w.on : w.off[disabled.because]}
      </span>
      <span>{hook.lastSuccessAt === null ? w.noSuccess : w.lastSuccess(dates.full(hook.lastSuccessAt))}</span>
      {hook.waiting > 0 && <span>{w.waiting(hook.waiting)}</span>}
      {hook.failed > 0 && <span className={classes.lost}>{w.lost(hook.failed)}</span>}
    </p>
  );
}
