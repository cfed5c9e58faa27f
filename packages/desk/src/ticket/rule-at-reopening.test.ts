import { describe, expect, test } from 'vitest';
import { inMoscow, variant } from '../test/shipped-regulations.ts';
import {
  after,
  certificateOf,
  clockOf,
  company,
  engineer,
  given,
  message,
  says,
} from '../test/ticket-story.ts';
import type { TicketCommand } from './commands.ts';

// Basic answers in 24 working hours, extended in fewer; both from 09:00 to 17:00. 2025-02-10 is a Monday.
const desk = variant('centaur', 'objections count on', (regulation) => ({
  ...regulation,
  clocks: regulation.clocks.map((clock) => ({ ...clock, onObjection: 'resume' })),
}));
const stranger = given(desk, { at: '2025-02-10 09:00', holds: 'stranger', priority: 'low' });
const identified: TicketCommand = {
  type: 'Identify',
  companyId: company,
  certificates: [certificateOf('extended', stranger.ticket.receivedAt)],
};
const accepted: TicketCommand = {
  type: 'RecordNoticeAccepted',
  at: stranger.ticket.receivedAt,
};
const bounced: TicketCommand = { type: 'RecordNoticeBounced', messageId: message };

describe('a package found while the clock stood (working-time rule 16)', () => {
  test('holds from the objection on, the first outcome stays', () => {
    const told = after(stranger, ['2025-02-10 10:00', accepted], ['2025-02-10 11:00', says.resolve]);
    expect(clockOf(told, 'reaction')).toMatchObject({ status: 'stopped', rule: { packageId: 'basic' } });
    const known = after(told, ['2025-02-10 12:00', identified]);
    expect(clockOf(known, 'reaction')).toMatchObject({ status: 'stopped', rule: { packageId: 'basic' } });
    const open = clockOf(after(known, ['2025-02-11 09:00', says.object]), 'reaction');
    expect(open).toMatchObject({ status: 'running', outcome: 'met', rule: { packageId: 'extended' } });
    expect(open.changes?.map(({ cause, before }) => [cause, before?.packageId])).toEqual([
      ['package', 'basic'],
    ]);
    expect(inMoscow(open.changes?.[0]?.at ?? null)).toBe('2025-02-11 09:00');
  });

  test('holds from the news on when the notice that stopped it had not arrived (R34)', () => {
    const told = after(stranger, ['2025-02-10 10:00', accepted], ['2025-02-10 12:00', identified]);
    const open = clockOf(after(told, ['2025-02-10 13:00', bounced]), 'reaction');
    expect(open).toMatchObject({ status: 'running', rule: { packageId: 'extended' } });
    expect(inMoscow(open.changes?.[0]?.at ?? null)).toBe('2025-02-10 13:00');
    expect(open.changes?.[0]?.spentMs).toBe(4 * 3_600_000);
  });

  test('does not hold for a clock that a number told by phone had ended meanwhile', () => {
    const told = after(
      stranger,
      ['2025-02-10 10:00', accepted],
      [
        '2025-02-10 11:00',
        { type: 'RecordCall', by: engineer, messageId: message, toldNumber: true, reached: true },
      ],
      ['2025-02-10 12:00', identified],
    );
    const ended = clockOf(after(told, ['2025-02-10 13:00', bounced]), 'reaction');
    expect(ended).toMatchObject({ status: 'stopped', rule: { packageId: 'basic' } });
    expect(inMoscow(ended.stoppedAt)).toBe('2025-02-10 11:00');
  });

  test('without another rule leaves the old one, and no change on record', () => {
    const told = after(stranger, ['2025-02-10 10:00', accepted], ['2025-02-10 11:00', says.resolve]);
    const open = clockOf(after(told, ['2025-02-11 09:00', says.object]), 'reaction');
    expect(open).toMatchObject({ status: 'running', rule: { packageId: 'basic' } });
    expect(open).not.toHaveProperty('changes');
  });
});
