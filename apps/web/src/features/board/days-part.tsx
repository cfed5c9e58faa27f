import { useI18n } from '../../i18n/i18n.tsx';
import boardPart from './board-part.module.css';
import { BoardPart } from './board-part.tsx';
import classes from './days-part.module.css';
import type { Board } from './use-board.ts';

/** A date is a date in every zone: noon of it is never another day. */
const noonOf = (date: string): string => `${date}T12:00:00Z`;

/** What came and went on each of the last dates, and how many deadlines were missed. */
export function DaysPart({ days }: { readonly days: Board['days'] }) {
  const { m, language } = useI18n();
  const most = Math.max(...days.flatMap(({ registered, closed }) => [registered, closed]), 1);
  const short = new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    day: '2-digit',
    month: '2-digit',
    timeZone: 'UTC',
  });
  const height = (value: number) => ({ height: `${(value / most) * 100}%` });
  return (
    <BoardPart
      id="board-days"
      title={m.board.days}
      aside={
        <span className={classes.legend} aria-hidden>
          <i data-part="registered" /> {m.board.registered} <i data-part="closed" /> {m.board.closed}{' '}
          <i data-part="breaches" /> {m.board.breaches}
        </span>
      }
    >
      <ul className={classes.days}>
        {days.map(({ date, registered, closed, breaches }) => {
          const name = short.format(new Date(noonOf(date)));
          const words = m.board.onDay(name, registered, closed, breaches);
          return (
            <li key={date} title={words}>
              <span className={boardPart.visuallyHidden}>{words}</span>
              <span className={classes.missed} aria-hidden>
                {breaches > 0 ? breaches : ''}
              </span>
              <span className={classes.pair} aria-hidden>
                <i data-part="registered" style={height(registered)} />
                <i data-part="closed" style={height(closed)} />
              </span>
              <span className={classes.date} aria-hidden>
                {name}
              </span>
            </li>
          );
        })}
      </ul>
    </BoardPart>
  );
}
