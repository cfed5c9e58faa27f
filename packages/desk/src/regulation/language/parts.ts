import { z } from 'zod';
import { condition } from '../file/condition.ts';
import { stop } from '../file/promises.ts';
import { serviceLevel } from '../file/rights.ts';
import { channel, clause, id, ids, idReference, line, named, text, windows, yesNo } from '../file/words.ts';

/** Parts of the shape that stand in many places, by the name that the schema and the reference give them. */
export const PARTS = {
  identifier: id,
  clause,
  line,
  text,
  reference: idReference,
  references: ids,
  windows,
  named,
  condition,
  channel,
  stop,
  'service-level': serviceLevel,
  'yes-no': yesNo,
} as const;

/** The registry the schema is drawn with: a registered part becomes a definition of its own. */
export const partNames = z.registry<{ readonly id: string }>();
for (const [name, part] of Object.entries(PARTS)) partNames.add(part, { id: name });
