import { answerMeans, type TicketPage } from '@reglament/contract';
import { declinableGrounds, handOversOf, type Regulation, type Ticket } from '@reglament/desk';
import { declinedGround } from '../../text/declined-ground.ts';
import { judgeWords } from '../../text/judge-words.ts';

type Handling = Pick<
  TicketPage,
  'answerMeans' | 'checklist' | 'declinable' | 'handOvers' | 'merge' | 'outcomes' | 'split'
>;

/** What the regulation gives staff to choose from for this ticket now. */
export const presentHandling = (ticket: Ticket, regulation: Regulation): Handling => {
  const { lifecycle, works } = regulation;
  const isOpen =
    ticket.state === 'new' || ticket.state === 'in-progress' || ticket.state === 'waiting-for-customer';
  return {
    declinable: declinableGrounds(ticket, regulation).map(({ ground, name, clause, instead, toJudge }) => ({
      ground,
      name,
      clause,
      instead,
      toJudge: toJudge.map((key) => judgeWords[key]),
    })),
    handOvers: isOpen
      ? handOversOf(ticket, regulation).map((one) => ({ ...one, needs: [...one.needs] }))
      : [],
    outcomes: lifecycle.outcomes.map(({ id, name }) => ({ id, name })),
    answerMeans: answerMeans.options.filter((one) => lifecycle.answersBy?.means.includes(one)),
    checklist: [...(works.information?.checklist ?? [])],
    merge: lifecycle.merge ?? { clocks: 'due-first', clause: null },
    split: lifecycle.split,
  };
};

/** How the ticket ended, by name; null: it has not, or nothing was named. */
export const presentOutcome = (
  { outcome = null }: Ticket,
  regulation: Regulation,
): TicketPage['ticket']['outcome'] => {
  if (outcome === null) return null;
  if (outcome.kind === 'resolved') {
    const name = regulation.lifecycle.outcomes.find(({ id }) => id === outcome.id)?.name ?? null;
    return { kind: 'resolved', name, means: outcome.means };
  }
  const { name, instead } = declinedGround(regulation, outcome.ground);
  return { kind: 'declined', name, instead, clause: outcome.clause };
};

/** The line of support that has the ticket. */
export const presentLine = ({ line }: Ticket, { lines }: Regulation): TicketPage['ticket']['line'] =>
  line === undefined
    ? null
    : {
        id: line.id,
        name: lines.find(({ id }) => id === line.id)?.name ?? { ru: line.id, en: line.id },
        clause: line.clause,
      };
