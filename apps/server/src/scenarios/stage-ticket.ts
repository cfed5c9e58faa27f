import type { TicketCommandBody } from '@reglament/contract';
import type { Clock, ProposalId, Ticket, TicketEvent } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { letterFrom, type OpenedLetter, openLetter } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { customerAction, type CustomerAction } from '../use-cases/customer-action.ts';
import { moscowText } from './moscow-text.ts';
import { Refused } from './refused.ts';
import { type Handling, handlingOf } from './stage-handling.ts';
import type { Stage } from './stage.ts';

/** A clock as people say it; instants by Moscow's wall clock, `2025-02-07 16:00`. */
export interface SeenClock {
  readonly status: Clock['status'];
  readonly outcome: Clock['outcome'];
  readonly started: string;
  /** Of a clock that stopped: the deadline it had. */
  readonly due: string | null;
  readonly stopped: string | null;
  readonly stoppedBy: string | null;
  readonly clause: string;
}

/** A ticket and what people do to it. Staff act in their browser, the customer by letter or on the ticket's page. */
export interface StageTicket extends Handling {
  readonly number: number;
  /** Of the customer who acts. */
  readonly email: string | null;
  readonly seen: () => Promise<Ticket>;
  readonly state: () => Promise<Ticket['state']>;
  readonly fields: () => Promise<Readonly<Record<string, string>>>;
  /** @throws when it has no such clock. */
  readonly clock: (id: string) => Promise<SeenClock>;
  readonly due: (id: string) => Promise<string | null>;
  readonly journal: () => Promise<readonly TicketEvent['type'][]>;
  /** What staff do. @throws Refused with code and clause. */
  readonly staff: (command: TicketCommandBody) => Promise<void>;
  /** The same, with the mail server out of reach: no letter goes out. */
  readonly staffUnsent: (command: TicketCommandBody) => Promise<void>;
  readonly classify: (type: string, priority: string | null, reason?: string) => Promise<void>;
  readonly reply: (text: string) => Promise<void>;
  readonly ask: (text: string) => Promise<void>;
  readonly resolve: (text: string) => Promise<void>;
  /** What the customer does on the ticket's page. @throws Refused with code and clause. */
  readonly page: (action: CustomerAction) => Promise<void>;
  readonly confirm: () => Promise<void>;
  readonly object: (text: string) => Promise<void>;
  readonly answerProposal: (accepted: boolean) => Promise<void>;
  readonly answerDate: (accepted: boolean) => Promise<void>;
  /** The customer answers the newest letter; the ticket that the answer joined or became. */
  readonly answer: (text: string, headers?: readonly string[]) => Promise<StageTicket>;
  /** The letters to the customer about it, the oldest first. */
  readonly letters: () => Promise<readonly OpenedLetter[]>;
  readonly lastLetter: () => Promise<OpenedLetter>;
  /** The public page as HTML, by the link in the newest letter. */
  readonly openPage: () => Promise<string>;
}

const textOrNull = (at: Instant | null): string | null => (at === null ? null : moscowText(at));

const seenClock = (clock: Clock): SeenClock => ({
  status: clock.status,
  outcome: clock.outcome,
  started: moscowText(clock.startedAt),
  due: textOrNull(clock.dueAt ?? clock.lastDueAt),
  stopped: textOrNull(clock.stoppedAt),
  stoppedBy: clock.stopCause,
  clause: clock.rule.clause,
});

type Watching = Pick<
  StageTicket,
  'seen' | 'state' | 'fields' | 'clock' | 'due' | 'journal' | 'letters' | 'lastLetter' | 'openPage'
>;

