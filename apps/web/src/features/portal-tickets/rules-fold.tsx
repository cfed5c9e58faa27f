import type { PortalTicket } from '@reglament/contract';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './ticket-page.module.css';
import { useTicketWords } from './use-words.ts';

type Rules = NonNullable<PortalTicket['solution']>['why'];

/** Rules of the regulation behind what is asked: for whoever wants to know. */
export function RulesFold({ rules }: { readonly rules: Rules }) {
  const { acts: w } = useTicketWords();
  const { say } = useI18n();
  const told = rules.filter(({ ru }) => ru !== '');
  if (told.length === 0) return null;
  return (
    <details className={classes.why}>
      <summary>{w.why}</summary>
      {told.map((rule) => (
        <p key={rule.ru} className={classes.clause}>
          {say(rule)}
        </p>
      ))}
    </details>
  );
}
