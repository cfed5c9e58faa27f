import { Link } from '@tanstack/react-router';
import { serverNow } from '../../../api/server-clock.ts';
import { useDesk } from '../../../desk/desk-context.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { useTicking } from '../../../ui/use-ticking.ts';
import classes from '../section-frame.module.css';
import { FactList } from '../fact-list.tsx';
import { SectionFrame } from '../section-frame.tsx';
import { useWords } from '../use-words.ts';

/** What the desk is called and where it is found. */
export function DeskSection() {
  const { desk: w } = useWords();
  const { say } = useI18n();
  const { slug, summary, zone, dates } = useDesk();
  const clock = useTicking(() => dates.full(new Date(serverNow()).toISOString()));
  return (
    <SectionFrame
      title={w.title}
      about={w.about}
      actions={
        summary.role === 'administrator' && (
          <Link to="/d/$desk/welcome" params={{ desk: slug }} className={classes.way}>
            {w.welcome}
          </Link>
        )
      }
    >
      <FactList
        facts={[
          { name: w.nameRu, value: <span lang="ru">{summary.name.ru}</span> },
          { name: w.nameEn, value: <span lang="en">{summary.name.en}</span> },
          { name: w.product, value: say(summary.product) },
          { name: w.slug, value: slug, hint: w.slugHint },
          { name: w.mail, value: summary.mailAddress },
          { name: w.zone, value: zone, hint: w.zoneHint(clock) },
        ]}
      />
    </SectionFrame>
  );
}
