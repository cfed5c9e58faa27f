import type { DeskId, TicketId } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { addressOf, openStillDesk, type StillDesk, TRUSTED_SERVER } from '../testing/still-desk.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';
import { ticketToken } from '../tokens/ticket-token.ts';

const REQUESTER = 'olga@romashka.example';
let desk: StillDesk;
let number = 0;
let ticketId: TicketId;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-07 10:00');
  await addCustomer(desk.opened, 'centaur', {
    company: 'ООО «Ромашка»',
    email: REQUESTER,
    name: 'Ольга Иванова',
    packageId: 'extended',
  });
  await addStaff(desk.opened, 'centaur', 'engineer', 'engineer@centaur.example');
  const first = await desk.receive(
    'centaur',
    letterFrom({ from: REQUESTER, to: addressOf('centaur'), headers: [`Cc: colleague@romashka.example`] }),
  );
  number = first.number as number;
  ticketId = (await desk.ticket('centaur', number)).ticket.ticketId;
});
afterAll(() => desk?.stop());

const tokenOf = (deskId: DeskId, id: TicketId, n: number): string =>
  ticketToken(desk.context.secret, 'thread', n, { deskId, ticketId: id, recipient: REQUESTER });

const senders = [
  ['the requester', REQUESTER],
  ['somebody in CC', 'colleague@romashka.example'],
  ['an engineer', 'engineer@centaur.example'],
  ['a stranger', 'stranger@else.example'],
] as const;
const verdicts = ['pass', 'fail', 'none'] as const;
const places = ['In-Reply-To', 'References', 'subject number', 'plus-address'] as const;
type Place = (typeof places)[number];

/** One character wrong at the front, in the middle, at the end; cut short; too long; of another purpose; made up. */
const tokens = (right: string): readonly (readonly [kind: string, token: string | null])[] => {
  const change = (index: number): string =>
    `${right.slice(0, index)}${right[index] === 'a' ? 'b' : 'a'}${right.slice(index + 1)}`;
  const start = right.indexOf('-') + 1;
  return [
    ['right', right],
    ['right, in capitals', right.toUpperCase()],
    ['first letter wrong', change(start)],
    ['middle wrong', change(start + 12)],
    ['last letter wrong', change(right.length - 1)],
    ['cut short', right.slice(0, -1)],
    ['no token', null],
  ];
};

interface Try {
  readonly kind: string;
  readonly token: string | null;
  readonly sender: string;
  readonly from: string;
  readonly verdict: (typeof verdicts)[number];
  readonly place: Place;
}

const put = (
  place: Place,
  token: string | null,
  n: number,
): { headers: readonly string[]; to: string; subject: string } => {
  const to = addressOf('centaur');
  const subject = 'Re: Не печатает';
  const id = token === null ? 'nothing.of.ours@else.example' : `${token}.5f0c@centaur.example`;
  switch (place) {
    case 'In-Reply-To':
      return { headers: [`In-Reply-To: <${id}>`], to, subject };
    case 'References':
      return { headers: [`References: <a@else.example> <${id}> <b@else.example>`], to, subject };
    case 'subject number':
      // The token written in the subject is no token: only the number is read, and it proves nothing.
      return { headers: [], to, subject: `Re: [Поддержка Centaur №${n}] ${token ?? ''}` };
    case 'plus-address':
      return { headers: [], to: token === null ? to : to.replace('@', `+${token}@`), subject };
  }
};

const generated = (): readonly Try[] =>
  tokens(tokenOf(desk.desk('centaur'), ticketId, number)).flatMap(([kind, token]) =>
    senders.flatMap(([sender, from]) =>
      verdicts.flatMap((verdict) => places.map((place) => ({ kind, token, sender, from, verdict, place }))),
    ),
  );

/** The rule, said once more and independently of the code: the token, unforged, and a sender who takes part or is vouched for. */
const mayJoin = (t: Try): boolean =>
  t.kind.startsWith('right') &&
  t.place !== 'subject number' &&
  (t.from === REQUESTER || t.verdict === 'pass');
const namesTicket = (t: Try): boolean =>
  t.place === 'subject number' || (t.token !== null && t.kind !== 'cut short');

const letterOf = (t: Try): Buffer => {
  const { headers, to, subject } = put(t.place, t.token, number);
  const trusted =
    t.verdict === 'none'
      ? []
      : [`Authentication-Results: ${TRUSTED_SERVER}; dmarc=${t.verdict} header.from=else.example`];
  // Whatever the sender's own server says of itself must not count.
  return letterFrom({
    from: t.from,
    to,
    subject,
    headers: [...trusted, 'Authentication-Results: mx.else.example; dmarc=pass', ...headers],
    text: `${t.kind} ${t.sender} ${t.verdict} ${t.place}`,
  });
};

