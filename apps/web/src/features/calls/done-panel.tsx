import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import page from './call-page.module.css';
import classes from './done-panel.module.css';
import { WhatToTell } from './what-to-tell.tsx';

interface Props {
  readonly done: { readonly number: number; readonly isNew: boolean };
  readonly onNext: () => void;
}

/** The number, large enough to be read out. */
export function DonePanel({ done, onNext }: Props) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const w = m.calls;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(String(done.number));
      toast(w.copied);
    } catch {
      toast(w.copyFailed, undefined, 'refused');
    }
  };
  return (
    <section className={classes.done} aria-label={w.title}>
      <p className={classes.doneTitle} role="status">
        {done.isNew ? w.done : w.recorded}
      </p>
      <p className={classes.doneNumber}>№ {done.number}</p>
      <p className={page.dim}>{w.tell}</p>
      {done.isNew && <WhatToTell number={done.number} />}
      <div className={classes.doneActions}>
        <Button autoFocus onClick={() => void copy()}>
          {w.copy}
          <kbd className={page.kbd} data-on="button">
            ↵
          </kbd>
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link to="/d/$desk/t/$number" params={{ desk: slug, number: String(done.number) }} {...props} />
          )}
        >
          {w.toTicket}
        </Button>
        <Button variant="default" onClick={onNext}>
          {w.next}
          <kbd className={page.kbd} data-on="button">
            c
          </kbd>
        </Button>
      </div>
    </section>
  );
}
