import type { EditionShown } from '@reglament/contract';
import { Link } from '@tanstack/react-router';
import { useDesk } from '../../../desk/desk-context.tsx';
import { useWords } from '../use-words.ts';
import classes from './regulation.module.css';

/** The edition in force on top, then all of them. */
export function EditionList({ editions }: { readonly editions: readonly EditionShown[] }) {
  const { regulation: w } = useWords();
  const { dates } = useDesk();
  const current = editions.find(({ state }) => state === 'in-force');
  return (
    <>
      {current !== undefined && (
        <section className={classes.card} aria-label={w.now}>
          <p className={classes.cardHint}>{w.now}</p>
          <h3 className={classes.cardTitle}>{w.edition(current.label)}</h3>
          <p className={classes.cardHint}>
            {w.since(dates.date(current.from))} · {givenWords(current, w, dates.date)}
          </p>
          <ToText edition={current} />
        </section>
      )}
      <h3 className={classes.heading}>{w.all}</h3>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{w.columns.edition}</th>
            <th scope="col">{w.columns.state}</th>
            <th scope="col">{w.columns.from}</th>
            <th scope="col">{w.columns.given}</th>
            <th aria-label={w.show} />
          </tr>
        </thead>
        <tbody>
          {editions.map((edition) => (
            <tr key={edition.editionId} data-state={edition.state}>
              <td className={classes.label}>{edition.label}</td>
              <td>
                <span className={classes.state} data-state={edition.state}>
                  {w.states[edition.state]}
                </span>
              </td>
              <td>{dates.full(edition.from)}</td>
              <td className={classes.dim}>{givenWords(edition, w, dates.date)}</td>
              <td className={classes.way}>
                <ToText edition={edition} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const givenWords = (
  { givenBy, givenAt }: EditionShown,
  w: ReturnType<typeof useWords>['regulation'],
  date: (at: string) => string,
): string => (givenBy === null ? w.fromFile : w.byPerson(givenBy, date(givenAt)));

function ToText({ edition }: { readonly edition: EditionShown }) {
  const { regulation: w } = useWords();
  const { slug } = useDesk();
  return (
    <Link
      to="/d/$desk/settings/$section"
      params={{ desk: slug, section: 'regulation' }}
      search={{ edition: edition.editionId } as never}
    >
      {w.show}
    </Link>
  );
}
