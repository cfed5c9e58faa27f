import type { ReactNode } from 'react';
import classes from './fact-list.module.css';

interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  readonly hint?: string;
}

/** Names and values, one below the other. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value, hint }) => (
        <div key={name} className={classes.fact}>
          <dt>{name}</dt>
          <dd>
            {value}
            {hint !== undefined && <span className={classes.hint}>{hint}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
