import { describe, expect, test } from 'vitest';
import type { CertificateId, PersonId, RegulationVersionId, TicketId } from '../ids.ts';
import { moscow, shipped } from '../test/shipped-regulations.ts';
import { certificateOf, company, customer, engineer, factsAt, message, says } from '../test/ticket-story.ts';
import type { Certificate } from '../certificate/coverage.ts';
import type { ChannelId } from '../regulation/regulation.ts';
import type { TicketCommand } from './commands.ts';
import { decide } from './decide/decide.ts';
import { registerTicket } from './decide/register-ticket.ts';
import { describeEvent } from './describe-event.ts';
import { evolve, fold } from './evolve.ts';
import type { Ticket } from './ticket.ts';

const at = '2025-02-07 10:00';
const anna = 'person-anna' as PersonId;

interface Asked {
  readonly people: Readonly<Record<string, PersonId>>;
  readonly channel?: ChannelId;
  readonly priority?: string;
  readonly known?: boolean;
}

const held = (packageId: string, people: Asked['people']): Certificate =>
  certificateOf(packageId, moscow(at), { certificateId: 'named' as CertificateId, people });

const events = (desk: string, packageId: string, asked: Asked) =>
  registerTicket(
    {
      ticketId: 'ticket-1' as TicketId,
      regulationVersionId: 'version-1' as RegulationVersionId,
      channel: asked.channel ?? 'email',
      contactId: customer,
      companyId: asked.known === false ? null : company,
      certificates: asked.known === false ? [] : [held(packageId, asked.people)],
      receivedAt: moscow(at),
      messageId: message,
      letterId: null,
      ticketType: null,
      priority: asked.priority ?? null,
      statedFields: [],
      links: [],
    },
    factsAt(desk, at),
  );

const registered = (desk: string, packageId: string, asked: Asked): Ticket =>
  fold(events(desk, packageId, asked).map((event) => ({ at: moscow(at), event })));

const does = (desk: string, ticket: Ticket, command: TicketCommand) => {
  const facts = factsAt(desk, at);
  const decision = decide(command, ticket, facts);
  if (!decision.ok) return decision.refusal.code;
  return decision.value.reduce<Ticket>((state, event) => evolve(state, event, facts.now), ticket);
};

describe('a new ticket begins with the person whom its certificate names', () => {
  test('AO-4.1-manager: of the maximum level; it is theirs and still new', () => {
    const ticket = registered('alteroffice', 'maximum', { people: { manager: anna } });
    expect(ticket).toMatchObject({ assigneeId: anna, assignedBy: 'AO-4.1-manager', state: 'new' });
  });

  test('no other level goes by the name, and a certificate that names nobody leaves it to the queue', () => {
    expect(registered('alteroffice', 'extended', { people: { manager: anna } }).assigneeId).toBeNull();
    expect(registered('alteroffice', 'maximum', { people: {} }).assigneeId).toBeNull();
    expect(registered('alteroffice', 'maximum', { people: { another: anna } }).assigneeId).toBeNull();
  });

  test('CN-S10: the personal specialist has tickets of the extended package', () => {
    const ticket = registered('centaur', 'extended', { people: { specialist: anna } });
    expect(ticket).toMatchObject({ assigneeId: anna, assignedBy: 'CN-S10' });
  });

  test.each([
    ['24x7-plus', '1', anna],
    ['24x7-onsite', '1', anna],
    ['24x7-plus', '2', null],
    ['24x7', '1', null],
  ])('FL-K3: %s, priority %s: %s', (packageId, priority, assigneeId) => {
    const people = { 'p1-engineer': anna };
    expect(registered('flat', packageId, { people, priority, channel: 'portal' }).assigneeId).toBe(
      assigneeId,
    );
  });

  test('FL-K3: found to be critical by staff, it goes to the engineer; one that somebody has taken stays theirs', () => {
    const critical = {
      type: 'Classify',
      by: engineer,
      ticketType: 'incident',
      priority: '1',
      reasonMessageId: null,
    } as const satisfies TicketCommand;
    const people = { 'p1-engineer': anna };
    const ticket = registered('flat', '24x7-plus', { people, channel: 'portal' });
    expect(ticket.assigneeId).toBeNull();
    expect(does('flat', ticket, critical)).toMatchObject({ assigneeId: anna, assignedBy: 'FL-K3' });
    expect(does('flat', ticket, { ...critical, priority: '2' })).toMatchObject({ assigneeId: null });
    const taken = does('flat', ticket, says.take);
    if (typeof taken === 'string') throw new Error(taken);
    expect(does('flat', taken, critical)).toMatchObject({ assigneeId: engineer });
  });

  test('what is not served is nobody’s', () => {
    const ticket = registered('flat', '24x7-plus', { people: { 'p1-engineer': anna }, priority: '1' });
    expect(ticket).toMatchObject({ state: 'not-entitled', assigneeId: null });
  });

  test('a company found later brings its person, unless somebody has taken it by then', () => {
    const found: TicketCommand = {
      type: 'Identify',
      companyId: company,
      certificates: [held('maximum', { manager: anna })],
    };
    const stranger = registered('alteroffice', 'maximum', { people: {}, known: false });
    expect(does('alteroffice', stranger, found)).toMatchObject({ assigneeId: anna });
    const taken = does('alteroffice', stranger, says.take);
    if (typeof taken === 'string') throw new Error(taken);
    expect(does('alteroffice', taken, found)).toMatchObject({ assigneeId: engineer });
  });
});

describe('meant for somebody, and not taken yet', () => {
  const meant = registered('alteroffice', 'maximum', { people: { manager: anna } });

  test('who is named takes it into work, once', () => {
    const taken = does('alteroffice', meant, { type: 'Take', by: anna });
    expect(taken).toMatchObject({ assigneeId: anna, state: 'in-progress' });
    expect(taken).not.toHaveProperty('assignedBy');
    if (typeof taken === 'string') throw new Error(taken);
    expect(taken.past?.first.taken).toBe(moscow(at));
    expect(does('alteroffice', taken, { type: 'Take', by: anna })).toBe('already-yours');
  });

  test('another who takes it or answers it has it', () => {
    expect(does('alteroffice', meant, says.take)).toMatchObject({
      assigneeId: engineer,
      state: 'in-progress',
    });
    expect(does('alteroffice', meant, says.reply)).toMatchObject({
      assigneeId: engineer,
      state: 'in-progress',
    });
  });

  test('the history names the role and the rule, in both languages', () => {
    const assigned = events('alteroffice', 'maximum', { people: { manager: anna } }).find(
      ({ type }) => type === 'TicketAssigned',
    );
    if (assigned === undefined) throw new Error('nobody was named');
    const names = {
      regulation: shipped('alteroffice').regulation,
      person: () => 'Анна',
      moment: () => ({ ru: '', en: '' }),
    };
    expect(describeEvent(assigned, names)).toEqual({
      says: {
        ru: 'Назначена по сертификату: Выделенный технический менеджер, Анна',
        en: 'Assigned by the certificate: Dedicated technical manager, Анна',
      },
      clause: 'AO-4.1-manager',
    });
  });
});
