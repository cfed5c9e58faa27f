import type { CertificatePage } from '@reglament/contract';
import { TextInput } from '@mantine/core';
import type {
  CertificateDecision,
  CertificateId,
  CertificateRules,
  RegulationVersionId,
  SupportCertificate,
} from '@reglament/desk';
import {
  foldActNumber,
  type JudgedRenewal,
  renewOnPaper,
  spanWords,
  termWords,
} from '@reglament/desk/certificate';
import { instant } from '@reglament/working-time';
import { useState } from 'react';
import { serverNow } from '../../api/server-clock.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useDatesOf } from '../../desk/use-dates-of.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandDialog } from '../ticket/index.ts';
import { TermField } from './order-fields.tsx';
import { soldUnder } from './order-form.ts';
import { OrderPreview } from './order-preview.tsx';
import { ActFields, ChannelField, UpgradeFields } from './renewal-fields.tsx';
import { firstRenewal, type RenewalForm, renewalOf } from './renewal-form.ts';
import { dayOf } from './day-of.ts';
import classes from './certificates.module.css';
import { useCertificateCommand } from './use-certificate-command.ts';
import { useCompanyClock } from './use-company-clock.ts';
import { useWorld } from './use-world.ts';

interface Props {
  readonly page: CertificatePage;
  readonly onClose: () => void;
}

/** Ids that the server gives, and an act that only it can look up. */
const UNKNOWN = {
  certificateId: '' as CertificateId,
  regulationVersionId: '' as RegulationVersionId,
  actUsedFor: null,
};

/** A renewal by the rules of the old certificate; what is left to use is shown before anything is bought. */
export function RenewDialog({ page, onClose }: Props) {
  const { m } = useI18n();
  const { regulation, zone } = useDesk();
  const clock = useCompanyClock(page.certificate.company.companyId);
  const world = useWorld(clock);
  const moments = useDatesOf(page.certificate.zone);
  const { send, ...state } = useCertificateCommand(page, onClose);
  const rules = page.rules as CertificateRules | null;
  const rule = rules?.renewal ?? null;
  const [form, setForm] = useState<RenewalForm>(() =>
    firstRenewal(
      page,
      dayOf(page.certificate.zone ?? zone, serverNow()),
      rule?.through?.[0] ?? 'email',
      rule?.quantity === 'activated-licences',
    ),
  );
  const [isChecked, setIsChecked] = useState(false);
  if (regulation === null || world === null || rules === null || rule === null) return null;

  const sold = soldUnder(regulation, page.certificate.package.id);
  const order = sold === null ? null : renewalOf(form, sold, rule.act !== null);
  const held = page.held as unknown as SupportCertificate;
  const ofOld = {
    ...world,
    regulation: { ...regulation, zone: held.zone ?? regulation.zone, certificates: rules },
  };
  const named = namedAct(page, form.actNumber);
  const known = { ...UNKNOWN, actNamedAt: named === null ? null : instant(Date.parse(named.at)) };
  const judged = order === null ? null : renewOnPaper(held, order, known, { ofOld, ofNew: world });
  const change = (changes: Partial<RenewalForm>) => setForm((before) => ({ ...before, ...changes }));
  const handleSubmit = () => {
    setIsChecked(true);
    const lacksAct = rule.act !== null && order?.act === null;
    if (order !== null && order.number !== '' && !lacksAct) send({ command: 'renew', ...order });
  };

  return (
    <CommandDialog
      title={`${m.certificates.command.renew} ${page.certificate.number}`}
      submit={m.certificates.command.renew}
      onSubmit={handleSubmit}
      onClose={onClose}
      wide
      {...state}
    >
      <TextInput
        data-autofocus
        label={m.certificates.form.number}
        maxLength={100}
        value={form.number}
        onChange={(event) => change({ number: event.currentTarget.value })}
        error={isChecked && form.number.trim() === '' && m.certificates.form.numberMissing}
      />
      <div className={classes.pair}>
        <TextInput
          type="date"
          label={m.certificates.form.boughtOn}
          value={form.boughtOn}
          onChange={(event) => change({ boughtOn: event.currentTarget.value })}
          error={isChecked && form.boughtOn === '' && m.certificates.form.dayMissing}
        />
        {sold !== null && <TermField form={form} sold={sold} onChange={change} />}
        {sold?.isCounted === true && (
          <TextInput
            type="number"
            min={1}
            label={m.certificates.form.quantity[rules.covers?.quantity ?? 'not-counted']}
            value={form.quantity}
            onChange={(event) => change({ quantity: event.currentTarget.value })}
          />
        )}
        {rule.quantity === 'activated-licences' && (
          <TextInput
            type="number"
            min={1}
            label={m.certificates.form.activated}
            {...(page.certificate.inUse === null
              ? {}
              : { readOnly: true, description: m.certificates.form.onRecord(page.certificate.inUse) })}
            inputWrapperOrder={['label', 'input', 'description']}
            value={form.activated}
            onChange={(event) => change({ activated: event.currentTarget.value })}
          />
        )}
      </div>
      {rule.through !== null && <ChannelField form={form} onChange={change} />}
      {rule.act !== null && <ActFields form={form} isChecked={isChecked} onChange={change} />}
      {rule.act !== null && named !== null && (
        <p className={classes.dim}>
          {m.certificates.form.actNamed(moments.full(named.at), String(named.ticket))}
        </p>
      )}
      {wantsUpgrade(form, judged) && <UpgradeFields form={form} onChange={change} />}
      {judged !== null && <RenewalPreview judged={judged} clause={rule.clause} zone={clock} />}
    </CommandDialog>
  );
}

/** The act as the customer named it on a page, however staff write it; null: it came another way. */
const namedAct = (
  { namedActs }: CertificatePage,
  typed: string,
): CertificatePage['namedActs'][number] | null =>
  namedActs.find(({ number }) => foldActNumber(number) === foldActNumber(typed)) ?? null;

/** After the time for renewals the upgrade comes first: asked for only then. */
const wantsUpgrade = (form: RenewalForm, judged: CertificateDecision<JudgedRenewal> | null): boolean =>
  form.upgradeBoughtOn !== '' ||
  form.upgradeInstalledOn !== '' ||
  (judged !== null && !judged.ok && judged.refusal.code === 'late-return');

function RenewalPreview({
  judged,
  clause,
  zone,
}: {
  readonly judged: CertificateDecision<JudgedRenewal>;
  readonly clause: string;
  readonly zone: string | null;
}) {
  const { m, language } = useI18n();
  const words = m.certificates.preview;
  if (!judged.ok) return <OrderPreview decision={judged} clause={clause} zone={zone} />;
  const { certificate, late, left, renewal, facts } = judged.value;
  const isLate = late.months > 0 || late.days > 0;
  return (
    <OrderPreview
      decision={{ ok: true, value: certificate }}
      clause={clause}
      zone={zone}
      note={renewal.backDated ? words.backDated : null}
    >
      {isLate && (
        <div>
          <dt>{words.late}</dt>
          <dd>{spanWords(late, language)}</dd>
        </div>
      )}
      {facts.term !== null && (
        <div>
          <dt>{words.left}</dt>
          <dd>
            <b>{words.leftOf(spanWords(left, language), termWords(facts.term, language))}</b>
          </dd>
        </div>
      )}
    </OrderPreview>
  );
}
