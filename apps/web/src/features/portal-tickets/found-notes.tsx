import { IconInfoCircle } from '@tabler/icons-react';
import classes from './found-notes.module.css';
import { useTicketWords } from './use-words.ts';

/** What was made of the question, where that is not what was typed. */
export function FoundNotes({
  lookedFor,
  isNear,
}: {
  readonly lookedFor: string | null;
  readonly isNear: boolean;
}) {
  const { list: w } = useTicketWords();
  const notes = [lookedFor === null ? null : w.lookedFor(lookedFor), isNear ? w.near : null].filter(
    (note) => note !== null,
  );
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
