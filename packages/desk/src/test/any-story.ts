import fc from 'fast-check';
import type { Instant, TimeZoneId } from '@reglament/working-time';
import { markOf } from '../clock/warning-mark.ts';
import type { CustomerPlace } from '../customer/local-zone.ts';
import type { CompanyId, PersonId, SiteId, TicketId } from '../ids.ts';
import type { NamedProduct } from '../product/named-product.ts';
import type { Alarm } from '../ticket/alarms.ts';
import { alarmsOf } from '../ticket/alarms.ts';
import type { TicketCommand } from '../ticket/commands.ts';
import type { AnswerMeans, DeclineGround } from '../ticket/outcome.ts';
import { handlingDesk } from './handling-desk.ts';
import { moscow, shipped, shippedIds } from './shipped-regulations.ts';
import {
  certificateOf,
  company,
  customer,
  engineer,
  given,
  message,
  type Outcome,
  proposal,
  type Story,
  when,
} from './ticket-story.ts';

const BEGIN = '2025-02-03 08:00';
const begin = moscow(BEGIN);

/** When every story begins. */
export const BEGIN_AT = { text: BEGIN, instant: begin } as const;
const HOUR_MS = 3_600_000;
const by = engineer;
const messageId = message;
const contactId = customer;

const plain: readonly TicketCommand[] = [
  { type: 'Take', by },
  { type: 'Assign', by, to: null },
  { type: 'Assign', by, to: 'person-2' as PersonId },
  { type: 'Reply', by, messageId },
  { type: 'RequestInformation', by, messageId },
  { type: 'Resolve', by, messageId },
  { type: 'AddNote', messageId },
  { type: 'Confirm', contactId, means: 'email', messageId: null },
  { type: 'Object', contactId, means: 'phone', messageId, hasReason: false },
  { type: 'Object', contactId, means: 'phone', messageId, hasReason: true },
  { type: 'AnswerProposal', contactId, proposalId: proposal, accepted: true, means: 'status-page' },
  { type: 'AnswerProposal', contactId, proposalId: proposal, accepted: false, means: 'status-page' },
  { type: 'RecordCall', by, messageId, reached: true, toldNumber: true },
  { type: 'RecordCall', by, messageId, reached: true, toldNumber: false },
  { type: 'RecordCall', by, messageId, reached: false, toldNumber: false },
  {
    type: 'AnswerDate',
    contactId,
    proposalId: proposal,
    accepted: true,
    means: 'status-page',
    messageId: null,
  },
  { type: 'AnswerDate', contactId, proposalId: proposal, accepted: false, means: 'phone', messageId },
  { type: 'Identify', companyId: 'company-2' as CompanyId, certificates: [] },
  { type: 'AcceptUncovered', reasonMessageId: message },
  { type: 'RecordNoticeBounced', messageId },
  { type: 'RecordRobot', messageId, nature: 'auto-reply' },
  { type: 'Link', relation: 'follows', ticketId: 'ticket-0' as TicketId },
  { type: 'Split', by, newTicketId: 'ticket-2' as TicketId, messageId },
  { type: 'RingClosing' },
  { type: 'RingClosingWarning' },
];

