import type { PortalTicket } from '@reglament/contract';
import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { MessageFiles } from './message-files.tsx';
import classes from './ticket-page.module.css';
import { useMessage } from './use-message.ts';
import { usePortalCommand } from './use-portal-command.ts';
import { useTicketWords } from './use-words.ts';

/** What waits for the customer's yes or no. */
export function Acts({ ticket }: { readonly ticket: PortalTicket }) {
  return (
    <>
      {ticket.priorityProposal !== null && (
        <Proposal ticket={ticket} kind="answer-proposal" effect={ticket.priorityProposal} />
      )}
      {ticket.dateProposal !== null && (
        <Proposal ticket={ticket} kind="answer-date" effect={ticket.dateProposal} />
      )}
      {ticket.solution !== null && <Solution ticket={ticket} solution={ticket.solution} />}
    </>
  );
}

interface ProposalProps {
  readonly ticket: PortalTicket;
  readonly kind: 'answer-proposal' | 'answer-date';
  readonly effect: NonNullable<PortalTicket['dateProposal']>;
}

/** Another priority or a date: what it changes, before it is agreed to. */
function Proposal({ ticket, kind, effect }: ProposalProps) {
  const { proposal: w } = useTicketWords();
  const { say } = useI18n();
  const command = usePortalCommand(ticket.number);
  const answer = (accepted: boolean) =>
    command.mutate({ command: kind, proposalId: effect.proposalId, accepted });
  const chosen = command.isPending && 'accepted' in command.variables && command.variables.accepted;
  return (
    <section className={classes.card} data-calls="true">
      <h2 className={classes.cardTitle}>{kind === 'answer-date' ? w.date : w.priority}</h2>
      <table className={classes.effect}>
        <thead>
          <tr>
            <th scope="col">{w.what}</th>
            <th scope="col">{w.was}</th>
            <th scope="col">{w.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {effect.rows.map((row) => (
            <tr key={row.name.ru}>
              <th scope="row">{say(row.name)}</th>
              <td>{say(row.was)}</td>
              <td>
                <b>{say(row.becomes)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {command.error !== null && <ProblemNotice error={command.error} />}
      <div className={classes.buttons}>
        <Button loading={chosen} disabled={command.isPending} onClick={() => answer(true)}>
          {w.accept}
        </Button>
        <Button
          variant="default"
          loading={command.isPending && !chosen}
          disabled={command.isPending}
          onClick={() => answer(false)}
        >
          {w.decline}
        </Button>
      </div>
      <p className={classes.dim}>
        {w.hint} {say(effect.why)}
      </p>
    </section>
  );
}

interface SolutionProps {
  readonly ticket: PortalTicket;
  readonly solution: NonNullable<PortalTicket['solution']>;
}

/** Yes or no to a solution, or to a refusal. */
function Solution({ ticket, solution }: SolutionProps) {
  const { solution: w } = useTicketWords();
  const { say } = useI18n();
  const [isObjecting, setIsObjecting] = useState(false);
  const command = usePortalCommand(ticket.number);
  return (
    <section className={classes.card} data-calls="true">
      <h2 className={classes.cardTitle}>{say(solution.title)}</h2>
      {solution.sentences.map((sentence) => (
        <p key={sentence.ru} className={classes.sentence}>
          {say(sentence)}
        </p>
      ))}
      {solution.partnersPath !== null && (
        <p className={classes.sentence}>
          <a href={solution.partnersPath}>{w.partners}</a>
        </p>
      )}
      {command.error !== null && <ProblemNotice error={command.error} />}
      {isObjecting ? (
        <Objection ticket={ticket} solution={solution} onClose={() => setIsObjecting(false)} />
      ) : (
        <div className={classes.buttons}>
          <Button loading={command.isPending} onClick={() => command.mutate({ command: 'confirm' })}>
            {solution.isDeclined ? w.agree : w.confirm}
          </Button>
          <Button variant="default" disabled={command.isPending} onClick={() => setIsObjecting(true)}>
            {solution.isDeclined ? w.disagree : w.object}
          </Button>
        </div>
      )}
      <p className={classes.dim}>{say(solution.closing)}</p>
    </section>
  );
}

function Objection({ ticket, solution, onClose }: SolutionProps & { readonly onClose: () => void }) {
  const { solution: w } = useTicketWords();
  const { m } = useI18n();
  const message = useMessage(`objection.${ticket.number}`);
  const command = usePortalCommand(ticket.number, message);
  const { text } = message.message;
  const lacksReason = solution.objectionNeedsReason && text.trim() === '';
  const send = () => command.mutate({ command: 'object', text, attachments: message.attachments });
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!lacksReason) send();
  };
  return (
    <form className={classes.form} onSubmit={handleSubmit}>
      <Textarea
        label={w.reason}
        description={solution.objectionNeedsReason ? w.reasonNeeded : w.reasonOptional}
        autosize
        minRows={3}
        data-autofocus
        autoFocus
        value={text}
        onChange={(event) => message.write(event.currentTarget.value)}
      />
      <MessageFiles of={message} />
      {command.error !== null && <ProblemNotice error={command.error} onRetry={send} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={command.isPending} disabled={lacksReason || message.isUploading}>
          {w.sendObjection}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {m.common.cancel}
        </Button>
      </div>
    </form>
  );
}
