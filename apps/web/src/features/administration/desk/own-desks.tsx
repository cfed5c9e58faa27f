import { IconCheck, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDesk } from '../../../desk/desk-context.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { useWords } from '../use-words.ts';
import classes from './desk.module.css';

/** The desks of whoever looks, and how another one is added. */
export function OwnDesks() {
  const { desk: w } = useWords();
  const { m, say } = useI18n();
  const { slug, session } = useDesk();
  return (
    <section className={classes.part} aria-labelledby="own-desks">
      <h3 id="own-desks">{w.ownDesks}</h3>
      <ul className={classes.desks}>
        {session.desks.map((desk) => (
          <li key={desk.slug}>
            <Link
              to={desk.role === 'sales' ? '/d/$desk/inquiries' : '/d/$desk'}
              params={{ desk: desk.slug }}
              search={{}}
              className={classes.desk}
              {...(desk.slug === slug ? { 'aria-current': 'true' as const } : {})}
            >
              <span className={classes.name}>{say(desk.name)}</span>
              <span className={classes.about}>
                {say(desk.product)} · {m.workspace.roles[desk.role]}
              </span>
              {desk.slug === slug ? (
                <IconCheck size={16} stroke={1.8} aria-label={w.thisDesk} />
              ) : (
                <IconChevronRight size={16} stroke={1.7} aria-hidden />
              )}
            </Link>
          </li>
        ))}
      </ul>
      <p className={classes.hint}>
        {w.addDesk} <code>npm start -- --add-desk</code>
      </p>
    </section>
  );
}
