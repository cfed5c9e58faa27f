import type { PortalTicket } from '@reglament/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import cards from './act-cards.module.css';
import { ObjectionForm } from './objection-form.tsx';
import { RulesFold } from './rules-fold.tsx';
import classes from './ticket-page.module.css';
import { usePortalCommand } from './use-portal-command.ts';
import { useTicketWords } from './use-words.ts';
import { Written } from './written.tsx';

interface Props {
  readonly ticket: PortalTicket;
  readonly solution: NonNullable<PortalTicket['solution']>;
}

/** The solution or the refusal in support's own words, and below it yes or no. */
export function SolutionCard({ ticket, solution }: Props) {
  const { solution: w } = useTicketWords();
  const { say } = useI18n();
  const [isObjecting, setIsObjecting] = useState(false);
  const command = usePortalCommand(ticket.number);
  return (
    <section className={classes.card} data-calls="true">
      <h2 className={classes.cardTitle}>{say(solution.title)}</h2>
      <Written ticket={ticket} messageId={solution.messageId} />
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
        <ObjectionForm
          number={ticket.number}
          needsReason={solution.objectionNeedsReason}
          onClose={() => setIsObjecting(false)}
        />
      ) : (
        <div className={cards.answers}>
          <Button loading={command.isPending} onClick={() => command.mutate({ command: 'confirm' })}>
            {solution.isDeclined ? w.agree : w.confirm}
          </Button>
          <Button variant="default" disabled={command.isPending} onClick={() => setIsObjecting(true)}>
            {solution.isDeclined ? w.disagree : w.object}
          </Button>
        </div>
      )}
      <p className={classes.dim}>{say(solution.closing)}</p>
      <RulesFold rules={solution.why} />
    </section>
  );
}
