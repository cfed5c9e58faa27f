import { localDateOf, type Instant, type LocalDate } from '@reglament/working-time';
import { dateWords, type Language } from '../../clock/explain/time-words.ts';
import type { Regulation, Text } from '../../regulation/regulation.ts';
import { type EventWords, words } from '../../ticket/event-words.ts';
import { momentNames, startCauseNames } from './certificate-words.ts';
import { correctionWords, type NameOfPerson } from './correction-words.ts';
import type { CertificateDates, CertificateEvent } from './commands.ts';
import type { CertificateTurn, UpgradeLicence } from './support-certificate.ts';
import { lastDayOf } from './term.ts';

const both = (say: (language: Language) => string): Text => ({ ru: say('ru'), en: say('en') });
const sentence = ({ ru, en }: Text, clause: string | null = null): EventWords => words(ru, en, clause);

/** `с 11.03.2025 (ввод в эксплуатацию) по 10.03.2026`. */
const datesWords = ({ startsAt, endsAt, startCause }: CertificateDates, { zone }: Regulation): Text =>
  both((language) => {
    const ru = language === 'ru';
    if (startsAt === null) return ru ? 'начало пока неизвестно' : 'its beginning is not known yet';
    const cause = startCause === null ? '' : ` (${startCauseNames[startCause][language]})`;
    const from = `${ru ? 'с' : 'from'} ${dateWords(localDateOf(zone, startsAt), language)}${cause}`;
    if (endsAt === null) return from;
    return `${from} ${ru ? 'по' : 'to'} ${dateWords(lastDayOf(endsAt, zone), language)}`;
  });

const daysBefore = (days: number): Text => ({
  ru: `${days} дней до последнего дня:`,
  en: `${days} days before its last day:`,
});

const turnTexts: Readonly<Record<CertificateTurn, Text>> = {
  began: { ru: 'Начал действовать', en: 'Began' },
  'ends-in-90': daysBefore(90),
  'ends-in-60': daysBefore(60),
  'ends-in-30': daysBefore(30),
  ended: { ru: 'Закончился', en: 'Ended' },
  'loyalty-ended': { ru: 'Закончилось время лояльности', en: 'Its time of loyalty ended' },
};

/** The day that a turn is told of: its own, or the last one of what ended at its midnight. */
const dayOfTurn = (turn: CertificateTurn, at: Instant, { zone }: Regulation): LocalDate =>
  turn === 'ended' || turn === 'loyalty-ended' ? lastDayOf(at, zone) : localDateOf(zone, at);

/** Names that the journal does not hold. */
export interface CertificateNames {
  readonly regulation: Regulation;
  /** Number of another certificate by its id. */
  readonly number: (certificateId: string) => string;
  /** Name of a person who is named on it; absent: names are not for this reader. */
  readonly person?: NameOfPerson;
}

const withDates = (what: Text, dates: CertificateDates, regulation: Regulation): Text => {
  const when = datesWords(dates, regulation);
  return both((language) => `${what[language]}: ${when[language]}`);
};

const dateText = (at: Instant, { zone }: Regulation): Text =>
  both((language) => dateWords(localDateOf(zone, at), language));

const describeIssued = (
  event: Extract<CertificateEvent, { readonly type: 'CertificateIssued' }>,
  { regulation, number }: CertificateNames,
): EventWords => {
  const rules = regulation.certificates;
  const { renews } = event.facts;
  if (renews === null)
    return sentence(
      withDates({ ru: 'Выписан', en: 'Issued' }, event.dates, regulation),
      rules?.clause ?? null,
    );
  const old = number(renews);
  const what = { ru: `Выписан продлением сертификата ${old}`, en: `Issued as the renewal of ${old}` };
  return sentence(withDates(what, event.dates, regulation), rules?.renewal?.clause ?? rules?.clause ?? null);
};

