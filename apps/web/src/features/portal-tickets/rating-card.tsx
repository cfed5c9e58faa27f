import { endpoints, type PortalTicket } from '@reglament/contract';
import { Button, Textarea } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api } from '../../api/client.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import { portalKeys, usePortal } from '../portal/index.ts';
import classes from './rating-card.module.css';
import page from './ticket-page.module.css';
import { useTicketWords } from './use-words.ts';

const scores = [1, 2, 3, 4, 5] as const;

/** How it was, when the work is over; the word may be changed for a week. */
export function RatingCard({ ticket }: { readonly ticket: PortalTicket }) {
  const { rating: w } = useTicketWords();
  const { rating, mayRate } = ticket;
  const [isChanging, setIsChanging] = useState(false);
  if (!mayRate && rating === null) return null;
  if (rating === null || isChanging)
    return <Form key={rating?.ratedAt} ticket={ticket} onDone={() => setIsChanging(false)} />;
  return (
    <section className={page.card}>
      <h2 className={page.cardTitle}>{w.yours}</h2>
      <p className={classes.given} role="img" aria-label={w.outOf(rating.score)}>
        {scores.map((one) =>
          one <= rating.score ? (
            <IconStarFilled key={one} size={20} aria-hidden />
          ) : (
            <IconStar key={one} size={20} stroke={1.6} aria-hidden />
          ),
        )}
      </p>
      {rating.words !== '' && <p className={page.sentence}>{rating.words}</p>}
      {mayRate && (
        <Button variant="default" onClick={() => setIsChanging(true)}>
          {w.change}
        </Button>
      )}
    </section>
  );
}

function Form({ ticket, onDone }: { readonly ticket: PortalTicket; readonly onDone: () => void }) {
  const { rating: w } = useTicketWords();
  const { slug } = usePortal();
  const name = useId();
  const client = useQueryClient();
  const [score, setScore] = useState(ticket.rating?.score ?? 0);
  const [words, setWords] = useState(ticket.rating?.words ?? '');
  const rate = useMutation({
    mutationFn: () =>
      api(endpoints.ratePortalTicket, {
        params: { desk: slug, number: ticket.number },
        body: { score, words: words.trim() },
      }),
    onSuccess: async () => {
      toast(w.thanks);
      await client.invalidateQueries({ queryKey: portalKeys.portal(slug) });
      onDone();
    },
  });
  return (
    <section className={page.card}>
      <fieldset className={classes.scores}>
        <legend className={page.cardTitle}>{w.title}</legend>
        {scores.map((one) => (
          <label key={one} className={classes.score} data-lit={one <= score} title={w.scores[one]}>
            <input
              type="radio"
              name={name}
              value={one}
              checked={one === score}
              onChange={() => setScore(one)}
              aria-label={`${one} — ${w.scores[one]}`}
            />
            {one <= score ? (
              <IconStarFilled size={28} aria-hidden />
            ) : (
              <IconStar size={28} stroke={1.5} aria-hidden />
            )}
          </label>
        ))}
        {score > 0 && <span className={page.dim}>{w.scores[score as (typeof scores)[number]]}</span>}
      </fieldset>
      {score > 0 && (
        <div className={page.form}>
          <Textarea
            label={w.words}
            autosize
            minRows={2}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          {rate.error !== null && <ProblemNotice error={rate.error} onRetry={() => rate.mutate()} />}
          <div className={page.buttons}>
            <Button loading={rate.isPending} onClick={() => rate.mutate()}>
              {w.send}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
