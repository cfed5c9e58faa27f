import type { EntitlementWords, TicketPage } from '@reglament/contract';
import {
  IconChevronRight,
  IconCircleCheck,
  IconCircleX,
  IconFlag,
  IconHelpCircle,
} from '@tabler/icons-react';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './entitlement-section.module.css';

type Rule = EntitlementWords['rules'][number];

const SHAPES = {
  holds: IconCircleCheck,
  fails: IconCircleX,
  unknown: IconHelpCircle,
  flagged: IconFlag,
} as const;

/** Every rule that was tried when it was decided what serves the ticket, folded until somebody asks. */
export function EntitlementSection({ page }: { readonly page: TicketPage }) {
  const { m, say } = useI18n();
  const { entitlement } = page;
  if (entitlement === null) return null;
  const { certificates, rules, next } = entitlement;
  return (
    <details className={classes.trail}>
      <summary>
        <IconChevronRight size={14} stroke={1.8} aria-hidden />
        {m.who.whyServed}
      </summary>
      {certificates.map((one) => (
        <section key={one.number} className={classes.certificate} data-result={one.result}>
          <h3>
            <span className={classes.number}>{one.number}</span> {say(one.package)}
            <span className={classes.result}>{say(one.says)}</span>
          </h3>
          <Rules rules={one.rules} />
        </section>
      ))}
      <Rules rules={rules} />
      {next !== null && (
        <p className={classes.next}>
          <b>{m.who.nextStep}</b> {say(next)}
        </p>
      )}
    </details>
  );
}

function Rules({ rules }: { readonly rules: readonly Rule[] }) {
  const { m, say } = useI18n();
  if (rules.length === 0) return null;
  return (
    <ul className={classes.rules}>
      {rules.map((rule) => {
        const Shape = SHAPES[rule.outcome];
        return (
          <li key={`${rule.clause} ${rule.says.en}`} data-outcome={rule.outcome}>
            <Shape size={15} stroke={1.8} role="img" aria-label={m.who.ruleOutcomes[rule.outcome]} />
            <span>
              {say(rule.says)} <ClauseMark id={rule.clause} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
