import type { Instant } from '@reglament/working-time';
import type { Clock } from '../clock/clock.ts';
import { leaveEdition } from '../clock/left-edition.ts';
import { sameMark } from '../clock/warning-mark.ts';
import type { PersonId } from '../ids.ts';
import type { EventOf, TicketEvent } from './events.ts';
import { withPast } from './past.ts';
import type { PendingWarning, Ticket } from './ticket.ts';

const withClock = (ticket: Ticket, clock: Clock, warnings: readonly PendingWarning[]): Ticket => ({
  ...ticket,
  clocks: ticket.clocks.some((c) => c.id === clock.id)
    ? ticket.clocks.map((c) => (c.id === clock.id ? clock : c))
    : [...ticket.clocks, clock],
  warnings: [...ticket.warnings.filter((w) => w.clock !== clock.id), ...warnings],
});

const registered = (e: EventOf<'TicketRegistered'>): Ticket => ({
  ticketId: e.ticketId,
  state: e.coverage.kind === 'not-entitled' || e.coverage.kind === 'channel' ? 'not-entitled' : 'new',
  channel: e.channel,
  type: e.ticketType,
  supposedPriority: e.supposedPriority,
  priority: e.priority,
  prioritySource: e.prioritySource,
  coverage: e.coverage,
  companyId: e.companyId,
  contactId: e.contactId,
  regulationVersionId: e.regulationVersionId,
  ...(e.siteId === undefined ? {} : { siteId: e.siteId }),
  ...(e.about === undefined ? {} : { about: e.about }),
  ...(e.zone === undefined ? {} : { zone: e.zone }),
  ...(e.calendars === undefined ? {} : { calendars: e.calendars }),
  receivedAt: e.receivedAt,
  registeredAt: e.registeredAt,
  classifiedAt: null,
  assigneeId: null,
  clocks: [],
  warnings: [],
  statedFields: e.statedFields,
  missingFields: e.missingFields,
  resolution: null,
  proposal: null,
  closedAt: null,
});

const worked = (ticket: Ticket): Ticket =>
  ticket.state === 'new' || ticket.state === 'waiting-for-customer'
    ? { ...ticket, state: 'in-progress' }
    : ticket;

const stateAfterCoverage = (ticket: Ticket, kind: Ticket['coverage']['kind']): Ticket['state'] => {
  if (kind === 'not-entitled' || kind === 'channel')
    return ticket.state === 'new' ? 'not-entitled' : ticket.state;
  return ticket.state === 'not-entitled' ? 'new' : ticket.state;
};

/** Nothing serves an open ticket any more, whatever was done on it so far; or another certificate goes on serving it. */
const afterCertificate = (ticket: Ticket, { coverage }: EventOf<'CertificateEnded'>): Ticket => {
  const isServed = coverage.kind !== 'not-entitled' && coverage.kind !== 'channel';
  return { ...ticket, coverage, state: isServed ? ticket.state : 'not-entitled' };
};

const taken = ({ assignedBy: _named, given: _meant, ...ticket }: Ticket, assigneeId: PersonId): Ticket => ({
  ...ticket,
  assigneeId,
  state: ticket.state === 'new' ? 'in-progress' : ticket.state,
});

const atSite = ({ siteId: _before, ...ticket }: Ticket, { siteId }: EventOf<'SiteNamed'>): Ticket =>
  siteId === null ? ticket : { ...ticket, siteId };

const aboutProduct = (
  ticket: Ticket,
  { about, coverage, statedFields, missingFields }: EventOf<'ProductNamed'>,
): Ticket => ({
  ...ticket,
  about,
  coverage,
  statedFields,
  missingFields,
  state: stateAfterCoverage(ticket, coverage.kind),
});

const reopened = (ticket: Ticket): Ticket => ({
  ...ticket,
  ...(ticket.outcome === undefined ? {} : { outcome: null }),
  state: 'in-progress',
  resolution: null,
  closedAt: null,
});

