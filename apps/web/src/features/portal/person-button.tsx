import { VisuallyHidden } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Initials } from '../../ui/initials.tsx';
import { usePortal } from './portal-context.tsx';
import classes from './portal-page.module.css';

/** Says who is signed in, and opens what they may do with that. */
export function PersonButton(props: ComponentProps<'button'>) {
  const { m } = useI18n();
  const { session } = usePortal();
  return (
    <button {...props} type="button" className={classes.person}>
      <VisuallyHidden>{m.workspace.person}: </VisuallyHidden>
      <Initials name={session.person.name} tone="customer" />
      <span className={classes.personName}>{session.person.name}</span>
    </button>
  );
}