const watching = ({ still, slug, browser }: Stage, number: number, email: string | null): Watching => {
  const seen = async (): Promise<Ticket> => (await still.ticket(slug, number)).ticket;
  const clock = async (id: string): Promise<SeenClock> => {
    const found = (await seen()).clocks.find((c) => c.id === id);
    if (found === undefined) throw new Error(`ticket ${number} has no clock ${id}`);
    return seenClock(found);
  };
  const letters = async (): Promise<readonly OpenedLetter[]> => {
    await still.deliver();
    const theirs = still.sink.letters.filter((l) => email !== null && l.to.includes(email));
    const opened = await Promise.all(theirs.map(openLetter));
    return opened.filter(({ subject }) => subject.includes(`№${number}]`));
  };
  const lastLetter = async (): Promise<OpenedLetter> => {
    const last = (await letters()).at(-1);
    if (last === undefined) throw new Error(`no letter about ticket ${number}`);
    return last;
  };
  return {
    seen,
    state: async () => (await seen()).state,
    fields: async () => (await still.ticket(slug, number)).fields,
    clock,
    due: async (id) => (await clock(id)).due,
    journal: () => still.journal(slug, number),
    letters,
    lastLetter,
    openPage: async () => {
      const link = /https:\/\/desk\.example\/t\/\S+/.exec((await lastLetter()).text)?.[0];
      if (link === undefined) throw new Error('the letter has no link');
      return browser.page(link);
    },
  };
};

const pageAction = async (
  { still, slug }: Stage,
  seen: Ticket,
  email: string,
  action: CustomerAction,
): Promise<void> => {
  const outcome = await customerAction(still.context, {
    deskId: still.desk(slug),
    ticketId: seen.ticketId,
    contact: { contactId: seen.contactId, email },
    action,
    idempotency: { key: still.context.newId(), requestHash: 'x' },
  });
  if (outcome.kind === 'refused') throw new Refused(outcome.refusal.code, outcome.refusal.clause);
  if (outcome.kind !== 'done') throw new Refused(outcome.kind, null);
};

/** A ticket by its number; `email`: of the customer who acts. */
export const ticketOnStage = (stage: Stage, number: number, email: string | null): StageTicket => {
  const { still, slug, engineer } = stage;
  const sight = watching(stage, number, email);
  const hand = staffHand(still, slug, engineer);
  const staffUnsent = async (command: TicketCommandBody): Promise<void> => {
    const outcome = await hand(number, command);
    if (outcome.kind === 'refused') throw new Refused(outcome.refusal.code, outcome.refusal.clause);
    if (outcome.kind !== 'done') throw new Refused(outcome.kind, null);
  };
  const staff = async (command: TicketCommandBody): Promise<void> => {
    await staffUnsent(command);
    await still.deliver();
  };
  const page = async (action: CustomerAction): Promise<void> =>
    pageAction(stage, await sight.seen(), email ?? '', action);
  const proposalId = (id: ProposalId | undefined): ProposalId => id ?? (still.context.newId() as ProposalId);
  return {
    number,
    email,
    ...sight,
    ...handlingOf(stage, number, staff),
    staff,
    staffUnsent,
    classify: (type, priority, reason) =>
      staff({ command: 'classify', type, priority, ...(reason === undefined ? {} : { reason }) }),
    reply: (text) => staff({ command: 'reply', text, attachments: [] }),
    ask: (text) => staff({ command: 'request-information', text, attachments: [] }),
    resolve: (text) => staff({ command: 'resolve', text, attachments: [] }),
    page,
    confirm: () => page({ kind: 'confirm' }),
    object: (text) => page({ kind: 'object', text, files: [] }),
    answerProposal: async (accepted) => {
      const { proposal } = await sight.seen();
      await page({ kind: 'answer-proposal', proposalId: proposalId(proposal?.proposalId), accepted });
    },
    answerDate: async (accepted) => {
      const { dateProposal } = await sight.seen();
      await page({ kind: 'answer-date', proposalId: proposalId(dateProposal?.proposalId), accepted });
    },
    answer: async (text, headers = []) => {
      const last = await sight.lastLetter();
      const state = await still.receive(
        slug,
        letterFrom({
          from: email ?? '',
          to: last.replyTo,
          subject: `Re: ${last.subject}`,
          text,
          headers: [`In-Reply-To: <${last.messageId}>`, ...headers],
        }),
      );
      if (state.number === null) throw new Error(`the answer became ${state.outcome}`);
      return ticketOnStage(stage, state.number, email);
    },
  };
};
