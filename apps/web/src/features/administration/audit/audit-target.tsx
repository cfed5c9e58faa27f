import type { AuditEntryShown } from '@reglament/contract';
import { Link } from '@tanstack/react-router';
import { useDesk } from '../../../desk/desk-context.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import classes from './audit.module.css';

/** The address without what every one of a desk begins with. */
const shortTarget = (target: string, slug: string): string =>
  target.replace(/^[A-Z]+ /, '').replace(`/api/desks/${slug}`, '');

/** What was changed, by its name and with the way there; what has none by its address. The address stands in the tip. */
export function AuditTarget({ entry }: { readonly entry: AuditEntryShown }) {
  const { say } = useI18n();
  const { slug } = useDesk();
  const { target, object } = entry;
  if (object === null)
    return (
      <span className={classes.raw} title={target}>
        {shortTarget(target, slug)}
      </span>
    );
  return (
    <span title={target} className={classes.object}>
      <span className={classes.kind}>{say(object.says)}</span>
      {object.page === null || object.name === '' ? (
        object.name
      ) : (
        <Link to={`/d/${slug}${object.page}` as string}>{object.name}</Link>
      )}
    </span>
  );
}