const applyClock = (ticket: Ticket, event: Extract<TicketEvent, { type: `Clock${string}` }>): Ticket => {
  switch (event.type) {
    case 'ClockArmed':
    case 'ClockResumed':
    case 'ClockReopened':
    case 'ClockStopWithdrawn':
    case 'ClockRetargeted':
      return withClock(ticket, event.clock, event.warnings);
    case 'ClockPaused':
    case 'ClockStopped':
      return withClock(ticket, event.clock, []);
    case 'ClockWithdrawn':
      return {
        ...ticket,
        clocks: ticket.clocks.filter((c) => c.id !== event.clock.id),
        warnings: ticket.warnings.filter((w) => w.clock !== event.clock.id),
      };
    case 'ClockWarned': {
      // Told with it: whatever was to come before it.
      const told = ticket.warnings.findLastIndex((w) => w.clock === event.clockId && sameMark(w, event));
      return {
        ...ticket,
        warnings: ticket.warnings.filter((w, index) => w.clock !== event.clockId || index > told),
      };
    }
    case 'ClockBreached':
      return withClock(ticket, event.clock, []);
  }
};

const applyPriority = (
  ticket: Ticket,
  event: Extract<TicketEvent, { type: `Priority${string}` | 'TicketClassified' }>,
  at: Instant,
): Ticket => {
  switch (event.type) {
    case 'TicketClassified':
      return {
        ...ticket,
        type: event.ticketType,
        priority: event.priority,
        prioritySource: event.priority === ticket.priority ? ticket.prioritySource : 'set',
        missingFields: event.missingFields ?? ticket.missingFields,
        classifiedAt: ticket.classifiedAt ?? at,
      };
    case 'PriorityStated':
      return event.inForce
        ? { ...ticket, supposedPriority: event.priority, priority: event.priority, prioritySource: 'stated' }
        : { ...ticket, supposedPriority: event.priority, prioritySource: 'stated' };
    case 'PriorityProposed':
      return {
        ...ticket,
        proposal: { proposalId: event.proposalId, priority: event.priority, at: event.at },
      };
    case 'PriorityAccepted':
      return { ...ticket, priority: event.priority, prioritySource: 'set', proposal: null };
    case 'PriorityDeclined':
      return { ...ticket, proposal: null };
  }
};

/** A proposal that nobody can answer any more goes; where none was made the ticket stays as it is. */
const withoutDateProposal = (ticket: Ticket): Ticket =>
  (ticket.dateProposal ?? null) === null ? ticket : { ...ticket, dateProposal: null };

/** Back in work: how it ended is no more; where nothing was told of it the ticket stays as it is. */
const withoutOutcome = (ticket: Ticket): Ticket =>
  (ticket.outcome ?? null) === null ? ticket : { ...ticket, outcome: null };

const applyLine = (ticket: Ticket, event: EventOf<'LineAssigned' | 'LineChanged'>): Ticket =>
  event.type === 'LineAssigned'
    ? { ...ticket, line: { id: event.line, by: 'rule', clause: event.clause } }
    : { ...ticket, line: { id: event.to, by: 'hand', clause: event.clause }, assigneeId: null };

const applyDate = (ticket: Ticket, event: Extract<TicketEvent, { type: `Date${string}` }>): Ticket => {
  switch (event.type) {
    case 'DateProposed': {
      const { proposalId, clockId, date, at } = event;
      return { ...ticket, dateProposal: { proposalId, clock: clockId, date, at } };
    }
    case 'DateAgreed':
      // A date agreed for one clock leaves the question about another one open.
      return ticket.dateProposal?.clock === event.clockId ? withoutDateProposal(ticket) : ticket;
    case 'DateDeclined':
      return withoutDateProposal(ticket);
  }
};

type ResolutionEvent = EventOf<
  | 'TicketResolved'
  | 'TicketDeclined'
  | 'ClosingRescheduled'
  | 'ClosingWarned'
  | 'ResolutionObjected'
  | 'TicketClosed'
