import { endpoints, type CallOptions, type PortalCertificatePage } from '@reglament/contract';
import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { lastDay } from '../../ui/last-day.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import { usePortal } from '../portal/index.ts';
import { ActForm } from './act-form.tsx';
import { useDatesOf } from './certificate-standing.tsx';
import { Box } from './box.tsx';
import shared from './certificates.module.css';
import classes from './renewal-section.module.css';
import { ClauseNote } from './clause-note.tsx';
import { SalesDialog } from './sales-dialog.tsx';
import { usePlaceOf } from './use-place-of.ts';
import { usePortalDeed } from './use-portal-deed.ts';
import { useCertificateWords } from './use-words.ts';

interface Props {
  readonly page: PortalCertificatePage;
}

/** How to go on with it: on which terms, by an act or through sales, and the wish to renew where that is worth something. */
export function RenewalSection({ page }: Props) {
  const w = useCertificateWords();
  const { say } = useI18n();
  const { dates } = usePortal();
  const [dialog, setDialog] = useState<'act' | 'sales' | null>(null);
  const { renewal, mayRenew, intent, waitingAct, certificate } = page;
  if (renewal === null && intent === null && waitingAct === null) return null;
  return (
    <Box title={w.page.renewal} tone={intent === null ? undefined : 'accent'}>
      {waitingAct !== null && (
        <p className={classes.flash} role="status">
          {w.act.waits(dates.full(waitingAct.namedAt), waitingAct.ticketNumber)}
        </p>
      )}
      {renewal !== null && (
        <p>
          {renewal.says.map(say).join(' ')} <ClauseNote id={renewal.clause} />
        </p>
      )}
      {intent !== null && <Intent page={page} intent={intent} />}
      <div className={shared.formButtons} data-start>
        {mayRenew === 'by-act' && <Button onClick={() => setDialog('act')}>{w.act.open}</Button>}
        {mayRenew !== 'no' && (
          <Button variant="default" onClick={() => setDialog('sales')}>
            {w.sales.open}
          </Button>
        )}
      </div>
      {dialog === 'act' && <ActForm page={page} onClose={() => setDialog(null)} />}
      {dialog === 'sales' && (
        <SalesDialog
          asked={{
            text: w.sales.renewal(certificate.number),
            companyId: certificate.company.companyId,
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </Box>
  );
}

/** What the declared wish to renew would bring is said before it is declared (R11). */
function Intent({ page, intent }: Props & { readonly intent: NonNullable<PortalCertificatePage['intent']> }) {
  const { intent: w } = useCertificateWords();
  const { slug } = usePortal();
  const { certificateId, zone, state } = page.certificate;
  const dates = useDatesOf(zone);
  const place = usePlaceOf();
  const post = useCallback(
    (body: Record<string, never>, options: CallOptions) =>
      api(endpoints.declarePortalIntent, { params: { desk: slug, certificateId }, body }, options),
    [slug, certificateId],
  );
  const { send, isPending, error } = usePortalDeed(post, () => toast(w.done));
  const until = dates.date(lastDay(intent.loyaltyUntil));
  return (
    <div className={classes.deed}>
      <h3>{w.title}</h3>
      <p>
        {state === 'in-force' ? w.before(dates.date(lastDay(intent.endsAt)), until) : w.after(until)}{' '}
        <ClauseNote id={intent.clause} />
      </p>
      {error !== null && <ProblemNotice error={error} clause={place} onRetry={() => send({})} />}
      <div>
        <Button loading={isPending} onClick={() => send({})}>
          {w.submit}
        </Button>
      </div>
    </div>
  );
}
