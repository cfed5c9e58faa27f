import type { PortalTicketRow } from '@reglament/contract';
import { Link } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { usePortal } from '../portal/index.ts';
import { StandingMark } from './standing-mark.tsx';
import classes from './tickets-page.module.css';
import { useTicketWords } from './use-words.ts';

/** A ticket of the list: what it is, how it stands, whose turn, by when. */
export function TicketRow({ row }: { readonly row: PortalTicketRow }) {
  const { m, say } = useI18n();
  const { list: w } = useTicketWords();
  const { slug, dates, overview } = usePortal();
  const { deadline, company } = row;
  const hasSeveral = overview.companies.length > 1;
  const snippet = row.found?.snippet ?? null;
  const whose = row.isOwn ? w.you : row.requester;
  return (
    <li className={classes.row}>
      <Link
        to="/p/$desk/t/$number"
        params={{ desk: slug, number: String(row.number) }}
        className={classes.link}
      >
        <span className={classes.what}>
          <span className={classes.subject}>
            {row.isNews && (
              <span className={classes.news} title={w.news}>
                <span className={classes.hidden}>{w.news}: </span>
              </span>
            )}
            {row.found === null ? row.subject : <MarkedText segments={row.found.subject} />}
          </span>
          {snippet !== null && (
            <span className={classes.snippet}>
              <MarkedText segments={snippet} />
            </span>
          )}
          <span className={classes.meta}>
            <span className={classes.number}>{m.common.number(row.number)}</span>
            <span>{dates.date(row.registeredAt)}</span>
            <span>{[whose, hasSeveral ? company?.name : undefined].filter(Boolean).join(' · ')}</span>
          </span>
        </span>
        <span className={classes.stands}>
          <StandingMark standing={row.standing} />
          {deadline !== null && deadline.status !== 'never' && (
            <span className={classes.due} data-status={deadline.status}>
              <span>
                {say(deadline.name)}: {say(deadline.says)}
              </span>
              {deadline.left !== null && <span className={classes.left}>{say(deadline.left)}</span>}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
