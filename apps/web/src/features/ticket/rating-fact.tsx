import { endpoints } from '@reglament/contract';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './rating-fact.module.css';
import { Section } from './section.tsx';

const scores = [1, 2, 3, 4, 5] as const;

/** What the customer said of the work when it was over; nothing until they did. */
export function RatingFact({ number }: { readonly number: number }) {
  const { language } = useI18n();
  const { slug } = useDesk();
  const { data } = useQuery({
    queryKey: [...keys.ticket(slug, number), 'rating'],
    queryFn: ({ signal }) => api(endpoints.getTicketRating, { params: { desk: slug, number } }, { signal }),
  });
  const rating = data?.rating ?? null;
  if (rating === null) return null;
  const [title, says] =
    language === 'ru'
      ? ['Оценка клиента', `${rating.score} из 5`]
      : ['Customer’s rating', `${rating.score} of 5`];
  return (
    <Section title={title}>
      <p className={classes.stars} role="img" aria-label={says}>
        {scores.map((one) =>
          one <= rating.score ? (
            <IconStarFilled key={one} size={16} aria-hidden />
          ) : (
            <IconStar key={one} size={16} stroke={1.6} aria-hidden />
          ),
        )}
      </p>
      {rating.words !== '' && <p className={classes.words}>{rating.words}</p>}
    </Section>
  );
}
