import { Link, useLocation } from '@tanstack/react-router';
import { usePortal } from './portal-context.tsx';
import { portalSections, type PortalSection } from './portal-sections.ts';
import classes from './portal-page.module.css';
import { usePortalWords } from './use-words.ts';

/** A request belongs to the requests: the longest address that the present one begins with. */
const useShown = (slug: string): PortalSection['to'] => {
  const { pathname } = useLocation();
  const found = portalSections
    .map(({ to }) => to)
    .filter((to) => pathname.startsWith(to.replace('$desk', slug)))
    .toSorted((a, b) => b.length - a.length)[0];
  return found ?? '/p/$desk';
};

/** The pages of the portal: words at the top of a wide screen, a bar under the thumb on a phone. */
export function PortalNavigation({ place }: { readonly place: 'top' | 'bottom' }) {
  const w = usePortalWords();
  const { slug } = usePortal();
  const shown = useShown(slug);
  return (
    <nav className={place === 'top' ? classes.topNav : classes.bottomNav} aria-label={w.navigation}>
      {portalSections.map(({ word, to, icon: Shape, isMain }) => (
        <Link
          key={word}
          to={to}
          params={{ desk: slug }}
          className={classes.section}
          data-main={isMain === true}
          activeOptions={{ exact: true }}
          activeProps={{}}
          aria-current={shown === to ? 'page' : undefined}
        >
          <Shape size={place === 'top' ? 16 : 21} stroke={1.7} aria-hidden />
          <span>{w.sections[word]}</span>
        </Link>
      ))}
    </nav>
  );
}
