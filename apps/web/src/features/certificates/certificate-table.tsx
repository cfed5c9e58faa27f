import type { CertificateSummary } from '@reglament/contract';
import { Link } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useDatesOf } from '../../desk/use-dates-of.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { lastDay } from '../../ui/last-day.ts';
import { ListTable } from '../../ui/list-table.tsx';
import { CertificateState } from './certificate-state.tsx';
import classes from './certificate-table.module.css';
import { DaysLeft } from './days-left.tsx';

interface Props {
  readonly certificates: readonly CertificateSummary[];
  /** On the page of a company its name is known. */
  readonly isOfCompany?: boolean;
}

/** Certificates as a table; on a phone each is a card of the same cells. */
export function CertificateTable({ certificates, isOfCompany = false }: Props) {
  const { m } = useI18n();
  const { columns } = m.certificates;
  return (
    <ListTable
      label={m.certificates.list}
      className={classes.table}
      head={
        <>
          <th scope="col">{columns.number}</th>
          {!isOfCompany && <th scope="col">{columns.company}</th>}
          <th scope="col">{columns.package}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.ends}</th>
          <th scope="col">{columns.left}</th>
          <th scope="col" className={classes.figure}>
            {columns.quantity}
          </th>
        </>
      }
    >
      {certificates.map((one) => (
        <Row key={one.certificateId} certificate={one} isOfCompany={isOfCompany} />
      ))}
    </ListTable>
  );
}

function Row({
  certificate,
  isOfCompany,
}: {
  readonly certificate: CertificateSummary;
  readonly isOfCompany: boolean;
}) {
  const { m, say } = useI18n();
  const { slug } = useDesk();
  const dates = useDatesOf(certificate.zone);
  const { certificateId, number, company, endsAt, loyaltyUntil, state, quantity, inUse } = certificate;
  const end = state === 'loyalty' ? loyaltyUntil : endsAt;
  return (
    <tr>
      <th scope="row" className={classes.number}>
        <Link to="/d/$desk/certificates/$certificateId" params={{ desk: slug, certificateId }}>
          {number}
        </Link>
      </th>
      {!isOfCompany && <td>{company.name}</td>}
      <td>{say(certificate.package.name)}</td>
      <td>
        <CertificateState state={state} />
      </td>
      <td className={classes.when} data-label={m.certificates.columns.ends}>
        {end === null ? m.common.none : dates.date(lastDay(end))}
      </td>
      <td>
        <DaysLeft certificate={certificate} />
      </td>
      <td className={classes.figure}>
        {quantity === null ? (
          m.common.none
        ) : inUse === null ? (
          quantity
        ) : (
          <span className={classes.left} data-tone={inUse > quantity ? 'warn' : undefined}>
            {m.certificates.usedOf(inUse, quantity)}
          </span>
        )}
      </td>
    </tr>
  );
}
