import { NativeSelect, TextInput } from '@mantine/core';
import type { CertificateId, CompanyId, RegulationVersionId } from '@reglament/desk';
import { certificateOf, factsOf } from '@reglament/desk/certificate';
import { useState } from 'react';
import { CompanySelect } from '../../desk/company-select.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandDialog } from '../ticket/index.ts';
import { OrderFields } from './order-fields.tsx';
import { draftOf, emptyOrder, type OrderForm, soldUnder, termText } from './order-form.ts';
import { OrderPreview } from './order-preview.tsx';
import { useIssue } from './use-certificate-command.ts';
import { useCompanyClock } from './use-company-clock.ts';
import { useWorld } from './use-world.ts';

interface Props {
  /** null: it is chosen in the form. */
  readonly companyId: string | null;
  readonly onClose: () => void;
  /** What follows the issue; absent: the certificate is shown. */
  readonly onIssued?: (certificateId: string) => Promise<void>;
}

/** Ids that the server gives: dates do not depend on them. */
const NO_IDS = {
  certificateId: '' as CertificateId,
  companyId: '' as CompanyId,
  regulationVersionId: '' as RegulationVersionId,
  renews: null,
};

/** A certificate by the offers of the regulation in force; its dates are shown before it is saved. */
export function IssueDialog({ companyId, onClose, onIssued }: Props) {
  const { m, say } = useI18n();
  const { regulation } = useDesk();
  const { send, ...state } = useIssue(onClose, onIssued);
  const [form, setForm] = useState<OrderForm>(() => emptyOrder(companyId));
  const clock = useCompanyClock(form.companyId);
  const world = useWorld(clock);
  const [isChecked, setIsChecked] = useState(false);
  if (regulation === null || world === null) return null;

  const sold = soldUnder(regulation, form.packageId);
  const draft = sold === null ? null : draftOf(form, sold);
  const change = (changes: Partial<OrderForm>) => setForm((before) => ({ ...before, ...changes }));
  const choosePackage = (packageId: string) => {
    const next = soldUnder(regulation, packageId);
    const term = next?.terms?.[0] ?? next?.offer.usualTerm ?? null;
    change({
      packageId: packageId === '' ? null : packageId,
      ...(term === null ? {} : { term: termText(term) }),
    });
  };
  const handleSubmit = () => {
    setIsChecked(true);
    if (draft === null || form.companyId === null || draft.number === '') return;
    const { products, bought, people } = draft;
    send({
      ...draft,
      companyId: form.companyId,
      products: products === null ? null : [...products],
      bought: [...bought],
      people: { ...people },
    });
  };

  return (
    <CommandDialog
      title={m.certificates.form.issueTitle}
      submit={m.certificates.issue}
      onSubmit={handleSubmit}
      onClose={onClose}
      wide
      {...state}
    >
      {companyId === null && (
        <CompanySelect
          autoFocus
          label={m.certificates.form.company}
          value={form.companyId}
          onChange={(id) => change({ companyId: id })}
          error={isChecked && form.companyId === null && m.certificates.form.companyMissing}
        />
      )}
      <NativeSelect
        label={m.certificates.form.package}
        value={form.packageId ?? ''}
        onChange={(event) => choosePackage(event.currentTarget.value)}
        error={isChecked && sold === null && m.certificates.form.packageMissing}
        data={[
          { value: '', label: m.common.none },
          ...regulation.packages
            .filter(({ id }) => soldUnder(regulation, id) !== null)
            .map(({ id, name }) => ({ value: id, label: say(name) })),
        ]}
      />
      <TextInput
        label={m.certificates.form.number}
        maxLength={100}
        value={form.number}
        onChange={(event) => change({ number: event.currentTarget.value })}
        error={isChecked && form.number.trim() === '' && m.certificates.form.numberMissing}
      />
      {sold !== null && draft !== null && (
        <>
          <OrderFields
            form={form}
            sold={sold}
            counts={regulation.certificates?.covers?.quantity ?? 'not-counted'}
            onChange={change}
          />
          <OrderPreview
            decision={certificateOf(
              factsOf(
                draft,
                { ...NO_IDS, ...(clock === null ? {} : { zone: clock }) },
                world.regulation.zone,
              ),
              null,
              world,
            )}
            clause={sold.offer.begins.clause}
            zone={clock}
          />
        </>
      )}
    </CommandDialog>
  );
}
