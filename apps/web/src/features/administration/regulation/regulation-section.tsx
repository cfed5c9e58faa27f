import { Button, Skeleton } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useDesk } from '../../../desk/desk-context.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { ScreenFailure } from '../../../ui/screen-state.tsx';
import { SectionFrame } from '../section-frame.tsx';
import { useWords } from '../use-words.ts';
import { EditionDialog } from './edition-dialog.tsx';
import { EditionList } from './edition-list.tsx';
import { EditionText } from './edition-text.tsx';
import classes from './regulation.module.css';
import { useCheckEdition, useEditions } from './use-editions.ts';

const MAX_BYTES = 600_000;

/** The regulation in force and its editions; `?edition=` in the address shows the text of one. */
export function RegulationSection() {
  const { edition } = useSearch({ strict: false }) as { readonly edition?: unknown };
  return typeof edition === 'string' ? <EditionText editionId={edition} /> : <Editions />;
}

function Editions() {
  const { regulation: w } = useWords();
  const { summary } = useDesk();
  const query = useEditions();
  const check = useCheckEdition();
  const [source, setSource] = useState('');
  const [tooLarge, setTooLarge] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const handleFile = async (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > MAX_BYTES);
    if (file.size > MAX_BYTES) return;
    const text = await file.text();
    setSource(text);
    check.mutate(text);
  };
  return (
    <SectionFrame
      title={w.title}
      about={w.about}
      isWide
      actions={
        summary.role === 'administrator' && (
          <Button
            leftSection={<IconFileUpload size={15} stroke={1.7} aria-hidden />}
            loading={check.isPending}
            onClick={() => input.current?.click()}
          >
            {w.upload}
          </Button>
        )
      }
    >
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,text/yaml"
        hidden
        aria-label={w.upload}
        onChange={(event) => {
          void handleFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      {tooLarge && (
        <p role="alert" className={classes.trouble}>
          {w.tooLarge}
        </p>
      )}
      {check.error !== null && <ProblemNotice error={check.error} onDismiss={check.reset} />}
      {query.isPending && <Skeleton height={120} />}
      {query.data === undefined && query.isError && (
        <ScreenFailure title={w.failed} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && <EditionList editions={query.data.editions} />}
      {check.data !== undefined && <EditionDialog source={source} check={check.data} onClose={check.reset} />}
    </SectionFrame>
  );
}
