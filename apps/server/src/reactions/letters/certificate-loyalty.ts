import {
  bookOf,
  type CertificateRules,
  type Language,
  releaseKindNames,
  stateAt,
  termWords,
} from '@reglament/desk';
import { endWords } from '../../text/moment-words.ts';
import type { CertificateLetterFacts } from '../certificate-letter-facts.ts';
import { type Block, heading, paragraph } from '../letter.ts';
import { ruleBlocks } from './certificate-parts.ts';
import { sayIn } from './letter-parts.ts';

type Loyalty = NonNullable<CertificateRules['loyalty']>;

const loyaltyOf = ({ world, certificate }: CertificateLetterFacts): Loyalty | null =>
  bookOf(world, certificate.packageId)?.rules.loyalty ?? null;

/** What it gives and what not, in a sentence. */
const givenWords = (loyalty: Loyalty, language: Language): string => {
  const say = sayIn(language);
  const without = loyalty.withholds.map((kind) => releaseKindNames[kind][language]).join(', ');
  const goesOn = say(
    'Поддержка идёт на условиях прежнего пакета',
    'Support goes on on the terms of the old package',
  );
  return without === ''
    ? `${goesOn}.`
    : `${goesOn}. ${say(`Недоступны: ${without}.`, `Not given: ${without}.`)}`;
};

const untilWords = ({ certificate, world }: CertificateLetterFacts, language: Language): string =>
  certificate.loyaltyUntil === null
    ? ''
    : endWords(world.regulation.zone, certificate.loyaltyUntil, language);

const declareWords = (loyalty: Loyalty, language: Language): string => {
  const span = termWords(loyalty.length, language);
  return sayIn(language)(
    `Сообщите о намерении продлить, хотя бы ответом на это письмо: тогда и после последнего дня поддержка продолжится ещё ${span}. Без этого она прекратится.`,
    `Tell us that you mean to renew, an answer to this letter will do: support then goes on for another ${span} after the last day. Without that it stops.`,
  );
};

/** What comes after the last day, told before it. */
export const loyaltyAheadBlocks = (facts: CertificateLetterFacts, language: Language): readonly Block[] => {
  const say = sayIn(language);
  const loyalty = loyaltyOf(facts);
  const title = heading(say('После последнего дня', 'After the last day'));
  if (loyalty === null) {
    const { entitlement } = facts.world.regulation;
    return [
      title,
      paragraph(
        say(
          'Поддержка прекращается: обращения сохраним под своими номерами, но сроки по ним не пойдут.',
          'Support stops: requests are kept under their numbers, but no deadline runs.',
        ),
      ),
      paragraph(entitlement.wayBack[language]),
      ...ruleBlocks(facts, [entitlement.clause], language),
    ];
  }
  const isKnown = facts.certificate.declaredAt !== null || loyalty.given === 'everybody';
  const until = untilWords(facts, language);
  return [
    title,
    paragraph(
      isKnown
        ? say(`Время лояльности: по ${until}.`, `Time of loyalty: to ${until}.`)
        : declareWords(loyalty, language),
    ),
    paragraph(givenWords(loyalty, language)),
    ...ruleBlocks(facts, [loyalty.clause], language),
  ];
};

/** What serves after the end, told when it is over: loyalty that runs or could still be opened; nothing else. */
export const loyaltyNowBlocks = (facts: CertificateLetterFacts, language: Language): readonly Block[] => {
  const say = sayIn(language);
  const loyalty = loyaltyOf(facts);
  const { certificate, world } = facts;
  const { loyaltyUntil } = certificate;
  if (loyalty === null || loyaltyUntil === null || loyaltyUntil <= world.now) return [];
  const until = untilWords(facts, language);
  if (stateAt(certificate, world.now) === 'loyalty')
    return [
      heading(say('Время лояльности', 'Time of loyalty')),
      paragraph(say(`Идёт по ${until}.`, `It runs to ${until}.`)),
      paragraph(givenWords(loyalty, language)),
      ...ruleBlocks(facts, [loyalty.clause], language),
    ];
  if (certificate.declaredAt !== null) return [];
  return [
    heading(say('Время лояльности', 'Time of loyalty')),
    paragraph(
      say(
        `Сообщите о намерении продлить, хотя бы ответом на это письмо: с того дня и по ${until} поддержка пойдёт снова.`,
        `Tell us that you mean to renew, an answer to this letter will do: from that day to ${until} support goes on again.`,
      ),
    ),
    paragraph(givenWords(loyalty, language)),
    ...ruleBlocks(facts, [loyalty.clause], language),
  ];
};
