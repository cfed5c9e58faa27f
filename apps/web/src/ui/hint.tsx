import { Tooltip } from '@mantine/core';
import { cloneElement, useState, type PointerEventHandler, type ReactElement, type ReactNode } from 'react';

interface Props {
  readonly label: ReactNode;
  /** Something that takes no focus: it is drawn anew when somebody comes near. */
  readonly children: ReactElement<{ readonly onPointerEnter?: PointerEventHandler }>;
}

/** A tooltip that a list of many can afford: made for the one that the pointer comes to, not for all of them at once. */
export function Hint({ label, children }: Props) {
  const [isNear, setIsNear] = useState(false);
  if (!isNear) return cloneElement(children, { onPointerEnter: () => setIsNear(true) });
  return <Tooltip label={label}>{children}</Tooltip>;
}
