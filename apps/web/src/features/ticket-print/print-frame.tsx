import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { Suspense, type ReactElement, type ReactNode } from 'react';
import classes from './sheet.module.css';
import { usePrintWords } from './use-words.ts';

interface Props {
  /** The link back to the ticket. */
  readonly renderBack: (props: object) => ReactElement;
  /** What can be chosen before it is printed. */
  readonly choices?: ReactNode;
  readonly children: ReactNode;
}

/** The sheet as it will be on paper, below the buttons that only the screen has. */
export function PrintFrame({ renderBack, choices, children }: Props) {
  const w = usePrintWords();
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft size={17} stroke={1.7} aria-hidden />}
          renderRoot={renderBack}
        >
          {w.back}
        </Button>
        <div className={classes.choices}>{choices}</div>
        <Button
          // Enter prints: whoever came by Ctrl+P goes on by the keyboard.
          autoFocus
          leftSection={<IconPrinter size={17} stroke={1.7} aria-hidden />}
          onClick={() => window.print()}
        >
          {w.print}
        </Button>
      </div>
      <Suspense fallback={null}>{children}</Suspense>
    </div>
  );
}
