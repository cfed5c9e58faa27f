import { useEffect, useRef, type ReactNode } from 'react';
import classes from './ticket-extras.module.css';
import type { Suggest } from './use-suggest.ts';

interface Props {
  readonly suggest: Suggest;
  readonly label: string;
  /** Said when nothing fits; null: nothing. */
  readonly none: ReactNode;
}

/** What may be put in the place of the word that is being typed. */
export function Suggestions({ suggest, label, none }: Props) {
  const { word, offered, active, listId, optionId, put } = suggest;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (word === null) return null;
  if (offered.length === 0 && none === null) return null;
  if (offered.length === 0) {
    return (
      <p className={classes.noSuggestion} role="status">
        {none}
      </p>
    );
  }
  return (
    <div ref={list} className={classes.suggestions} id={listId} role="listbox" aria-label={label}>
      {offered.map((one, index) => (
        <div
          key={one.id}
          id={optionId(index)}
          role="option"
          tabIndex={-1}
          className={classes.suggestion}
          aria-selected={index === active}
          // The field keeps the focus.
          onMouseDown={(event) => {
            event.preventDefault();
            put(one);
          }}
        >
          <span className={classes.what}>{one.title}</span>
          <span className={classes.detail}>{one.detail}</span>
        </div>
      ))}
    </div>
  );
}
