import { describe, expect, test } from 'vitest';
import type { CertificateId, RegulationVersionId, TicketId } from '../ids.ts';
import { inMoscow, moscow, shipped } from '../test/shipped-regulations.ts';
import { certificateOf, company, customer, factsAt, message } from '../test/ticket-story.ts';
import type { Certificate } from '../certificate/coverage.ts';
import { describeTrace, traceClock } from '../clock/index.ts';
import type { ChannelId } from '../regulation/regulation.ts';
import { compareDeadlines } from './compare-deadlines.ts';
import { decide } from './decide/decide.ts';
import { registerTicket } from './decide/register-ticket.ts';
import { fold } from './evolve.ts';

const HOUR_MS = 3_600_000;
const at = '2025-02-07 10:00';

const held = (packageId: string, id: string, changes: Partial<Certificate> = {}): Certificate =>
  certificateOf(packageId, moscow(at), { certificateId: id as CertificateId, number: id, ...changes });

/** A request of a company, and its journal. */
const asked = (
  desk: string,
  certificates: readonly Certificate[],
  channel: ChannelId,
  known: boolean = true,
) => {
  const facts = factsAt(desk, at);
  const events = registerTicket(
    {
      ticketId: 'ticket-1' as TicketId,
      regulationVersionId: 'version-1' as RegulationVersionId,
      channel,
      contactId: customer,
      companyId: known ? company : null,
      certificates,
      receivedAt: moscow(at),
      messageId: message,
      letterId: null,
      ticketType: null,
      priority: null,
      statedFields: [],
      links: [],
    },
    facts,
  );
  const journal = events.map((event) => ({ at: facts.now, event }));
  return { ticket: fold(journal), journal, facts };
};

const reactionOf = ({ ticket }: ReturnType<typeof asked>) => {
  const clock = ticket.clocks.find(({ id }) => id === 'reaction');
  if (clock === undefined) throw new Error('no reaction is promised');
  return clock;
};

describe('R3 AO-4.1-reaction: a figure agreed on the certificate', () => {
  const agreed = (hours: number) => [held('maximum', 'AO-7', { figures: { reaction: hours * HOUR_MS } })];

  test('the clock runs by the shorter figure; never by a longer one', () => {
    expect(inMoscow(reactionOf(asked('alteroffice', agreed(4), 'email')).dueAt)).toBe('2025-02-07 14:00');
    const usual = asked('alteroffice', [held('maximum', 'AO-7')], 'email');
    expect(inMoscow(reactionOf(usual).dueAt)).toBe('2025-02-07 18:00');
    for (const hours of [8, 12]) {
      const clock = reactionOf(asked('alteroffice', agreed(hours), 'email'));
      expect(inMoscow(clock.dueAt)).toBe('2025-02-07 18:00');
      expect(clock.rule).not.toHaveProperty('certificate');
    }
  });

  test('only where the row of the regulation lets a certificate name its own', () => {
    const extended = [held('extended', 'AO-6', { figures: { reaction: HOUR_MS } })];
    expect(inMoscow(reactionOf(asked('alteroffice', extended, 'email')).dueAt)).toBe('2025-02-10 08:00');
  });

  test('the explanation names the certificate, in both languages', () => {
    const story = asked('alteroffice', agreed(4), 'email');
    const { regulation, calendars } = shipped('alteroffice');
    const trace = traceClock(reactionOf(story), regulation, calendars, moscow(at));
    expect(describeTrace(trace, regulation, 'ru')[0]).toMatch(
      /4 часа.*, так договорено в сертификате AO-7\.$/,
    );
    expect(describeTrace(trace, regulation, 'en')[0]).toMatch(/4 hours.*, as agreed in certificate AO-7\.$/);
  });

  test('the journal counted again comes to the same rule and deadline', () => {
    const { ticket, journal } = asked('alteroffice', agreed(4), 'email');
    const { regulation, calendars } = shipped('alteroffice');
    expect(compareDeadlines(ticket, journal, regulation, calendars)).toEqual([]);
  });

  test('a company found later brings its figure with it', () => {
    const { ticket, facts } = asked('alteroffice', [], 'email', false);
    const decision = decide({ type: 'Identify', companyId: company, certificates: agreed(4) }, ticket, facts);
    if (!decision.ok) throw new Error(decision.refusal.code);
    const armed = decision.value.find((event) => event.type === 'ClockArmed');
    expect(armed).toMatchObject({ clock: { rule: { certificate: 'AO-7', target: { ms: 4 * HOUR_MS } } } });
  });

  test('where the shortest promise serves, it is the one with the shorter figure', () => {
    const { regulation } = shipped('alteroffice');
    const facts = factsAt('alteroffice', at);
    const entitlement = { ...regulation.entitlement, ofSeveral: 'shortest-target' as const };
    const { coverage } = fold(
      registerTicket(
        {
          ticketId: 'ticket-1' as TicketId,
          regulationVersionId: 'version-1' as RegulationVersionId,
          channel: 'email',
          contactId: customer,
          companyId: company,
          certificates: [held('maximum', 'USUAL'), ...agreed(4)],
          receivedAt: moscow(at),
          messageId: message,
          letterId: null,
          ticketType: null,
          priority: null,
          statedFields: [],
          links: [],
        },
        { ...facts, regulation: { ...regulation, entitlement } },
      ).map((event) => ({ at: facts.now, event })),
    );
    expect(coverage).toMatchObject({ certificateId: 'AO-7', agreed: { number: 'AO-7' } });
  });
});

test('FL-ROUTE: the first line begins where it was bought, else the second', () => {
  const line = (changes: Partial<Certificate>) =>
    asked('flat', [held('8x5', 'F-1', changes)], 'portal').ticket.line;
  expect(line({ bought: ['installation'] })).toMatchObject({ id: '1', clause: 'FL-ROUTE' });
  expect(line({ bought: ['another'] })).toMatchObject({ id: '2', clause: 'FL-ROUTE' });
  expect(line({})).toMatchObject({ id: '2', clause: 'FL-ROUTE' });
});