>;

const applyResolution = (ticket: Ticket, event: ResolutionEvent): Ticket => {
  switch (event.type) {
    case 'TicketResolved': {
      const resolved: Ticket = {
        ...withoutDateProposal(ticket),
        state: 'resolved',
        resolution: event.resolution,
      };
      return event.outcome === undefined && event.means === undefined
        ? withoutOutcome(resolved)
        : {
            ...resolved,
            outcome: { kind: 'resolved', id: event.outcome ?? null, means: event.means ?? null },
          };
    }
    case 'TicketDeclined':
      return {
        ...withoutDateProposal(ticket),
        state: 'resolved',
        resolution: event.resolution,
        outcome: { kind: 'declined', ground: event.ground, clause: event.clause },
      };
    case 'ClosingRescheduled':
      return { ...ticket, resolution: event.resolution };
    case 'ClosingWarned':
      return ticket.resolution === null
        ? ticket
        : { ...ticket, resolution: { ...ticket.resolution, warnAt: null } };
    case 'ResolutionObjected':
      return { ...withoutOutcome(ticket), state: 'in-progress', resolution: null };
    case 'TicketClosed':
      return {
        ...withoutDateProposal(ticket),
        state: 'closed',
        closedAt: event.at,
        warnings: [],
        proposal: null,
        ...(event.into === undefined ? {} : { mergedInto: event.into }),
      };
  }
};

const applyEdition = (ticket: Ticket, event: EventOf<'EditionFollowed' | 'EditionNotFollowed'>): Ticket => {
  if (event.type === 'EditionNotFollowed') return { ...ticket, notFollowed: event.regulationVersionId };
  const { notFollowed: _tried, ...goes } = ticket;
  return {
    ...goes,
    regulationVersionId: event.regulationVersionId,
    left: [...(ticket.left ?? []), event.before],
    missingFields: event.missingFields,
    ...(event.calendars === undefined ? {} : { calendars: event.calendars }),
    clocks: ticket.clocks.map((clock) => leaveEdition(clock, event.before)),
  };
};

const applyCoverage = (
  ticket: Ticket,
  event: EventOf<'CustomerIdentified' | 'CoverageLifted' | 'CertificateEnded'>,
): Ticket => {
  if (event.type === 'CertificateEnded') return afterCertificate(ticket, event);
  const { coverage } = event;
  const { companyId, statedFields = ticket.statedFields } =
    event.type === 'CustomerIdentified' ? event : ticket;
  const missingFields = event.missingFields ?? ticket.missingFields;
  const state = stateAfterCoverage(ticket, coverage.kind);
  return { ...ticket, companyId, coverage, statedFields, missingFields, state };
};

/** Whose turn it is after a word of one side to the other. */
const applyTurn = (
  ticket: Ticket,
  { type }: EventOf<'InformationRequested' | 'ReplySent' | 'CustomerWrote'>,
): Ticket => {
  if (type === 'InformationRequested') return { ...ticket, state: 'waiting-for-customer' };
  return ticket.state === (type === 'ReplySent' ? 'new' : 'waiting-for-customer') ? worked(ticket) : ticket;
};

const given = (
  { assignedBy: _named, given: _meant, ...ticket }: Ticket,
  { assigneeId, inWork }: EventOf<'TicketGiven'>,
): Ticket => ({
  ...ticket,
  assigneeId,
  ...(assigneeId === null || inWork ? {} : { given: true }),
});

const applyHolder = (
  ticket: Ticket,
  event: EventOf<'TicketAssigned' | 'TicketGiven' | 'TicketTaken'>,
): Ticket => {
  switch (event.type) {
    case 'TicketAssigned':
      return { ...ticket, assigneeId: event.assigneeId, assignedBy: event.clause };
    case 'TicketGiven':
      return given(ticket, event);
    case 'TicketTaken':
      return taken(ticket, event.assigneeId);
  }
};

