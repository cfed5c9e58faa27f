import type { PortalCoverage, PortalTicketForm } from '@reglament/contract';
import { IconCircleCheck, IconCircleOff, IconHelpCircle } from '@tabler/icons-react';
import { useI18n } from '../../i18n/i18n.tsx';
import { usePortal } from '../portal/index.ts';
import { KnownCertificate } from './known-certificate.tsx';
import classes from './preview-card.module.css';
import page from './ticket-page.module.css';
import type { NewTicket } from './use-new-ticket.ts';
import { usePreview } from './use-preview.ts';
import { useTicketWords } from './use-words.ts';
import { WaysList } from './ways-list.tsx';

interface Props {
  readonly form: PortalTicketForm;
  readonly ticket: NewTicket;
}

const shapes = { yes: IconCircleCheck, no: IconCircleOff, unknown: IconHelpCircle } as const;

/** What the ticket would be, were it sent now, by the rules that register it. */
export function PreviewCard({ form, ticket }: Props) {
  const { preview: w } = useTicketWords();
  const { m } = useI18n();
  const { companyId, priority } = ticket.facts;
  const { channel } = form;
  const answer = usePreview(form, ticket);
  const company = form.companies.find((one) => one.companyId === companyId);
  return (
    <section className={page.card} aria-label={w.title} aria-live="polite" aria-busy={answer.isFetching}>
      <h2 className={page.cardTitle}>{w.title}</h2>
      {companyId === '' && <p className={page.dim}>{w.noCompany}</p>}
      {company !== undefined && company.certificate !== null && (
        <KnownCertificate certificate={company.certificate} ticket={ticket} />
      )}
      {answer.data === undefined && companyId !== '' && (
        <p className={page.dim}>{answer.error === null ? m.common.loading : w.unknownNow}</p>
      )}
      {answer.data !== undefined && (
        <>
          <Answer
            answer={answer.data}
            channel={m.channel[channel]}
            waitsForPriority={form.needsPriority && priority === null}
          />
          {answer.data.answer === 'no' && company !== undefined && <WaysList ways={company.ways} />}
        </>
      )}
    </section>
  );
}

interface AnswerProps {
  readonly answer: PortalCoverage;
  readonly channel: string;
  /** Which deadline it is depends on the priority, and none is chosen yet. */
  readonly waitsForPriority: boolean;
}

function Answer({ answer, channel, waitsForPriority }: AnswerProps) {
  const { preview: w, deadlines } = useTicketWords();
  const { say } = useI18n();
  const Shape = shapes[answer.answer];
  return (
    <>
      <p className={classes.verdict} data-answer={answer.answer}>
        <Shape size={19} stroke={2} aria-hidden />
        {w.answers[answer.answer]}
      </p>
      <p className={page.sentence}>
        {say(answer.says)}. <ClauseNote id={answer.clause} />
      </p>
      <dl className={page.facts}>
        <dt>{w.channel}</dt>
        <dd>{channel}</dd>
        {answer.deadlines.map(({ name, says, clause }) => (
          <Deadline key={name.ru} name={say(name)} says={say(says)} clause={clause} />
        ))}
      </dl>
      {answer.answer !== 'no' && answer.deadlines.length === 0 && (
        <p className={page.dim}>{waitsForPriority ? w.choosePriority : w.noDeadlines}</p>
      )}
      {answer.next !== null && <p className={classes.next}>{say(answer.next)}.</p>}
      <details className={page.why}>
        <summary>{w.why}</summary>
        <ol>
          {answer.why.certificates.map((one) => (
            <li key={one.number ?? one.package.ru}>
              <b>{w.certificate(one.number ?? '')}</b>: {say(one.says)}
            </li>
          ))}
          {answer.why.rules.map((rule) => (
            <li key={rule.says.ru}>
              {say(rule.says)} <span className={page.place}>{deadlines.rule(rule.clause)}</span>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

interface DeadlineProps {
  readonly name: string;
  readonly says: string;
  readonly clause: string | null;
}

function Deadline({ name, says, clause }: DeadlineProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <b>{says}</b> <ClauseNote id={clause} />
      </dd>
    </>
  );
}

/** The rule by name; its words come up when it is pointed at. */
function ClauseNote({ id }: { readonly id: string | null }) {
  const { deadlines } = useTicketWords();
  const { say } = useI18n();
  const { clause } = usePortal();
  const found = id === null ? null : clause(id);
  if (found === null) return null;
  return (
    <span className={page.place} title={say(found.says)}>
      {deadlines.rule(found.id)}
    </span>
  );
}
