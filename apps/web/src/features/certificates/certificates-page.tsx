import type { CertificateView } from '@reglament/contract';
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCertificateOff, IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ListFilter, SearchField, ViewChoice } from '../../ui/list-filter.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageScroll } from '../../ui/page-scroll.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { WaitingRows } from '../../ui/waiting.tsx';
import { CertificateTable } from './certificate-table.tsx';
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
      <PageHead title={m.certificates.title} about={m.certificates.about}>
        {mayChange(summary.role) && (
          <Button leftSection={<IconPlus size={15} stroke={1.7} />} onClick={() => setIsIssuing(true)}>
            {m.certificates.issue}
          </Button>
        )}
      </PageHead>
      <ListFilter>
        <ViewChoice
          label={m.certificates.view}
          view={view}
          views={m.certificates.views}
          onView={handleView}
        />
        {view !== 'licences-lapsed' && (
          <SearchField label={m.certificates.search} value={search} onChange={setSearch} />
        )}
      </ListFilter>
      <PageScroll>
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
      </PageScroll>
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
  return (
    <PagedList
      query={query}
      failed={m.certificates.failed}
      more={m.certificates.more}
      waiting={<WaitingRows widths={[80, 64, 90, 72, 58, 84]} height={26} />}
    >
      {(pages) => {
        const certificates = pages.flatMap((page) => page.certificates);
        if (certificates.length > 0) return <CertificateTable certificates={certificates} />;
        if (view === 'all' && search === '')
          return (
            <ScreenState
              icon={IconCertificateOff}
              title={m.certificates.none}
              hint={m.certificates.noneHint}
            />
          );
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
      }}
    </PagedList>
  );
}
