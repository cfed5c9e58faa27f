import { describe, expect, it } from 'vitest';
import { groupNotifications } from './group-notifications.ts';
import type { Notification } from './use-notifications.ts';

const told = (
  kind: Notification['kind'],
  ticketNumber: number | null,
  more: Partial<Notification> = {},
): Notification => ({
  notificationId: crypto.randomUUID(),
  at: '2025-02-04T10:00:00.000Z',
  kind,
  clock: '',
  ticketNumber,
  inquiryNumber: null,
  certificate: null,
  subject: 'Не печатает',
  dueAt: '2025-02-04T10:00:00.000Z',
  lateMs: null,
  read: false,
  ...more,
});
const shape = (notifications: readonly Notification[]) =>
  groupNotifications(notifications).map(({ key, isRead, lines }) => [
    key,
    isRead,
    lines.map(({ latest, times }) => `${latest.kind} ${times}`),
  ]);

describe('notifications by what they are about', () => {
  it('a ticket stands once, where its latest word is, and the same word is counted', () => {
    expect(
      shape([
        told('followed-wrote', 7),
        told('mentioned', 8),
        told('followed-wrote', 7),
        told('assigned', 7),
      ]),
    ).toEqual([
      ['t7', false, ['followed-wrote 2', 'assigned 1']],
      ['t8', false, ['mentioned 1']],
    ]);
  });

  it('a ticket and an inquiry of one number are two, and so are two certificates', () => {
    const certificate = (certificateId: string) => ({ certificate: { certificateId, number: 'C' } });
    expect(
      shape([
        told('inquiry-came', null, { inquiryNumber: 7 }),
        told('assigned', 7),
        told('certificate-over', null, certificate('a')),
        told('certificate-over', null, certificate('b')),
      ]).map(([key]) => key),
    ).toEqual(['i7', 't7', 'a', 'b']);
  });

  it('two clocks are two lines, and what is new is told apart from what was read', () => {
    expect(
      shape([
        told('clock-warning', 7, { clock: 'reaction' }),
        told('clock-warning', 7, { clock: 'resolution' }),
        told('mentioned', 7),
        told('mentioned', 7, { read: true }),
      ]),
    ).toEqual([['t7', false, ['clock-warning 1', 'clock-warning 1', 'mentioned 1', 'mentioned 1']]]);
    expect(shape([told('mentioned', 7, { read: true })])).toEqual([['t7', true, ['mentioned 1']]]);
    expect(shape([])).toEqual([]);
  });
});
