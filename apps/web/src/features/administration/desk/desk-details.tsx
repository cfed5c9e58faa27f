import { type DeskPage, ProblemError } from '@reglament/contract';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { toast } from '../../../ui/toast.ts';
import { FactList } from '../fact-list.tsx';
import { useWords } from '../use-words.ts';
import {
  changedFields,
  deskBody,
  type DeskEdits,
  deskFaults,
  type DeskField,
  fieldOfPointer,
  formOf,
} from './desk-form.ts';
import classes from './desk.module.css';
import { useChangeDesk } from './use-desk-details.ts';

const MAX_NAME = 120;

interface Props {
  readonly page: DeskPage;
  readonly isEditable: boolean;
}

/** Names and addresses: for administrators to change, for others to read. */
export function DeskDetails({ page, isEditable }: Props) {
  const { desk: w } = useWords();
  if (isEditable) return <Form page={page} />;
  return (
    <FactList
      facts={[
        { name: w.nameRu, value: <span lang="ru">{page.name.ru}</span> },
        { name: w.nameEn, value: <span lang="en">{page.name.en}</span> },
        { name: w.mail, value: page.mailAddress },
        { name: w.sales, value: page.salesAddress ?? w.noSales },
      ]}
    />
  );
}

/** What the server says of one field; its notice says all the rest. */
const saidOf = (error: Error | null): { readonly field: DeskField; readonly words: string } | null => {
  const first = error instanceof ProblemError ? error.problem.errors?.[0] : undefined;
  const field = fieldOfPointer(first?.pointer);
  return field === null || first?.detail === undefined ? null : { field, words: first.detail };
};

function Form({ page }: { readonly page: DeskPage }) {
  const { desk: w } = useWords();
  const change = useChangeDesk();
  // The version is the one that was on screen when typing began: what others changed since is told, not written over.
  const [typed, setTyped] = useState<{ readonly edits: DeskEdits; readonly version: number } | null>(null);
  const [isTried, setIsTried] = useState(false);
  const edits = typed?.edits ?? {};
  const form = formOf(page, edits);
  const isChanged = changedFields(page, edits).length > 0;
  const faults = isTried ? deskFaults(page, edits) : [];
  const said = saidOf(change.error);
  const isStale = change.error instanceof ProblemError && change.error.problem.code === 'stale';

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (change.isPending || !isChanged) return;
    if (deskFaults(page, edits).length > 0) return setIsTried(true);
    // Told of the newer version, they save over it knowingly.
    const version = isStale ? page.version : (typed?.version ?? page.version);
    change.mutate(
      { version, body: deskBody(page, edits) },
      {
        onSuccess: () => {
          setTyped(null);
          setIsTried(false);
          toast(w.saved);
        },
      },
    );
  };
  const field = (name: DeskField, fault: string) => ({
    value: form[name],
    error: faults.includes(name) ? fault : said?.field === name && said.words,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget;
      if (said?.field === name) change.reset();
      setTyped({ edits: { ...edits, [name]: value }, version: typed?.version ?? page.version });
    },
  });
  return (
    <form className={classes.form} onSubmit={handleSubmit} noValidate>
      <div className={classes.pair}>
        <TextInput label={w.nameRu} lang="ru" maxLength={MAX_NAME} {...field('nameRu', w.nameMissing)} />
        <TextInput label={w.nameEn} lang="en" maxLength={MAX_NAME} {...field('nameEn', w.nameMissing)} />
      </div>
      <p className={classes.hint}>{w.nameHint}</p>
      <div className={classes.pair}>
        <TextInput
          type="email"
          label={w.mail}
          description={page.mailFixed ? w.fixed : w.mailHint}
          disabled={page.mailFixed}
          autoComplete="off"
          {...field('mail', w.emailBroken)}
        />
        <TextInput
          type="email"
          label={w.sales}
          description={page.salesFixed ? w.fixed : w.salesHint}
          placeholder={w.noSales}
          disabled={page.salesFixed}
          autoComplete="off"
          {...field('sales', w.emailBroken)}
        />
      </div>
      {change.error !== null && said === null && (
        <ProblemNotice error={change.error} onDismiss={change.reset} />
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={change.isPending} disabled={!isChanged}>
          {w.save}
        </Button>
        {isChanged && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              setTyped(null);
              setIsTried(false);
              change.reset();
            }}
          >
            {w.undo}
          </Button>
        )}
      </div>
    </form>
  );
}