/** What is known of it: answers, whose it is, what and which place it is about, on whose wall clock. */
const applySubject = (
  ticket: Ticket,
  event: EventOf<'FieldsStated' | 'CompanyReplaced' | 'SiteNamed' | 'ProductNamed' | 'LocalTimeChanged'>,
): Ticket => {
  switch (event.type) {
    case 'FieldsStated':
      return { ...ticket, statedFields: event.statedFields, missingFields: event.missingFields };
    case 'CompanyReplaced':
      return { ...ticket, companyId: event.companyId };
    case 'SiteNamed':
      return atSite(ticket, event);
    case 'ProductNamed':
      return aboutProduct(ticket, event);
    case 'LocalTimeChanged':
      return { ...ticket, zone: event.zone };
  }
};

type Later = Exclude<TicketEvent, { type: 'TicketRegistered' }>;

/** Applies an event that is about a ticket in being. Asks no calendar and no regulation: all it needs is in the event. */
const apply = (ticket: Ticket, event: Later, at: Instant): Ticket => {
  switch (event.type) {
    case 'ClockArmed':
    case 'ClockResumed':
    case 'ClockReopened':
    case 'ClockStopWithdrawn':
    case 'ClockRetargeted':
    case 'ClockPaused':
    case 'ClockStopped':
    case 'ClockWithdrawn':
    case 'ClockWarned':
    case 'ClockBreached':
      return applyClock(ticket, event);
    case 'TicketAssigned':
    case 'TicketGiven':
    case 'TicketTaken':
      return applyHolder(ticket, event);
    case 'TicketClassified':
    case 'PriorityStated':
    case 'PriorityProposed':
    case 'PriorityAccepted':
    case 'PriorityDeclined':
      return applyPriority(ticket, event, at);
    case 'DateProposed':
    case 'DateAgreed':
    case 'DateDeclined':
      return applyDate(ticket, event);
    case 'InformationRequested':
    case 'ReplySent':
    case 'CustomerWrote':
      return applyTurn(ticket, event);
    case 'FieldsStated':
    case 'CompanyReplaced':
    case 'SiteNamed':
    case 'ProductNamed':
    case 'LocalTimeChanged':
      return applySubject(ticket, event);
    case 'CustomerIdentified':
    case 'CoverageLifted':
    case 'CertificateEnded':
      return applyCoverage(ticket, event);
    case 'TicketReopened':
      return reopened(ticket);
    case 'LineAssigned':
    case 'LineChanged':
      return applyLine(ticket, event);
    case 'TicketResolved':
    case 'TicketDeclined':
    case 'ClosingRescheduled':
    case 'ClosingWarned':
    case 'ResolutionObjected':
    case 'TicketClosed':
      return applyResolution(ticket, event);
    case 'EditionFollowed':
    case 'EditionNotFollowed':
      return applyEdition(ticket, event);
    case 'ResolutionConfirmed':
    case 'NumberLeftToTell':
    case 'NoticeAccepted':
    case 'NoticeBounced':
    case 'CallRecorded':
    case 'NoteAdded':
    case 'RobotWrote':
    case 'TicketLinked':
      return ticket;
  }
};

/** The ticket after an event that happened at `at`. The first event must be its registration. */
export const evolve = (ticket: Ticket | null, event: TicketEvent, at: Instant): Ticket => {
  if (event.type === 'TicketRegistered') return registered(event);
  if (ticket === null) throw new Error(`the journal starts with ${event.type} instead of TicketRegistered`);
  return withPast(ticket, apply(ticket, event, at), event, at);
};

/** Folds a whole journal. */
export const fold = (journal: readonly { readonly at: Instant; readonly event: TicketEvent }[]): Ticket => {
  const ticket = journal.reduce<Ticket | null>((state, entry) => evolve(state, entry.event, entry.at), null);
  if (ticket === null) throw new Error('an empty journal has no ticket');
  return ticket;
};
