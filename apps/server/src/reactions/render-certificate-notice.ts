import type { CertificateNotice, Language } from '@reglament/desk';
import type { CertificateLetterFacts } from './certificate-letter-facts.ts';
import { frameBlocks } from './letter-frame.ts';
import { type Block, type Letter, paragraph } from './letter.ts';
import { beganLetter, issuedLetter, renewedLetter } from './letters/certificate-begun.ts';
import {
  correctedLetter,
  resumedLetter,
  revokedLetter,
  suspendedLetter,
} from './letters/certificate-changed.ts';
import {
  endedLetter,
  endsSoonLetter,
  intentLetter,
  loyaltyEndedLetter,
} from './letters/certificate-ending.ts';
import { upgradeLetter, upgradeRevokedLetter } from './letters/certificate-upgrade.ts';
import { sayIn } from './letters/letter-parts.ts';
import type { RenderedNotice } from './notice-facts.ts';

type Body = Pick<Letter, 'subject' | 'blocks'>;

const bodyOf = (notice: CertificateNotice, facts: CertificateLetterFacts, language: Language): Body => {
  switch (notice.kind) {
    case 'issued':
      return issuedLetter(facts, language);
    case 'renewed':
      return renewedLetter(facts, language);
    case 'intent':
      return intentLetter(facts, language);
    case 'suspended':
      return suspendedLetter(facts, language);
    case 'resumed':
      return resumedLetter(facts, language);
    case 'revoked':
      return revokedLetter(facts, language);
    case 'corrected':
      return correctedLetter(facts, notice.correction, language);
    case 'upgrade-issued':
      return upgradeLetter(facts, notice.licence, language);
    case 'upgrade-revoked':
      return upgradeRevokedLetter(facts, notice.licence, language);
    case 'turned':
      switch (notice.turn) {
        case 'began':
          return beganLetter(facts, language);
        case 'ends-in-90':
        case 'ends-in-60':
        case 'ends-in-30':
          return endsSoonLetter(facts, language);
        case 'ended':
          return endedLetter(facts, language);
        case 'loyalty-ended':
          return loyaltyEndedLetter(facts, language);
      }
  }
};

const closing = ({ deskName, pageUrl }: CertificateLetterFacts, language: Language): readonly Block[] => {
  const say = sayIn(language);
  const link: readonly Block[] =
    pageUrl === null
      ? []
      : [
          {
            kind: 'link',
            label: say(
              'Открыть страницу поддержки вашей компании',
              'Open the page of your company’s support',
            ),
            url: pageUrl,
          },
        ];
  return [
    ...link,
    paragraph(
      say(
        'Ответ на это письмо зарегистрируем как новое обращение.',
        'A reply to this letter is registered as a new request.',
      ),
    ),
    paragraph(deskName[language]),
  ];
};

/** A step of a certificate in words: subject, plain text and HTML of one letter. Pure. */
export const renderCertificateNotice = (
  notice: CertificateNotice,
  facts: CertificateLetterFacts,
  language: Language,
): RenderedNotice => {
  const { subject, blocks } = bodyOf(notice, facts, language);
  return frameBlocks(
    `[${facts.deskName[language]}] ${subject}`,
    [...blocks, ...closing(facts, language)],
    language,
  );
};
