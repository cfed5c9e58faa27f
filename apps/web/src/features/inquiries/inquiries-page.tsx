import type { InquiryView } from '@reglament/contract';
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconShoppingBag } from '@tabler/icons-react';
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
import { InquiryTable } from './inquiry-table.tsx';
import { NewInquiryDialog } from './new-inquiry-dialog.tsx';
import { useInquiries } from './use-inquiries.ts';

const PAUSE_MS = 200;

/** Who wants to buy, and who answers them. */
export function InquiriesPage() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { view } = useSearch({ from: '/signed-in/d/$desk/inquiries' });
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search, PAUSE_MS);
  const [isOpening, setIsOpening] = useState(false);
  usePageTitle(m.inquiries.title);
  const handleView = (next: InquiryView) =>
    void navigate({ to: '/d/$desk/inquiries', params: { desk: slug }, search: { view: next } });
  return (
    <>
      <PageHead title={m.inquiries.title} about={m.inquiries.about}>
        <Button leftSection={<IconPlus size={15} stroke={1.7} />} onClick={() => setIsOpening(true)}>
          {m.inquiries.open}
        </Button>
      </PageHead>
      <ListFilter>
        <ViewChoice label={m.inquiries.view} view={view} views={m.inquiries.views} onView={handleView} />
        <SearchField label={m.inquiries.search} value={search} onChange={setSearch} />
      </ListFilter>
      <PageScroll>
        <Rows
          view={view}
          search={settled.trim()}
          onAll={() => {
            setSearch('');
            handleView('all');
          }}
        />
      </PageScroll>
      {isOpening && <NewInquiryDialog company={null} onClose={() => setIsOpening(false)} />}
    </>
  );
}

interface RowsProps {
  readonly view: InquiryView;
  readonly search: string;
  /** Leads to every inquiry there is. */
  readonly onAll: () => void;
}

function Rows({ view, search, onAll }: RowsProps) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const query = useInquiries(slug, { view, search });
  return (
    <PagedList
      query={query}
      failed={m.inquiries.failed}
      more={m.inquiries.more}
      waiting={<WaitingRows widths={[76, 88, 60, 92, 70]} height={30} />}
    >
      {(pages) => {
        const inquiries = pages.flatMap((page) => page.inquiries);
        if (inquiries.length > 0) return <InquiryTable inquiries={inquiries} />;
        if (view === 'all' && search === '')
          return <ScreenState icon={IconShoppingBag} title={m.inquiries.none} hint={m.inquiries.noneHint} />;
        return (
          <ScreenState
            icon={IconShoppingBag}
            title={m.inquiries.empty}
            hint={search === '' ? m.inquiries.views[view] : m.inquiries.emptyHint}
          >
            <Button variant="default" onClick={onAll}>
              {m.inquiries.showAll}
            </Button>
          </ScreenState>
        );
      }}
    </PagedList>
  );
}
