import type { ReplyOf, endpoints } from '@reglament/contract';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFileUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import type { StepProps } from './person-step.tsx';
import classes from './setup-page.module.css';
import { useCheckText } from './use-setup.ts';
import { useSetupWords } from './use-setup-words.ts';

const MAX_BYTES = 600_000;
const MOST_SHOWN = 8;

interface Props extends StepProps {
  readonly token: string;
  readonly regulations: ReplyOf<typeof endpoints.lookAtSetup>['regulations'];
}

/** One of the regulations that come with the product, or a file of one's own, which is checked at once. */
export function RegulationStep({ form, faults, onChange, token, regulations }: Props) {
  const { regulation: w, steps } = useSetupWords();
  const { say } = useI18n();
  const check = useCheckText(token);
  const [tooLarge, setTooLarge] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const handleFile = async (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > MAX_BYTES);
    onChange({ source: null });
    if (file.size > MAX_BYTES) return;
    const source = await file.text();
    check.mutate(source, {
      onSuccess: ({ regulation }) => regulation !== null && onChange({ source }),
    });
  };
  return (
    <>
      <p className={classes.about}>{w.about}</p>
      <Choices
        legend={steps.regulation}
        choices={[
          ...regulations.map(({ slug, name, product, promises }) => ({
            id: slug,
            name: say(name),
            definition: (
              <>
                {say(product)}
                {promises.map((promise) => (
                  <span key={promise.ru} className={classes.promise}>
                    {say(promise)}
                  </span>
                ))}
              </>
            ),
          })),
          { id: 'own', name: w.own, definition: w.ownHint },
        ]}
        value={form.regulation === '' ? null : form.regulation}
        onChange={(regulation) => onChange({ regulation })}
        error={faults.includes('regulation') && w.missing}
      />
      {form.regulation === 'own' && (
        <div className={classes.own}>
          <Button
            variant="default"
            loading={check.isPending}
            leftSection={<IconFileUpload size={15} stroke={1.7} aria-hidden />}
            onClick={() => input.current?.click()}
          >
            {form.source === null ? w.choose : w.chooseAnother}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".yaml,.yml,text/yaml"
            hidden
            aria-label={w.choose}
            onChange={(event) => {
              void handleFile(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          {tooLarge && <p role="alert">{w.tooLarge}</p>}
          {faults.includes('source') && check.data === undefined && <p role="alert">{w.missing}</p>}
          {check.error !== null && <ProblemNotice error={check.error} onDismiss={check.reset} />}
          {check.data !== undefined && <Report report={check.data} />}
        </div>
      )}
    </>
  );
}

function Report({ report }: { readonly report: ReplyOf<typeof endpoints.checkFirstText> }) {
  const { regulation: w } = useSetupWords();
  const { say } = useI18n();
  const { regulation, findings } = report;
  if (regulation !== null)
    return (
      <p className={classes.sound} role="status">
        <IconCircleCheck size={16} stroke={1.8} aria-hidden />
        {w.sound(say(regulation.name), regulation.edition)}
      </p>
    );
  const blocking = findings.filter((one) => one.blocking);
  return (
    <div className={classes.blocked} role="alert">
      <p>
        <IconAlertTriangle size={16} stroke={1.8} aria-hidden /> {w.blocked(blocking.length)}
      </p>
      <ul>
        {blocking.slice(0, MOST_SHOWN).map((one) => (
          <li key={`${one.line} ${one.column} ${one.code}`}>
            <span>{w.line(one.line)}</span> {say(one.says)}
          </li>
        ))}
      </ul>
    </div>
  );
}
