import { useId, type ReactNode } from 'react';
import classes from './choices.module.css';

export interface Choice {
  readonly id: string;
  readonly name: ReactNode;
  readonly definition?: ReactNode;
  readonly tag?: string | null;
}

interface Props {
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly error?: string | false | null;
  /** A dialog begins here: with what is chosen, or the first. */
  readonly isFirst?: boolean;
}

/** One of a few, each with its definition in sight. */
export function Choices({ legend, choices, value, onChange, error, isFirst = false }: Props) {
  const name = useId();
  const errorId = `${name}-error`;
  const begins = isFirst ? (choices.find(({ id }) => id === value) ?? choices[0])?.id : undefined;
  return (
    <fieldset className={classes.choices} aria-describedby={error ? errorId : undefined}>
      <legend className={classes.legend}>{legend}</legend>
      <div className={classes.boxes}>
        {choices.map((choice) => (
          <label key={choice.id} className={classes.choice}>
            <input
              type="radio"
              name={name}
              value={choice.id}
              checked={value === choice.id}
              onChange={() => onChange(choice.id)}
              {...(choice.id === begins ? { 'data-autofocus': true } : {})}
            />
            <span>
              <span className={classes.choiceName}>
                {choice.name}
                {choice.tag && <span className={classes.tag}>{choice.tag}</span>}
              </span>
              {choice.definition && <span className={classes.definition}>{choice.definition}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p className={classes.error} id={errorId} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
