import { Link } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './companies.module.css';
import { useKeyMatches } from './use-installations.ts';

/** Companies that run something whose key or serial number begins with what is searched for; nothing where none does. */
export function KeyMatches({ search }: { readonly search: string }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const instances = useKeyMatches(search).data?.instances ?? [];
  if (instances.length === 0) return null;
  return (
    <section aria-label={m.installations.byKey} className={classes.byKey}>
      <h2 className={classes.heading}>{m.installations.byKey}</h2>
      <ul className={classes.list}>
        {instances.map(({ instanceId, key, product, company }) => (
          <li key={instanceId} className={classes.line}>
            <Link
              to="/d/$desk/companies/$companyId"
              params={{ desk: slug, companyId: company.companyId }}
              className={classes.name}
            >
              {key}
            </Link>
            <span className={classes.dim}>{[product, company.name].join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
