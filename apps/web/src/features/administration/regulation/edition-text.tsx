import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useDesk } from '../../../desk/desk-context.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ScreenFailure } from '../../../ui/screen-state.tsx';
import { SectionFrame } from '../section-frame.tsx';
import { useWords } from '../use-words.ts';
import { clauseLines } from './clause-lines.ts';
import classes from './regulation.module.css';
import { useEdition } from './use-editions.ts';

/** The text of one edition, read only, with its clauses to go to. */
export function EditionText({ editionId }: { readonly editionId: string }) {
  const { regulation: w } = useWords();
  const { slug } = useDesk();
  const navigate = useNavigate();
  const query = useEdition(editionId);
  const label = query.data?.label;
  return (
    <SectionFrame
      title={label === undefined ? w.text : w.edition(label)}
      isWide
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={15} stroke={1.7} aria-hidden />}
            onClick={() =>
              void navigate({
                to: '/d/$desk/settings/$section',
                params: { desk: slug, section: 'regulation' },
              })
            }
          >
            {w.toList}
          </Button>
          {query.data !== undefined && (
            <Button
              component="a"
              variant="default"
              href={`data:text/yaml;charset=utf-8,${encodeURIComponent(query.data.source)}`}
              download={`${slug}-${query.data.label}.yaml`}
              leftSection={<IconDownload size={15} stroke={1.7} aria-hidden />}
            >
              {w.download}
            </Button>
          )}
        </>
      }
    >
      {query.isPending && <Skeleton height={400} />}
      {query.isError && query.data === undefined && (
        <ScreenFailure title={w.failed} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && <Source source={query.data.source} />}
    </SectionFrame>
  );
}

function Source({ source }: { readonly source: string }) {
  const { regulation: w } = useWords();
  const { m } = useI18n();
  const lines = useMemo(() => source.replace(/\n$/, '').split(/\r?\n/), [source]);
  const clauses = useMemo(() => clauseLines(source), [source]);
  return (
    <div className={classes.reader}>
      <nav className={classes.clauses} aria-label={w.clauses}>
        <h3 className={classes.heading}>{w.clauses}</h3>
        <ul>
          {clauses.map(({ id, place, line }) => (
            <li key={id}>
              <a
                href={`#line-${line}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(`line-${line}`)?.scrollIntoView({ block: 'center' });
                  document.getElementById(`line-${line}`)?.focus({ preventScroll: true });
                }}
              >
                <span className={classes.clauseId}>{id}</span>
                <span className={classes.dim}>{m.common.clause(place)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ol className={classes.source} aria-label={w.text}>
        {lines.map((line, index) => (
          // Lines never move: their number is who they are.
          <li key={index} id={`line-${index + 1}`} tabIndex={-1}>
            {line}
          </li>
        ))}
      </ol>
    </div>
  );
}
