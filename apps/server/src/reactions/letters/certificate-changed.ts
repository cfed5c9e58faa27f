import { type CertificateNotice, correctionWords, type Language } from '@reglament/desk';
import type { CertificateLetterFacts } from '../certificate-letter-facts.ts';
import { type Letter, paragraph, strong } from '../letter.ts';
import { overBlocks } from './certificate-ending.ts';
import { dateBlocks } from './certificate-dates.ts';
import { coverBlocks, supportOf, wayBlocks } from './certificate-parts.ts';
import { greeting, sayIn } from './letter-parts.ts';

type Body = Pick<Letter, 'subject' | 'blocks'>;

/** The desk's reason stays with the desk: it is written for its own history. */
const ask = (language: Language): string =>
  sayIn(language)(
    'Если это для вас неожиданно, ответьте на это письмо: объясним причину.',
    'If you did not expect this, reply to this letter: we will tell you why.',
  );

export const suspendedLetter = (facts: CertificateLetterFacts, language: Language): Body => {
  const say = sayIn(language);
  const what = supportOf(facts, language);
  return {
    subject: say(`${what} приостановлена`, `${what} is suspended`),
    blocks: [
      paragraph(greeting[language]),
      strong(say(`${what} приостановлена.`, `${what} is suspended.`)),
      paragraph(
        say(
          'Новые обращения сохраним под своими номерами, но сроки по ним не пойдут, пока поддержка не возобновится. Последний день не переносится.',
          'New requests are kept under their numbers, but no deadline runs until support is resumed. The last day does not move.',
        ),
      ),
      ...dateBlocks(facts, language),
      paragraph(ask(language)),
    ],
  };
};

export const resumedLetter = (facts: CertificateLetterFacts, language: Language): Body => {
  const say = sayIn(language);
  const what = supportOf(facts, language);
  return {
    subject: say(`${what} возобновлена`, `${what} is resumed`),
    blocks: [
      paragraph(greeting[language]),
      strong(say(`${what} возобновлена.`, `${what} is resumed.`)),
      ...dateBlocks(facts, language),
      ...coverBlocks(facts, language),
      ...wayBlocks(facts, language),
    ],
  };
};

export const revokedLetter = (facts: CertificateLetterFacts, language: Language): Body => {
  const say = sayIn(language);
  const what = supportOf(facts, language);
  return {
    subject: say(`${what} отозвана`, `${what} is revoked`),
    blocks: [
      paragraph(greeting[language]),
      strong(say(`${what} отозвана.`, `${what} is revoked.`)),
      paragraph(
        say(
          'Новых обращений она больше не покрывает. Заявки, принятые раньше, доведём до конца.',
          'It covers no new requests any more. Tickets taken before are served to their end.',
        ),
      ),
      ...coverBlocks(facts, language),
      paragraph(ask(language)),
    ],
  };
};

type Correction = Extract<CertificateNotice, { readonly kind: 'corrected' }>['correction'];

/** Something was entered wrongly: what it was and what it is. */
export const correctedLetter = (
  facts: CertificateLetterFacts,
  correction: Correction,
  language: Language,
): Body => {
  const say = sayIn(language);
  const what = supportOf(facts, language);
  const { world } = facts;
  return {
    subject: say(`${what}: исправлены сведения`, `${what}: particulars corrected`),
    blocks: [
      paragraph(greeting[language]),
      strong(say(`${what}: исправлены сведения.`, `${what}: particulars were corrected.`)),
      paragraph(`${correctionWords(correction, world.regulation)[language]}.`),
      ...dateBlocks(facts, language),
      ...coverBlocks(facts, language),
      ...overBlocks(facts, language),
    ],
  };
};
