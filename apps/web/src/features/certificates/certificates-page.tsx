import type { CertificateView } from '@reglament/contract';
import { Button, NativeSelect, Skeleton, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCertificateOff, IconPlus, IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { CertificateTable } from './certificate-table.tsx';
import classes from './certificates.module.css';
import type { CertificatesTab } from './certificates-tab.ts';
import { IssueDialog } from './issue-dialog.tsx';
import { LapsedLicences } from './lapsed-licences.tsx';
import { mayChange } from './may-change.ts';
import { useCertificates } from './use-certificates.ts';

const PAUSE_MS = 200;

/** What was bought and when it ends: a list that is money. */
export function CertificatesPage() {
  const { m } = useI18n();
  const { slug, summary } = useDesk();
  const { view } = useSearch({ from: '/signed-in/d/$desk/certificates' });
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search, PAUSE_MS);
  const [isIssuing, setIsIssuing] = useState(false);
  usePageTitle(m.certificates.title);
  const handleView = (next: CertificatesTab) =>
    void navigate({ to: '/d/$desk/certificates', params: { desk: slug }, search: { view: next } });
  return (
    <>
      <header className={classes.header}>
        <h1 className={classes.title}>{m.certificates.title}</h1>
        <span className={classes.about}>{m.certificates.about}</span>
        {mayChange(summary.role) && (
          <Button leftSection={<IconPlus size={15} stroke={1.7} />} onClick={() => setIsIssuing(true)}>
            {m.certificates.issue}
          </Button>
        )}
      </header>
      <div className={classes.filter}>
        <NativeSelect
          aria-label={m.certificates.view}
          value={view}
          onChange={(event) => handleView(event.currentTarget.value as CertificatesTab)}
          data={Object.entries(m.certificates.views).map(([value, label]) => ({ value, label }))}
        />
        {view !== 'licences-lapsed' && (
          <TextInput
            type="search"
            className={classes.search}
            aria-label={m.certificates.search}
            placeholder={m.certificates.search}
            leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
            maxLength={200}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
      </div>
      <div className={classes.scroll}>
        {view === 'licences-lapsed' ? (
          <LapsedLicences />
        ) : (
          <Rows
            view={view}
            search={settled.trim()}
            onAll={() => {
              setSearch('');
              handleView('all');
            }}
          />
        )}
      </div>
      {isIssuing && <IssueDialog companyId={null} onClose={() => setIsIssuing(false)} />}
    </>
  );
}

interface RowsProps {
  readonly view: CertificateView;
  readonly search: string;
  /** Leads to every certificate there is. */
  readonly onAll: () => void;
}

function Rows({ view, search, onAll }: RowsProps) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const query = useCertificates(slug, { view, search });
  if (query.isPending) return <Waiting />;
  if (query.isError && query.data === undefined)
    return (
      <ScreenFailure title={m.certificates.failed} error={query.error} onRetry={() => void query.refetch()} />
    );
  const certificates = query.data?.pages.flatMap((page) => page.certificates) ?? [];
  if (certificates.length === 0 && view === 'all' && search === '')
    return (
      <ScreenState icon={IconCertificateOff} title={m.certificates.none} hint={m.certificates.noneHint} />
    );
  if (certificates.length === 0)
    return (
      <ScreenState
        icon={IconCertificateOff}
        title={m.certificates.empty}
        hint={search === '' ? m.certificates.views[view] : m.certificates.emptyHint}
      >
        <Button variant="default" onClick={onAll}>
          {m.certificates.showAll}
        </Button>
      </ScreenState>
    );
  return (
    <>
      <CertificateTable certificates={certificates} />
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {m.certificates.more}
          </Button>
        </div>
      )}
    </>
  );
}

function Waiting() {
  const { m } = useI18n();
  return (
    <div role="status" className={classes.waiting}>
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      {[80, 64, 90, 72, 58, 84].map((percent) => (
        <Skeleton key={percent} height={26} width={`${percent}%`} />
      ))}
    </div>
  );
}
