import {
  bookOf,
  type CertificateOffer,
  type ClauseId,
  countWords,
  type Language,
  type MomentEvent,
  momentNames,
  startCauseNames,
  termWords,
  type Text,
} from '@reglament/desk';
import { packageWays, salesWays } from '../../text/coverage-words.ts';
import { endWords, momentWords } from '../../text/moment-words.ts';
import { clauseSentence, packageName, quoted } from '../../text/regulation-names.ts';
import { renewalWords } from '../../text/renewal-words.ts';
import type { CertificateLetterFacts } from '../certificate-letter-facts.ts';
import { type Block, heading, paragraph } from '../letter.ts';
import { type Say, sayIn } from './letter-parts.ts';

export const offerOf = ({ world, certificate }: CertificateLetterFacts): CertificateOffer | null =>
  bookOf(world, certificate.packageId)?.offer ?? null;

/** What proves the right, after "по" and after "under". */
const PROOFS: Readonly<Record<CertificateOffer['proof'], Text>> = {
  certificate: { ru: 'сертификату', en: 'certificate' },
  key: { ru: 'ключу', en: 'key' },
  act: { ru: 'акту', en: 'act' },
  contract: { ru: 'договору', en: 'contract' },
  standing: { ru: 'статусу', en: 'standing' },
};

/** `Поддержка по сертификату № C-1`, the subject of every sentence: what proves it has a gender of its own. */
export const supportOf = (facts: CertificateLetterFacts, language: Language): string => {
  const proof = PROOFS[offerOf(facts)?.proof ?? 'certificate'][language];
  const { number } = facts.certificate;
  return language === 'ru' ? `Поддержка по ${proof} № ${number}` : `Support under ${proof} ${number}`;
};

/** The rule behind a letter as its last lines; nothing where the edition has none. Each rule once. */
export const ruleBlocks = (
  { world }: CertificateLetterFacts,
  clauses: readonly (ClauseId | null | undefined)[],
  language: Language,
): readonly Block[] =>
  [...new Set(clauses)]
    .map((clause) => clauseSentence(world.regulation, clause ?? null, language))
    .filter((sentence) => sentence !== '')
    .map(paragraph);

const EARLIER: Readonly<Partial<Record<MomentEvent, Text>>> = {
  'first-covered-request': {
    ru: 'Раньше её начнёт первое обращение, которое она покрывает.',
    en: 'The first request that it covers begins it earlier.',
  },
  'first-contact': { ru: 'Раньше её начнёт первое обращение.', en: 'The first request begins it earlier.' },
  commissioning: {
    ru: 'Раньше её начнёт ввод в эксплуатацию: сообщите нам его дату.',
    en: 'Commissioning begins it earlier: tell us the date.',
  },
};

/** What would begin it at once, a sentence an event. */
const earlierNotes = ({ certificate }: CertificateLetterFacts, language: Language): readonly string[] =>
  certificate.beginsOn.map(
    (event) =>
      EARLIER[event]?.[language] ??
      sayIn(language)(
        `Её начнёт и другое событие: ${momentNames[event].ru}.`,
        `Another event begins it, too: ${momentNames[event].en}.`,
      ),
  );

const startBlock = (facts: CertificateLetterFacts, language: Language): Block => {
  const say = sayIn(language);
  const { certificate, world } = facts;
  const { startsAt, startCause, beginsOn } = certificate;
  const name = say('Начало', 'Begins');
  const isAhead = startsAt === null || startsAt > world.now;
  const earlier = isAhead ? earlierNotes(facts, language) : [];
  if (startsAt === null)
    return { kind: 'fact', name, value: say('пока неизвестно', 'not known yet'), notes: earlier };
  const moment = momentWords(world.regulation.zone, startsAt, language);
  const isLatest = isAhead && beginsOn.length > 0;
  const cause = startCause === null ? [] : [startCauseNames[startCause][language]];
  return {
    kind: 'fact',
    name,
    value: isLatest ? say(`не позже чем ${moment}`, `not later than ${moment}`) : moment,
    notes: [...cause.map((why) => say(`Основание: ${why}.`, `By: ${why}.`)), ...earlier],
  };
};

const lastDayBlock = (facts: CertificateLetterFacts, language: Language): Block => {
  const say = sayIn(language);
  const { certificate, world } = facts;
  const { endsAt, term } = certificate;
  const name = say('Последний день', 'Last day');
  if (endsAt !== null)
    return { kind: 'fact', name, value: endWords(world.regulation.zone, endsAt, language), notes: [] };
  const value =
    term === null
      ? say('пока держится то, на чём она основана', 'as long as what it stands on')
      : say(`${termWords(term, 'ru')} после начала`, `${termWords(term, 'en')} after it begins`);
  return { kind: 'fact', name, value, notes: [] };
};

