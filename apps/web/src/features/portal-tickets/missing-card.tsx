import type { PortalTicket } from '@reglament/contract';
import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { QuestionField } from './question-field.tsx';
import classes from './ticket-page.module.css';
import { usePortalCommand } from './use-portal-command.ts';
import { useTicketWords } from './use-words.ts';

/** What the regulation asks for and nobody has told, and the priority while it can be named. */
export function MissingCard({ ticket }: { readonly ticket: PortalTicket }) {
  const { missing: w } = useTicketWords();
  const { say } = useI18n();
  const { missing, mayNamePriority } = ticket;
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [priority, setPriority] = useState<string | null>(null);
  const command = usePortalCommand(ticket.number, {
    clear: () => {
      setFields({});
      setPriority(null);
    },
  });
  if (missing.length === 0 && mayNamePriority === null) return null;
  const told = Object.fromEntries(
    missing.flatMap(({ id }) => (fields[id]?.trim() ? [[id, fields[id].trim()] as const] : [])),
  );
  const isEmpty = Object.keys(told).length === 0 && priority === null;
  // A question about the priority is a priority named.
  const send = () => command.mutate({ command: 'state-fields', fields: told, priority });
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty) send();
  };
  return (
    <section className={classes.card}>
      <h2 className={classes.cardTitle}>{missing.length > 0 ? w.title : w.priority}</h2>
      <p className={classes.dim}>{missing.length > 0 ? w.hint : w.priorityHint}</p>
      <form className={classes.form} onSubmit={handleSubmit}>
        {missing.map((question) => (
          <QuestionField
            key={question.id}
            question={question}
            value={fields[question.id] ?? ''}
            onChange={(value) => setFields((now) => ({ ...now, [question.id]: value }))}
          />
        ))}
        {mayNamePriority !== null && (
          <Choices
            legend={w.priority}
            value={priority}
            onChange={setPriority}
            choices={mayNamePriority.map(({ id, name, definition }) => ({
              id,
              name: say(name),
              definition: say(definition),
            }))}
          />
        )}
        {command.error !== null && <ProblemNotice error={command.error} onRetry={send} />}
        <div className={classes.buttons}>
          <Button type="submit" variant="default" loading={command.isPending} disabled={isEmpty}>
            {w.send}
          </Button>
        </div>
      </form>
    </section>
  );
}
