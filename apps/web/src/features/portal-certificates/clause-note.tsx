import { useI18n } from '../../i18n/i18n.tsx';
import { usePortal } from '../portal/index.ts';
import classes from './clause-note.module.css';

/** The rule behind something: its place in the document, its words on hover and to a screen reader. */
export function ClauseNote({ id }: { readonly id: string | null }) {
  const { say, language } = useI18n();
  const { clause } = usePortal();
  const found = id === null ? null : clause(id);
  if (found === null) return null;
  // A heading of a Russian document says nothing in English, a number does.
  const place = language === 'ru' || !/[а-яё]/iu.test(found.place) ? `, ${found.place}` : '';
  return (
    <span className={classes.clause} title={say(found.says)}>
      {found.id}
      {place}
    </span>
  );
}
