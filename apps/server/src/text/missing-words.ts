import type { IntakeField, Language, Regulation, Ticket } from '@reglament/desk';

/** Required fields whose answers are not known, in the regulation's order. */
export const missingIntake = (ticket: Ticket, regulation: Regulation): readonly IntakeField[] =>
  regulation.intake.filter(({ id }) => ticket.missingFields.includes(id));

/** `Критический: Основные функции остановились`: what an answer can be; empty where it is free text. */
export const fieldChoices = (
  field: IntakeField,
  regulation: Regulation,
  language: Language,
): readonly string[] => {
  const list =
    field.source === 'priority'
      ? regulation.priorities
      : field.source === 'type'
        ? regulation.ticketTypes
        : [];
  return list.map(({ name, definition }) => `${name[language]}: ${definition[language]}`);
};
