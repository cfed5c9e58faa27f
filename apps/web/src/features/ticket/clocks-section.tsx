import type { ClockView } from '@reglament/contract';
import { Progress } from '@mantine/core';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { Countdown } from '../../desk/countdown.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './clocks-section.module.css';
import details from './details.module.css';
import { Section } from './section.tsx';

const WARN_FROM = 0.75;

const isLate = (clock: ClockView): boolean => clock.outcome === 'missed' || clock.breachedAt !== null;

const colourOf = (clock: ClockView): string => {
  if (isLate(clock)) return 'red.7';
  if (clock.status !== 'running') return 'gray.5';
  return (clock.usedFraction ?? 0) >= WARN_FROM ? 'yellow.7' : 'ink.5';
};

/** The commitments that run on the ticket: how long is left, and why that long. */
export function ClocksSection({ clocks }: { readonly clocks: readonly ClockView[] }) {
  const { m } = useI18n();
  return (
    <Section title={m.clocks.title}>
      {clocks.length === 0 && <p className={details.dim}>{m.clocks.empty}</p>}
      {clocks.map((clock) => (
        <ClockCard key={clock.clock} clock={clock} />
      ))}
    </Section>
  );
}

function ClockCard({ clock }: { readonly clock: ClockView }) {
  const { m, say, language } = useI18n();
  const percent = Math.round((clock.usedFraction ?? 0) * 100);
  const sentences = clock.explanation[language];
  return (
    <article
      className={classes.clock}
      data-tone={isLate(clock) ? 'danger' : undefined}
      aria-label={say(clock.name)}
    >
      <div className={classes.top}>
        <span className={classes.name}>{say(clock.name)}</span>
        <Status clock={clock} />
      </div>
      <Due clock={clock} />
      <Progress
        className={classes.bar}
        value={Math.min(percent, 100)}
        size={4}
        color={colourOf(clock)}
        aria-label={`${say(clock.name)}: ${m.clocks.used(percent)}`}
      />
      <div className={classes.foot}>
        {sentences.length > 0 && (
          <details className={classes.why}>
            <summary>{m.clocks.why}</summary>
            <ol>
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ol>
          </details>
        )}
        <ClauseMark id={clock.clause.id} />
      </div>
    </article>
  );
}

function Status({ clock }: { readonly clock: ClockView }) {
  const { m } = useI18n();
  if (clock.outcome === 'met') {
    return (
      <span className={classes.status} data-tone="ok">
        {m.clocks.met}
      </span>
    );
  }
  if (isLate(clock)) {
    return (
      <span className={classes.status} data-tone="danger">
        {m.clocks.missed}
      </span>
    );
  }
  return <span className={classes.status}>{m.clocks.status[clock.status]}</span>;
}

function Due({ clock }: { readonly clock: ClockView }) {
  const { m } = useI18n();
  const { dates } = useDesk();
  if (clock.status === 'stopped') {
    return (
      <div className={classes.main}>
        {clock.stoppedAt !== null && (
          <span className={classes.due}>{m.clocks.stoppedAt(dates.short(clock.stoppedAt))}</span>
        )}
        {clock.lastDueAt !== null && (
          <span className={classes.due}>{m.clocks.wasDue(dates.short(clock.lastDueAt))}</span>
        )}
      </div>
    );
  }
  if (clock.dueAt === null) {
    return (
      <div className={classes.due}>{clock.status === 'paused' ? m.clocks.pausedHint : m.clocks.noDue}</div>
    );
  }
  return (
    <div className={classes.main}>
      <Countdown dueAt={clock.dueAt} schedule={clock.schedule} />
      <time className={classes.due} dateTime={clock.dueAt}>
        {dates.short(clock.dueAt)}
      </time>
    </div>
  );
}
