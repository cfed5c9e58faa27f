import type { TicketPage } from '@reglament/contract';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './details.module.css';

/** What the ticket is about, and the rules that a version no longer current falls under. */
export function ProductFact({ product }: { readonly product: TicketPage['ticket']['product'] }) {
  const { m, say } = useI18n();
  if (product === null) return null;
  const { name, version, support, platform, rules } = product;
  const isOld = support === 'outdated' || support === 'end-of-life';
  return (
    <>
      <dt>{m.products.product}</dt>
      <dd>
        {version === null ? name : `${name} ${version}`}
        {support !== null && (
          <span className={isOld ? classes.missing : classes.dim}> · {m.products.state[support]}</span>
        )}
        {platform === 'not-recommended' && (
          <span className={classes.missing}> · {m.products.offPlatform}</span>
        )}
        {rules.map((rule) => (
          <span key={`${rule.clause} ${rule.name.ru}`} className={classes.small}>
            {say(rule.name)} <ClauseMark id={rule.clause} />
          </span>
        ))}
      </dd>
    </>
  );
}
