import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDesk } from '../../../desk/desk-context.tsx';
import { SectionFrame } from '../section-frame.tsx';
import { useWords } from '../use-words.ts';
import { type AuditFilter, readFilter } from './audit-filter.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { auditTableAddress, useAudit } from './use-audit.ts';

/** Who changed what at the desk, and who was refused. What is looked for stands in the address. */
export function AuditSection() {
  const { audit: w } = useWords();
  const { slug, zone } = useDesk();
  const navigate = useNavigate();
  const filter = readFilter(useSearch({ strict: false }) as Record<string, unknown>);
  const query = useAudit(filter);
  const handleChange = (next: AuditFilter) =>
    void navigate({
      to: '/d/$desk/settings/$section',
      params: { desk: slug, section: 'audit' },
      search: next as never,
      replace: true,
    });
  return (
    <SectionFrame
      title={w.title}
      about={w.about}
      isWide
      actions={
        <Button
          component="a"
          href={auditTableAddress(slug, filter, zone)}
          download
          variant="default"
          leftSection={<IconDownload size={15} stroke={1.7} aria-hidden />}
        >
          {w.table}
        </Button>
      }
    >
      <AuditFilters filter={filter} people={query.data?.pages[0]?.people ?? []} onChange={handleChange} />
      <AuditTable query={query} isFiltered={Object.keys(filter).length > 0} />
    </SectionFrame>
  );
}
