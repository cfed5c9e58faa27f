import { channelNames } from '@reglament/desk';
import type {
  ChannelId,
  Clause,
  ClauseId,
  ClockId,
  Language,
  PackageId,
  PriorityId,
  Regulation,
  Text,
} from '@reglament/desk';

export const channelName = (channel: ChannelId, language: Language): string =>
  channelNames[channel][language];

interface Named {
  readonly id: string;
  readonly name: Text;
}

const nameIn = (list: readonly Named[], id: string, language: Language): string =>
  list.find((one) => one.id === id)?.name[language] ?? id;

export const clockName = (regulation: Regulation, id: ClockId, language: Language): string =>
  nameIn(regulation.clocks, id, language);
export const packageName = (regulation: Regulation, id: PackageId, language: Language): string =>
  nameIn(regulation.packages, id, language);
export const priorityName = (regulation: Regulation, id: PriorityId, language: Language): string =>
  nameIn(regulation.priorities, id, language);
export const typeName = (regulation: Regulation, id: string, language: Language): string =>
  nameIn(regulation.ticketTypes, id, language);

export const clauseOf = (regulation: Regulation, id: ClauseId | null): Clause | null =>
  regulation.clauses.find((clause) => clause.id === id) ?? null;

/** `Правило CN-TIME (Время реакции): …`; empty when the edition has no such clause. */
export const clauseSentence = (regulation: Regulation, id: ClauseId | null, language: Language): string => {
  const clause = clauseOf(regulation, id);
  if (clause === null) return '';
  // The place is a heading of a Russian document: in English only a number of a paragraph means something.
  const place = language === 'ru' || !/[а-яё]/iu.test(clause.place) ? ` (${clause.place})` : '';
  return language === 'ru'
    ? `Правило ${clause.id}${place}: ${clause.says.ru}`
    : `Rule ${clause.id}${place}: ${clause.says.en}`;
};

/** `«Базовый»`, `“Basic”`. */
export const quoted = (text: string, language: Language): string =>
  language === 'ru' ? `«${text}»` : `“${text}”`;
