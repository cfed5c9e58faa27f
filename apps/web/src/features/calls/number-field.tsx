import type { Callers } from '@reglament/contract';
import { Button, TextInput } from '@mantine/core';
import type { KeyboardEvent, RefObject } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import page from './call-page.module.css';
import classes from './caller-fields.module.css';
import type { DraftProps } from './draft-props.ts';
import { isLongEnough } from './use-callers.ts';

interface Props extends DraftProps {
  readonly numberRef: RefObject<HTMLInputElement | null>;
  /** Who has the number; absent: not looked up, or not yet. */
  readonly found: Callers | undefined;
  readonly isSearching: boolean;
  /** To what comes after the caller. */
  readonly onReady: () => void;
}

/** The number that rings, or that it is withheld, and what is known of it. */
export function NumberField({ draft, onChange, onForm, numberRef, found, isSearching, onReady }: Props) {
  const { m } = useI18n();
  const w = m.calls;
  const { form, isWithheld } = draft;
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onReady();
  };
  return (
    <>
      <div className={classes.numberRow}>
        <TextInput
          ref={numberRef}
          className={classes.number}
          size="md"
          type="tel"
          label={w.number}
          placeholder={isWithheld ? w.withheldTitle : '+7 (495) 000-00-00'}
          maxLength={60}
          autoComplete="off"
          disabled={isWithheld}
          value={isWithheld ? '' : form.phone}
          onChange={(event) => {
            onForm({ phone: event.currentTarget.value });
            onChange({ contactId: null, isSomeoneElse: false });
          }}
          onKeyDown={handleKey}
        />
        <Button
          variant={isWithheld ? 'filled' : 'default'}
          size="md"
          aria-pressed={isWithheld}
          onClick={() => onChange({ isWithheld: !isWithheld, contactId: null })}
        >
          {w.withheld}
          <kbd className={page.kbd} data-on="button">
            Alt H
          </kbd>
        </Button>
      </div>
      <div role="status" className={classes.told}>
        {!isWithheld && !isLongEnough(form.phone) && <span className={page.dim}>{w.numberHint}</span>}
        {isSearching && w.searching}
        {found !== undefined && found.phone === null && w.notNumber}
        {found !== undefined && found.phone !== null && found.callers.length === 0 && (
          <>
            <b>{w.unknown}.</b> {w.unknownHint}
          </>
        )}
      </div>
    </>
  );
}
