import { IconLicense } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { ScreenState } from '../../ui/screen-state.tsx';
import { WaitingRows } from '../../ui/waiting.tsx';
import classes from './certificate-table.module.css';
import { useLapsedLicences } from './use-certificates.ts';

/** Companies whose licence agreements have lapsed: their certificates serve them no more where the rules ask for one. */
export function LapsedLicences() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const words = m.installations;
  const query = useLapsedLicences(slug);
  return (
    <PagedList
      query={query}
      failed={m.certificates.failed}
      more={m.certificates.more}
      waiting={<WaitingRows widths={[80, 64]} height={26} />}
    >
      {(pages) => {
        const licences = pages.flatMap((page) => page.licences);
        if (licences.length === 0)
          return <ScreenState icon={IconLicense} title={words.lapsedEmpty} hint={words.lapsedEmptyHint} />;
        return (
          <ListTable
            label={words.lapsed}
            className={classes.table}
            head={
              <>
                <th scope="col">{words.lapsedColumns.number}</th>
                <th scope="col">{words.lapsedColumns.company}</th>
                <th scope="col">{words.lapsedColumns.products}</th>
                <th scope="col">{words.lapsedColumns.ended}</th>
              </>
            }
          >
            {licences.map((one) => (
              <Row key={one.licenceId} licence={one} />
            ))}
          </ListTable>
        );
      }}
    </PagedList>
  );
}

type Lapsed = NonNullable<ReturnType<typeof useLapsedLicences>['data']>['pages'][number]['licences'][number];

function Row({ licence }: { readonly licence: Lapsed }) {
  const { m } = useI18n();
  const { slug, dates } = useDesk();
  const { number, company, products, until } = licence;
  return (
    <tr>
      <th scope="row" className={classes.number}>
        <Link to="/d/$desk/companies/$companyId" params={{ desk: slug, companyId: company.companyId }}>
          {number}
        </Link>
      </th>
      <td>{company.name}</td>
      <td>{products?.join(', ') ?? m.installations.allProducts}</td>
      <td className={classes.when}>{until === null ? m.common.none : dates.date(`${until}T06:00:00Z`)}</td>
    </tr>
  );
}