const describeRecorded = (
  event: Extract<CertificateEvent, { readonly type: 'CertificateDateRecorded' }>,
  { regulation }: CertificateNames,
): EventWords => {
  const name = momentNames[event.event];
  const on = dateText(event.at, regulation);
  const what = both((l) => `${l === 'ru' ? 'Записана дата' : 'Date recorded'}: ${name[l]}, ${on[l]}`);
  const dates = datesWords(event.dates, regulation);
  return sentence(both((l) => `${what[l]}. ${l === 'ru' ? 'Действует' : 'In force'} ${dates[l]}`));
};

const checkClause = (rules: Regulation['certificates']): string | null =>
  rules?.covers?.checkClause ?? rules?.covers?.clause ?? null;

/** `Лицензии перехода на версию 5.0: 10, цена 0, номер U-7`. */
export const upgradeWords = ({ version, quantity, number, price }: UpgradeLicence): Text => {
  const [ru, en] = number === null ? ['', ''] : [`, номер ${number}`, `, number ${number}`];
  return {
    ru: `Лицензии перехода на версию ${version}: ${quantity}, цена ${price}${ru}`,
    en: `Upgrade licences for version ${version}: ${quantity}, price ${price}${en}`,
  };
};

/** What happened to a certificate, in words, with the clause behind it. */
export const describeCertificateEvent = (event: CertificateEvent, names: CertificateNames): EventWords => {
  const { regulation } = names;
  const rules = regulation.certificates;
  switch (event.type) {
    case 'CertificateBroughtOver':
      return sentence(
        withDates({ ru: 'Перенесён как был', en: 'Brought over as it stood' }, event.certificate, regulation),
      );
    case 'CertificateIssued':
      return describeIssued(event, names);
    case 'CertificateDateRecorded':
      return describeRecorded(event, names);
    case 'RenewalIntended': {
      const on = dateText(event.at, regulation);
      return words(
        `Заявлено намерение продлить, ${on.ru}`,
        `The intention to renew was declared, ${on.en}`,
        rules?.loyalty?.clause ?? null,
      );
    }
    case 'CertificateCorrected':
      return sentence(correctionWords(event, regulation, names.person));
    case 'CertificateRenewalMoved':
      return sentence(
        correctionWords({ changes: {}, before: {}, ...event }, regulation),
        rules?.renewal?.clause ?? null,
      );
    case 'CertificateSuspended':
      return words('Действие приостановлено', 'Suspended');
    case 'CertificateResumed':
      return words('Действие возобновлено', 'Resumed');
    case 'CertificateRevoked':
      return words('Отозван', 'Revoked');
    case 'CertificateRenewed': {
      const by = names.number(event.by);
      return words(`Продлён сертификатом ${by}`, `Renewed by ${by}`, rules?.renewal?.clause ?? null);
    }
    case 'CertificateRenewalRevoked': {
      const by = names.number(event.by);
      return words(
        `Продление ${by} отозвано: можно продлить снова`,
        `Renewal ${by} was revoked: it may be renewed again`,
      );
    }
    case 'ComplianceCheckOpened':
      return words('Начата проверка соблюдения условий', 'A compliance check was opened', checkClause(rules));
    case 'ComplianceCheckRecorded':
      return event.outcome === 'ok'
        ? words('Проверка: условия соблюдены', 'Check: the terms are kept', checkClause(rules))
        : words('Проверка: условия нарушены', 'Check: the terms are broken', checkClause(rules));
    case 'UpgradeLicenceIssued':
      return sentence(upgradeWords(event), event.clause);
    case 'UpgradeLicenceRevoked':
      return words(
        `Лицензии перехода на версию ${event.version} отозваны: ${event.quantity}`,
        `Upgrade licences for version ${event.version} were taken back: ${event.quantity}`,
      );
    case 'CertificateMoved':
      return words('Передан другой записи той же компании', 'Moved to the other record of the same company');
    case 'CertificateTurned': {
      const on = dayOfTurn(event.turn, event.at, regulation);
      const what = turnTexts[event.turn];
      return words(`${what.ru} ${dateWords(on, 'ru')}`, `${what.en} ${dateWords(on, 'en')}`);
    }
  }
};
