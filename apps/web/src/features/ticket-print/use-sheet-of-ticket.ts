import type { ClockView, TicketMessage, TicketPage } from '@reglament/contract';
import { serverNow } from '../../api/server-clock.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { lastDay } from '../../ui/last-day.ts';
import type { SheetContent, SheetDeadline, SheetMessage } from './sheet.tsx';
import { textOfHtml } from './text-of-html.ts';
import { usePrintWords } from './use-words.ts';

/** The server gives no more messages than these, the newest. */
const MOST_MESSAGES = 500;

/** A ticket of the workspace as it is put on paper. */
export const useSheetOfTicket = (page: TicketPage, withNotes: boolean): SheetContent => {
  const { m, say } = useI18n();
  const w = usePrintWords();
  const { summary, dates, session } = useDesk();
  const facts = useFacts(page);
  const deadlines = useDeadlines(page.clocks);
  const { ticket, messages } = page;
  const shown = messages.filter(({ kind }) => withNotes || kind !== 'note');
  const hasNotes = shown.some(({ kind }) => kind === 'note');
  return {
    product: say(summary.product),
    desk: say(summary.name),
    number: ticket.number,
    subject: ticket.subject || m.queue.noSubject,
    warning: hasNotes ? w.withNotes : null,
    facts,
    deadlines,
    messages: shown.map((message) => sheetMessage(message, m.message.kind[message.kind])),
    hasOlder: messages.length >= MOST_MESSAGES,
    printed: w.printed(dates.full(new Date(serverNow()).toISOString()), session.person.name),
    when: dates.full,
  };
};

const looks = {
  customer: 'customer',
  objection: 'customer',
  note: 'note',
  system: 'system',
  reply: 'staff',
  'information-request': 'staff',
  resolution: 'staff',
  refusal: 'staff',
} as const satisfies Record<TicketMessage['kind'], SheetMessage['look']>;

const sheetMessage = (message: TicketMessage, kind: string): SheetMessage => {
  const { messageId, at, author, text, html, attachments } = message;
  const look = looks[message.kind];
  return {
    id: messageId,
    at,
    author: look === 'system' ? '' : author.name,
    kind: look === 'system' ? '' : kind,
    look,
    text: text.trim() === '' && html !== null ? textOfHtml(html) : text,
    isCut: false,
    files: attachments,
  };
};

const isMissed = ({ outcome, breachedAt }: ClockView): boolean =>
  outcome === 'missed' || (outcome === null && breachedAt !== null);

const useDeadlines = (clocks: readonly ClockView[]): readonly SheetDeadline[] => {
  const { m, say, language } = useI18n();
  const w = usePrintWords();
  const { dates } = useDesk();
  const says = (clock: ClockView): string => {
    const { status, lastDueAt, stoppedAt } = clock;
    const due = clock.dueAt ?? lastDueAt;
    const until =
      due === null ? (status === 'paused' ? w.paused : m.clocks.noDue) : w.running(dates.full(due));
    if (status === 'stopped' && stoppedAt !== null)
      return `${until}, ${(clock.outcome === 'met' ? w.met : w.stopped)(dates.full(stoppedAt))}`;
    return isMissed(clock) ? `${until}, ${w.missed}` : until;
  };
  return clocks.map((clock) => ({
    id: clock.clock,
    name: say(clock.name),
    says: says(clock),
    isMissed: isMissed(clock),
    reasons: clock.explanation[language],
    rule: w.rule(clock.clause.id, m.common.clause(clock.clause.place)),
  }));
};

const useFacts = ({ ticket, certificates }: TicketPage): SheetContent['facts'] => {
  const { m, say } = useI18n();
  const { fact } = usePrintWords();
  const { dates } = useDesk();
  const day = (at: string | null) => (at === null ? null : dates.full(at));
  const { product, requester, outcome, priority } = ticket;
  const held = certificates.map(({ number, packageName, endsAt }) =>
    [number, say(packageName), ...(endsAt === null ? [] : [m.who.until(dates.date(lastDay(endsAt)))])].join(
      ', ',
    ),
  );
  const ended =
    outcome === null
      ? null
      : outcome.kind === 'declined'
        ? m.ended.declined(say(outcome.name))
        : outcome.name === null
          ? null
          : say(outcome.name);
  const rows: readonly (readonly [string, string | null])[] = [
    [fact.company, ticket.company?.name ?? fact.unknown],
    [fact.contact, [requester.name, requester.email].filter(Boolean).join(', ')],
    [fact.package, ticket.package === null ? m.who.noPackage : say(ticket.package.name)],
    [fact.certificates, held.length === 0 ? null : held.join('; ')],
    [fact.coverage, say(ticket.coverage.says)],
    [fact.state, m.state[ticket.state]],
    [m.ended.outcome, ended],
    [fact.type, ticket.type === null ? null : say(ticket.type.name)],
    [fact.priority, priority === null ? null : say(priority.name)],
    [fact.product, product === null ? null : [product.name, product.version].filter(Boolean).join(' ')],
    [fact.assignee, ticket.assignee?.name ?? m.queue.unassigned],
    [fact.line, ticket.line === null ? null : say(ticket.line.name)],
    [fact.site, ticket.site?.name ?? null],
    [fact.channel, m.channel[ticket.channel]],
    [fact.registered, dates.full(ticket.registeredAt)],
    [fact.resolved, day(ticket.resolvedAt)],
    [fact.closed, day(ticket.closedAt)],
    [fact.edition, ticket.edition],
    ...ticket.fields.map(
      ({ name, value, named }) => [say(name), named === null ? value : say(named)] as const,
    ),
  ];
  // What the regulation asks for may be known already.
  const names = new Set<string>();
  return rows.flatMap(([name, value]) => {
    if (value === null || value === '' || names.has(name)) return [];
    names.add(name);
    return [{ name, value }];
  });
};
