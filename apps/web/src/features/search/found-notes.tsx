import { IconInfoCircle } from '@tabler/icons-react';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './found-notes.module.css';
import { type Found, isOnlyNear } from './use-found.ts';

/** What was made of the question, where that is not what was typed. */
export function FoundNotes({ found }: { readonly found: Found }) {
  const { m } = useI18n();
  const notes = [
    found.lookedFor === null ? null : m.search.lookedFor(found.lookedFor),
    isOnlyNear(found) ? m.search.near : null,
    found.cut ? m.search.cut : null,
    found.behindSeconds === null ? null : m.search.behind(found.behindSeconds),
  ].filter((note) => note !== null);
  if (notes.length === 0) return null;
  return (
    <div className={classes.notes} role="status">
      {notes.map((note) => (
        <p key={note} className={classes.note}>
          <IconInfoCircle size={15} stroke={1.8} aria-hidden />
          {note}
        </p>
      ))}
    </div>
  );
}
