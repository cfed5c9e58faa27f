import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import classes from './page-frame.module.css';

interface Props {
  readonly title: ReactNode;
  /** A `BackArrow`. */
  readonly back?: ReactNode;
  /** The title is a number: what stands beside it goes below before it breaks. */
  readonly isNumber?: boolean;
  /** What the page is for; a narrow screen does without. */
  readonly about?: string;
  readonly children?: ReactNode;
}

/** Top of a page of the workspace: what it is, and what can be done here. */
export function PageHead({ title, back, isNumber = false, about, children }: Props) {
  return (
    <header className={classes.head}>
      {back}
      <h1 className={classes.title} data-number={isNumber}>
        {title}
      </h1>
      {about !== undefined && <span className={classes.about}>{about}</span>}
      {children}
    </header>
  );
}

interface BackProps {
  readonly label: string;
  /** The link itself, by whoever knows the address. */
  readonly renderLink: (props: object) => ReactElement;
}

/** The way back to the list, before the title. */
export function BackArrow({ label, renderLink }: BackProps) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} renderRoot={renderLink}>
      <IconArrowLeft size={17} stroke={1.8} aria-hidden />
    </ActionIcon>
  );
}

/** Buttons at the end of the head. */
export function HeadButtons({ children }: { readonly children: ReactNode }) {
  return <div className={classes.buttons}>{children}</div>;
}
