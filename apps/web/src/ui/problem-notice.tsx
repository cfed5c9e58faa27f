import { ProblemError } from '@reglament/contract';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useI18n } from '../i18n/i18n.tsx';
import classes from './notice.module.css';
import { useProblemWords } from './use-problem-words.ts';

interface Props {
  readonly error: Error;
  readonly onRetry?: (() => void) | undefined;
  readonly onDismiss?: (() => void) | undefined;
  /** Writes an instant of a change; dates are known to the desk only. */
  readonly writeTime?: (at: string) => string;
  /** How the clause is shown: its place in the document. */
  readonly clause?: (id: string) => string;
}

/** Why the server said no, or that it could not be reached; with what to do next. */
export function ProblemNotice({ error, onRetry, onDismiss, writeTime, clause }: Props) {
  const { m, say } = useI18n();
  const words = useProblemWords(error);
  const isSignedOut = error instanceof ProblemError && error.problem.code === 'not-signed-in';
  const isRefusal = error instanceof ProblemError && error.problem.status < 500 && !isSignedOut;
  return (
    <div className={classes.notice} data-tone={isRefusal ? 'warn' : 'danger'} role="alert">
      <IconAlertTriangle size={17} stroke={1.9} className={classes.icon} aria-hidden />
      <div className={classes.body}>
        <p className={classes.title}>{words.title}</p>
        {words.detail !== '' && <p>{words.detail}</p>}
        {isSignedOut && <p>{m.trouble.signedOut}</p>}
        {words.fields.length > 0 && (
          <ul>
            {words.fields.map((field) => (
              <li key={field}>{field}</li>
            ))}
          </ul>
        )}
        {words.changes.length > 0 && (
          <ul>
            {words.changes.map((change) => (
              <li key={`${change.at} ${change.says.ru}`}>
                {say(change.says)}{' '}
                <span className={classes.meta}>
                  {change.actor ?? m.trouble.someone}
                  {writeTime !== undefined && `, ${writeTime(change.at)}`}
                </span>
              </li>
            ))}
          </ul>
        )}
        {words.clause !== null && <p className={classes.meta}>{clause?.(words.clause) ?? words.clause}</p>}
        {words.requestId !== null && <p className={classes.meta}>{m.trouble.requestId(words.requestId)}</p>}
      </div>
      <div className={classes.actions}>
        {onRetry !== undefined && !isRefusal && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {m.common.retry}
          </Button>
        )}
        {onDismiss !== undefined && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onDismiss}>
            {m.common.dismiss}
          </Button>
        )}
      </div>
    </div>
  );
}
