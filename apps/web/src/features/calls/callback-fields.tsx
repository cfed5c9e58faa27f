import { Checkbox, TextInput } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './call-page.module.css';
import type { DraftProps } from './draft-props.ts';

/** Whoever calls wants to be called back, on this number or another. */
export function CallbackFields({ draft, onChange }: Omit<DraftProps, 'onForm'>) {
  const { m } = useI18n();
  const w = m.calls;
  return (
    <div className={classes.pair}>
      <Checkbox
        className={classes.check}
        label={w.callback}
        checked={draft.wantsCallback}
        onChange={(event) => onChange({ wantsCallback: event.currentTarget.checked })}
      />
      {draft.wantsCallback && (
        <TextInput
          label={w.callbackNumber}
          type="tel"
          maxLength={60}
          autoComplete="off"
          placeholder={draft.isWithheld ? '' : draft.form.phone}
          value={draft.callbackPhone}
          onChange={(event) => onChange({ callbackPhone: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
