import { describe, expect, it } from 'vitest';
import { assign, colleague } from '../test/given-story.ts';
import { after, engineer, given, says, type Story, when } from '../test/ticket-story.ts';

const fresh = (): Story => given('alteroffice', { at: '2025-02-03 10:00', holds: 'extended' });
const does = (story: Story, command: Parameters<typeof when>[2]) => when(story, '2025-02-03 11:00', command);
const running = ({ ticket }: Story) =>
  ticket.clocks.filter(({ status }) => status === 'running').map(({ id }) => id);

describe('giving a ticket to a colleague', () => {
  it('says whose it is and changes nothing else: no clock, no state', () => {
    const before = fresh();
    const { story, happened } = does(before, assign(colleague));
    expect(happened).toEqual(['TicketGiven']);
    expect(story.ticket).toEqual({ ...before.ticket, assigneeId: colleague, given: true });
    expect(running(story)).toEqual(running(before));
  });

  it('is not taking it into work: that comes when they take it or answer', () => {
    const meant = does(fresh(), assign(colleague)).story;
    const taken = does(meant, { type: 'Take', by: colleague });
    expect(taken.happened).toContain('TicketTaken');
    expect(taken.story.ticket).toMatchObject({ assigneeId: colleague, state: 'in-progress' });
    expect(taken.story.ticket.given).toBeUndefined();
    const answered = does(meant, { ...says.reply, by: colleague });
    expect(answered.happened).toContain('TicketTaken');
  });

  it('of one that is in work hands the work over: whoever has it now is in it', () => {
    const worked = after(fresh(), ['2025-02-03 10:30', says.take]);
    const { story } = does(worked, assign(colleague));
    expect(story.ticket).toMatchObject({ assigneeId: colleague, state: 'in-progress' });
    expect(story.ticket.given).toBeUndefined();
    expect(does(story, { type: 'Take', by: colleague }).refused).toBe('already-yours');
    // The first taking into work stays the first.
    expect(does(story, { type: 'Take', by: engineer }).story.journal.at(-1)?.event).not.toHaveProperty(
      'first',
    );
  });

  it('takes the place of whom the certificate names', () => {
    const named = {
      ...fresh(),
      ticket: { ...fresh().ticket, assigneeId: engineer, assignedBy: 'AO-4.1-manager' },
    };
    const { story } = does(named as Story, assign(colleague));
    expect(story.ticket).toMatchObject({ assigneeId: colleague, given: true });
    expect(story.ticket.assignedBy).toBeUndefined();
  });

  it('can be taken back, and is refused where it changes nothing or nothing is worked on', () => {
    const meant = does(fresh(), assign(colleague)).story;
    expect(does(meant, assign(null)).story.ticket).toEqual(fresh().ticket);
    expect(does(meant, assign(colleague)).refused).toBe('already-theirs');
    expect(does(fresh(), assign(null)).refused).toBe('nobody-has-it');
    const closed = after(fresh(), ['2025-02-03 10:30', says.resolve], ['2025-02-03 10:40', says.confirm]);
    expect(does(closed, assign(colleague)).refused).toBe('already-closed');
    const unserved = given('alteroffice', { at: '2025-02-03 10:00', holds: 'nothing' });
    expect(does(unserved, assign(colleague)).refused).toBe('not-covered');
  });
});
