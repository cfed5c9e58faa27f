import type { PortalTicket } from '@reglament/contract';
import { Button, TextInput } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { usePortal } from '../portal/index.ts';
import classes from './ticket-page.module.css';
import { usePortalCommand } from './use-portal-command.ts';
import { useTicketWords } from './use-words.ts';

/** Whoever would rather talk asks for a call, on the number of their profile or another. */
export function CallbackForm({ ticket }: { readonly ticket: PortalTicket }) {
  const { callback: w } = useTicketWords();
  const { overview } = usePortal();
  const [isOpen, setIsOpen] = useState(false);
  const [phone, setPhone] = useState(overview.contact.phone);
  const command = usePortalCommand(ticket.number, { clear: () => setIsOpen(false) });
  const send = () => {
    if (phone.trim() !== '' && !command.isPending)
      command.mutate({ command: 'ask-callback', phone: phone.trim() });
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  if (!isOpen)
    return (
      <div className={classes.buttons}>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconPhone size={16} stroke={1.8} aria-hidden />}
          onClick={() => setIsOpen(true)}
        >
          {w.open}
        </Button>
      </div>
    );
  return (
    <section className={classes.card}>
      <form className={classes.form} onSubmit={handleSubmit}>
        <TextInput
          label={w.label}
          description={w.hint}
          type="tel"
          autoFocus
          autoComplete="tel"
          maxLength={60}
          placeholder="+7 900 000-00-00"
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        {command.error !== null && <ProblemNotice error={command.error} onRetry={send} />}
        <div className={classes.buttons}>
          <Button type="submit" loading={command.isPending} disabled={phone.trim() === ''}>
            {w.send}
          </Button>
          <Button variant="default" onClick={() => setIsOpen(false)}>
            {w.cancel}
          </Button>
        </div>
      </form>
    </section>
  );
}
