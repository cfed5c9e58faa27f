import type { ConnectionTestShown } from '@reglament/contract';
import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useWords } from '../use-words.ts';
import type { AccountForm } from './mailbox-form.ts';
import classes from './mailbox.module.css';

interface Props {
  readonly direction: 'in' | 'out';
  readonly form: AccountForm;
  readonly tested: ConnectionTestShown | null;
  readonly onChange: (form: AccountForm) => void;
}

/** Ports that go with a kind of encryption, so that choosing one sets the other. */
const usualPorts = {
  in: { secure: '993', starttls: '143' },
  out: { secure: '465', starttls: '587' },
} as const;

/** One direction: server, encryption, who signs in. */
export function AccountFields({ direction, form, tested, onChange }: Props) {
  const { mailbox: w } = useWords();
  const set = (changes: Partial<AccountForm>) => onChange({ ...form, ...changes });
  const handleKind = (kind: string) => {
    const ports = usualPorts[direction];
    const isUsual = Object.values(ports).some((port) => port === form.port);
    const secure = kind === 'secure';
    set({ secure, ...(isUsual ? { port: secure ? ports.secure : ports.starttls } : {}) });
  };
  return (
    <div className={classes.fields}>
      <TextInput
        className={classes.host}
        label={w.host}
        placeholder={direction === 'in' ? 'imap.firma.example' : 'smtp.firma.example'}
        value={form.host}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => set({ host: event.currentTarget.value })}
      />
      <TextInput
        label={w.port}
        inputMode="numeric"
        maxLength={5}
        value={form.port}
        onChange={(event) => set({ port: event.currentTarget.value.replaceAll(/\D/g, '') })}
      />
      <NativeSelect
        label={w.tls}
        value={form.secure ? 'secure' : 'starttls'}
        onChange={(event) => handleKind(event.currentTarget.value)}
        data={[
          { value: 'secure', label: w.tlsKinds.secure },
          { value: 'starttls', label: w.tlsKinds.starttls },
        ]}
      />
      <TextInput
        className={classes.wide}
        label={w.user}
        {...(direction === 'out' ? { placeholder: w.noSignIn } : {})}
        value={form.user}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => set({ user: event.currentTarget.value })}
      />
      <PasswordInput
        className={classes.wide}
        label={w.password}
        placeholder={form.hasPassword ? w.passwordKept : ''}
        value={form.password}
        autoComplete="new-password"
        onChange={(event) => set({ password: event.currentTarget.value })}
      />
      {direction === 'in' && (
        <TextInput
          label={w.folder}
          value={form.folder}
          onChange={(event) => set({ folder: event.currentTarget.value })}
        />
      )}
      {tested !== null && <Tested tested={tested} />}
    </div>
  );
}

function Tested({ tested }: { readonly tested: ConnectionTestShown }) {
  const { mailbox: w } = useWords();
  const isOk = tested.outcome === 'ok';
  const Shape = isOk ? IconCircleCheck : IconAlertTriangle;
  return (
    <p className={classes.tested} data-ok={isOk} role={isOk ? 'status' : 'alert'}>
      <Shape size={16} stroke={1.8} aria-hidden />
      <span>
        {w.outcomes[tested.outcome]}
        {tested.detail !== '' && <span className={classes.said}>{w.said(tested.detail)}</span>}
      </span>
    </p>
  );
}
