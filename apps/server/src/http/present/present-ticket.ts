import type { TicketMessage, TicketPage } from '@reglament/contract';
import {
  allowedActions,
  describeEvent,
  deskZoneOf,
  followingAt,
  type IntakeField,
  type Regulation,
  serviceClause,
  stateAt,
  type Text,
  type TicketEvent,
  upcast,
  type Ticket,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { PageMessage, TicketPageRow } from '../../store/queries/ticket-page.ts';
import type { StatedCompany } from '../../store/queries/stated-company.ts';
import { markdownHtml } from '../../text/markdown-html.ts';
import type { RegulationInForce } from '../../use-cases/context.ts';
import type { NotCommissioned } from '../../use-cases/note-commissioning.ts';
import { presentClock, presentSchedules } from './present-clock.ts';
import { presentAgreeable, presentDateProposal } from './present-dates.ts';
import { coverageSummary, packageText } from './coverage-summary.ts';
import { presentHandling, presentLine, presentOutcome } from './present-handling.ts';
import { presentEntitlement } from './present-entitlement.ts';
import { momentWords } from './moment-words.ts';
import { presentQueueRow } from './present-queue.ts';
import { iso, isoOrNull } from './iso.ts';

const byStaff: ReadonlySet<PageMessage['kind']> = new Set([
  'reply',
  'information-request',
  'resolution',
  'refusal',
  'note',
]);

/** A message too long for the page shows its beginning; all of it is in its letter. */
const textOf = (m: PageMessage): string => (m.cut ? `${m.text}\n\n[… показано начало]` : m.text);

const presentMessage = (m: PageMessage): TicketMessage => ({
  messageId: m.messageId,
  at: new Date(m.at).toISOString(),
  kind: m.kind,
  author: { name: m.author, email: m.email },
  text: textOf(m),
  html: byStaff.has(m.kind) ? markdownHtml(textOf(m)) : m.html,
  quoted: m.quoted,
  attachments: [...m.attachments],
  letterId: m.letterId,
  delivery: m.delivery as TicketMessage['delivery'],
});

/** What an answer names, where it is one of the regulation's own words. */
const namedByAnswer = (
  value: string | null,
  { source }: IntakeField,
  { priorities, ticketTypes }: Regulation,
): Text | null => {
  const words = source === 'priority' ? priorities : source === 'type' ? ticketTypes : [];
  return words.find(({ id }) => id === value)?.name ?? null;
};

const isAskedOf = (field: IntakeField, { body }: TicketPageRow): boolean =>
  (field.packages === null || field.packages.includes(body.coverage.packageId ?? '')) &&
  (field.types === null || field.types.includes(body.type ?? ''));

/** Intake questions and their answers; the description is the conversation itself and stands here only while it is missing. */
const presentFields = (row: TicketPageRow, regulation: Regulation): TicketPage['ticket']['fields'] =>
  regulation.intake
    .filter(
      (f) =>
        ((f.required && isAskedOf(f, row)) || row.fields[f.id] !== undefined) &&
        !(f.source === 'description' && row.fields[f.id] !== undefined),
    )
    .map((f) => {
      const value = row.fields[f.id] ?? null;
      return {
        id: f.id,
        name: f.name,
        required: f.required,
        value,
        named: namedByAnswer(value, f, regulation),
      };
    });

/** The edition that the ticket went by at each line of its history. */
const regulationsThen = (
  journal: readonly { readonly event: TicketEvent }[],
  { regulation, left }: RegulationInForce,
): readonly Regulation[] => {
  let now = regulation;
  return journal.map(({ event }) => {
    const version =
      event.type === 'TicketRegistered' || event.type === 'EditionFollowed'
        ? event.regulationVersionId
        : null;
    if (version !== null) now = left?.get(version) ?? regulation;
    return now;
  });
};

const presentHistory = (row: TicketPageRow, pinned: RegulationInForce): TicketPage['history'] => {
  const people = new Map(
    row.journal.flatMap((j) => (j.actorId === null ? [] : [[j.actorId, j.actorName ?? '—'] as const])),
  );
  const names = {
    person: (id: string) => people.get(id) ?? (id === row.assigneeId ? (row.assigneeName ?? '—') : '—'),
    moment: momentWords(deskZoneOf(pinned.regulation)),
  };
  const journal = row.journal.map((j) => ({ at: j.at, event: upcast(j) }));
  const regulations = regulationsThen(journal, pinned);
  return row.journal.map((j, index) => {
    const regulation = regulations[index] ?? pinned.regulation;
    const words = describeEvent(upcast(j), { ...names, regulation }, followingAt(journal, index));
    return {
      seq: j.seq,
      at: new Date(j.at).toISOString(),
      actor: j.actorName,
      type: j.type,
      says: words.says,
      clause: words.clause,
    };
  });
};

type Related = TicketPageRow['related'][number];

/** What is said of a ticket, weightiest first: a link, the person who asked, the company. */
const weightOf = ({ relation }: Related): number =>
  relation === 'same-company' ? 2 : relation === 'same-person' ? 1 : 0;

/** Nothing that only stands near is named beside a weightier word about the same ticket. */
const relatedOf = ({ related }: TicketPageRow): TicketPage['related'] =>
  related.filter(
    (one) =>
      weightOf(one) === 0 ||
      related.every((other) => other.number !== one.number || weightOf(other) >= weightOf(one)),
  );

const presentSite = ({ body, sites }: TicketPageRow): TicketPage['ticket']['site'] => {
  const found = sites.find(({ siteId }) => siteId === body.siteId);
  return found === undefined ? null : { siteId: found.siteId, name: found.name };
};

/** What it is about, and the rules that a version so supported falls under. */
const presentProduct = ({ about }: Ticket, regulation: Regulation): TicketPage['ticket']['product'] => {
  if (about === undefined) return null;
  const { name: product, version, support, platform = null } = about;
  const rules = [...regulation.exclusions, ...regulation.services].filter(
    ({ when }) =>
      (support !== null && when?.facts.version?.includes(support)) ||
      (platform !== null && when?.facts.platform?.includes(platform)),
  );
  return {
    name: product,
    version,
    support,
    platform,
    rules: rules.map(({ name, clause }) => ({ name, clause })),
  };
};

/** A priority that the customer is asked about. */
const presentProposal = ({ proposal }: Ticket): TicketPage['ticket']['proposal'] =>
  proposal === null
    ? null
    : { proposalId: proposal.proposalId, priority: proposal.priority, proposedAt: iso(proposal.at) };

const presentNotCommissioned = (found: NotCommissioned | null): TicketPage['notCommissioned'] => {
  if (found === null) return null;
  const { note, waiting, ...of } = found;
  return { ...note, ...of, waiting: [...waiting] };
};

/** What its package gives, each with the clause that says so of this very package. */
const presentServices = ({ coverage }: Ticket, regulation: Regulation): TicketPage['services'] => {
  const held = regulation.packages.find(({ id }) => id === coverage.packageId);
  return held === undefined
    ? []
    : regulation.services.map((service) => ({
        name: service.name,
        level: service.packages[held.id] ?? 'no',
        clause: serviceClause(regulation, service, held),
      }));
};

/** Everything about a ticket as its page shows it, but for what hangs on who looks. */
export const presentTicket = (
  row: TicketPageRow,
  pinned: RegulationInForce,
  now: Instant,
  statusLink: string,
  stated: readonly StatedCompany[] = [],
  notCommissioned: NotCommissioned | null = null,
): Omit<TicketPage, 'steps'> => {
  const { regulation } = pinned;
  const ticket = row.body;
  return {
    ticket: {
      ...presentQueueRow(row, regulation),
      receivedAt: iso(row.receivedAt),
      resolvedAt: isoOrNull(row.resolvedAt),
      closedAt: isoOrNull(row.closedAt),
      closesAt: isoOrNull(ticket.resolution?.closesAt ?? null),
      supposedPriority: ticket.supposedPriority,
      fields: presentFields(row, regulation),
      coverage: {
        kind: ticket.coverage.kind,
        says: coverageSummary(ticket.coverage, regulation),
        clause: ticket.coverage.clause,
      },
      edition: regulation.edition.label,
      localZone: regulation.localTime === 'desk' ? null : regulation.zone,
      statedCompanies: [...stated],
      product: presentProduct(ticket, regulation),
      site: presentSite(row),
      line: presentLine(ticket, regulation),
      outcome: presentOutcome(ticket, regulation),
      proposal: presentProposal(ticket),
      dateProposal: presentDateProposal(ticket, regulation),
    },
    sites: [...row.sites],
    messages: row.messages.map(presentMessage),
    clocks: ticket.clocks.map((c) => presentClock(c, pinned, now)),
    schedules: presentSchedules(ticket.clocks, pinned),
    agreeable: presentAgreeable(ticket, regulation),
    ...presentHandling(ticket, regulation),
    history: presentHistory(row, pinned),
    certificates: row.certificates.map((c) => ({
      certificateId: c.certificateId,
      number: c.number,
      packageId: c.packageId,
      packageName: packageText(regulation, c.packageId),
      startsAt: c.startsAt === null ? null : iso(c.startsAt),
      endsAt: c.endsAt === null ? null : iso(c.endsAt),
      zone: c.zone ?? null,
      state: stateAt(c, now),
      loyaltyUntil: c.loyaltyFrom === null || c.loyaltyUntil === null ? null : iso(c.loyaltyUntil),
    })),
    entitlement: presentEntitlement(row.tried, regulation),
    notCommissioned: presentNotCommissioned(notCommissioned),
    services: presentServices(ticket, regulation),
    related: relatedOf(row),
    allowed: [...allowedActions(ticket, regulation, now)],
    statusLink,
  };
};
