import { endpoints, type CallOptions, type PortalCertificatePage, type ReplyOf } from '@reglament/contract';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api } from '../../api/client.ts';
import { Choices } from '../../ui/choices.tsx';
import { lastDay } from '../../ui/last-day.ts';
import { toast } from '../../ui/toast.ts';
import { usePortal } from '../portal/index.ts';
import { useDatesOf } from './certificate-standing.tsx';
import classes from './act-form.module.css';
import shared from './certificates.module.css';
import { PortalForm } from './portal-form.tsx';
import { usePortalDeed } from './use-portal-deed.ts';
import { useCertificateWords } from './use-words.ts';

interface Act {
  readonly number: string;
  readonly issuer: 'vendor' | 'partner';
  readonly namesSupport: boolean;
  readonly months: string;
}

type Judged = ReplyOf<typeof endpoints.previewPortalAct>;

const nothing: Act = { number: '', issuer: 'vendor', namesSupport: false, months: '12' };
const monthsOf = ({ months }: Act): number | null => {
  const count = /^\d{1,3}$/.test(months.trim()) ? Number(months) : 0;
  return count >= 1 && count <= 120 ? count : null;
};

interface Props {
  readonly page: PortalCertificatePage;
  readonly onClose: () => void;
}

/** Renewing by the number of an act: asked, checked, shown, and only then sent (SH-P-RENEW, R26). */
export function ActForm({ page, onClose }: Props) {
  const { act: w } = useCertificateWords();
  const { slug } = usePortal();
  const { certificateId } = page.certificate;
  const [act, setAct] = useState(nothing);
  const [isChecked, setIsChecked] = useState(false);
  const params = { desk: slug, certificateId };
  const body = { ...act, number: act.number.trim(), months: monthsOf(act) ?? 0 };
  const preview = useMutation({ mutationFn: () => api(endpoints.previewPortalAct, { params, body }) });
  const post = useCallback(
    (sent: typeof body, options: CallOptions) =>
      api(endpoints.sendPortalAct, { params: { desk: slug, certificateId }, body: sent }, options),
    [slug, certificateId],
  );
  const deed = usePortalDeed(post, ({ number }) => {
    toast(w.done(number));
    onClose();
  });
  const judged = preview.data;
  const handleCheck = () => {
    setIsChecked(true);
    if (body.number !== '' && body.months > 0) preview.mutate();
  };
  return judged === undefined ? (
    <PortalForm
      title={w.open}
      submit={w.check}
      isPending={preview.isPending}
      error={preview.error}
      onSubmit={handleCheck}
      onClose={onClose}
    >
      <Fields
        act={act}
        isChecked={isChecked}
        onChange={(changes) => {
          setAct({ ...act, ...changes });
          preview.reset();
        }}
      />
    </PortalForm>
  ) : (
    <PortalForm
      title={w.preview}
      submit={w.send}
      isPending={deed.isPending}
      error={deed.error}
      onSubmit={() => deed.send(body)}
      onClose={onClose}
    >
      <Preview number={body.number} judged={judged} page={page} />
      <div>
        <Button variant="subtle" size="compact-sm" onClick={() => preview.reset()}>
          {w.change}
        </Button>
      </div>
    </PortalForm>
  );
}

function Fields({
  act,
  isChecked,
  onChange,
}: {
  readonly act: Act;
  readonly isChecked: boolean;
  readonly onChange: (changes: Partial<Act>) => void;
}) {
  const { act: w } = useCertificateWords();
  return (
    <>
      <TextInput
        data-autofocus
        label={w.number}
        maxLength={100}
        autoComplete="off"
        value={act.number}
        onChange={(event) => onChange({ number: event.currentTarget.value })}
        error={isChecked && act.number.trim() === '' && w.missing}
      />
      <Choices
        legend={w.issuer}
        value={act.issuer}
        onChange={(id) => onChange({ issuer: id === 'partner' ? 'partner' : 'vendor' })}
        choices={[
          { id: 'vendor', name: w.vendor },
          { id: 'partner', name: w.partner },
        ]}
      />
      <Checkbox
        label={w.names}
        checked={act.namesSupport}
        onChange={(event) => onChange({ namesSupport: event.currentTarget.checked })}
      />
      <TextInput
        label={w.months}
        inputMode="numeric"
        maxLength={3}
        value={act.months}
        onChange={(event) => onChange({ months: event.currentTarget.value })}
        error={isChecked && monthsOf(act) === null && w.monthsWrong}
      />
    </>
  );
}

function Preview({
  number,
  judged,
  page,
}: {
  readonly number: string;
  readonly judged: Judged;
  readonly page: PortalCertificatePage;
}) {
  const { act: w, page: p } = useCertificateWords();
  const dates = useDatesOf(page.certificate.zone);
  const { startsAt, endsAt, unusedDays } = judged;
  return (
    <div className={classes.preview}>
      <p>
        <b>
          {w.number}: {number}
        </b>
      </p>
      <p>
        {w.term(
          startsAt === null ? '—' : dates.full(startsAt),
          endsAt === null ? p.endless : dates.date(lastDay(endsAt)),
        )}
      </p>
      {unusedDays !== null && <p className={classes.warning}>{w.unused(unusedDays)}</p>}
      <p className={shared.dim}>{w.after}</p>
    </div>
  );
}
