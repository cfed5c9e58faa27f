import { localDateOf, type Instant } from '@reglament/working-time';
import { dateWords, durationWords, type Language } from '../../clock/explain/time-words.ts';
import type { MomentEvent } from '../../regulation/certificate-rules.ts';
import type { Regulation, Text } from '../../regulation/regulation.ts';
import { momentNames, termWords } from './certificate-words.ts';
import type { PersonId } from '../../ids.ts';
import type { CertificateEvent, Correction } from './commands.ts';
import { lastDayOf } from './term.ts';

type Corrected = Pick<
  Extract<CertificateEvent, { readonly type: 'CertificateCorrected' }>,
  'changes' | 'before' | 'dates' | 'datesBefore'
>;

const fieldNames: Readonly<Record<keyof Correction, Text>> = {
  number: { ru: 'номер', en: 'number' },
  packageId: { ru: 'пакет', en: 'package' },
  products: { ru: 'продукты', en: 'products' },
  productVersion: { ru: 'купленная версия', en: 'bought version' },
  productOrder: { ru: 'заказ продукта', en: 'order of the product' },
  payment: { ru: 'оплата', en: 'payment' },
  installationType: { ru: 'тип установки', en: 'installation type' },
  quantity: { ru: 'количество', en: 'quantity' },
  term: { ru: 'срок', en: 'term' },
  namedStart: { ru: 'дата начала из заказа', en: 'date of the order' },
  dates: { ru: 'даты', en: 'dates' },
  figures: { ru: 'сроки по сертификату', en: 'figures of its own' },
  bought: { ru: 'платные услуги', en: 'paid services' },
  people: { ru: 'закреплённые люди', en: 'named people' },
  visitsPerTicket: { ru: 'выездов на заявку', en: 'visits a ticket' },
};

const NONE = '—';

const dateOr = (at: Instant | null | undefined, { zone }: Regulation, language: Language): string =>
  at === null || at === undefined ? NONE : dateWords(localDateOf(zone, at), language);

const listOr = (list: readonly string[]): string => (list.length === 0 ? NONE : list.join(', '));

const packageWords = ({ packages }: Regulation, packageId: string | undefined, language: Language): string =>
  packages.find(({ id }) => id === packageId)?.name[language] ?? packageId ?? NONE;

/** Finds a person's name. */
export type NameOfPerson = (personId: PersonId) => string;

/** `Персональный специалист: Анна`. */
const peopleWords = (
  people: Correction['people'],
  { namedPeople }: Regulation,
  person: NameOfPerson,
  language: Language,
): string =>
  listOr(
    Object.entries(people ?? {}).map(
      ([role, id]) => `${namedPeople.find((one) => one.id === role)?.name[language] ?? role}: ${person(id)}`,
    ),
  );

/** A field's value in words. */
const valueWords = (
  field: keyof Correction,
  values: Correction,
  regulation: Regulation,
  person: NameOfPerson,
  language: Language,
): string => {
  switch (field) {
    case 'number':
      return values.number ?? NONE;
    case 'packageId':
      return packageWords(regulation, values.packageId, language);
    case 'products':
      return listOr(values.products ?? []);
    case 'installationType':
      return values.installationType ?? NONE;
    case 'productVersion':
      return values.productVersion ?? NONE;
    case 'productOrder':
      return values.productOrder ?? NONE;
    case 'payment':
      return values.payment ?? NONE;
    case 'quantity':
      return values.quantity?.toString() ?? NONE;
    case 'visitsPerTicket':
      return values.visitsPerTicket?.toString() ?? NONE;
    case 'term':
      return values.term === null || values.term === undefined ? NONE : termWords(values.term, language);
    case 'namedStart':
      return dateOr(values.namedStart, regulation, language);
    case 'dates':
      return listOr(
        Object.entries(values.dates ?? {}).map(
          ([event, at]) =>
            `${momentNames[event as MomentEvent][language]} ${dateOr(at, regulation, language)}`,
        ),
      );
    case 'figures':
      return listOr(
        Object.entries(values.figures ?? {}).map(
          ([clock, ms]) =>
            `${regulation.clocks.find(({ id }) => id === clock)?.name[language] ?? clock} ${durationWords(ms, language)}`,
        ),
      );
    case 'bought':
      return listOr(values.bought ?? []);
    case 'people':
      return peopleWords(values.people, regulation, person, language);
  }
};

/** Without `person` it is only told that people changed: their names are for staff. `Исправлен: количество 5 → 7. По 10.03.2026, было по 10.03.2025`. */
export const correctionWords = (
  { changes, before, dates, datesBefore }: Corrected,
  regulation: Regulation,
  person: NameOfPerson | null = null,
): Text => {
  const say = (language: Language): string => {
    const ru = language === 'ru';
    const fields = (Object.keys(changes) as readonly (keyof Correction)[])
      .map((field) => ({
        field,
        name: fieldNames[field][language],
        was: valueWords(field, before, regulation, person ?? String, language),
        is: valueWords(field, changes, regulation, person ?? String, language),
      }))
      .filter(({ was, is }) => was !== is)
      .map(({ field, name, was, is }) =>
        field === 'people' && person === null ? name : `${name} ${was} → ${is}`,
      );
    const isMoved = dates.startsAt !== datesBefore.startsAt && fields.length === 0;
    const first = (at: Instant | null): string => dateOr(at, regulation, language);
    // A renewal that goes with the end that it begins at.
    const begins = `${ru ? 'Начало перенесено' : 'Its beginning was moved'}: ${first(datesBefore.startsAt)} → ${first(dates.startsAt)}`;
    const corrected = isMoved ? begins : `${ru ? 'Исправлен' : 'Corrected'}: ${fields.join('; ')}`;
    if (dates.endsAt === datesBefore.endsAt) return corrected;
    const last = (at: Instant | null): string =>
      at === null ? NONE : dateWords(lastDayOf(at, regulation.zone), language);
    return ru
      ? `${corrected}. Последний день: ${last(datesBefore.endsAt)} → ${last(dates.endsAt)}`
      : `${corrected}. Last day: ${last(datesBefore.endsAt)} → ${last(dates.endsAt)}`;
  };
  return { ru: say('ru'), en: say('en') };
};
