import type { PersonId } from '../ids.ts';
import type { TicketCommand } from '../ticket/commands.ts';
import { after, engineer, given, says, type Story } from './ticket-story.ts';

export const colleague = 'person-2' as PersonId;

export const assign = (to: PersonId | null): TicketCommand => ({ type: 'Assign', by: engineer, to });

/** Given to a colleague, taken by them, given on in the midst of work, and then nobody's. */
export const givenStory = (): Story =>
  after(
    given('optima', { at: '2025-02-03 10:00', holds: '8x5x4', priority: '2' }),
    ['2025-02-03 10:05', assign(colleague)],
    ['2025-02-03 10:10', { type: 'Take', by: colleague }],
    ['2025-02-03 10:20', assign(engineer)],
    ['2025-02-03 10:30', says.reply],
    ['2025-02-03 10:40', assign(null)],
  );
