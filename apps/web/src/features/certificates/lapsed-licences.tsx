import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconLicense } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import classes from './certificates.module.css';
import { useLapsedLicences } from './use-certificates.ts';

/** Companies whose licence agreements have lapsed: their certificates serve them no more where the rules ask for one. */
export function LapsedLicences() {
  const { m } = useI18n();
  const { slug, dates } = useDesk();
  const words = m.installations;
  const query = useLapsedLicences(slug);
  if (query.isPending)
    return (
      <div role="status" className={classes.waiting}>
        <VisuallyHidden>{m.common.loading}</VisuallyHidden>
        <Skeleton height={26} width="80%" />
        <Skeleton height={26} width="64%" />
      </div>
    );
  if (query.isError && query.data === undefined)
    return (
      <ScreenFailure title={m.certificates.failed} error={query.error} onRetry={() => void query.refetch()} />
    );
  const licences = query.data?.pages.flatMap((page) => page.licences) ?? [];
  if (licences.length === 0)
    return <ScreenState icon={IconLicense} title={words.lapsedEmpty} hint={words.lapsedEmptyHint} />;
  return (
    <>
      <table className={classes.table} aria-label={words.lapsed}>
        <thead>
          <tr>
            <th scope="col">{words.lapsedColumns.number}</th>
            <th scope="col">{words.lapsedColumns.company}</th>
            <th scope="col">{words.lapsedColumns.products}</th>
            <th scope="col">{words.lapsedColumns.ended}</th>
          </tr>
        </thead>
        <tbody>
          {licences.map(({ licenceId, number, company, products, until }) => (
            <tr key={licenceId}>
              <th scope="row" className={classes.number}>
                <Link
                  to="/d/$desk/companies/$companyId"
                  params={{ desk: slug, companyId: company.companyId }}
                >
                  {number}
                </Link>
              </th>
              <td>{company.name}</td>
              <td>{products?.join(', ') ?? words.allProducts}</td>
              <td className={classes.when}>
                {until === null ? m.common.none : dates.date(`${until}T06:00:00Z`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
