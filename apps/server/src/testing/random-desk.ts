import type {
  Certificate,
  CertificateId,
  CompanyId,
  ContactId,
  DeskId,
  MessageId,
  PersonId,
  ProposalId,
  Regulation,
  TicketCommand,
  TicketId,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { newId } from '../ids.ts';
import { adoptCalendars } from '../use-cases/adopt-calendars.ts';
import { runCommand } from '../use-cases/command-ticket.ts';
import { followEditionsOfDesk } from '../use-cases/follow-editions.ts';
import { registerByStaff } from '../use-cases/register-by-staff.ts';
import { amendFigures } from './amend-figures.ts';
import { editCalendar } from './edited-calendar.ts';
import { deskSlugs, type StillDesk } from './still-desk.ts';
import { addCustomer, addStaff } from './test-desk.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A generator of numbers in [0, 1): the same seed, the same story. */
export const randomNumbers = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

type Pick = <T>(among: readonly T[]) => T;

interface Actor {
  readonly deskId: DeskId;
  readonly slug: string;
  readonly by: PersonId;
  readonly regulation: Regulation;
  readonly companies: readonly CompanyId[];
}

interface Asked {
  readonly ticketId: TicketId;
  readonly contactId: ContactId;
  readonly actor: Actor;
  readonly now: Instant;
  readonly pick: Pick;
  readonly random: () => number;
}

const certificatesFor = ({ actor, now, pick }: Asked): readonly Certificate[] => [
  {
    certificateId: newId() as CertificateId,
    number: 'R-1',
    packageId: pick(actor.regulation.packages.map((p) => p.id)),
    startsAt: (now - 100 * DAY) as Instant,
    endsAt: (now + 300 * DAY) as Instant,
  },
];

/** One of the proposals made so far, most often the last: answers and withdrawals have to meet it. */
const proposals: ProposalId[] = [];

const newProposal = (): ProposalId => {
  proposals.unshift(newId() as ProposalId);
  return proposals[0] as ProposalId;
};

/** What is done with a ticket by the rules of handling, as far as its regulation has any. */
const handlingCommands = ({ actor, pick }: Asked, messageId: MessageId): readonly (() => TicketCommand)[] => {
  const { by, regulation } = actor;
  const { exclusions, services, lines, lifecycle, works } = regulation;
  const grounds = [
    ...exclusions.map(({ id }) => ({ kind: 'exclusion', id }) as const),
    ...services.map(({ id }) => ({ kind: 'service', id }) as const),
  ];
  const outcome = pick([null, ...lifecycle.outcomes.map(({ id }) => id)]);
  const given = pick([[], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]]);
  const items = pick([[], (works.information?.checklist ?? []).slice(0, 2).map((_, place) => place)]);
  return [
    ...(grounds.length === 0
      ? []
      : [() => ({ type: 'Decline', by, messageId, ground: pick(grounds) }) as const]),
    ...(lines.length === 0
      ? []
      : [
          () =>
            ({ type: 'HandOver', by, toLine: pick(lines.map(({ id }) => id)), messageId, given }) as const,
        ]),
    () => ({ type: 'Resolve', by, messageId, outcome, means: pick([null, 'email', 'phone'] as const) }),
    () => ({ type: 'RequestInformation', by, messageId, items }),
  ];
};

