import type { Instant } from '@reglament/working-time';
import { asLived } from '../clock/index.ts';
import type { RegulationVersionId } from '../ids.ts';
import type { Regulation } from '../regulation/index.ts';
import type { TicketCommand } from '../ticket/commands.ts';
import { compareDeadlines, type DeadlineDifference } from '../ticket/compare-deadlines.ts';
import { decide } from '../ticket/decide/decide.ts';
import type { Facts, LaterVersion } from '../ticket/decide/facts.ts';
import type { TicketEvent } from '../ticket/events.ts';
import { evolve } from '../ticket/evolve.ts';
import { regulationOfTicket } from '../ticket/regulation-of-ticket.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { moscow, shipped, variant } from './shipped-regulations.ts';
import type { Story } from './ticket-story.ts';

/** An edition of a desk's regulation, in force from a moment of Moscow time on. */
export interface Edition {
  readonly version: string;
  /** The id by which `shipped` knows it. */
  readonly desk: string;
  readonly from: string | Instant;
}

const laterOf = ({ version, desk, from }: Edition): LaterVersion => ({
  ...shipped(desk),
  regulationVersionId: version as RegulationVersionId,
  effectiveFrom: typeof from === 'string' ? moscow(from) : from,
});

/** Another edition of a shipped regulation whose open tickets go over to it, unless `change` says otherwise. */
export const editionOf = (
  id: string,
  version: string,
  from: string | Instant,
  change: (regulation: Regulation) => Regulation = (same) => same,
): Edition => ({
  version,
  from,
  desk: variant(id, `edition ${version} from ${from}`, (regulation) =>
    change({
      ...regulation,
      edition: { ...regulation.edition, label: version },
      versions: {
        tickets: 'current',
        certificates: 'at-purchase',
        calendars: 'open-tickets',
        customersTold: false,
        clause: regulation.clauses[0]?.id ?? '',
      },
    }),
  ),
});

/** What a desk that has had these editions knows when it decides on a ticket, in the order in which they came into force. */
export const factsUnder = (editions: readonly Edition[], ticket: Ticket, now: Instant): Facts => {
  const all = editions.map(laterOf);
  const known = (version: RegulationVersionId): LaterVersion => {
    const found = all.find((one) => one.regulationVersionId === version);
    if (found === undefined) throw new Error(`no edition ${version}`);
    return found;
  };
  const own = known(ticket.regulationVersionId);
  const place = Math.max(
    all.indexOf(own),
    ticket.notFollowed === undefined ? 0 : all.indexOf(known(ticket.notFollowed)),
  );
  const later = all
    .slice(place + 1)
    .filter(
      ({ effectiveFrom, regulation }) => effectiveFrom <= now && regulation.versions?.tickets === 'current',
    );
  return {
    now,
    ...regulationOfTicket(asLived((ticket.left ?? []).map(known), own), ticket),
    laterEditions: later.map((one) => ({ ...one, ...regulationOfTicket(one, ticket) })),
  };
};

export interface Told {
  readonly story: Story;
  readonly happened: readonly TicketEvent['type'][];
  readonly events: readonly TicketEvent[];
  readonly refused: string | null;
}

/** One command at a desk that has had these editions. */
export const whenUnder = (
  editions: readonly Edition[],
  story: Story,
  at: string | Instant,
  command: TicketCommand,
): Told => {
  const now = typeof at === 'string' ? moscow(at) : at;
  const decision = decide(command, story.ticket, factsUnder(editions, story.ticket, now));
  if (!decision.ok) return { story, happened: [], events: [], refused: decision.refusal.code };
  const events = decision.value;
  return {
    story: {
      ...story,
      ticket: events.reduce<Ticket>((state, event) => evolve(state, event, now), story.ticket),
      journal: [...story.journal, ...events.map((event) => ({ at: now, event }))],
    },
    happened: events.map(({ type }) => type),
    events,
    refused: null,
  };
};

/** What the second way of counting finds wrong. */
export const differencesUnder = (
  editions: readonly Edition[],
  story: Story,
): readonly DeadlineDifference[] => {
  const { regulation, calendars } = factsUnder(editions, story.ticket, 0 as Instant);
  const left = new Map(
    editions.map(({ version, desk }) => [version as RegulationVersionId, shipped(desk).regulation] as const),
  );
  left.delete(story.ticket.regulationVersionId);
  return compareDeadlines(story.ticket, story.journal, regulation, calendars, left);
};
