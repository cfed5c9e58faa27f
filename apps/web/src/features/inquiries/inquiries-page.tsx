import type { InquiryView } from '@reglament/contract';
import { Button, NativeSelect, Skeleton, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch, IconShoppingBag } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './inquiries.module.css';
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
      <header className={classes.header}>
        <h1 className={classes.title}>{m.inquiries.title}</h1>
        <span className={classes.about}>{m.inquiries.about}</span>
        <Button leftSection={<IconPlus size={15} stroke={1.7} />} onClick={() => setIsOpening(true)}>
          {m.inquiries.open}
        </Button>
      </header>
      <div className={classes.filter}>
        <NativeSelect
          aria-label={m.inquiries.view}
          value={view}
          onChange={(event) => handleView(event.currentTarget.value as InquiryView)}
          data={Object.entries(m.inquiries.views).map(([value, label]) => ({ value, label }))}
        />
        <TextInput
          type="search"
          className={classes.search}
          aria-label={m.inquiries.search}
          placeholder={m.inquiries.search}
          leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
          maxLength={200}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <div className={classes.scroll}>
        <Rows view={view} search={settled.trim()} />
      </div>
      {isOpening && <NewInquiryDialog company={null} onClose={() => setIsOpening(false)} />}
    </>
  );
}

function Rows({ view, search }: { readonly view: InquiryView; readonly search: string }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const query = useInquiries(slug, { view, search });
  if (query.isPending) return <Waiting />;
  if (query.isError && query.data === undefined)
    return (
      <ScreenFailure title={m.inquiries.failed} error={query.error} onRetry={() => void query.refetch()} />
    );
  const inquiries = query.data?.pages.flatMap((page) => page.inquiries) ?? [];
  if (inquiries.length === 0)
    return <ScreenState icon={IconShoppingBag} title={m.inquiries.empty} hint={m.inquiries.emptyHint} />;
  return (
    <>
      <InquiryTable inquiries={inquiries} />
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {m.inquiries.more}
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
      {[76, 88, 60, 92, 70].map((percent) => (
        <Skeleton key={percent} height={30} width={`${percent}%`} />
      ))}
    </div>
  );
}
