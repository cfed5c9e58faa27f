import { Link } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';

/** Nothing to put in yet: what a template is for, and where the first one is made. */
export function NoTemplates() {
  const { m } = useI18n();
  const { slug } = useDesk();
  return (
    <>
      {m.templates.noneYet}{' '}
      <Link
        to="/d/$desk/settings/$section"
        params={{ desk: slug, section: 'templates' }}
        // The field would lose the focus, and this with it, before it is pressed.
        onMouseDown={(event) => event.preventDefault()}
      >
        {m.templates.create}
      </Link>
    </>
  );
}
