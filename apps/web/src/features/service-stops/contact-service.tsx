import type { ServiceStop } from '@reglament/contract';
import { Button } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { onOpening } from '../../ui/on-opening.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import classes from './service-stops.module.css';
import { type StopAction, type StopsOf, useServiceStops } from './use-service-stops.ts';

const StopDialog = onOpening(async () => (await import('./stop-dialog.tsx')).StopDialog);

interface Props {
  readonly contact: { readonly contactId: string; readonly name: string };
  /** What is asked for at once: the stops of everybody on the page. */
  readonly of: StopsOf;
}

/** Whether a contact is served: who stopped it, when and why; nothing where the regulation knows no such thing. */
export function ContactService({ contact, of }: Props) {
  const { m } = useI18n();
  const [action, setAction] = useState<StopAction | null>(null);
  const query = useServiceStops(of);
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return null;
  const { stops, mayStop, mayResume } = query.data;
  const own = stops.filter(({ contact: { contactId } }) => contactId === contact.contactId);
  const held = own.find(({ reversed }) => reversed === null);
  const may: StopAction | null = held === undefined ? (mayStop ? 'stop' : null) : mayResume ? 'resume' : null;
  return (
    <div className={classes.service}>
      {own.map((stop) => (
        <Stop key={stop.stopId} stop={stop} />
      ))}
      {may !== null && (
        <Button
          variant={may === 'stop' ? 'subtle' : 'default'}
          color={may === 'stop' ? 'gray' : 'ink'}
          size="compact-xs"
          aria-label={`${m.serviceStops[may].submit}: ${contact.name}`}
          onClick={() => setAction(may)}
        >
          {m.serviceStops[may].submit}
        </Button>
      )}
      {action !== null && <StopDialog action={action} contact={contact} onClose={() => setAction(null)} />}
    </div>
  );
}

function Stop({ stop }: { readonly stop: ServiceStop }) {
  const { m } = useI18n();
  const { dates } = useDesk();
  const words = m.serviceStops;
  const { at, by, evidence, clause, reversed } = stop;
  return (
    <div className={classes.stop} data-tone={reversed === null ? 'warn' : 'past'}>
      {reversed === null && <IconUserOff size={15} stroke={1.8} aria-hidden />}
      <div>
        <p>
          {words.stopped(dates.full(at), by)} <ClauseMark id={clause} />
        </p>
        <p className={classes.words}>{evidence}</p>
        {reversed !== null && (
          <>
            <p>{words.resumed(dates.full(reversed.at), reversed.by)}</p>
            <p className={classes.words}>{reversed.reason}</p>
          </>
        )}
      </div>
    </div>
  );
}
