import { bookOf, isLateReturn, lastDayOf, type Language, spanBetween, spanWords } from '@reglament/desk';
import { localDateOf } from '@reglament/working-time';
import type { CertificateLetterFacts } from '../certificate-letter-facts.ts';
import { type Block, type Letter, paragraph, strong } from '../letter.ts';
import { overBlocks } from './certificate-ending.ts';
import { dateBlocks } from './certificate-dates.ts';
import { coverBlocks, freeBlocks, offerOf, ruleBlocks, supportOf, wayBlocks } from './certificate-parts.ts';
import { greeting, sayIn } from './letter-parts.ts';

type Body = Pick<Letter, 'subject' | 'blocks'>;

/** Bought and on record: what it covers, from when and until when, how to ask. */
export const issuedLetter = (facts: CertificateLetterFacts, language: Language): Body => {
  const say = sayIn(language);
  const what = supportOf(facts, language);
  const offer = offerOf(facts);
  const covers = facts.world.regulation.certificates?.covers ?? null;
  return {
    subject: say(`${what} оформлена`, `${what} is on record`),
    blocks: [
      paragraph(greeting[language]),
      strong(say(`${what} оформлена.`, `${what} is on record.`)),
      ...coverBlocks(facts, language),
      ...dateBlocks(facts, language),
      ...ruleBlocks(facts, [offer?.clause, offer?.begins.clause, covers?.clause], language),
      ...overBlocks(facts, language),
      ...wayBlocks(facts, language),
    ],
  };
};

/** The calendar or an event began it. */
export const beganLetter = (facts: CertificateLetterFacts, language: Language): Body => {
  const say = sayIn(language);
  const what = supportOf(facts, language);
  return {
    subject: say(`${what} началась`, `${what} has begun`),
    blocks: [
      paragraph(greeting[language]),
      strong(say(`${what} началась.`, `${what} has begun.`)),
      ...dateBlocks(facts, language),
      ...coverBlocks(facts, language),
      ...ruleBlocks(facts, [offerOf(facts)?.begins.clause], language),
      ...wayBlocks(facts, language),
      ...freeBlocks(facts, language),
    ],
  };
};

type Going = 'late' | 'back-dated' | 'on';

/** How the new term lies to the old one; null: nothing is known of the old one. */
const goingOf = ({ certificate, predecessor, world }: CertificateLetterFacts): Going | null => {
  const book = bookOf(world, certificate.packageId);
  const { startsAt } = certificate;
  if (predecessor === null || book === null || startsAt === null) return null;
  const { zone } = world.regulation;
  const boughtAt = certificate.dates.purchase ?? startsAt;
  if (isLateReturn(predecessor.endsAt, boughtAt, book)) return 'late';
  return localDateOf(zone, startsAt) < localDateOf(zone, boughtAt) ? 'back-dated' : 'on';
};

const leftWords = ({ certificate, world }: CertificateLetterFacts, language: Language): string => {
  const { zone } = world.regulation;
  const { endsAt } = certificate;
  if (endsAt === null) return '';
  return spanWords(spanBetween(localDateOf(zone, world.now), lastDayOf(endsAt, zone)), language);
};

/** The rule that puts the new term where it is (FL-BACKDATE, FL-LATE, SH-P-RENEW). */
const goingBlocks = (
  facts: CertificateLetterFacts,
  going: Going | null,
  language: Language,
): readonly Block[] => {
  const say = sayIn(language);
  const rules = bookOf(facts.world, facts.certificate.packageId)?.rules;
  switch (going) {
    case null:
      return [];
    case 'late':
      return [
        paragraph(
          say(
            'Время для продления прошло, поэтому новый срок не считается задним числом.',
            'The time for a renewal was over, so the new term is not back-dated.',
          ),
        ),
        ...ruleBlocks(facts, [rules?.lateReturn?.clause], language),
      ];
    case 'back-dated': {
      const left = leftWords(facts, language);
      return [
        paragraph(
          say(
            `Новый срок идёт с конца прежнего, поэтому часть его уже прошла: осталось ${left}.`,
            `The new term runs from the end of the old one, so a part of it is over: ${left} left.`,
          ),
        ),
        ...ruleBlocks(facts, [rules?.renewal?.clause], language),
      ];
    }
    case 'on':
      return ruleBlocks(facts, [rules?.renewal?.clause], language);
  }
};

/** One letter for both certificates of a renewal, or of a return after it was too late for one: of the certificate that goes on. */
export const renewedLetter = (facts: CertificateLetterFacts, language: Language): Body => {
  const say = sayIn(language);
  const { certificate, predecessor } = facts;
  const old = supportOf(predecessor === null ? facts : { ...facts, certificate: predecessor }, language);
  const { number } = certificate;
  const going = goingOf(facts);
  const says =
    going === 'late'
      ? say(`${old} возобновлена`, `${old} is taken up again`)
      : say(`${old} продлена`, `${old} is renewed`);
  return {
    subject: says,
    blocks: [
      paragraph(greeting[language]),
      strong(say(`${says} под № ${number}.`, `${says} under ${number}.`)),
      ...dateBlocks(facts, language),
      ...goingBlocks(facts, going, language),
      ...coverBlocks(facts, language),
      ...overBlocks(facts, language),
      ...wayBlocks(facts, language),
    ],
  };
};
