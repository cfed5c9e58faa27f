import { Link, Navigate, Outlet, useParams } from '@tanstack/react-router';
import { IconChevronRight, IconMapSearch } from '@tabler/icons-react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { NoAccess, ScreenState } from '../../ui/screen-state.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { isSection, type Section, sectionsOf } from './sections.ts';
import classes from './settings-page.module.css';
import { useWords } from './use-words.ts';

/** The frame of the administration: its sections at the side, on a phone a page of their own. */
export function SettingsPage() {
  const w = useWords();
  const { summary } = useDesk();
  const { section } = useParams({ strict: false });
  const mine = sectionsOf(summary.role);
  if (mine.length === 0) return <NothingHere />;
  return (
    <div className={classes.frame} data-open={section !== undefined}>
      <nav className={classes.side} aria-label={w.sectionsLabel}>
        <h1 className={classes.title}>{w.title}</h1>
        <Groups sections={mine} />
      </nav>
      <div className={classes.page}>
        <Outlet />
      </div>
    </div>
  );
}

function Groups({ sections }: { readonly sections: readonly Section[] }) {
  const w = useWords();
  const { slug } = useDesk();
  const groups = (Object.keys(w.groups) as (keyof typeof w.groups)[]).filter((group) =>
    sections.some((one) => one.group === group),
  );
  return groups.map((group) => (
    <section key={group} aria-label={w.groups[group]}>
      <h2 className={classes.heading}>{w.groups[group]}</h2>
      <ul className={classes.list}>
        {sections
          .filter((one) => one.group === group)
          .map(({ id, icon: Shape, word }) => (
            <li key={id}>
              <Link
                to="/d/$desk/settings/$section"
                params={{ desk: slug, section: id }}
                className={classes.link}
              >
                <Shape size={17} stroke={1.7} aria-hidden />
                <span>{w.sections[word]}</span>
                <IconChevronRight className={classes.chevron} size={16} stroke={1.7} aria-hidden />
              </Link>
            </li>
          ))}
      </ul>
    </section>
  ));
}

/** Nothing chosen: on a phone the list itself, else the first section beside it. */
export function NoSection() {
  usePageTitle(useWords().title);
  const isNarrow = useNarrow();
  const { slug, summary } = useDesk();
  const first = sectionsOf(summary.role)[0];
  if (isNarrow || first === undefined) return null;
  return <Navigate to="/d/$desk/settings/$section" params={{ desk: slug, section: first.id }} replace />;
}

/** The section named in the address. */
export function SectionPage() {
  const { summary } = useDesk();
  const { section } = useParams({ strict: false });
  const found = sectionsOf(summary.role).find(({ id }) => id === section);
  if (found === undefined) return isSection(section) ? <NoAccess isPage /> : <NothingHere />;
  const Page = found.page;
  return <Page />;
}

/** A section that there is not, or not for this person: the same for both. */
function NothingHere() {
  const { m } = useI18n();
  return <ScreenState icon={IconMapSearch} title={m.workspace.notFound} />;
}
