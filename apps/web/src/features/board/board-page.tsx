import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageScroll } from '../../ui/page-scroll.tsx';
import { ScreenFailure } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './board-page.module.css';
import totals from './totals.module.css';
import { DaysPart } from './days-part.tsx';
import { LoadPart } from './load-part.tsx';
import { LinesPart, PeoplePart } from './share-parts.tsx';
import { Totals } from './totals.tsx';
import { UrgentPart } from './urgent-part.tsx';
import { useBoard } from './use-board.ts';

/** The lead's board: who is late or about to be, and how much there is to do. */
export function BoardPage() {
  const { m } = useI18n();
  usePageTitle(m.board.title);
  return (
    <>
      <PageHead title={m.board.title} about={m.board.about} />
      <PageScroll>
        <Parts />
      </PageScroll>
    </>
  );
}

function Parts() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { data: board, isPending, error, refetch } = useBoard(slug);
  if (isPending) return <Waiting />;
  if (board === undefined)
    return (
      <ScreenFailure
        title={m.board.failed}
        error={error ?? new Error(m.board.failed)}
        onRetry={() => void refetch()}
      />
    );
  return (
    <div className={classes.parts}>
      <Totals total={board.total} isComplete={board.complete} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <UrgentPart board={board} />
          <DaysPart days={board.days} />
          <LoadPart load={board.load} zone={board.zone} />
        </div>
        <div className={classes.column}>
          <PeoplePart board={board} />
          <LinesPart board={board} />
        </div>
      </div>
    </div>
  );
}

function Waiting() {
  const { m } = useI18n();
  return (
    <div className={classes.parts} aria-busy>
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      <div className={totals.totals}>
        {Array.from({ length: 5 }, (_, index) => (
          <Skeleton key={index} height={76} radius="lg" />
        ))}
      </div>
      <div className={classes.columns}>
        <Skeleton height={320} radius="lg" />
        <Skeleton height={320} radius="lg" />
      </div>
    </div>
  );
}
