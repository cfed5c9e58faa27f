import type { PortalTicket } from '@reglament/contract';
import { Button } from '@mantine/core';
import { ANSWER_ID } from './answer-form.tsx';
import cards from './act-cards.module.css';
import classes from './ticket-page.module.css';
import { useTicketWords } from './use-words.ts';
import { Written } from './written.tsx';

/** What support wants to know, and the way to the answer. */
export function QuestionCard({ ticket }: { readonly ticket: PortalTicket }) {
  const { question: w } = useTicketWords();
  const asked = ticket.messages.findLast(({ kind }) => kind === 'information-request');
  if (asked === undefined) return null;
  const handleAnswer = () => document.querySelector<HTMLTextAreaElement>(`#${ANSWER_ID} textarea`)?.focus();
  return (
    <section className={classes.card} data-calls="true">
      <h2 className={classes.cardTitle}>{w.title}</h2>
      <Written ticket={ticket} messageId={asked.messageId} />
      <div className={cards.answers}>
        <Button onClick={handleAnswer}>{w.answer}</Button>
      </div>
    </section>
  );
}
