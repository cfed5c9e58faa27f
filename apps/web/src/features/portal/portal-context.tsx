import type { PortalSummary, Session } from '@reglament/contract';
import type { Clause } from '@reglament/desk';
import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo, type ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { dateText, type DateText } from '../../ui/date-text.ts';
import { PortalWaits } from './portal-waits.tsx';
import { portalQuery, type PortalOverview } from './portal-query.ts';

export interface Portal {
  readonly slug: string;
  readonly summary: PortalSummary;
  readonly session: Session;
  /** Who the customer is to the desk, and the regulation in force. */
  readonly overview: PortalOverview;
  /** Of the desk: its deadlines are counted and told by it. */
  readonly zone: string;
  /** Times as the customer wants to see them: by their own zone, or the desk's. */
  readonly dates: DateText;
  readonly clause: (id: string) => Clause | null;
}

const Context = createContext<Portal | null>(null);

interface Props {
  readonly summary: PortalSummary;
  readonly session: Session;
  readonly children: ReactNode;
}

export function PortalProvider({ summary, session, children }: Props) {
  const { language } = useI18n();
  const { data: overview, error, refetch } = useQuery(portalQuery(summary.slug));
  const value = useMemo<Portal | null>(() => {
    if (overview === undefined) return null;
    const { zone, clauses } = overview.regulation;
    return {
      slug: summary.slug,
      summary,
      session,
      overview,
      zone,
      dates: dateText(language, overview.contact.zone ?? zone),
      clause: (id) => clauses.find((one) => one.id === id) ?? null,
    };
  }, [overview, summary, session, language]);
  if (value === null) return <PortalWaits error={error} onRetry={() => void refetch()} />;
  return <Context value={value}>{children}</Context>;
}

export const usePortal = (): Portal => {
  const value = use(Context);
  if (value === null) throw new Error('usePortal outside of PortalProvider');
  return value;
};
