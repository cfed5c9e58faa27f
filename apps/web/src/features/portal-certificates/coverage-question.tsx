import { endpoints, type PortalCoverage } from '@reglament/contract';
import type { ChannelId } from '@reglament/desk';
import { Button, NativeSelect } from '@mantine/core';
import { IconCircleCheck, IconCircleOff, IconHelpCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { usePortal } from '../portal/index.ts';
import { Box } from './box.tsx';
import shared from './certificates.module.css';
import classes from './coverage-question.module.css';
import { ClauseNote } from './clause-note.tsx';
import { CompanyField } from './company-field.tsx';
import { useCertificateWords } from './use-words.ts';

/** "Would my question be covered": the decision before anything is sent. */
export function CoverageQuestion() {
  const { ask: w } = useCertificateWords();
  const { slug, overview } = usePortal();
  const [asked, setAsked] = useState({
    companyId: overview.companies[0]?.companyId ?? '',
    product: '',
    priority: '',
    channel: '',
  });
  const answer = useMutation({
    mutationFn: () => {
      const { companyId, channel, product, priority } = asked;
      const query = {
        product,
        priority,
        ...(companyId === '' ? {} : { companyId }),
        ...(channel === '' ? {} : { channel: channel as ChannelId }),
      };
      return api(endpoints.getPortalCoverage, { params: { desk: slug }, query });
    },
  });
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate();
  };
  return (
    <Box title={w.title}>
      <p className={shared.dim}>{w.hint}</p>
      <form className={shared.form} onSubmit={handleSubmit}>
        <Fields asked={asked} onChange={(changes) => setAsked({ ...asked, ...changes })} />
        <div>
          <Button type="submit" variant="default" loading={answer.isPending}>
            {w.submit}
          </Button>
        </div>
      </form>
      {answer.error !== null && <ProblemNotice error={answer.error} onRetry={() => answer.mutate()} />}
      {answer.data !== undefined && <Answer answer={answer.data} />}
    </Box>
  );
}

interface Asked {
  readonly companyId: string;
  readonly product: string;
  readonly priority: string;
  readonly channel: string;
}

function Fields({
  asked,
  onChange,
}: {
  readonly asked: Asked;
  readonly onChange: (changes: Partial<Asked>) => void;
}) {
  const { ask: w } = useCertificateWords();
  const { m, say } = useI18n();
  const { products, priorities, packages } = usePortal().overview.regulation;
  const channels = [...new Set(packages.flatMap((one) => one.channels.map(({ channel }) => channel)))];
  const unsaid = { value: '', label: w.unsaid };
  return (
    <>
      <CompanyField
        label={w.company}
        value={asked.companyId}
        onChange={(companyId) => onChange({ companyId })}
      />
      {products.length > 1 && (
        <NativeSelect
          label={w.product}
          value={asked.product}
          onChange={(event) => onChange({ product: event.currentTarget.value })}
          data={[unsaid, ...products.map((one) => ({ value: one, label: one }))]}
        />
      )}
      {priorities.length > 0 && (
        <NativeSelect
          label={w.priority}
          value={asked.priority}
          onChange={(event) => onChange({ priority: event.currentTarget.value })}
          data={[unsaid, ...priorities.map(({ id, name }) => ({ value: id, label: say(name) }))]}
        />
      )}
      {channels.length > 1 && (
        <NativeSelect
          label={w.channel}
          value={
            asked.channel === '' ? (channels.includes('portal') ? 'portal' : channels[0]) : asked.channel
          }
          onChange={(event) => onChange({ channel: event.currentTarget.value })}
          data={channels.map((channel) => ({ value: channel, label: m.channel[channel] }))}
        />
      )}
    </>
  );
}

const shapes = { yes: IconCircleCheck, no: IconCircleOff, unknown: IconHelpCircle } as const;

function Answer({ answer }: { readonly answer: PortalCoverage }) {
  const { ask: w } = useCertificateWords();
  const { say } = useI18n();
  const Shape = shapes[answer.answer];
  return (
    <div className={classes.answer} data-answer={answer.answer} role="status">
      <p className={classes.answerTitle}>
        <Shape size={18} stroke={2} aria-hidden />
        {w[answer.answer]}
      </p>
      <p>
        {say(answer.says)}. <ClauseNote id={answer.clause} />
      </p>
      {answer.answer !== 'no' && (
        <>
          <p className={shared.dim}>{answer.deadlines.length === 0 ? w.noDeadlines : `${w.deadlines}:`}</p>
          <ul className={shared.lines}>
            {answer.deadlines.map(({ name, says, clause }) => (
              <li key={name.ru}>
                <b>{say(name)}</b>: {say(says)} <ClauseNote id={clause} />
              </li>
            ))}
          </ul>
        </>
      )}
      {answer.next !== null && <p>{say(answer.next)}.</p>}
      <details>
        <summary>{w.why}</summary>
        <ul className={shared.lines}>
          {answer.why.certificates.map((one) => (
            <li key={one.number ?? one.package.ru}>
              <b>{w.certificate(one.number)}</b>: {say(one.says)}
              {one.rules.map(({ says, clause }) => (
                <span key={`${clause} ${says.ru}`} className={shared.small}>
                  {say(says)} <ClauseNote id={clause} />
                </span>
              ))}
            </li>
          ))}
          {answer.why.rules.map(({ says, clause }) => (
            <li key={`${clause} ${says.ru}`}>
              {say(says)} <ClauseNote id={clause} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
