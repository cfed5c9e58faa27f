import type { LetterSummary } from '@reglament/contract';
import { Button, SegmentedControl, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconArrowDownLeft, IconArrowUpRight, IconMailCheck, IconMailOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import classes from './letters-page.module.css';
import { OutcomeLabel } from './outcome-label.tsx';
import { useLetters, type Direction } from './use-letters.ts';

export function LetterList() {
  const { m } = useI18n();
  const [direction, setDirection] = useState<Direction>('all');
  return (
    <section className={classes.list} aria-label={m.letters.list}>
      <div className={classes.filter}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={m.letters.direction}
          value={direction}
          onChange={(value) => setDirection(value as Direction)}
          data={[
            { value: 'all', label: m.letters.all },
            { value: 'in', label: m.letters.in },
            { value: 'out', label: m.letters.out },
            { value: 'troubled', label: m.letters.troubled },
          ]}
        />
      </div>
      <div className={classes.scroll}>
        <Items direction={direction} />
      </div>
    </section>
  );
}

function Items({ direction }: { readonly direction: Direction }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const query = useLetters(slug, direction);
  if (query.isPending) return <Waiting />;
  if (query.isError && query.data === undefined) {
    return (
      <ScreenFailure title={m.letters.failed} error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  const letters = query.data?.pages.flatMap((page) => page.letters) ?? [];
  if (letters.length === 0 && direction === 'troubled')
    return <ScreenState icon={IconMailCheck} title={m.letters.noTrouble} hint={m.letters.noTroubleHint} />;
  if (letters.length === 0)
    return <ScreenState icon={IconMailOff} title={m.letters.empty} hint={m.letters.emptyHint} />;
  return (
    <>
      <ul className={classes.items}>
        {letters.map((letter) => (
          <Item key={letter.letterId} letter={letter} />
        ))}
      </ul>
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            size="compact-sm"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {m.letters.more}
          </Button>
        </div>
      )}
    </>
  );
}

function Item({ letter }: { readonly letter: LetterSummary }) {
  const { m } = useI18n();
  const { slug, dates } = useDesk();
  const isIn = letter.direction === 'in';
  const Shape = isIn ? IconArrowDownLeft : IconArrowUpRight;
  return (
    <li>
      <Link
        to="/d/$desk/letters/$letterId"
        params={{ desk: slug, letterId: letter.letterId }}
        className={classes.item}
      >
        <Shape size={16} stroke={1.8} aria-hidden />
        <span className={classes.party}>
          <VisuallyHidden>{isIn ? m.letters.in : m.letters.out}: </VisuallyHidden>
          {isIn ? letter.from : letter.to}
        </span>
        <time className={classes.when} dateTime={letter.at}>
          {dates.short(letter.at)}
        </time>
        <span className={classes.subject}>{letter.subject || m.letters.noSubject}</span>
        <OutcomeLabel letter={letter} />
      </Link>
    </li>
  );
}

function Waiting() {
  const { m } = useI18n();
  return (
    <div role="status" style={{ display: 'grid', gap: 16, padding: 16 }}>
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      {[80, 64, 90, 72, 58, 84].map((percent) => (
        <Skeleton key={percent} height={30} width={`${percent}%`} />
      ))}
    </div>
  );
}
