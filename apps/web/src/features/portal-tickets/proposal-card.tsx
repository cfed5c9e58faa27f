import type { PortalTicket } from '@reglament/contract';
import { Button } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import cards from './act-cards.module.css';
import { RulesFold } from './rules-fold.tsx';
import classes from './ticket-page.module.css';
import { usePortalCommand } from './use-portal-command.ts';
import { useTicketWords } from './use-words.ts';
import { Written } from './written.tsx';

type Effect = NonNullable<PortalTicket['dateProposal']>;

interface Props {
  readonly ticket: PortalTicket;
  readonly kind: 'answer-proposal' | 'answer-date';
  readonly effect: Effect;
}

/** Another priority or a date: why support proposes it and what it changes, before it is agreed to. */
export function ProposalCard({ ticket, kind, effect }: Props) {
  const { proposal: w } = useTicketWords();
  const { say } = useI18n();
  const command = usePortalCommand(ticket.number);
  const answer = (accepted: boolean) =>
    command.mutate({ command: kind, proposalId: effect.proposalId, accepted });
  const chosen = command.isPending && 'accepted' in command.variables && command.variables.accepted;
  return (
    <section className={classes.card} data-calls="true">
      <h2 className={classes.cardTitle}>{kind === 'answer-date' ? w.date : w.priority}</h2>
      <Written ticket={ticket} messageId={effect.messageId} />
      <Changes effect={effect} />
      <p className={classes.dim}>
        {w.hint} {effect.also !== null && say(effect.also)}
      </p>
      {command.error !== null && <ProblemNotice error={command.error} />}
      <div className={cards.answers}>
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
      <RulesFold rules={[effect.why]} />
    </section>
  );
}

function Changes({ effect }: { readonly effect: Effect }) {
  const { proposal: w } = useTicketWords();
  const { say } = useI18n();
  return (
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
  );
}
