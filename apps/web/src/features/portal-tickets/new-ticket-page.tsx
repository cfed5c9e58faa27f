import type { PortalTicketForm } from '@reglament/contract';
import { useQuery } from '@tanstack/react-query';
import { ScreenFailure } from '../../ui/screen-state.tsx';
import { PortalScreen, usePortal } from '../portal/index.ts';
import { NewTicketForm } from './new-ticket-form.tsx';
import { WaysList } from './ways-list.tsx';
import { portalTicketFormQuery } from './portal-ticket-queries.ts';
import classes from './ticket-page.module.css';
import { useTicketWords } from './use-words.ts';

/** A new ticket with what this regulation asks, and what it would be before it is sent. */
export function NewTicketPage() {
  const { register: w } = useTicketWords();
  const { slug } = usePortal();
  const form = useQuery(portalTicketFormQuery(slug));
  return (
    <PortalScreen title={w.title} about={w.about}>
      {form.data !== undefined && <Ways form={form.data} />}
      {form.data !== undefined && <NewTicketForm form={form.data} />}
      {form.data === undefined && form.error === null && (
        <div className={classes.ghost} aria-busy="true" aria-label={w.title} />
      )}
      {form.data === undefined && form.error !== null && (
        <ScreenFailure title={w.failed} error={form.error} onRetry={() => void form.refetch()} />
      )}
    </PortalScreen>
  );
}

/** Where no package of theirs takes tickets here: said before a word is typed. */
function Ways({ form }: { readonly form: PortalTicketForm }) {
  const { register: w } = useTicketWords();
  const closed = form.companies.filter(({ takesPortal }) => takesPortal === false);
  if (closed.length === 0 || closed.length < form.companies.length) return null;
  return <ClosedWays ways={closed[0]?.ways ?? []} title={w.noCabinet} hint={w.noCabinetHint} />;
}

function ClosedWays({
  ways,
  title,
  hint,
}: {
  readonly ways: PortalTicketForm['companies'][number]['ways'];
  readonly title: string;
  readonly hint: string;
}) {
  return (
    <section className={classes.card} data-tone="warn" style={{ marginTop: 20 }}>
      <h2 className={classes.cardTitle}>{title}</h2>
      <p className={classes.sentence}>{hint}</p>
      <WaysList ways={ways} />
    </section>
  );
}
