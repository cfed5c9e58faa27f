import type { CertificateDecision } from '@reglament/desk';
import {
  certificateRefusalWords,
  momentNames,
  startCauseNames,
  type SupportCertificate,
} from '@reglament/desk/certificate';
import type { ReactNode } from 'react';
import { serverNow } from '../../api/server-clock.ts';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useDatesOf } from '../../desk/use-dates-of.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './certificates.module.css';
import { lastDay } from '../../ui/last-day.ts';

interface Props {
  readonly decision: CertificateDecision<SupportCertificate>;
  /** The clause that the dates follow from. */
  readonly clause: string | null;
  /** Lines that only a renewal has. */
  readonly children?: ReactNode;
  readonly note?: string | null;
  /** On whose wall clock (R37); null: the desk's. */
  readonly zone: string | null;
}

/** What would stand after an order, or why it can't be: counted by the rules of the server before anything is sent. */
export function OrderPreview({ decision, clause, children, note = null, zone: ofCompany }: Props) {
  const { m, language } = useI18n();
  const desk = useDesk();
  const zone = ofCompany ?? desk.zone;
  if (!decision.ok) {
    const { refusal } = decision;
    return (
      <section className={classes.preview} data-tone="warn" aria-live="polite">
        <h3>{m.certificates.preview.impossible}</h3>
        <p>
          {certificateRefusalWords(refusal, zone as Parameters<typeof certificateRefusalWords>[1], language)}
        </p>
        {refusal.clause !== null && <ClauseMark id={refusal.clause} />}
      </section>
    );
  }
  return (
    <section className={classes.preview} aria-live="polite">
      <h3>{m.certificates.preview.title}</h3>
      <dl>
        <Dates certificate={decision.value} />
        {children}
      </dl>
      {note !== null && <p>{note}</p>}
      {clause !== null && <ClauseMark id={clause} />}
    </section>
  );
}

const iso = (at: number): string => new Date(at).toISOString();

function Dates({ certificate }: { readonly certificate: SupportCertificate }) {
  const { m, language, say } = useI18n();
  const dates = useDatesOf(certificate.zone ?? null);
  const { startsAt, endsAt, startCause, loyaltyUntil, beginsOn } = certificate;
  const words = m.certificates.preview;
  const upon = beginsOn.map((event) => momentNames[event][language]).join(', ');
  const starts =
    startsAt === null
      ? upon === ''
        ? words.unknown
        : words.onEvent(upon)
      : [dates.date(iso(startsAt)), ...(startCause === null ? [] : [say(startCauseNames[startCause])])].join(
          ', ',
        );
  return (
    <>
      <div>
        <dt>{words.starts}</dt>
        <dd>{starts}</dd>
      </div>
      {startsAt !== null && startsAt > serverNow() && upon !== '' && (
        <div>
          <dt>{words.earlier}</dt>
          <dd>{words.onEvent(upon)}</dd>
        </div>
      )}
      <div>
        <dt>{words.ends}</dt>
        <dd>{endsAt === null ? m.certificates.page.endless : <b>{dates.date(lastDay(iso(endsAt)))}</b>}</dd>
      </div>
      {loyaltyUntil !== null && (
        <div>
          <dt>{words.loyalty}</dt>
          <dd>{dates.date(lastDay(iso(loyaltyUntil)))}</dd>
        </div>
      )}
    </>
  );
}