/** From when and until when, on the desk's clock. */
export const dateBlocks = (facts: CertificateLetterFacts, language: Language): readonly Block[] => [
  startBlock(facts, language),
  lastDayBlock(facts, language),
];

const fact = (name: string, value: string): Block => ({ kind: 'fact', name, value, notes: [] });

const nameIn = (
  things: readonly { readonly id: string; readonly name: Text }[],
  id: string,
  language: Language,
): string => things.find((one) => one.id === id)?.name[language] ?? id;

const quantityName = (facts: CertificateLetterFacts, say: Say): string => {
  const counted = facts.world.regulation.certificates?.covers?.quantity;
  return counted === 'licences'
    ? say('Лицензий', 'Licences')
    : counted === 'instances'
      ? say('Экземпляров', 'Instances')
      : say('Количество', 'Quantity');
};

/** Who holds it, the package, what it is for and how much of it. */
export const coverBlocks = (facts: CertificateLetterFacts, language: Language): readonly Block[] => {
  const say = sayIn(language);
  const { certificate, companyName } = facts;
  const { regulation } = facts.world;
  const { products, installationType, quantity, bought } = certificate;
  return [
    fact(say('Компания', 'Company'), companyName),
    fact(say('Пакет поддержки', 'Support package'), packageName(regulation, certificate.packageId, language)),
    ...(products === null ? [] : [fact(say('Продукты', 'Products'), products.join(', '))]),
    ...(installationType === null
      ? []
      : [
          fact(
            say('Тип установки', 'Type of installation'),
            nameIn(regulation.installationTypes, installationType, language),
          ),
        ]),
    ...(quantity === null ? [] : [fact(quantityName(facts, say), String(quantity))]),
    ...(bought.length === 0
      ? []
      : [
          fact(
            say('Платные услуги', 'Paid services'),
            bought.map((id) => nameIn(regulation.services, id, language)).join(', '),
          ),
        ]),
  ];
};

/** How to ask under it. */
export const wayBlocks = (facts: CertificateLetterFacts, language: Language): readonly Block[] => {
  const ways = packageWays(facts.world.regulation, facts.certificate.packageId, language);
  return ways.length === 0
    ? []
    : [heading(sayIn(language)('Как обратиться', 'How to ask')), { kind: 'list', items: ways }];
};

/** Whether it is the term that the offer gives free of charge; what goes on from another one was paid for. */
const isFree = (facts: CertificateLetterFacts): boolean =>
  offerOf(facts)?.free !== null && facts.certificate.renews === null;

/** What follows a term that was free of charge, and what the package then costs (AO-4.1-price). */
export const freeBlocks = (facts: CertificateLetterFacts, language: Language): readonly Block[] => {
  const offer = offerOf(facts);
  if (offer === null || offer.free === null || !isFree(facts)) return [];
  const say = sayIn(language);
  const name = quoted(packageName(facts.world.regulation, facts.certificate.packageId, language), language);
  return [
    heading(say('После бесплатного срока', 'After the free term')),
    paragraph(offer.free.afterwards[language]),
    paragraph(
      say(`Условия пакета ${name}: ${offer.price.ru}.`, `Terms of the package ${name}: ${offer.price.en}.`),
    ),
  ];
};

/** How to renew: until when and on what terms, with its rule; where to buy. */
export const renewalBlocks = (facts: CertificateLetterFacts, language: Language): readonly Block[] => {
  const say = sayIn(language);
  const rule = renewalWords(facts.certificate, facts.world);
  const ways = salesWays(facts.world.regulation, language);
  const where: readonly Block[] =
    ways.length === 0
      ? []
      : [paragraph(say('Купить продление:', 'To buy a renewal:')), { kind: 'list', items: ways }];
  if (rule === null) return where;
  return [
    heading(say('Как продлить', 'How to renew')),
    paragraph(rule.says.map((one) => one[language]).join(' ')),
    ...ruleBlocks(facts, [rule.clause], language),
    ...where,
  ];
};

/** `через 30 дней`, `сегодня`. */
export const inDays = (days: number, language: Language): string =>
  days === 0
    ? sayIn(language)('сегодня', 'today')
    : sayIn(language)(`через ${countWords(days, 'day', 'ru')}`, `in ${countWords(days, 'day', 'en')}`);
