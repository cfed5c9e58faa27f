import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './page-frame.module.css';

/** A line between the head of a page and its list: what of it is shown. */
export function ListFilter({ children }: { readonly children: ReactNode }) {
  return <div className={classes.filter}>{children}</div>;
}

interface ViewProps<View extends string> {
  readonly label: string;
  readonly view: View;
  /** Every view with its name, in the order shown. */
  readonly views: Readonly<Record<View, string>>;
  readonly onView: (view: View) => void;
}

export function ViewChoice<View extends string>({ label, view, views, onView }: ViewProps<View>) {
  return (
    <NativeSelect
      aria-label={label}
      value={view}
      onChange={(event) => onView(event.currentTarget.value as View)}
      data={Object.entries<string>(views).map(([value, name]) => ({ value, label: name }))}
    />
  );
}

interface SearchProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Characters at most; 200 unless told. */
  readonly maxLength?: number;
}

export function SearchField({ label, value, onChange, maxLength = 200 }: SearchProps) {
  return (
    <TextInput
      type="search"
      className={classes.search ?? ''}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
      maxLength={maxLength}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
