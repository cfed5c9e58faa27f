import { z } from 'zod';
import { channel, id, lineText, ticketState } from './schemas.ts';

const MOST_WORDS = 40;
const separated = z.string().max(4000);

/** Words with commas between them: `new,in-progress`. */
const listOf = <T extends z.ZodType<unknown, string>>(word: T) =>
  separated
    .transform((typed) => typed.split(','))
    .pipe(z.array(word).min(1).max(MOST_WORDS))
    .optional();

/**
 * What tickets of a view are asked for besides, each as words with commas between them; all must hold, any of the words. Ids of
 * priorities, types and packages are the regulation's: one that nothing has finds nothing.
 */
export const queueFilter = {
  state: listOf(ticketState),
  priority: listOf(lineText(60, 1)),
  type: listOf(lineText(60, 1)),
  channel: listOf(channel),
  package: listOf(lineText(60, 1)),
  /** People, `me` or `none`. */
  assignee: listOf(z.union([z.literal('me'), z.literal('none'), id])),
  company: id.optional(),
  tag: listOf(id),
  /** Whose turn it is. */
  turn: z.enum(['customer', 'us']).optional(),
  /** `soon`: within four hours, as the hours of the deadline run. */
  late: z.enum(['overdue', 'soon']).optional(),
};
