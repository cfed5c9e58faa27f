import { Button, Loader } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type DragEvent } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { BackArrow, PageHead } from '../../ui/page-head.tsx';
import { PageScroll } from '../../ui/page-scroll.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Choices } from '../../ui/choices.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './companies.module.css';
import { ImportReport } from './import-report.tsx';
import { MAX_TABLE_BYTES, type TableOf, useImport } from './use-import.ts';

const kinds: readonly TableOf[] = ['companies', 'instances'];

/** Companies, or what they run, from a table: what it would do is shown first, row by row. */
export function ImportPage() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const [what, setWhat] = useState<TableOf>('companies');
  const send = useImport(slug, what);
  const [file, setFile] = useState<File | null>(null);
  const [isOver, setIsOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  usePageTitle(m.importCompanies.title);

  const take = (chosen: File | undefined) => {
    if (chosen === undefined || send.isPending) return;
    setTooLarge(chosen.size > MAX_TABLE_BYTES);
    if (chosen.size > MAX_TABLE_BYTES) return;
    setFile(chosen);
    send.mutate({ file: chosen, apply: false });
  };
  const handleDrag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };
  const handleDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <>
      <PageHead
        back={
          <BackArrow
            label={m.company.back}
            renderLink={(props) => <Link to="/d/$desk/companies" params={{ desk: slug }} {...props} />}
          />
        }
        title={m.importCompanies.title}
      />
      <PageScroll onDragOver={handleDrag} onDragLeave={() => setIsOver(false)} onDrop={handleDrop}>
        <div className={classes.import} data-over={isOver}>
          <div className={classes.importAbout}>
            <Choices
              legend={m.importCompanies.what}
              choices={kinds.map((id) => ({
                id,
                name: m.importCompanies.whats[id],
                definition: id === 'companies' ? m.importCompanies.about : m.installations.importAbout,
              }))}
              value={what}
              onChange={(id) => {
                setWhat(kinds.find((one) => one === id) ?? what);
                setFile(null);
                send.reset();
              }}
            />
          </div>
          <div className={classes.bar}>
            <Button
              variant={file === null ? 'filled' : 'default'}
              leftSection={<IconFileUpload size={15} stroke={1.7} aria-hidden />}
              disabled={send.isPending}
              onClick={() => input.current?.click()}
            >
              {file === null ? m.importCompanies.choose : m.importCompanies.another}
            </Button>
            <span className={classes.dim}>{isOver ? m.importCompanies.drop : (file?.name ?? '')}</span>
          </div>
          <input
            ref={input}
            type="file"
            accept=".csv,.txt,text/csv"
            hidden
            aria-label={m.importCompanies.choose}
            onChange={(event) => {
              take(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          {tooLarge && <p role="alert">{m.importCompanies.tooLarge}</p>}
          {send.error !== null && <ProblemNotice error={send.error} onDismiss={send.reset} />}
          {send.isPending && (
            <p className={classes.bar} role="status">
              <Loader size="xs" aria-hidden /> {m.importCompanies.reading}
            </p>
          )}
          {send.data !== undefined && file !== null && (
            <ImportReport
              key={`${file.name} ${String(send.data.applied)} ${send.submittedAt}`}
              report={send.data}
              onApply={() => send.mutate({ file, apply: true })}
            />
          )}
        </div>
      </PageScroll>
    </>
  );
}
