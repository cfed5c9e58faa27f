import type { AccountPage } from '@reglament/contract';
import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './account.module.css';
import { deviceName } from './device-name.ts';
import { useEndOtherSessions, useEndSession } from './use-account.ts';
import { useLocalDates } from './use-local-dates.ts';
import { useWords } from './use-words.ts';

const isPhone = (userAgent: string): boolean => /Mobile|iPhone|Android/.test(userAgent);

/** Where somebody is signed in. */
export function SessionsSection({ account }: { readonly account: AccountPage }) {
  const w = useWords();
  const dates = useLocalDates();
  const end = useEndSession();
  const endOthers = useEndOtherSessions();
  const error = end.error ?? endOthers.error;
  return (
    <section className={classes.card} aria-labelledby="sessions-title">
      <h2 className={classes.title} id="sessions-title">
        {w.sessions.title}
      </h2>
      <p className={classes.about}>{w.sessions.about}</p>
      {error !== null && <ProblemNotice error={error} />}
      <ul className={classes.list}>
        {account.sessions.map((one) => {
          const device = deviceName(one.userAgent) ?? w.sessions.unknown;
          const Shape = isPhone(one.userAgent) ? IconDeviceMobile : IconDeviceDesktop;
          return (
            <li key={one.sessionId} className={classes.item}>
              <Shape size={20} stroke={1.6} className={classes.icon} aria-hidden />
              <div className={classes.words}>
                <span className={classes.name}>{device}</span>
                <span className={classes.meta}>
                  {one.isThis ? w.sessions.now : w.sessions.used(dates.full(one.usedAt))},{' '}
                  {one.address ?? w.sessions.noAddress}
                </span>
              </div>
              {one.isThis ? (
                <span className={classes.mark}>{w.sessions.this}</span>
              ) : (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  aria-label={w.sessions.endNamed(device)}
                  loading={end.isPending && end.variables === one.sessionId}
                  onClick={() => end.mutate(one.sessionId, { onSuccess: () => toast(w.sessions.ended) })}
                >
                  {w.sessions.end}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {account.sessions.length > 1 && (
        <div className={classes.row}>
          <Button
            variant="default"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate(undefined, { onSuccess: () => toast(w.sessions.endedOthers) })}
          >
            {w.sessions.endOthers}
          </Button>
        </div>
      )}
    </section>
  );
}