/** Anything that can be asked of a ticket, sensible or not. */
const anyCommand = (asked: Asked): TicketCommand => {
  const { actor, contactId, now, pick, random } = asked;
  const { by, regulation } = actor;
  const messageId = newId() as MessageId;
  const priority = pick([null, ...regulation.priorities.map((p) => p.id)]);
  const clock = pick(regulation.clocks.map((c) => c.id));
  const ticketType = pick(['', ...regulation.ticketTypes.map((t) => t.id)]);
  const proposalId = pick([...proposals.slice(0, 2), newId() as ProposalId]);
  const writes = { type: 'CustomerWrites', contactId, messageId, means: 'email', statedFields: [] } as const;
  const commands: readonly (() => TicketCommand)[] = [
    () => ({ type: 'Take', by }),
    () => ({ type: 'Classify', by, ticketType, priority, reasonMessageId: pick([null, messageId]) }),
    () => ({ type: 'Classify', by, ticketType, priority, reasonMessageId: messageId }),
    () => ({ type: 'ProposePriority', by, proposalId: newProposal(), priority: priority ?? '', messageId }),
    () => ({ type: 'AnswerProposal', contactId, proposalId, accepted: random() < 0.7, means: 'status-page' }),
    () => ({
      type: 'AgreeDate',
      by,
      proposalId: newProposal(),
      clock,
      date: (now + Math.floor(random() * 30) * DAY + HOUR) as Instant,
      messageId,
      agreed: pick([null, contactId]),
    }),
    () => ({
      type: 'AnswerDate',
      contactId,
      proposalId,
      accepted: random() < 0.7,
      means: 'email',
      messageId,
    }),
    () => ({ type: 'RequestInformation', by, messageId }),
    () => ({ type: 'RequestInformation', by, messageId }),
    () => ({ type: 'Reply', by, messageId }),
    () => ({ type: 'Resolve', by, messageId }),
    () => ({ type: 'RecordCall', by, messageId, reached: random() < 0.5, toldNumber: random() < 0.5 }),
    () => ({ ...writes, priority: null }),
    () => ({ ...writes, priority }),
    () => ({ type: 'Confirm', contactId, means: 'email', messageId: null }),
    () => ({ type: 'Object', contactId, means: 'phone', messageId, hasReason: true }),
    () => ({ type: 'Object', contactId, means: 'phone', messageId, hasReason: true }),
    () => ({
      type: 'Identify',
      companyId: pick(actor.companies),
      certificates: pick([certificatesFor(asked), []]),
    }),
    () => ({
      type: 'Identify',
      companyId: pick(actor.companies),
      certificates: pick([certificatesFor(asked), []]),
    }),
    () => ({
      type: 'Identify',
      companyId: pick(actor.companies),
      certificates: pick([certificatesFor(asked), []]),
    }),
    () => ({ type: 'AcceptUncovered', reasonMessageId: messageId }),
    () => ({ type: 'RecordNoticeAccepted', at: (now - Math.floor(random() * HOUR)) as Instant }),
    () => ({ type: 'RecordNoticeBounced', messageId }),
    () => ({ type: 'AddNote', messageId }),
    ...handlingCommands(asked, messageId),
  ];
  return pick(commands)();
};

/** What usually comes next, every third time: without that few tickets would get far. */
const likelyCommand = (state: string, asked: Asked): TicketCommand => {
  const { contactId, pick, random } = asked;
  const messageId = newId() as MessageId;
  if (random() > 0.35) return anyCommand(asked);
  if (state === 'waiting-for-customer')
    return { type: 'CustomerWrites', contactId, messageId, means: 'email', statedFields: [], priority: null };
  if (state === 'in-progress') return { type: 'Resolve', by: asked.actor.by, messageId };
  if (state === 'new') {
    const { regulation } = asked.actor;
    const ticketType = pick(['', ...regulation.ticketTypes.map((t) => t.id)].slice(-6));
    const priority = pick([null, ...regulation.priorities.map((p) => p.id)].slice(-4));
    return { type: 'Classify', by: asked.actor.by, ticketType, priority, reasonMessageId: messageId };
  }
  if (state === 'resolved')
    return pick([true, true, false])
      ? { type: 'Object', contactId, means: 'phone', messageId, hasReason: true }
      : { type: 'Confirm', contactId, means: 'email', messageId: null };
  return anyCommand(asked);
};

const actorAt = async (desk: StillDesk, slug: string): Promise<Actor> => {
  const deskId = desk.desk(slug);
  const { regulation } = await desk.context.regulations.inForce(deskId, desk.context.now());
  const { personId: by } = await addStaff(desk.opened, slug, 'engineer', `engineer@${slug}-staff.example`);
  const companies: CompanyId[] = [];
  for (const packageId of [null, ...regulation.packages.map((p) => p.id)]) {
    const company = `ООО «${slug} ${packageId ?? 'никто'}»`;
    const email = `someone@${slug}-${packageId ?? 'none'}.example`;
    companies.push(
      (await addCustomer(desk.opened, slug, { company, email, name: 'Анна', packageId })).companyId,
    );
  }
  return { deskId, slug, by, regulation, companies };
};

