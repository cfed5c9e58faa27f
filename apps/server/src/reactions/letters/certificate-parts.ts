import {
  bookOf,
  type CertificateOffer,
  type ClauseId,
  countWords,
  durationWords,
  type Language,
  type Text,
} from '@reglament/desk';
import { packageWays, salesWays } from '../../text/coverage-words.ts';
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

/** Figures agreed for it alone, and visits where its contract counts them. */
const agreedFacts = (facts: CertificateLetterFacts, language: Language): readonly Block[] => {
  const say = sayIn(language);
  const { figures, visitsPerTicket } = facts.certificate;
  const { clocks } = facts.world.regulation;
  return [
    ...Object.entries(figures).map(([clock, ms]) => {
      const name = nameIn(clocks, clock, language);
      return fact(say(`${name} по договорённости`, `${name} as agreed`), durationWords(ms, language));
    }),
    ...(visitsPerTicket === null
      ? []
      : [fact(say('Выездов на заявку', 'Visits a ticket'), String(visitsPerTicket))]),
  ];
};

/** Who holds it, the package, what it is for and how much of it. */
export const coverBlocks = (facts: CertificateLetterFacts, language: Language): readonly Block[] => {
  const say = sayIn(language);
  const { certificate, companyName } = facts;
  const { regulation } = facts.world;
  const { products, productVersion = null, installationType, quantity, bought } = certificate;
  const named = (name: string, value: string | null): readonly Block[] =>
    value === null ? [] : [fact(name, value)];
  const type =
    installationType === null ? null : nameIn(regulation.installationTypes, installationType, language);
  const services = bought.map((id) => nameIn(regulation.services, id, language)).join(', ');
  return [
    fact(say('Компания', 'Company'), companyName),
    fact(say('Пакет поддержки', 'Support package'), packageName(regulation, certificate.packageId, language)),
    ...named(say('Продукты', 'Products'), products === null ? null : products.join(', ')),
    ...named(say('Купленная версия', 'Version bought'), productVersion),
    ...named(say('Тип установки', 'Type of installation'), type),
    ...named(quantityName(facts, say), quantity === null ? null : String(quantity)),
    ...named(say('Платные услуги', 'Paid services'), services === '' ? null : services),
    ...agreedFacts(facts, language),
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