/** What is done with a ticket by the rules of handling, of things that the regulation has and of such it hasn't. */
const handlingOf = (desk: string): readonly fc.Arbitrary<TicketCommand>[] => {
  const { exclusions, services, lines, lifecycle } = shipped(desk).regulation;
  const ground = fc.constantFrom<DeclineGround>(
    { kind: 'exclusion', id: 'nonsense' },
    ...exclusions.map(({ id }) => ({ kind: 'exclusion', id }) as const),
    ...services.map(({ id }) => ({ kind: 'service', id }) as const),
  );
  const line = fc.constantFrom('nonsense', ...lines.map(({ id }) => id));
  const outcome = fc.constantFrom(null, 'nonsense', ...lifecycle.outcomes.map(({ id }) => id));
  const means = fc.constantFrom<AnswerMeans | null>(null, 'email', 'phone', 'visit');
  const places = fc.subarray([0, 1, 2, 3]);
  return [
    ground.map((one): TicketCommand => ({ type: 'Decline', by, messageId, ground: one })),
    fc
      .tuple(line, places)
      .map(([toLine, given]): TicketCommand => ({ type: 'HandOver', by, toLine, messageId, given })),
    fc
      .tuple(outcome, means)
      .map(([id, how]): TicketCommand => ({ type: 'Resolve', by, messageId, outcome: id, means: how })),
    means.map((how): TicketCommand => ({ type: 'Reply', by, messageId, means: how })),
    places.map((items): TicketCommand => ({ type: 'RequestInformation', by, messageId, items })),
  ];
};

const east = 'site-east' as SiteId;
const west = 'site-west' as SiteId;
const zone = (name: string): TimeZoneId => name as TimeZoneId;

/** Companies near and far, some of several places. */
const anyPlace: fc.Arbitrary<CustomerPlace> = fc.record({
  zone: fc.constantFrom(null, zone('Asia/Kamchatka'), zone('Europe/Kaliningrad'), zone('Europe/Moscow')),
  sites: fc.subarray([
    { siteId: east, zone: zone('Asia/Kamchatka') },
    { siteId: west, zone: zone('Europe/Berlin') },
  ]),
});
const anyProduct = fc.constantFrom<NamedProduct>(
  { name: 'AText', version: null, support: null },
  { name: 'AText', version: '7.3', support: 'end-of-life' },
  { name: 'Центавр', version: '2.1', support: 'outdated' },
);
/** Staff name a product; the company holds this package for AText alone. */
const namingOf = (packageId: string): fc.Arbitrary<TicketCommand> =>
  anyProduct.map((about): TicketCommand => ({
    type: 'NameProduct',
    about,
    certificates: [{ ...certificateOf(packageId, begin), products: ['AText'] }],
  }));
const anySite = fc.constantFrom(null, east, west);
const nameAnySite = fc
  .tuple(anyPlace, anySite)
  .map(([place, siteId]): TicketCommand => ({ type: 'NameSite', siteId, place }));

const identified = (packageId: string, place: CustomerPlace): TicketCommand => ({
  type: 'Identify',
  companyId: company,
  certificates: [certificateOf(packageId, begin)],
  place,
});

/** Anything that can be asked of a ticket of this desk, sensible or not. */
const commandsOf = (desk: string): fc.Arbitrary<TicketCommand> => {
  const { regulation } = shipped(desk);
  const priority = fc.constantFrom(null, 'nonsense', ...regulation.priorities.map((p) => p.id));
  const clock = fc.constantFrom(...regulation.clocks.map((c) => c.id));
  const packageId = fc.constantFrom(...regulation.packages.map((p) => p.id));
  const ticketType = fc.constantFrom('nonsense', ...regulation.ticketTypes.map((t) => t.id));
  const reason = fc.constantFrom(null, message);
  const stated = fc.constantFrom([], ['company']);
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...plain) },
    {
      weight: 3,
      arbitrary: fc.tuple(ticketType, priority, reason).map(([type, level, why]): TicketCommand => ({
        type: 'Classify',
        by,
        ticketType: type,
        priority: level,
        reasonMessageId: why,
      })),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(priority, stated).map(([level, statedFields]): TicketCommand => ({
        type: 'CustomerWrites',
        contactId,
        messageId,
        means: 'email',
        statedFields,
        priority: level,
      })),
    },
    priority.map((level): TicketCommand => ({
      type: 'ProposePriority',
      by,
      proposalId: proposal,
      priority: level ?? '',
      messageId,
    })),
    fc.tuple(packageId, anyPlace).map(([id, place]) => identified(id, place)),
    {
      weight: 2,
      arbitrary: fc
        .record({
          id: clock,
          hours: fc.integer({ min: -24, max: 900 }),
          agreed: fc.constantFrom(null, customer),
        })
        .map(({ id, hours, agreed }): TicketCommand => ({
          type: 'AgreeDate',
          by,
          proposalId: proposal,
          clock: id,
          date: (begin + hours * HOUR_MS) as Instant,
          messageId,
          agreed,
        })),
    },
    ...handlingOf(desk),
    nameAnySite,
    packageId.chain(namingOf),
    clock.map((id): TicketCommand => ({ type: 'RingBreach', clock: id })),
    clock.map((id): TicketCommand => ({ type: 'RingWarning', clock: id, fraction: 0.5 })),
    fc
      .nat(HOUR_MS)
      .map((ms): TicketCommand => ({ type: 'RecordNoticeAccepted', at: (begin + ms) as Instant })),
  );
};

