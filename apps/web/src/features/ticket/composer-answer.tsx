import type { TicketPage } from '@reglament/contract';
import { Checkbox, NativeSelect } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './composer-answer.module.css';
import { Ticks } from './ticks.tsx';
import type { useComposer } from './use-composer.ts';

interface Props {
  readonly page: TicketPage;
  readonly composer: ReturnType<typeof useComposer>;
}

/** What the regulation lets an answer say besides its words: what it turned out to be, how it was given, what is asked for. */
export function ComposerAnswer({ page, composer }: Props) {
  const { m, say } = useI18n();
  const { tab, answer, setAnswer } = composer;
  if (tab === 'request-information' && page.checklist.length > 0)
    return (
      <div className={classes.answer}>
        <Checkbox.Group
          label={m.answer.checklist}
          description={m.answer.checklistHint}
          value={answer.items.map(String)}
          onChange={(places) => setAnswer({ ...answer, items: places.map(Number) })}
        >
          <Ticks items={page.checklist} />
        </Checkbox.Group>
      </div>
    );
  const withOutcome = tab === 'resolve' && page.outcomes.length > 0;
  const withMeans = (tab === 'resolve' || tab === 'reply') && page.answerMeans.length > 0;
  if (!withOutcome && !withMeans) return null;
  return (
    <div className={classes.answer}>
      {withOutcome && (
        <NativeSelect
          size="xs"
          label={m.answer.outcome}
          data={[
            { value: '', label: m.answer.notNamed },
            ...page.outcomes.map((one) => ({ value: one.id, label: say(one.name) })),
          ]}
          value={answer.outcome ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setAnswer({ ...answer, outcome: value === '' ? null : value })
          }
        />
      )}
      {withMeans && (
        <NativeSelect
          size="xs"
          label={m.answer.means}
          data={[
            { value: '', label: m.answer.notNamed },
            ...page.answerMeans.map((one) => ({ value: one, label: m.answer.meansName[one] })),
          ]}
          value={answer.means ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setAnswer({ ...answer, means: page.answerMeans.find((one) => one === value) ?? null })
          }
        />
      )}
    </div>
  );
}
