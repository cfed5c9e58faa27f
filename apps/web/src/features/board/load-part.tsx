import { useI18n } from '../../i18n/i18n.tsx';
import boardPart from './board-part.module.css';
import { BoardPart } from './board-part.tsx';
import classes from './load-part.module.css';
import type { Board } from './use-board.ts';

interface Props {
  readonly load: Board['load'];
  readonly zone: string;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
/** Shades, from nothing to most. */
const SHADES = 5;

/** When requests come: weekday by hour, the darker the more. */
export function LoadPart({ load, zone }: Props) {
  const { m } = useI18n();
  const most = Math.max(...load.map(({ tickets }) => tickets), 1);
  const at = (weekday: number, hour: number): number =>
    load.find((one) => one.weekday === weekday && one.hour === hour)?.tickets ?? 0;
  return (
    <BoardPart id="board-load" title={m.board.load}>
      <p className={boardPart.note}>{load.length === 0 ? m.board.loadEmpty : m.board.loadAbout(zone)}</p>
      <table className={classes.load}>
        <thead>
          <tr>
            <th scope="col">
              <span className={boardPart.visuallyHidden}>{m.board.day}</span>
            </th>
            {hours.map((hour) => (
              <th key={hour} scope="col" data-shown={hour % 3 === 0}>
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{m.board.weekdays[weekday - 1]}</th>
              {hours.map((hour) => {
                const tickets = at(weekday, hour);
                return (
                  <td
                    key={hour}
                    data-shade={tickets === 0 ? 0 : Math.max(1, Math.ceil((tickets / most) * SHADES))}
                    title={m.board.inHour(m.board.weekdayLong[weekday - 1] ?? '', hour, tickets)}
                  >
                    <span className={boardPart.visuallyHidden}>{tickets}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </BoardPart>
  );
}
