import type { IntakeField, PriorityId, Regulation } from '../regulation/regulation.ts';

/** What a customer's text answers of the intake questions. */
export interface StatedFields {
  /** Field id to the answer as typed, at most 500 characters each. */
  readonly values: Readonly<Record<string, string>>;
  readonly priority: PriorityId | null;
  readonly ticketType: string | null;
}

const MAX_LINES = 200;
const MAX_VALUE = 500;
const MAX_LABEL = 80;

/** Never ends in half a character: such a text can't be kept. */
const cut = (text: string): string => text.slice(0, MAX_VALUE).replace(/[\uD800-\uDBFF]$/, '');

const plain = (text: string): string => text.trim().toLowerCase().replaceAll('ё', 'е');

/** The priority that a customer's word names: an id, a name or an alias; null when it names none. */
export const readPriority = (regulation: Regulation, word: string): PriorityId | null => {
  const wanted = plain(word);
  const found = regulation.priorities.find((p) =>
    [p.id, p.name.ru, p.name.en, ...p.aliases].some((name) => plain(name) === wanted),
  );
  return found?.id ?? null;
};

const readType = (regulation: Regulation, word: string): string | null => {
  const wanted = plain(word);
  return (
    regulation.ticketTypes.find((t) => [t.id, t.name.ru, t.name.en].some((name) => plain(name) === wanted))
      ?.id ?? null
  );
};

const fieldOf = (regulation: Regulation, label: string): IntakeField | undefined => {
  const wanted = plain(label);
  return regulation.intake.find((f) =>
    [...f.labels, f.name.ru, f.name.en].some((name) => plain(name) === wanted),
  );
};

/** Reads "Label: value" lines of a letter or a form by the regulation's labels; the first answer of a field counts. */
export const readStatedFields = (regulation: Regulation, text: string): StatedFields => {
  // Fields are named by the regulation: `constructor` is a name like any other.
  const values = new Map<string, string>();
  let priority: PriorityId | null = null;
  let ticketType: string | null = null;
  for (const line of text.split('\n', MAX_LINES)) {
    const colon = line.indexOf(':');
    if (colon < 1 || colon > MAX_LABEL) continue;
    const value = cut(line.slice(colon + 1).trim());
    const field = fieldOf(regulation, line.slice(0, colon));
    if (field === undefined || value === '' || values.has(field.id)) continue;
    if (field.source === 'priority') {
      priority = readPriority(regulation, value);
      if (priority === null) continue;
    }
    if (field.source === 'type') {
      ticketType = readType(regulation, value);
      if (ticketType === null) continue;
    }
    values.set(field.id, value);
  }
  return { values: Object.fromEntries(values), priority, ticketType };
};

/** Facts that the system knows without asking. Empty strings and false mean unknown. */
export interface KnownFacts {
  readonly company: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
  readonly product: string;
  readonly version: string;
  readonly description: string;
  readonly priority: string;
  readonly ticketType: string;
}

/** Answers to the intake fields that the system has by itself, by field id. */
export const knownFields = (regulation: Regulation, facts: KnownFacts): Readonly<Record<string, string>> => {
  const bySource = {
    company: facts.company,
    'contact-name': facts.contactName,
    'contact-phone': facts.contactPhone,
    'contact-email': facts.contactEmail,
    product: facts.product,
    version: facts.version,
    // Compared with the catalogue, never filled in from it.
    platform: '',
    // Known once it is decided what serves.
    certificate: '',
    description: facts.description,
    priority: facts.priority,
    type: facts.ticketType,
  } as const;
  const known = regulation.intake.flatMap((f) =>
    f.source === null || bySource[f.source] === '' ? [] : [[f.id, cut(bySource[f.source])] as const],
  );
  return Object.fromEntries(known);
};
