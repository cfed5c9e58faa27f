import type { Language, Notice } from '@reglament/desk';
import { letterFrame } from './letter-frame.ts';
import type { Letter } from './letter.ts';
import { classificationLetter } from './letters/classification.ts';
import { clockAlarmLetter } from './letters/clock-alarm.ts';
import { closedLetter } from './letters/closed.ts';
import { closingWarningLetter } from './letters/closing-warning.ts';
import { coverageLetter } from './letters/coverage.ts';
import { dateAgreedLetter, dateProposalLetter } from './letters/date.ts';
import { declinedLetter } from './letters/declined.ts';
import { informationRequestLetter } from './letters/information-request.ts';
import { proposalLetter } from './letters/proposal.ts';
import { registrationLetter } from './letters/registration.ts';
import { replyLetter } from './letters/reply.ts';
import { resolutionLetter } from './letters/resolution.ts';
import type { NoticeFacts, RenderedNotice } from './notice-facts.ts';

const letterOf = (notice: Notice, facts: NoticeFacts, language: Language): Letter => {
  switch (notice.kind) {
    case 'registration':
      return registrationLetter(facts, language);
    case 'coverage':
      return coverageLetter(facts, language);
    case 'reply':
      return replyLetter(facts, notice, language);
    case 'information-request':
      return informationRequestLetter(facts, notice, language);
    case 'resolution':
      return resolutionLetter(facts, language);
    case 'declined':
      return declinedLetter(facts, notice, language);
    case 'classification':
      return classificationLetter(facts, language);
    case 'proposal':
      return proposalLetter(facts, notice.priority, language);
    case 'date-proposal':
      return dateProposalLetter(facts, notice, language);
    case 'date-agreed':
      return dateAgreedLetter(facts, notice, language);
    case 'closing-warning':
      return closingWarningLetter(facts, notice.closesAt, language);
    case 'closed':
      return closedLetter(facts, notice, language);
    case 'clock-warning':
    case 'clock-breach':
      return clockAlarmLetter(facts, notice, language);
  }
};

/**
 * A notice in words: subject, plain text and HTML of one letter. Pure.
 *
 * @throws when the facts lack what the kind of notice is about (its message, the staff it goes to): a bug of the caller.
 */
export const renderNotice = (notice: Notice, facts: NoticeFacts, language: Language): RenderedNotice =>
  letterFrame(letterOf(notice, facts, language), facts, language);
