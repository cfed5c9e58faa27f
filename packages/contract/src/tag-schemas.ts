import { z } from 'zod';

/** What a tag's colour means; never the colour itself. */
export const tagTone = z.enum(['neutral', 'info', 'good', 'warn', 'bad']);
export type TagTone = z.infer<typeof tagTone>;

export const tagOfTicket = z.object({ tagId: z.uuid(), name: z.string(), tone: tagTone });
export type TagOfTicket = z.infer<typeof tagOfTicket>;

/** How tickets that staff linked stand to each other, seen from the one that is looked at. */
export const staffRelation = z.enum(['related', 'duplicate', 'duplicated-by', 'caused-by', 'causes']);
