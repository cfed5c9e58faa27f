import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '@reglament/working-time';
import { moscow, shipped, shippedIds } from '../test/shipped-regulations.ts';
import {
  certificateOf,
  company,
  customer,
  engineer,
  factsAt,
  given,
  message,
  proposal,
  type Story,
  when,
} from '../test/ticket-story.ts';
import { alarmsOf } from './alarms.ts';
import type { TicketCommand } from './commands.ts';
import { decide } from './decide/decide.ts';
import { describeEvent } from './describe-event.ts';
import { fold } from './evolve.ts';
import { noticesOf } from './notices.ts';

const begin = moscow('2025-02-03 08:00');
const HOUR_MS = 3_600_000;

const commandsOf = (desk: string): fc.Arbitrary<TicketCommand> => {
  const { regulation } = shipped(desk);
  const priority = fc.constantFrom(null, 'nonsense', ...regulation.priorities.map((p) => p.id));
  const clock = fc.constantFrom(...regulation.clocks.map((c) => c.id));
  const flag = fc.boolean();
  const packageId = fc.constantFrom(...regulation.packages.map((p) => p.id));
  return fc.oneof(
    fc.constantFrom<TicketCommand>(
      { type: 'Take', by: engineer },
      { type: 'Reply', by: engineer, messageId: message },
      { type: 'RequestInformation', by: engineer, messageId: message },
      { type: 'Resolve', by: engineer, messageId: message },
      { type: 'AddNote', messageId: message },
      { type: 'Confirm', contactId: customer, means: 'email', messageId: null },
      { type: 'RingClosing' },
      { type: 'RingClosingWarning' },
      { type: 'AcceptUncovered', reasonMessageId: message },
      { type: 'RecordNoticeBounced', messageId: message },
    ),
    fc.record({
      type: fc.constant('Classify' as const),
      by: fc.constant(engineer),
      ticketType: fc.constantFrom('nonsense', ...regulation.ticketTypes.map((t) => t.id)),
      priority,
      reasonMessageId: fc.constantFrom(null, message),
    }),
    fc.record({
      type: fc.constant('CustomerWrites' as const),
      contactId: fc.constant(customer),
      messageId: fc.constant(message),
      means: fc.constant('email' as const),
      statedFields: fc.constantFrom([], ['company']),
      priority,
    }),
    flag.map((hasReason): TicketCommand => ({
      type: 'Object',
      contactId: customer,
      means: 'phone',
      messageId: message,
      hasReason,
    })),
    flag.map((accepted): TicketCommand => ({
      type: 'AnswerProposal',
      contactId: customer,
      proposalId: proposal,
      accepted,
      means: 'status-page',
    })),
    flag.map((toldNumber): TicketCommand => ({
      type: 'RecordCall',
      by: engineer,
      messageId: message,
      toldNumber,
    })),
    priority
      .filter((p) => p !== null)
      .map((p): TicketCommand => ({
        type: 'ProposePriority',
        by: engineer,
        proposalId: proposal,
        priority: p,
        messageId: message,
      })),
    packageId.map((id): TicketCommand => ({
      type: 'Identify',
      companyId: company,
      certificates: [certificateOf(id, begin)],
    })),
    clock.map((id): TicketCommand => ({ type: 'RingBreach', clock: id })),
    clock.map((id): TicketCommand => ({ type: 'RingWarning', clock: id, fraction: 0.75 })),
    fc
      .nat(HOUR_MS)
      .map((ms): TicketCommand => ({ type: 'RecordNoticeAccepted', at: (begin + ms) as Instant })),
  );
};

const stories = fc.constantFrom(...shippedIds).chain((desk) => {
  const { regulation } = shipped(desk);
  return fc.record({
    desk: fc.constant(desk),
    holds: fc.constantFrom('nothing', 'stranger', ...regulation.packages.map((p) => p.id)),
    priority: fc.constantFrom(undefined, ...regulation.priorities.map((p) => p.id)),
    channel: fc.constantFrom('email' as const, 'phone' as const, 'portal' as const),
    steps: fc.array(fc.record({ afterMs: fc.nat(40 * HOUR_MS), command: commandsOf(desk) }), {
      maxLength: 25,
    }),
  });
});

test('laws of every ticket, whatever is asked of it in whatever order', () => {
  fc.assert(
    fc.property(stories, ({ desk, holds, priority, channel, steps }) => {
      let story: Story = given(desk, {
        at: '2025-02-03 08:00',
        holds,
        channel,
        ...(priority === undefined ? {} : { priority }),
      });
      let now = begin;
      for (const { afterMs, command } of steps) {
        now = (now + afterMs) as Instant;
        const before = story;
        const outcome = when(story, now, command);
        // A refusal changes nothing, and the same question has the same answer.
        if (outcome.refused !== null) expect(outcome.story).toBe(before);
        expect(decide(command, before.ticket, factsAt(desk, now))).toEqual(
          decide(command, before.ticket, factsAt(desk, now)),
        );
        // A closed ticket stays closed, with its clocks as they were.
        if (before.ticket.state === 'closed')
          expect({ ...outcome.story.ticket, clocks: [] }).toEqual({ ...before.ticket, clocks: [] });
        for (const clock of before.ticket.clocks) {
          const next = outcome.story.ticket.clocks.find((c) => c.id === clock.id);
          // The first miss stays on record.
          if (clock.firstBreachAt !== null) expect(next?.firstBreachAt).toBe(clock.firstBreachAt);
        }
        story = outcome.story;
      }
      // The journal tells the whole ticket.
      expect(fold(story.journal)).toEqual(story.ticket);
      // What can ring belongs to what runs; nothing rings for a closed or uncovered ticket.
      const running = new Set(story.ticket.clocks.filter((c) => c.status === 'running').map((c) => c.id));
      for (const alarm of alarmsOf(story.ticket))
        if ('clock' in alarm) expect(running).toContain(alarm.clock);
      if (story.ticket.coverage.kind === 'not-entitled' || story.ticket.coverage.kind === 'channel')
        expect(story.ticket.clocks).toEqual([]);
      // A deadline stands only while its clock runs.
      for (const clock of story.ticket.clocks) if (clock.status !== 'running') expect(clock.dueAt).toBeNull();
      // Everything can be said, in both languages, and owes its letters.
      const names = {
        regulation: shipped(desk).regulation,
        person: () => 'Глеб',
        moment: () => ({ ru: 'завтра', en: 'tomorrow' }),
      };
      for (const { event } of story.journal) {
        const { says } = describeEvent(event, names);
        expect(says.ru).not.toBe('');
        expect(`${says.ru} ${says.en}`).not.toMatch(/undefined|null|NaN/);
        expect(noticesOf(event)).toBeInstanceOf(Array);
      }
    }),
    { numRuns: 400 },
  );
});
