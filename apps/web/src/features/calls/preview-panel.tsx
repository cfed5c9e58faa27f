import { IconCircleCheck, IconCircleOff, IconHelpCircle } from '@tabler/icons-react';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { CallDraft } from './call-drafts.ts';
import page from './call-page.module.css';
import classes from './side-panels.module.css';
import { useCallPreview } from './use-callers.ts';

const shapes = { yes: IconCircleCheck, no: IconCircleOff, unknown: IconHelpCircle } as const;

/** What the request would be, were it registered now: its package and deadlines, or why not and what to say instead. */
export function PreviewPanel({ draft }: { readonly draft: CallDraft }) {
  const { m, say } = useI18n();
  const w = m.calls;
  const { data, error, isFetching } = useCallPreview(draft);
  const Shape = data === undefined ? IconHelpCircle : shapes[data.answer];
  return (
    <section className={classes.card} aria-label={w.preview} aria-live="polite" aria-busy={isFetching}>
      <h2 className={classes.cardTitle}>{w.preview}</h2>
      {data === undefined && (
        <p className={page.dim}>{error === null ? m.common.loading : w.previewFailed}</p>
      )}
      {data !== undefined && (
        <>
          <p className={classes.verdict} data-answer={data.answer}>
            <Shape size={19} stroke={2} aria-hidden />
            {w.answers[data.answer]}
          </p>
          <p className={classes.sentence}>
            {say(data.says)}. {data.clause !== null && <ClauseMark id={data.clause} />}
          </p>
          {data.deadlines.length > 0 && (
            <dl className={classes.deadlines}>
              {data.deadlines.map((one) => (
                <div key={one.name.ru}>
                  <dt>{say(one.name)}</dt>
                  <dd>
                    <b>{say(one.says)}</b> <ClauseMark id={one.clause} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
          {data.answer !== 'no' && data.deadlines.length === 0 && <p className={page.dim}>{w.noDeadlines}</p>}
          {data.next !== null && <p className={classes.next}>{say(data.next)}.</p>}
          <details className={classes.why}>
            <summary>{w.why}</summary>
            <ol>
              {[...data.why.certificates.flatMap(({ rules }) => rules), ...data.why.rules].map((rule) => (
                <li key={rule.says.ru}>
                  {say(rule.says)} {rule.clause !== null && <ClauseMark id={rule.clause} />}
                </li>
              ))}
            </ol>
          </details>
        </>
      )}
    </section>
  );
}