export interface AnyStory {
  readonly desk: string;
  readonly holds: string;
  readonly priority: string | undefined;
  readonly channel: 'email' | 'phone' | 'portal';
  readonly place: CustomerPlace;
  /** `alarm`: the next alarm rings, at its moment or later. */
  readonly steps: readonly { readonly afterMs: number; readonly command: TicketCommand | 'alarm' }[];
}

export const anyStory: fc.Arbitrary<AnyStory> = fc.constantFrom(...shippedIds, handlingDesk).chain((desk) => {
  const { regulation } = shipped(desk);
  const command = fc.oneof(
    { weight: 5, arbitrary: commandsOf(desk) },
    { weight: 1, arbitrary: fc.constant('alarm' as const) },
  );
  return fc.record({
    desk: fc.constant(desk),
    holds: fc.constantFrom('nothing', 'stranger', ...regulation.packages.map((p) => p.id)),
    priority: fc.constantFrom(undefined, ...regulation.priorities.map((p) => p.id)),
    channel: fc.constantFrom('email' as const, 'phone' as const, 'portal' as const),
    place: anyPlace,
    steps: fc.array(fc.record({ afterMs: fc.nat(12 * HOUR_MS), command }), { maxLength: 25 }),
  });
});

/** A certificate that ends is followed by none. */
export const ringing = (alarm: Alarm): TicketCommand => {
  switch (alarm.kind) {
    case 'warning':
      return { type: 'RingWarning', clock: alarm.clock, ...markOf(alarm) };
    case 'breach':
      return { type: 'RingBreach', clock: alarm.clock };
    case 'closing-warning':
      return { type: 'RingClosingWarning' };
    case 'closing':
      return { type: 'RingClosing' };
    case 'expiry':
      return { type: 'RingExpiry', certificates: [] };
  }
};

export interface Step {
  readonly now: Instant;
  readonly command: TicketCommand;
  readonly before: Story;
  readonly outcome: Outcome;
}

/** A story as it went, step by step. */
export const stepsOf = (any: AnyStory): { readonly begun: Story; readonly steps: readonly Step[] } => {
  const { desk, holds, channel, priority, place } = any;
  const begun = given(desk, {
    at: BEGIN,
    holds,
    channel,
    place,
    ...(priority === undefined ? {} : { priority }),
  });
  let story = begun;
  let now = begin;
  const steps: Step[] = [];
  for (const { afterMs, command: asked } of any.steps) {
    const [alarm] = alarmsOf(story.ticket).toSorted((a, b) => a.at - b.at);
    if (asked === 'alarm' && alarm === undefined) continue;
    if (asked === 'alarm' && alarm !== undefined && alarm.at > now) now = alarm.at;
    else now = (now + afterMs) as Instant;
    const command = asked === 'alarm' && alarm !== undefined ? ringing(alarm) : (asked as TicketCommand);
    const outcome = when(story, now, command);
    steps.push({ now, command, before: story, outcome });
    story = outcome.story;
  }
  return { begun, steps };
};