const register = async (desk: StillDesk, actor: Actor, pick: Pick): Promise<void> => {
  const { regulation } = actor;
  await registerByStaff(desk.context, {
    deskId: actor.deskId,
    personId: actor.by,
    channel: pick(['phone', 'email', 'portal'] as const),
    requesterEmail: null,
    requesterName: 'Анна',
    requesterPhone: '',
    companyId: pick([null, pick(actor.companies)]),
    subject: 'Тема',
    text: 'Текст',
    type: null,
    priority: pick([null, ...regulation.priorities.map((p) => p.id)]),
    fields: {},
    attachments: [],
    idempotency: { key: newId(), requestHash: '' },
  });
};

interface Known extends Record<string, unknown> {
  readonly state: string;
  readonly ticketId: TicketId;
  readonly contactId: ContactId;
  readonly slug: string;
}

const knownTickets = (desk: StillDesk): Promise<readonly Known[]> =>
  desk.rows<Known>(
    `select t.ticket_id as "ticketId", t.contact_id as "contactId", d.slug, t.state
     from ticket t join desk d on d.desk_id = t.desk_id order by t.registered_at, t.ticket_id`,
  );

const onError = (error: unknown): never => {
  throw error;
};

/** Days around now that are off from now on if they weren't, and the other way round. */
const someDays = (now: Instant, pick: Pick): readonly string[] =>
  [1, 2, 3].map(() => new Date(now + pick([-3, -1, 0, 1, 2, 4, 7, 11, 16]) * DAY).toISOString().slice(0, 10));

export interface RandomDesk {
  readonly seed: number;
  readonly tickets: number;
  /** Things asked of the tickets, over months. */
  readonly steps: number;
}

/**
 * Months at five desks in which anything is asked of any ticket in any order, alarms ring, and the production calendar is
 * edited and a regulation is amended every now and then, noticed at once or by the next who comes. Real store, real decisions, a clock that is moved.
 */
export const liveThrough = async (desk: StillDesk, { seed, tickets, steps }: RandomDesk): Promise<void> => {
  proposals.length = 0;
  const random = randomNumbers(seed);
  const chance = randomNumbers(seed + 1);
  const pick: Pick = (among) => among[Math.floor(random() * among.length)] as (typeof among)[number];
  const actors = new Map<string, Actor>();
  for (const slug of deskSlugs) actors.set(slug, await actorAt(desk, slug));
  let edited: readonly string[] = [];
  let editions = 0;
  let texts = 0;
  let registered = 0;
  for (let step = 0; step < steps; step += 1) {
    desk.pass(Math.floor(random() ** 3 * 6 * HOUR));
    if (registered < tickets && random() < Math.max(0.2, tickets / steps)) {
      await register(desk, pick([...actors.values()]), pick);
      registered += 1;
    }
    if (random() < 8 / steps) {
      editions += 1;
      edited = [...new Set([...edited.slice(-6), ...someDays(desk.context.now(), pick)])];
      await editCalendar(desk.context, `${seed}.${editions}`, edited);
      if (random() < 0.5) await adoptCalendars(desk.context, { onError });
    }
    if (chance() < 6 / steps) {
      const { slug, deskId } = [...actors.values()][texts % actors.size] as Actor;
      texts += 1;
      await amendFigures(desk.context, slug, `${seed}.${texts}`, 2 + (texts % 3));
      const edition = await desk.context.regulations.followed(deskId, desk.context.now());
      if (edition !== null && chance() < 0.5)
        await followEditionsOfDesk(desk.context, deskId, edition, { onError });
    }
    if (random() < 0.2) await desk.ring();
    const all = await knownTickets(desk);
    const open = all.filter(({ state }) => state !== 'closed');
    const known = open.length > 0 && random() < 0.9 ? open : all;
    if (known.length === 0) continue;
    // The last ones are still in work: most is asked of them.
    const { slug, ticketId, contactId, state } = pick(random() < 0.8 ? known.slice(-12) : known);
    const actor = actors.get(slug);
    if (actor === undefined) throw new Error(`nobody works at ${slug}`);
    await runCommand(desk.context, {
      deskId: actor.deskId,
      ticketId,
      command: likelyCommand(state, { ticketId, contactId, actor, now: desk.context.now(), pick, random }),
      actorId: actor.by,
      messages: [],
      seenVersion: null,
      idempotency: null,
    });
  }
};
