import type { InquirySummary } from '@reglament/contract';
import { Link } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { inquiryMark } from '../../ui/inquiry-mark.ts';
import { ListTable } from '../../ui/list-table.tsx';
import shared from './inquiries.module.css';
import classes from './inquiry-table.module.css';
import { InquiryState } from './inquiry-state.tsx';

/** Inquiries as a table; on a phone each is a card of the same cells. */
export function InquiryTable({ inquiries }: { readonly inquiries: readonly InquirySummary[] }) {
  const { m } = useI18n();
  const { columns } = m.inquiries;
  return (
    <ListTable
      label={m.inquiries.list}
      className={classes.table}
      head={
        <>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.subject}</th>
          <th scope="col">{columns.company}</th>
          <th scope="col">{columns.goesTo}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.last}</th>
        </>
      }
    >
      {inquiries.map((one) => (
        <Row key={one.inquiryId} inquiry={one} />
      ))}
    </ListTable>
  );
}

function Row({ inquiry }: { readonly inquiry: InquirySummary }) {
  const { m } = useI18n();
  const { slug, dates } = useDesk();
  const { number, subject, topic, company, contact, addressee, owner, state } = inquiry;
  const isOver = state === 'won' || state === 'lost';
  return (
    <tr>
      <th scope="row" className={classes.number}>
        <Link to="/d/$desk/inquiries/$number" params={{ desk: slug, number: String(number) }}>
          {inquiryMark(number)}
        </Link>
      </th>
      <td className={classes.subject}>
        {subject}
        <span className={shared.small}>{m.inquiries.topic[topic]}</span>
      </td>
      <td>
        {company?.name ?? <span className={shared.dim}>{m.inquiries.noCompany}</span>}
        <span className={shared.small}>{contact.name}</span>
      </td>
      <td>
        {addressee ?? <span className={isOver ? shared.dim : shared.missing}>{m.inquiries.unrouted}</span>}
        {owner !== null && <span className={shared.small}>{owner.name}</span>}
      </td>
      <td>
        <InquiryState state={state} />
      </td>
      <td className={classes.when}>{dates.short(inquiry.lastMessageAt)}</td>
    </tr>
  );
}
