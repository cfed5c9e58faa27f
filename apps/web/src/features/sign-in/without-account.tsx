import { useSearch } from '@tanstack/react-router';
import { deskOfPath } from '../../desk/desk-of-path.ts';
import classes from './sign-in-page.module.css';
import { useWords } from './use-words.ts';

/** The way on for a customer who has nothing to sign in with: the support page of the desk they came to. */
export function WithoutAccount() {
  const w = useWords();
  const { desk: named, to } = useSearch({ from: '/sign-in' });
  const desk = named ?? deskOfPath(to ?? '');
  return (
    <p className={classes.demo}>
      <b>{w.without.title}</b> {desk === null ? w.without.where : <a href={`/c/${desk}`}>{w.without.page}</a>}
    </p>
  );
}