describe('R1: a letter joins a ticket by the rule only', () => {
  it('R1, OW-3, A10: 336 generated letters, each as the rule says, else a ticket of its own with the link for staff', async () => {
    const tries = generated();
    expect(tries.length).toBeGreaterThanOrEqual(300);
    const handed = [];
    for (const t of tries) handed.push({ t, letterId: await desk.hand('centaur', letterOf(t)) });
    await desk.read();
    expect(desk.errors).toEqual([]);
    const links = await desk.rows<{ number: number; relation: string; linked: string }>(
      `select t.number, j.body ->> 'relation' as relation, j.body ->> 'ticketId' as linked from journal j join ticket t on t.desk_id = j.desk_id and t.ticket_id = j.stream_id where j.type = 'TicketLinked'`,
    );
    const wrong: string[] = [];
    for (const { t, letterId } of handed) {
      const state = await desk.letter('centaur', letterId);
      const expected = mayJoin(t) ? 'reply' : 'ticket';
      const name = `${t.kind} | ${t.sender} | ${t.verdict} | ${t.place}`;
      if (state.outcome !== expected || (expected === 'reply') !== (state.number === number))
        wrong.push(`${name}: ${state.outcome} №${state.number}`);
      const related = links.filter((l) => l.number === state.number).map((l) => `${l.relation} ${l.linked}`);
      if (expected === 'ticket' && related.join() !== (namesTicket(t) ? `possibly-related ${ticketId}` : ''))
        wrong.push(`${name}: related ${related.join()}`);
    }
    expect(wrong).toEqual([]);
  });

  it('R1: mail gives nobody the rights of staff or of the requester', async () => {
    const rows = await desk.rows<{ kind: string }>(
      `select distinct m.kind from message m join ticket t on t.desk_id = m.desk_id and t.ticket_id = m.ticket_id where t.number = $1 and t.desk_id = $2`,
      [number, desk.desk('centaur')],
    );
    expect(rows.map((r) => r.kind)).toEqual(['customer']);
    const { ticket } = await desk.ticket('centaur', number);
    expect(ticket.assigneeId).toBeNull();
  });

  it('R1: two From addresses are nobody, vouched for or not', async () => {
    const token = tokenOf(desk.desk('centaur'), ticketId, number);
    const state = await desk.receive(
      'centaur',
      letterFrom({
        from: `${REQUESTER}, x@else.example`,
        to: addressOf('centaur'),
        headers: [
          `Authentication-Results: ${TRUSTED_SERVER}; dmarc=pass`,
          `In-Reply-To: <${token}.1@centaur.example>`,
        ],
      }),
    );
    expect(state).toMatchObject({ outcome: 'ticket' });
    expect(state.number).not.toBe(number);
  });

  it('R1: the token of another desk never joins, nor does a status link’s', async () => {
    await desk.receive('optima', letterFrom({ from: REQUESTER, to: addressOf('optima') }));
    const foreign = (await desk.ticket('optima', 1)).ticket.ticketId;
    const status = ticketToken(desk.context.secret, 'status', number, {
      deskId: desk.desk('centaur'),
      ticketId,
      recipient: REQUESTER,
    });
    for (const token of [tokenOf(desk.desk('optima'), foreign, 1), status]) {
      const state = await desk.receive(
        'centaur',
        letterFrom({
          from: REQUESTER,
          to: addressOf('centaur').replace('@', `+${token}@`),
          headers: [`Authentication-Results: ${TRUSTED_SERVER}; dmarc=pass`],
        }),
      );
      expect(state.outcome).toBe('ticket');
      expect(state.number).not.toBe(number);
    }
  });

  it('R1: a long thread of foreign letters does not hide our address', async () => {
    const token = tokenOf(desk.desk('centaur'), ticketId, number);
    const references = Array.from({ length: 60 }, (_, i) => `<part${i}.x@else.example>`).join('\r\n ');
    const state = await desk.receive(
      'centaur',
      letterFrom({
        from: REQUESTER,
        to: addressOf('centaur').replace('@', `+${token}@`),
        headers: [`References: ${references}`],
      }),
    );
    expect(state).toMatchObject({ outcome: 'reply', number });
  });
});
