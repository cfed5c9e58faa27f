import { readFileSync } from 'node:fs';

const root = new URL('../../../../docs/language/', import.meta.url);

/** A page or file of the language's documentation, by name. */
export const languagePage = (name: string): string => readFileSync(new URL(name, root), 'utf8');
