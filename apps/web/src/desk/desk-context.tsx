import type { Session } from '@reglament/contract';
import type { Clause, Regulation } from '@reglament/desk';
import { compileSchedule, type Calendar } from '@reglament/working-time';
import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo, type ReactNode } from 'react';
import { regulationQuery } from '../api/queries.ts';
import { useI18n } from '../i18n/i18n.tsx';
import { dateText, type DateText } from '../ui/date-text.ts';

export type DeskOfSession = Session['desks'][number];

export interface Desk {
  readonly slug: string;
  readonly summary: DeskOfSession;
  readonly session: Session;
  /** null until it has loaded. */
  readonly regulation: Regulation | null;
  readonly zone: string;
  readonly dates: DateText;
  /** The calendar of a schedule of the regulation; null for plain hours and until the regulation has loaded. */
  readonly calendarOf: (schedule: string | null) => Calendar | null;
  readonly scheduleName: (schedule: string | null) => string | null;
  readonly clause: (id: string) => Clause | null;
}

const Context = createContext<Desk | null>(null);
/** Shown for the moments before the regulation says its own zone. */
const FIRST_ZONE = 'Europe/Moscow';

const calendarsOf = (regulation: Regulation | null): ((schedule: string | null) => Calendar | null) => {
  const compiled = new Map<string, Calendar>();
  return (id) => {
    const found = id === null ? undefined : compiled.get(id);
    if (found !== undefined) return found;
    const schedule = regulation?.schedules.find((one) => one.id === id);
    if (id === null || schedule === undefined) return null;
    const calendar = compileSchedule(schedule.schedule);
    compiled.set(id, calendar);
    return calendar;
  };
};

interface Props {
  readonly summary: DeskOfSession;
  readonly session: Session;
  readonly children: ReactNode;
}

export function DeskProvider({ summary, session, children }: Props) {
  const { language, say } = useI18n();
  const regulation = useQuery(regulationQuery(summary.slug)).data ?? null;
  const calendarOf = useMemo(() => calendarsOf(regulation), [regulation]);
  const value = useMemo<Desk>(() => {
    const zone = regulation?.zone ?? FIRST_ZONE;
    return {
      slug: summary.slug,
      summary,
      session,
      regulation,
      zone,
      dates: dateText(language, zone),
      calendarOf,
      scheduleName: (id) => {
        const found = regulation?.schedules.find((one) => one.id === id);
        return found === undefined ? null : say(found.name);
      },
      clause: (id) => regulation?.clauses.find((one) => one.id === id) ?? null,
    };
  }, [summary, session, regulation, language, calendarOf, say]);
  return <Context value={value}>{children}</Context>;
}

export const useDesk = (): Desk => {
  const value = use(Context);
  if (value === null) throw new Error('useDesk outside of DeskProvider');
  return value;
};
