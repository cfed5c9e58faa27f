import { useEffect, useRef } from 'react';
import { StateLabel } from '../../ui/state-label.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import type { Entry, Section } from './palette-entries.ts';
import classes from './palette.module.css';

interface Props {
  readonly listId: string;
  readonly sections: readonly Section[];
  /** Of the entry that Enter takes, counted over all sections. */
  readonly index: number;
  readonly onChoose: (entry: Entry, isApart: boolean) => void;
}

const idOf = (listId: string, index: number): string => `${listId} ${index}`.replaceAll(' ', '-');

/** What can be chosen, in sections. The field keeps the focus; the arrows move over all of them. */
export function PaletteList({ listId, sections, index, onChoose }: Props) {
  // Where each section begins, counted over all entries.
  const starts = sections.map((_, place) =>
    sections.slice(0, place).reduce((sum, { entries }) => sum + entries.length, 0),
  );
  return (
    <div role="listbox" id={listId} className={classes.list}>
      {sections.map((section, ordinal) => {
        const from = starts[ordinal] ?? 0;
        const headingId = `${listId}-${section.id}`;
        return (
          <div
            key={section.id}
            role="group"
            {...(section.title === '' ? {} : { 'aria-labelledby': headingId })}
            className={classes.section}
          >
            {section.title !== '' && (
              <div className={classes.heading} id={headingId} role="presentation">
                {section.title}
              </div>
            )}
            {section.entries.map((entry, place) => (
              <Line
                key={entry.key}
                id={idOf(listId, from + place)}
                entry={entry}
                isCurrent={from + place === index}
                onChoose={onChoose}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

interface LineProps {
  readonly id: string;
  readonly entry: Entry;
  readonly isCurrent: boolean;
  readonly onChoose: Props['onChoose'];
}

function Line({ id, entry, isCurrent, onChoose }: LineProps) {
  const line = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const Shape = entry.icon;
  return (
    <button
      type="button"
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      className={classes.line}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onChoose(entry, event.ctrlKey || event.metaKey)}
    >
      <Shape size={16} stroke={1.7} aria-hidden />
      <span className={classes.title}>
        {entry.number !== undefined && <span className={classes.number}>{entry.number} </span>}
        <MarkedText segments={entry.title} />
        {entry.below !== undefined && (
          <span className={classes.below}>
            <MarkedText segments={entry.below} />
          </span>
        )}
      </span>
      {entry.note !== '' && <span className={classes.note}>{entry.note}</span>}
      {entry.state !== undefined && (
        <span className={classes.state}>
          <StateLabel state={entry.state} />
        </span>
      )}
    </button>
  );
}
