import { daysLeft, type Language, stateAt } from '@reglament/desk';
import { endWords } from '../../text/moment-words.ts';
import type { CertificateLetterFacts } from '../certificate-letter-facts.ts';
import { type Block, type Letter, paragraph, strong } from '../letter.ts';
import { loyaltyAheadBlocks, loyaltyNowBlocks } from './certificate-loyalty.ts';
import { dateBlocks } from './certificate-dates.ts';
import {
  coverBlocks,
  freeBlocks,
  inDays,
  renewalBlocks,
  ruleBlocks,
  supportOf,
} from './certificate-parts.ts';
import { greeting, sayIn } from './letter-parts.ts';

type Body = Pick<Letter, 'subject' | 'blocks'>;

const whenEnds = ({ certificate, world }: CertificateLetterFacts, language: Language): string =>
  certificate.endsAt === null ? '' : endWords(world.regulation.zone, certificate.endsAt, language);

/** The end comes near: when, what comes after it, how to renew. */
export const endsSoonLetter = (facts: CertificateLetterFacts, language: Language): Body => {
  const say = sayIn(language);
  const what = supportOf(facts, language);
  const { zone } = facts.world.regulation;
  const when = inDays(daysLeft(facts.certificate, facts.world.now, zone) ?? 0, language);
  return {
    subject: say(`${what} заканчивается ${when}`, `${what} ends ${when}`),
    blocks: [
      paragraph(greeting[language]),
      strong(say(`${what} заканчивается ${when}.`, `${what} ends ${when}.`)),
      ...dateBlocks(facts, language),
      ...coverBlocks(facts, language),
      ...freeBlocks(facts, language),
      ...loyaltyAheadBlocks(facts, language),
      ...renewalBlocks(facts, language),
    ],
  };
};

/** Nothing serves: what becomes of requests, by which rule, and the way back. */
const stoppedBlocks = (facts: CertificateLetterFacts, language: Language): readonly Block[] => {
  const { entitlement } = facts.world.regulation;
  return [
    paragraph(
      sayIn(language)(
        'Обращения сохраним под своими номерами, но сроки по ним не идут. Заявки, принятые раньше, доведём до конца.',
        'Requests are kept under their numbers, but no deadline runs. Tickets taken before are served to their end.',
      ),
    ),
    paragraph(entitlement.wayBack[language]),
    ...ruleBlocks(facts, [entitlement.clause], language),
  ];
};

/** What serves after the end, and what to do; nothing while it is not over. */
export const overBlocks = (facts: CertificateLetterFacts, language: Language): readonly Block[] => {
  const { certificate, world } = facts;
  const state = stateAt(certificate, world.now);
  if (state !== 'ended' && state !== 'loyalty') return [];
  return [
    ...(state === 'loyalty' ? [] : stoppedBlocks(facts, language)),
    ...loyaltyNowBlocks(facts, language),
    ...freeBlocks(facts, language),
    ...renewalBlocks(facts, language),
  ];
};

/** It is over: what serves now, and what to do. */
export const endedLetter = (facts: CertificateLetterFacts, language: Language): Body => {
  const say = sayIn(language);
  const what = supportOf(facts, language);
  const last = whenEnds(facts, language);
  return {
    subject: say(`${what} закончилась`, `${what} has ended`),
    blocks: [
      paragraph(greeting[language]),
      strong(say(`${what} закончилась: ${last}.`, `${what} has ended: ${last}.`)),
      ...overBlocks(facts, language),
    ],
  };
};

/** Loyalty is over, too: support stops (FL-STOP). */
export const loyaltyEndedLetter = (facts: CertificateLetterFacts, language: Language): Body => {
  const say = sayIn(language);
  const what = supportOf(facts, language);
  const { loyaltyUntil } = facts.certificate;
  const last = loyaltyUntil === null ? '' : endWords(facts.world.regulation.zone, loyaltyUntil, language);
  return {
    subject: say(`${what}: время лояльности закончилось`, `${what}: its time of loyalty has ended`),
    blocks: [
      paragraph(greeting[language]),
      strong(
        say(
          `Время лояльности закончилось: ${last}. Поддержка прекращена.`,
          `The time of loyalty has ended: ${last}. Support has stopped.`,
        ),
      ),
      ...stoppedBlocks(facts, language),
      ...renewalBlocks(facts, language),
    ],
  };
};

/** The wish to renew is on record, and what it opens. */
export const intentLetter = (facts: CertificateLetterFacts, language: Language): Body => {
  const say = sayIn(language);
  const { certificate, world } = facts;
  const isOver = certificate.endsAt !== null && certificate.endsAt <= world.now;
  const says = say('Намерение продлить поддержку записано', 'The intention to renew is on record');
  return {
    subject: `${supportOf(facts, language)}: ${says.charAt(0).toLowerCase()}${says.slice(1)}`,
    blocks: [
      paragraph(greeting[language]),
      strong(`${says}.`),
      ...dateBlocks(facts, language),
      ...(isOver ? loyaltyNowBlocks(facts, language) : loyaltyAheadBlocks(facts, language)),
      ...renewalBlocks(facts, language),
    ],
  };
};
