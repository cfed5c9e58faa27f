import type { ClauseId, Text } from '../../regulation/regulation.ts';

/** Every "no" of the rules of certificates, in words that say what to do. `{…}` are the details of the refusal. */
export const certificateRefusalTexts = {
  'unknown-package': {
    ru: 'Такого пакета в регламенте нет.',
    en: 'The regulation has no such package.',
  },
  'not-sold': {
    ru: 'Регламент не говорит, как получают право на этот пакет.',
    en: 'The regulation does not say how the right to this package is got.',
  },
  'not-sold-to': {
    ru: 'Этот пакет продают только компаниям со статусом: {standings}. Если статус есть, запишите его в карточке компании.',
    en: 'This package is sold only to companies that are: {standings}. If this one is, record it on the company’s page.',
  },
  'number-taken': {
    ru: 'Сертификат с таким номером уже есть. Проверьте номер; если тот сертификат записан по ошибке, исправьте его номер или отзовите его: номер освободится.',
    en: 'There is a certificate of this number already. Check the number; if that certificate is a mistake, put its number right or revoke it: then the number is free.',
  },
  'unknown-product': {
    ru: 'Такого продукта в регламенте нет: {product}.',
    en: 'The regulation has no such product: {product}.',
  },
  'unknown-installation': {
    ru: 'Такого типа установки в регламенте нет: {installation}.',
    en: 'The regulation has no such installation type: {installation}.',
  },
  'version-unreadable': {
    ru: 'Номер версии «{number}» не читается: это числа через точку, например 8.2.1.',
    en: 'Version number “{number}” can’t be read: it is numbers with points between them, such as 8.2.1.',
  },
  'unknown-role': {
    ru: 'Таких закреплённых людей в регламенте нет: {role}.',
    en: 'The regulation names no such person: {role}.',
  },
  'role-not-in-package': {
    ru: 'По этому пакету такого человека не закрепляют: {roleName}. Уберите его.',
    en: 'This package has no such person: {roleName}. Take the name away.',
  },
  'person-not-of-desk': {
    ru: 'Закрепить можно только сотрудника поддержки этой службы. Выберите другого.',
    en: 'Only a member of this desk’s support can be named. Choose somebody else.',
  },
  'visits-not-named': {
    ru: 'По этому пакету число выездов на заявку в договоре не назначают. Оставьте поле пустым.',
    en: 'Under this package the contract names no number of visits a ticket. Leave it empty.',
  },
  'term-not-sold': {
    ru: 'На такой срок этот пакет не продают. Выберите: {terms}.',
    en: 'This package is not sold for such a term. Choose: {terms}.',
  },
  'term-needed': {
    ru: 'Укажите срок: регламент его не назначает.',
    en: 'Give the term: the regulation sets none.',
  },
  'quantity-needed': {
    ru: 'Укажите количество: целое число больше нуля.',
    en: 'Give the quantity: a whole number above zero.',
  },
  'named-date-too-late': {
    ru: 'Дата начала позже последней возможной, {limit}.',
    en: 'The date of the beginning lies after the last one possible, {limit}.',
  },
  'figure-too-long': {
    ru: 'По этому пакету срок не длиннее {most}. Укажите меньше.',
    en: 'Under this package the time is at most {most}. Give less.',
  },
  'figure-not-agreed': {
    ru: 'По этому пакету срок задаёт регламент, отдельно о нём не договариваются.',
    en: 'Under this package the regulation sets the time: none is agreed apart.',
  },
  'date-in-future': {
    ru: 'Это ещё не случилось: дата в будущем.',
    en: 'This has not happened yet: the date is in the future.',
  },
  'dates-crossed': {
    ru: 'Даты перепутаны: {later} ({laterOn}) раньше, чем {earlier} ({earlierOn}). Проверьте обе.',
    en: 'The dates cross: {later} ({laterOn}) lies before {earlier} ({earlierOn}). Check both.',
  },
  'date-known': {
    ru: 'Эта дата уже записана. Если она неверна, исправьте сертификат с указанием причины.',
    en: 'This date is on record. If it is wrong, correct the certificate with a reason.',
  },
  'nothing-to-correct': {
    ru: 'Исправлять нечего: всё уже так.',
    en: 'Nothing to correct: it is so already.',
  },
  revoked: {
    ru: 'Сертификат отозван, с ним больше ничего не делают.',
    en: 'The certificate is revoked: nothing is done with it any more.',
  },
  suspended: { ru: 'Действие сертификата уже приостановлено.', en: 'The certificate is suspended already.' },
  'not-suspended': { ru: 'Действие сертификата не приостановлено.', en: 'The certificate is not suspended.' },
  'no-loyalty': {
    ru: 'По этому регламенту после окончания сертификата поддержки нет, заявлять намерение незачем.',
    en: 'By this regulation there is no support after the end: no intention need be declared.',
  },
  'intent-declared': {
    ru: 'Намерение продлить уже заявлено.',
    en: 'The intention to renew is declared already.',
  },
  'intent-too-late': {
    ru: 'Время лояльности прошло {until}. Купите продление.',
    en: 'The time of loyalty was over on {until}. Buy a renewal.',
  },
  'not-begun': { ru: 'Сертификат ещё не начал действовать.', en: 'The certificate has not begun yet.' },
  'already-renewed': {
    ru: 'Этот сертификат уже продлён.',
    en: 'This certificate is renewed already.',
  },
  'renewal-crossed': {
    ru: 'Новый последний день пересечётся с продлением {renewal}: оно начинается {startsOn}. Сначала исправьте продление или назовите другой срок.',
    en: 'The new last day would cross the renewal {renewal}, which begins on {startsOn}. Put the renewal right first, or name another term.',
  },
  'check-not-foreseen': {
    ru: 'Регламент не предусматривает проверки соблюдения условий.',
    en: 'The regulation foresees no compliance checks.',
  },
  'check-open': {
    ru: 'Проверка уже идёт. Сначала запишите, что она показала.',
    en: 'A check is open already. Record what it found first.',
  },
  'upgrade-closed': {
    ru: 'Лицензию перехода сейчас не выписать. {closed}.',
    en: 'No upgrade licence can be issued now. {closed}.',
  },
  'upgrade-not-major': {
    ru: 'Лицензия перехода нужна только для новой основной версии: {number} не новее купленной {bought}. Обновления открыты и без неё.',
    en: 'An upgrade licence is for a new major version only: {number} is not one after {bought}, which was bought. Updates need none.',
  },
  'upgrade-unknown-version': {
    ru: 'Версии {number} нет в каталоге. Проверьте номер или сначала добавьте версию в разделе «Продукты».',
    en: 'The catalogue has no version {number}. Check the number, or add the version under “Products” first.',
  },
  'upgrade-number-used': {
    ru: 'Лицензия перехода {number} на этом сертификате уже выписана. Укажите другой номер или сначала отзовите ту.',
    en: 'Upgrade licence {number} was issued on this certificate before. Give another number, or take that one back first.',
  },
  'no-such-upgrade': {
    ru: 'Таких лицензий перехода нет, или их уже отозвали. Обновите страницу.',
    en: 'There are no such upgrade licences, or they were taken back already. Reload the page.',
  },
  'upgrade-over-quantity': {
    ru: 'Лицензий перехода не больше, чем лицензий: {mostLicences}. Для этой версии уже выписано: {issued}. Укажите меньше.',
    en: 'No more upgrade licences than licences: {mostLicences}. Issued for this version before: {issued}. Give less.',
  },
  'no-check-open': { ru: 'Проверка не начата.', en: 'No check is open.' },
  'no-renewal': {
    ru: 'Регламент не знает продления: купите новый сертификат.',
    en: 'The regulation knows no renewals: buy a new certificate.',
  },
  'renewal-channel': {
    ru: 'Продление принимают только здесь: {channels}.',
    en: 'A renewal is taken only here: {channels}.',
  },
  'act-missing': {
    ru: 'Назовите номер акта об оказании услуг.',
    en: 'Give the number of the act of services.',
  },
  'act-used': {
    ru: 'По этому акту уже продлевали: {by}. Нужен другой акт.',
    en: 'This act was used for a renewal before: {by}. Another act is needed.',
  },
  'act-issuer': {
    ru: 'Подходит только акт поставщика: акт партнёра не годится.',
    en: 'Only an act of the vendor will do: a partner’s own does not count.',
  },
  'act-without-support': {
    ru: 'В акте не названа поддержка. Нужен акт, в котором она есть.',
    en: 'The act does not name the support. One is needed that does.',
  },
  'renewal-quantity': {
    ru: 'Продление покупают на все активированные лицензии: активировано {activated}, в заказе {ordered}.',
    en: 'A renewal is for all activated licences: {activated} are active, the order says {ordered}.',
  },
  'late-return': {
    ru: 'Прошло больше времени, чем даётся на продление. Сначала нужно: {needs}.',
    en: 'More time has passed than a renewal has. First is needed: {needs}.',
  },
} as const satisfies Record<string, Text>;

export type CertificateRefusalCode = keyof typeof certificateRefusalTexts;

export interface CertificateRefusal {
  readonly code: CertificateRefusalCode;
  /** Clause of the regulation that stands behind it; null: a plain matter of state. */
  readonly clause: ClauseId | null;
  /** What stands in the places of the text: numbers, instants, lengths, ids. */
  readonly details: Readonly<Record<string, unknown>>;
}

export type CertificateDecision<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: CertificateRefusal };

export const accept = <T>(value: T): CertificateDecision<T> => ({ ok: true, value });

export const refuse = (
  code: CertificateRefusalCode,
  clause: ClauseId | null = null,
  details: CertificateRefusal['details'] = {},
): CertificateDecision<never> => ({ ok: false, refusal: { code, clause, details } });
