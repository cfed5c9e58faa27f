import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { serverNow } from '../../../api/server-clock.ts';
import { useDesk } from '../../../desk/desk-context.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ScreenFailure } from '../../../ui/screen-state.tsx';
import { useTicking } from '../../../ui/use-ticking.ts';
import classes from '../section-frame.module.css';
import { FactList } from '../fact-list.tsx';
import { SectionFrame } from '../section-frame.tsx';
import { useWords } from '../use-words.ts';
import { DeskDetails } from './desk-details.tsx';
import { OwnDesks } from './own-desks.tsx';
import { useDeskDetails } from './use-desk-details.ts';

/** What the desk is called and where it is found; the other desks of whoever looks. */
export function DeskSection() {
  const { desk: w } = useWords();
  const { say } = useI18n();
  const { slug, summary, zone, dates } = useDesk();
  const clock = useTicking(() => dates.full(new Date(serverNow()).toISOString()));
  const query = useDeskDetails();
  const isAdministrator = summary.role === 'administrator';
  return (
    <SectionFrame
      title={w.title}
      about={w.about}
      actions={
        isAdministrator && (
          <Link to="/d/$desk/welcome" params={{ desk: slug }} className={classes.way}>
            {w.welcome}
          </Link>
        )
      }
    >
      {query.isPending && <Skeleton height={260} />}
      {query.data === undefined && query.isError && (
        <ScreenFailure title={w.failed} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && <DeskDetails page={query.data} isEditable={isAdministrator} />}
      {!query.isPending && (
        <>
          <FactList
            facts={[
              { name: w.product, value: say(summary.product), hint: w.productHint },
              { name: w.slug, value: slug, hint: w.slugHint },
              { name: w.zone, value: zone, hint: w.zoneHint(clock) },
            ]}
          />
          <OwnDesks />
        </>
      )}
    </SectionFrame>
  );
}
