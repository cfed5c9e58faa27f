import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import classes from './certificates.module.css';
import type { RenewalForm } from './renewal-form.ts';

interface Props {
  readonly form: RenewalForm;
  readonly onChange: (changes: Partial<RenewalForm>) => void;
}

export function ChannelField({ form, onChange }: Props) {
  const { m } = useI18n();
  return (
    <NativeSelect
      label={m.certificates.form.channel}
      value={form.channel}
      onChange={(event) => onChange({ channel: event.currentTarget.value as RenewalForm['channel'] })}
      data={Object.entries(m.channel).map(([value, label]) => ({ value, label }))}
    />
  );
}

/** The act that proves the purchase. */
export function ActFields({ form, isChecked, onChange }: Props & { readonly isChecked: boolean }) {
  const { m } = useI18n();
  const words = m.certificates.form;
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          label={words.actNumber}
          maxLength={100}
          value={form.actNumber}
          onChange={(event) => onChange({ actNumber: event.currentTarget.value })}
          error={isChecked && form.actNumber.trim() === '' && words.actNumberMissing}
        />
        <TextInput
          type="date"
          label={words.actOn}
          value={form.actOn}
          onChange={(event) => onChange({ actOn: event.currentTarget.value })}
          error={isChecked && form.actOn === '' && words.dayMissing}
        />
      </div>
      <Choices
        legend={words.issuer}
        choices={[
          { id: 'vendor', name: words.issuers.vendor },
          { id: 'partner', name: words.issuers.partner },
        ]}
        value={form.issuer}
        onChange={(id) => onChange({ issuer: id as RenewalForm['issuer'] })}
      />
      <Checkbox
        label={words.namesSupport}
        checked={form.namesSupport}
        onChange={(event) => onChange({ namesSupport: event.currentTarget.checked })}
      />
    </>
  );
}

/** What must come before a renewal that is too late. */
export function UpgradeFields({ form, onChange }: Props) {
  const { m } = useI18n();
  return (
    <div className={classes.pair}>
      <TextInput
        type="date"
        label={m.certificates.form.upgradeBought}
        value={form.upgradeBoughtOn}
        onChange={(event) => onChange({ upgradeBoughtOn: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={m.certificates.form.upgradeInstalled}
        value={form.upgradeInstalledOn}
        onChange={(event) => onChange({ upgradeInstalledOn: event.currentTarget.value })}
      />
    </div>
  );
}
