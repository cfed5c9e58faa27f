import {
  bookOf,
  type CertificateRules,
  type CertificateWorld,
  channelNames,
  dateWords,
  type Language,
  type SupportCertificate,
  termWords,
  type Text,
} from '@reglament/desk';
import { addDays, addMonths, instant, localDateOf, type LocalDate } from '@reglament/working-time';

type Rule = NonNullable<CertificateRules['renewal']>;

const both = (say: (language: Language) => string): Text => ({ ru: say('ru'), en: say('en') });

const starts: Readonly<Record<Rule['starts'], Text>> = {
  'previous-end': {
    ru: 'Новый срок идёт с конца прежнего, тоже задним числом.',
    en: 'The new term runs from the end of the old one, back-dated if need be.',
  },
  'number-given': {
    ru: 'Новый срок идёт с момента, когда назван номер: остаток прежнего не прибавляется.',
    en: 'The new term runs from the moment the number is given: what is left of the old one is not added.',
  },
  'later-of-both': {
    ru: 'Новый срок идёт с конца прежнего или с покупки, если она позже.',
    en: 'The new term runs from the end of the old one, or from the purchase when that is later.',
  },
  purchase: { ru: 'Новый срок идёт с покупки.', en: 'The new term runs from the purchase.' },
};

const boughtInstead: Text = {
  ru: 'Сам он не продлевается. Чтобы поддержка продолжалась, её покупают: номер акта откроет её.',
  en: 'It is not renewed itself. For support to go on it is bought: the number of the act opens it.',
};

const lastDate = (last: LocalDate, within: NonNullable<Rule['within']>): LocalDate =>
  within.unit === 'months' ? addMonths(last, within.count) : addDays(last, within.count);

const untilWords = (
  certificate: SupportCertificate,
  rule: Rule,
  { regulation }: CertificateWorld,
): Text[] => {
  const { endsAt } = certificate;
  if (rule.within === null) return [];
  const { within } = rule;
  if (endsAt === null)
    return [
      both((l) =>
        l === 'ru'
          ? `Не позже чем через ${termWords(within, l)} после окончания.`
          : `Not later than ${termWords(within, l)} after the end.`,
      ),
    ];
  const until = lastDate(localDateOf(regulation.zone, instant(endsAt - 1)), within);
  return [
    both((l) =>
      l === 'ru'
        ? `Продлить можно по ${dateWords(until, l)}.`
        : `It may be renewed until ${dateWords(until, l)}.`,
    ),
  ];
};

const wantedWords = (rule: Rule): readonly Text[] => [
  ...(rule.quantity === 'activated-licences'
    ? [
        {
          ru: 'Покупают столько лицензий, сколько активировано.',
          en: 'As many licences are bought as are activated.',
        },
      ]
    : []),
  ...(rule.act === null
    ? []
    : [
        rule.act.issuer === 'vendor'
          ? {
              ru: 'Нужен номер акта поставщика; акт партнёра не подходит.',
              en: 'The number of an act of the vendor is needed; a partner’s own will not do.',
            }
          : { ru: 'Нужен номер акта.', en: 'The number of an act is needed.' },
      ]),
  ...(rule.through === null
    ? []
    : [
        both((l) => {
          const names = (rule.through ?? []).map((channel) => channelNames[channel][l]).join(', ');
          return l === 'ru' ? `Принимаем только так: ${names}.` : `Taken only over: ${names}.`;
        }),
      ]),
];

const standingWords = (
  { startsAt, renewedBy }: SupportCertificate,
  { now }: CertificateWorld,
): readonly Text[] =>
  renewedBy !== null
    ? [{ ru: 'Уже продлён.', en: 'It is renewed already.' }]
    : startsAt === null || startsAt > now
      ? [{ ru: 'Продлевают, когда он начал действовать.', en: 'It may be renewed once it has begun.' }]
      : [];

/** Whether a certificate may be renewed, until when and on what terms; null: its regulation knows no renewals. */
export const renewalWords = (
  certificate: SupportCertificate,
  world: CertificateWorld,
): { readonly says: Text[]; readonly clause: string } | null => {
  const book = bookOf(world, certificate.packageId);
  const rule = book?.rules.renewal ?? null;
  if (book === null || rule === null) return null;
  // The rules of acts say nothing of what no act has opened.
  if (rule.act !== null && book.offer.proof !== 'act' && certificate.renewedBy === null)
    return { says: [boughtInstead], clause: rule.clause };
  const standing = standingWords(certificate, world);
  const says =
    certificate.renewedBy === null
      ? [...standing, ...untilWords(certificate, rule, world), starts[rule.starts], ...wantedWords(rule)]
      : standing;
  return { says: [...says], clause: rule.clause };
};
