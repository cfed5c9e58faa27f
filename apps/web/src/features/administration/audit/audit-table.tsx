import type { AuditEntryShown } from '@reglament/contract';
import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconBan, IconHistory, IconSearch } from '@tabler/icons-react';
import { useDesk } from '../../../desk/desk-context.tsx';
import { auditActions as en } from '../../../i18n/en/audit-actions.ts';
import { auditActions as ru } from '../../../i18n/ru/audit-actions.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../../ui/screen-state.tsx';
import { useWords } from '../use-words.ts';
import { AuditTarget } from './audit-target.tsx';
import classes from './audit.module.css';
import type { useAudit } from './use-audit.ts';

interface Props {
  readonly query: ReturnType<typeof useAudit>;
  readonly isFiltered: boolean;
}

export function AuditTable({ query, isFiltered }: Props) {
  const { audit: w } = useWords();
  if (query.isPending) return <Waiting />;
  if (query.data === undefined)
    return <ScreenFailure title={w.failed} error={query.error} onRetry={() => void query.refetch()} />;
  const entries = query.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0)
    return isFiltered ? (
      <ScreenState icon={IconSearch} title={w.nothing} hint={w.nothingHint} />
    ) : (
      <ScreenState icon={IconHistory} title={w.empty} hint={w.emptyHint} />
    );
  return (
    <>
      <table className={classes.table} aria-busy={query.isPlaceholderData}>
        <thead>
          <tr>
            <th scope="col">{w.when}</th>
            <th scope="col">{w.who}</th>
            <th scope="col">{w.what}</th>
            <th scope="col">{w.target}</th>
            <th scope="col">{w.address}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.auditId} entry={entry} />
          ))}
        </tbody>
      </table>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="compact-sm"
          mt="md"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {w.more}
        </Button>
      )}
    </>
  );
}

function Row({ entry }: { readonly entry: AuditEntryShown }) {
  const { audit: w } = useWords();
  const { language } = useI18n();
  const { dates } = useDesk();
  return (
    <tr data-outcome={entry.outcome === 'done' ? 'done' : 'refused'}>
      <td className={classes.when}>
        <time dateTime={entry.at}>{dates.full(entry.at)}</time>
      </td>
      <td>{entry.person?.name ?? w.server}</td>
      <td>
        {{ ru, en }[language][entry.action] ?? (entry.outcome === 'done' ? entry.action : w.tried)}
        {entry.outcome !== 'done' && (
          <span className={classes.refused}>
            <IconBan size={13} stroke={1.9} aria-hidden />
            {w.refusedWith(entry.outcome)}
          </span>
        )}
      </td>
      <td className={classes.target}>
        <AuditTarget entry={entry} />
      </td>
      <td className={classes.address}>{entry.clientAddress}</td>
    </tr>
  );
}

function Waiting() {
  const { m } = useI18n();
  return (
    <div aria-busy>
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      {[92, 88, 95, 84, 90, 86].map((percent) => (
        <Skeleton key={percent} height={14} width={`${percent}%`} my={14} />
      ))}
    </div>
  );
}
