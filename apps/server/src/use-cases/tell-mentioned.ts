import type { DeskId, PersonId, TicketId } from '@reglament/desk';
import { insertNotification } from '../store/alarms.ts';
import type { Queries } from '../store/database.ts';
import { deskPeople } from '../store/queries/desk-people.ts';
import type { Context } from './context.ts';

/** Whether all of them work in the desk now. */
export const areOfDesk = async (q: Queries, deskId: DeskId, people: readonly string[]): Promise<boolean> => {
  if (people.length === 0) return true;
  const known = new Set<string>((await deskPeople(q, deskId)).map(({ personId }) => personId));
  return people.every((one) => known.has(one));
};

/** Whoever a note names is told of it once; whoever wrote it knows. */
export const tellMentioned = async (
  context: Context,
  q: Queries,
  told: {
    readonly deskId: DeskId;
    readonly ticketId: TicketId;
    readonly messageId: string;
    readonly mentions: readonly string[];
    readonly by: PersonId;
  },
): Promise<void> => {
  const { deskId, ticketId, messageId, by } = told;
  const at = context.now();
  for (const personId of new Set(told.mentions))
    if (personId !== by)
      await insertNotification(q, {
        notificationId: context.newId(),
        deskId,
        personId: personId as PersonId,
        ticketId,
        kind: 'mentioned',
        clock: '',
        threshold: messageId,
        dueAt: at,
        at,
      });
};
