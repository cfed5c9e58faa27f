import { describeSchema } from '@reglament/desk/language';

/** The schema of a regulation file, as text. */
export const schemaText = (): string => `${JSON.stringify(describeSchema(), null, 1)}\n`;
