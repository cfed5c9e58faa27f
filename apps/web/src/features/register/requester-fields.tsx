import { Select, TextInput } from '@mantine/core';
import { CompanySelect } from '../../desk/company-select.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './register-page.module.css';
import { SiteField } from './site-field.tsx';
import type { RegistrationForm } from './use-registration.ts';

export interface FieldsProps {
  readonly form: RegistrationForm;
  readonly onChange: (part: Partial<RegistrationForm>) => void;
}

interface Props extends FieldsProps {
  readonly errors: { readonly name: string | null; readonly email: string | null };
}

const channels: readonly RegistrationForm['channel'][] = [
  'phone',
  'messenger',
  'social',
  'web-form',
  'portal',
  'email',
];

export function RequesterFields({ form, onChange, errors }: Props) {
  const { m } = useI18n();
  return (
    <fieldset className={classes.group}>
      <legend>{m.register.requester}</legend>
      <div className={classes.pair}>
        <Select
          label={m.register.channel}
          data={channels.map((value) => ({ value, label: m.channel[value] }))}
          allowDeselect={false}
          value={form.channel}
          onChange={(value) => onChange({ channel: channels.find((one) => one === value) ?? 'phone' })}
        />
        <TextInput
          label={m.register.name}
          required
          maxLength={200}
          autoComplete="off"
          value={form.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          error={errors.name}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          label={m.register.phone}
          type="tel"
          maxLength={40}
          autoComplete="off"
          placeholder="+7 (495) 000-00-00"
          value={form.phone}
          onChange={(event) => onChange({ phone: event.currentTarget.value })}
        />
        <TextInput
          label={m.register.email}
          description={m.register.emailHint}
          type="email"
          maxLength={254}
          autoComplete="off"
          value={form.email}
          onChange={(event) => onChange({ email: event.currentTarget.value })}
          error={errors.email}
        />
      </div>
      <CompanySelect
        label={m.register.company}
        description={m.register.companyHint}
        value={form.companyId}
        onChange={(companyId) => onChange({ companyId, siteId: null })}
      />
      <SiteField form={form} onChange={onChange} />
    </fieldset>
  );
}
