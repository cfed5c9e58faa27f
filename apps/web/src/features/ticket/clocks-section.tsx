import type { ClockView, TicketPage } from '@reglament/contract';
import { zoneWords, type RuleCalendars } from '@reglament/desk/clock';
import { instant, type Calendar, type TimeZoneId } from '@reglament/working-time';
import { useMemo } from 'react';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { Countdown } from '../../desk/countdown.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Language } from '../../i18n/language.ts';
import { spanWords } from '../../ui/countdown.ts';
import { dateText } from '../../ui/date-text.ts';
import { ClockTimeline } from '../../desk/clock-timeline.tsx';
import classes from './clocks-section.module.css';
import details from './details.module.css';
import { Section } from './section.tsx';
import { calendarsOf, useCountedClock } from './use-counted-clock.ts';

const isLate = (clock: ClockView): boolean => clock.outcome === 'missed' || clock.breachedAt !== null;

/** The commitments that run on the ticket: how long is left, and why that long. */
export function ClocksSection({ page }: { readonly page: TicketPage }) {
  const { m } = useI18n();
  const { clocks, schedules } = page;
  const calendars = useMemo(() => calendarsOf(schedules), [schedules]);
  return (
    <Section title={m.clocks.title}>
      {clocks.length === 0 && <p className={details.dim}>{m.clocks.empty}</p>}
      {clocks.map((clock) => (
        <ClockCard key={clock.clock} clock={clock} calendars={calendars} localZone={page.ticket.localZone} />
      ))}
    </Section>
  );
}

interface CardProps {
  readonly clock: ClockView;
  readonly calendars: RuleCalendars;
  /** Whose wall clock the ticket goes by; null: the desk's. */
  readonly localZone: string | null;
}

function ClockCard({ clock, calendars, localZone }: CardProps) {
  const { m, say, language } = useI18n();
  const { trace, percent, calendar } = useCountedClock(clock, calendars);
  const spent = m.clocks.counted(spanWords(trace.spentMs, m.time, calendar !== null));
  const summary = percent === null ? spent : `${spent} · ${m.clocks.used(percent)}`;
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
      <Due clock={clock} calendar={calendar} localZone={localZone} />
      <LocalDue dueAt={clock.dueAt} zone={localZone} />
      <ClockTimeline trace={trace} name={say(clock.name)} summary={summary} />
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

interface DueProps {
  readonly clock: ClockView;
  readonly calendar: Calendar | null;
  readonly localZone: string | null;
}

function Due({ clock, calendar, localZone }: DueProps) {
  const { m, language } = useI18n();
  const { dates, zone } = useDesk();
  // Of two clocks each is named.
  const isOfTwo = localZone !== null && localZone !== zone;
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
      <Countdown dueAt={clock.dueAt} schedule={clock.schedule} calendar={calendar} />
      <time className={classes.due} dateTime={clock.dueAt}>
        {dates.short(clock.dueAt)}
        {isOfTwo && ` (${zoneName(zone, clock.dueAt, language)})`}
      </time>
    </div>
  );
}

/** The same deadline on the customer's wall clock, where it is another one than the desk's. */
function LocalDue({ dueAt, zone }: { readonly dueAt: string | null; readonly zone: string | null }) {
  const { m, language } = useI18n();
  const desk = useDesk();
  if (dueAt === null || zone === null || zone === desk.zone) return null;
  return (
    <div className={classes.local}>
      {m.place.dueLocal(`${dateText(language, zone).short(dueAt)} (${zoneName(zone, dueAt, language)})`)}
    </div>
  );
}

const zoneName = (zone: string, at: string, language: Language): string =>
  zoneWords(zone as TimeZoneId, instant(Date.parse(at)), language);
