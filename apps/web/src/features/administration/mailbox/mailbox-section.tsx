import type { MailboxPage } from '@reglament/contract';
import { Button, Skeleton, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useDesk } from '../../../desk/desk-context.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { ScreenFailure } from '../../../ui/screen-state.tsx';
import { toast } from '../../../ui/toast.ts';
import { FactList } from '../fact-list.tsx';
import { SectionFrame } from '../section-frame.tsx';
import { useWords } from '../use-words.ts';
import { DirectionPart } from './direction-part.tsx';
import { accountsOf, formOf, type MailboxForm } from './mailbox-form.ts';
import classes from './mailbox.module.css';
import { useChangeMailbox, useMailbox, useTestMailbox } from './use-mailbox.ts';

/** Where letters of the desk come from and go to, and how that goes. */
export function MailboxSection() {
  const { mailbox: w } = useWords();
  const { slug } = useDesk();
  const query = useMailbox();
  return (
    <SectionFrame
      title={w.title}
      about={w.about}
      actions={
        <Link to="/d/$desk/letters" params={{ desk: slug }} className={classes.way}>
          {w.toLetters}
        </Link>
      }
    >
      {query.isPending && <Skeleton height={220} />}
      {query.data === undefined && query.isError && (
        <ScreenFailure title={w.failed} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && <Form key={query.data.version} page={query.data} />}
    </SectionFrame>
  );
}

function Form({ page }: { readonly page: MailboxPage }) {
  const { mailbox: w } = useWords();
  const [form, setForm] = useState<MailboxForm>(() => formOf(page));
  const change = useChangeMailbox(page.version);
  const test = useTestMailbox();
  const isFixed = page.in.source === 'configuration' && page.out.source === 'configuration';
  const hasAccount = form.in !== null || form.out !== null;
  const set = (next: MailboxForm) => {
    setForm(next);
    test.reset();
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      {
        ...accountsOf(form),
        ...(page.addressFixed ? {} : { address: form.address.trim() }),
        trustedAuthserv: form.authserv.trim() === '' ? null : form.authserv.trim(),
      },
      { onSuccess: () => toast(w.saved) },
    );
  };
  return (
    <form onSubmit={handleSubmit} noValidate>
      {page.addressFixed ? (
        <FactList facts={[{ name: w.address, value: page.address, hint: w.addressFixed }]} />
      ) : (
        <TextInput
          type="email"
          label={w.address}
          description={w.addressHint(form.address.trim().replace('@', '+…@') || 'support+…@')}
          value={form.address}
          onChange={(event) => set({ ...form, address: event.currentTarget.value })}
        />
      )}
      {page.salesAddress !== null && <FactList facts={[{ name: w.sales, value: page.salesAddress }]} />}
      <DirectionPart
        direction="in"
        page={page}
        form={form.in}
        tested={test.data?.in ?? null}
        onChange={(next) => set({ ...form, in: next })}
      />
      <DirectionPart
        direction="out"
        page={page}
        form={form.out}
        tested={test.data?.out ?? null}
        onChange={(next) => set({ ...form, out: next })}
      />
      {form.in !== null && (
        <TextInput
          mt="lg"
          label={w.authserv}
          description={w.authservHint}
          value={form.authserv}
          onChange={(event) => set({ ...form, authserv: event.currentTarget.value })}
        />
      )}
      {(change.error ?? test.error) !== null && (
        <div className={classes.trouble}>
          <ProblemNotice
            error={change.error ?? test.error ?? new Error()}
            onDismiss={() => {
              change.reset();
              test.reset();
            }}
          />
        </div>
      )}
      {!(isFixed && page.addressFixed) && (
        <div className={classes.buttons}>
          {hasAccount && (
            <Button variant="default" loading={test.isPending} onClick={() => test.mutate(accountsOf(form))}>
              {w.test}
            </Button>
          )}
          <Button type="submit" loading={change.isPending}>
            {w.save}
          </Button>
          {test.isPending && <span role="status">{w.testing}</span>}
        </div>
      )}
    </form>
  );
}
