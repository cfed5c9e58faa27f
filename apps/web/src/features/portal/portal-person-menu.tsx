import { lazy, Suspense } from 'react';
import { useOnDemand } from '../../ui/use-on-demand.ts';
import { PersonButton } from './person-button.tsx';

const loadMenu = () => import('./person-menu.tsx');
const PersonMenu = lazy(async () => ({ default: (await loadMenu()).PersonMenu }));

/** Who is signed in; their menu loads when it is wanted. */
export function PortalPersonMenu() {
  const { isAsked, trigger } = useOnDemand(loadMenu, 'menu');
  const button = <PersonButton {...trigger} />;
  return isAsked ? (
    <Suspense fallback={button}>
      <PersonMenu />
    </Suspense>
  ) : (
    button
  );
}
