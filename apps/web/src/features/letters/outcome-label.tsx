import type { LetterSummary } from '@reglament/contract';
import { useI18n } from '../../i18n/i18n.tsx';
import { inquiryMark } from '../../ui/inquiry-mark.ts';
import classes from './letters-page.module.css';

const tones: Readonly<Record<LetterSummary['outcome'], 'ok' | 'bad' | 'plain'>> = {
  waiting: 'plain',
  ticket: 'ok',
  reply: 'ok',
  inquiry: 'ok',
  bounce: 'bad',
  'auto-reply': 'plain',
  suppressed: 'plain',
  duplicate: 'plain',
  quarantined: 'bad',
  accepted: 'ok',
  kept: 'plain',
  failed: 'bad',
};

export function OutcomeLabel({ letter }: { readonly letter: LetterSummary }) {
  const { m } = useI18n();
  return (
    <span className={classes.outcome} data-tone={tones[letter.outcome]}>
      {m.letters.outcome[letter.outcome]}
      {letter.ticketNumber !== null && ` · ${m.common.number(letter.ticketNumber)}`}
      {letter.inquiryNumber !== null && ` · ${inquiryMark(letter.inquiryNumber)}`}
    </span>
  );
}
