import { Link } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { lineSearch } from '../../desk/line-search.ts';
import { filterSearch, type QueueFilter } from '../../desk/queue-filter.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import boardPart from './board-part.module.css';
import { BoardPart } from './board-part.tsx';
import classes from './share-parts.module.css';
import type { Board, Figures } from './use-board.ts';

interface Share {
  readonly id: string;
  readonly name: string;
  readonly figures: Figures;
  readonly filter: QueueFilter;
  /** Id of a line; null: of every one. */
  readonly line: string | null;
}

interface Props {
  readonly id: string;
  readonly title: string;
  readonly first: string;
  readonly shares: readonly Share[];
}

/** How the open tickets lie with people or lines: a bar of what is late, near and neither, and the same as numbers. */
function Shares({ id, title, first, shares }: Props) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const most = Math.max(...shares.map(({ figures }) => figures.open), 1);
  const cell = (share: Share, value: number, more: QueueFilter, words: string) =>
    value === 0 ? (
      <span className={classes.none}>0</span>
    ) : (
      <Link
        to="/d/$desk"
        params={{ desk: slug }}
        search={{ view: 'open', ...lineSearch(share.line), ...filterSearch({ ...share.filter, ...more }) }}
        aria-label={m.board.showAll(value, `${share.name}, ${words.toLowerCase()}`)}
        className={classes.cell}
      >
        {value}
      </Link>
    );
  return (
    <BoardPart id={id} title={title}>
      {shares.length === 0 ? (
        <p className={boardPart.calm}>{m.board.noPeople}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col">{m.board.open}</th>
              <th scope="col">{m.board.late}</th>
              <th scope="col">{m.board.soon}</th>
              <th scope="col">{m.board.waiting}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map((share) => {
              const { open, late, soon, waitingForCustomer } = share.figures;
              const parts = { late, soon, rest: open - late - soon };
              return (
                <tr key={share.id}>
                  <th scope="row">
                    <Link
                      to="/d/$desk"
                      params={{ desk: slug }}
                      search={{ view: 'open', ...lineSearch(share.line), ...filterSearch(share.filter) }}
                      className={classes.shareName}
                    >
                      {share.name}
                    </Link>
                    <span className={classes.bar} style={{ width: `${(open / most) * 100}%` }} aria-hidden>
                      {Object.entries(parts).map(([part, value]) => (
                        <i key={part} data-part={part} style={{ flexGrow: value }} />
                      ))}
                    </span>
                  </th>
                  <td>{cell(share, open, {}, m.board.open)}</td>
                  <td data-tone={late > 0 ? 'late' : undefined}>
                    {cell(share, late, { late: 'overdue' }, m.board.late)}
                  </td>
                  <td data-tone={soon > 0 ? 'soon' : undefined}>
                    {cell(share, soon, { late: 'soon' }, m.board.soon)}
                  </td>
                  <td>{cell(share, waitingForCustomer, { turn: 'customer' }, m.board.waiting)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </BoardPart>
  );
}

export function PeoplePart({ board }: { readonly board: Board }) {
  const { m } = useI18n();
  const shares = board.people.map(({ person, figures }) => ({
    id: person?.personId ?? '',
    name: person?.name ?? m.board.nobody,
    figures,
    filter: { assignee: person?.personId ?? 'none' },
    line: null,
  }));
  return <Shares id="board-people" title={m.board.people} first={m.board.person} shares={shares} />;
}

/** Nothing where the regulation knows no lines. */
export function LinesPart({ board }: { readonly board: Board }) {
  const { m, say } = useI18n();
  const named = board.lines.flatMap(({ line, figures }) =>
    line === null ? [] : [{ id: line.id, name: say(line.name), figures, filter: {}, line: line.id }],
  );
  if (named.length === 0) return null;
  return <Shares id="board-lines" title={m.board.lines} first={m.board.line} shares={named} />;
}
