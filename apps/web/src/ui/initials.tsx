import classes from './initials.module.css';

interface Props {
  readonly name: string;
  readonly tone?: 'customer' | 'staff';
  readonly small?: boolean;
}

/** Two letters of a name in a circle; decoration beside the name itself. */
export function Initials({ name, tone = 'staff', small = false }: Props) {
  const [first = '?', second = ''] = name.trim().split(/\s+/u);
  return (
    <span className={classes.initials} data-tone={tone} data-small={small} aria-hidden>
      {`${first.slice(0, 1)}${second.slice(0, 1)}`.toUpperCase()}
    </span>
  );
}
