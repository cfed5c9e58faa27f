import type { PortalMessage, PortalTicket } from '@reglament/contract';
import { useI18n } from '../../i18n/i18n.tsx';
import { useTicketWords } from '../portal-tickets/index.ts';
import { usePortal } from '../portal/index.ts';
import type { SheetContent, SheetMessage } from './sheet.tsx';
import { usePrintWords } from './use-words.ts';

/** A customer's ticket as it is put on paper. */
export const useSheetOfPortal = (ticket: PortalTicket): SheetContent => {
  const { m, say, language } = useI18n();
  const w = usePrintWords();
  const { about, conversation: talk } = useTicketWords();
  const { summary, dates, session } = usePortal();
  const who = (message: PortalMessage): string =>
    message.author || (message.side === 'customer' ? talk.colleague : talk.support);
  return {
    product: say(summary.product),
    desk: say(summary.name),
    number: ticket.number,
    subject: ticket.subject,
    warning: null,
    facts: [
      { name: w.fact.state, value: say(ticket.standing.name) },
      { name: w.fact.registered, value: dates.full(ticket.registeredAt) },
      { name: about.requester, value: ticket.requester || (ticket.isOwn ? session.person.name : '—') },
      ...ticket.about.map(({ name, value }) => ({ name: say(name), value: say(value) })),
    ],
    deadlines: ticket.deadlines.map((deadline) => ({
      id: deadline.clock,
      name: say(deadline.name),
      says: say(deadline.says),
      isMissed: deadline.status === 'missed' || deadline.status === 'met-late',
      reasons: deadline.reasons[language],
      rule:
        deadline.clause === null ? null : w.rule(deadline.clause.id, m.common.clause(deadline.clause.place)),
    })),
    messages: ticket.messages.map((message) => sheetMessage(message, who(message), talk.kinds[message.kind])),
    hasOlder: ticket.hasOlder,
    printed: w.printed(dates.full(ticket.now), session.person.name),
    when: dates.full,
  };
};

const sheetMessage = (message: PortalMessage, author: string, kind: string): SheetMessage => ({
  id: message.messageId,
  at: message.at,
  author,
  kind,
  look: message.side,
  text: message.text,
  isCut: message.isCut,
  files: message.files,
});
