import type { InquiryPage } from '@reglament/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import { details, Section } from '../ticket/index.ts';
import classes from './inquiries.module.css';

/** Whose it is, where it goes, what came of it. */
export function InquiryFacts({ page }: { readonly page: InquiryPage }) {
  const { m } = useI18n();
  return (
    <>
      <Section title={m.inquiries.page.who}>
        <dl className={details.facts}>
          <Who page={page} />
        </dl>
      </Section>
      <Section title={m.inquiries.page.sale}>
        <dl className={details.facts}>
          <Sale page={page} />
        </dl>
        <SalesContacts page={page} />
      </Section>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Who({ page }: { readonly page: InquiryPage }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { company, contact, district, channel } = page.inquiry;
  return (
    <>
      <Fact name={m.inquiries.columns.company}>
        {company === null ? (
          <span className={details.missing}>{m.inquiries.noCompany}</span>
        ) : (
          <Link
            className={classes.link}
            to="/d/$desk/companies/$companyId"
            params={{ desk: slug, companyId: company.companyId }}
          >
            {company.name}
          </Link>
        )}
      </Fact>
      <Fact name={m.inquiries.page.contact}>{contact.name}</Fact>
      {contact.email !== '' && <Fact name={m.register.email}>{contact.email}</Fact>}
      {contact.phone !== '' && <Fact name={m.register.phone}>{phoneText(contact.phone)}</Fact>}
      <Fact name={m.companies.district}>
        {district === null ? (
          <span className={details.dim}>{m.company.unknown}</span>
        ) : (
          m.companies.districts[district]
        )}
      </Fact>
      <Fact name={m.register.channel}>{m.channel[channel]}</Fact>
    </>
  );
}

function Sale({ page }: { readonly page: InquiryPage }) {
  const { m } = useI18n();
  const { slug, dates } = useDesk();
  const { topic, addressee, unrouted, owner, certificate, partner, fromTicket, becameTicket, receivedAt } =
    page.inquiry;
  const clause = page.addressees.find(({ to }) => to === addressee)?.clause.id ?? unrouted?.clause ?? null;
  const ticket = (number: number) => (
    <Link className={classes.link} to="/d/$desk/t/$number" params={{ desk: slug, number: String(number) }}>
      {m.common.number(number)}
    </Link>
  );
  return (
    <>
      <Fact name={m.inquiries.page.topic}>{m.inquiries.topic[topic]}</Fact>
      <Fact name={m.inquiries.columns.goesTo}>
        {addressee ?? <span className={details.missing}>{m.inquiries.unrouted}</span>}{' '}
        {clause !== null && <ClauseMark id={clause} />}
      </Fact>
      <Fact name={m.inquiries.page.owner}>
        {owner?.name ?? <span className={details.dim}>{m.inquiries.page.nobody}</span>}
      </Fact>
      {topic === 'price-list' && page.priceList !== null && (
        <Fact name={m.inquiries.topic['price-list']}>{m.inquiries.priceList[page.priceList]}</Fact>
      )}
      {certificate !== null && (
        <Fact name={m.inquiries.page.certificate}>
          <Link
            className={classes.link}
            to="/d/$desk/certificates/$certificateId"
            params={{ desk: slug, certificateId: certificate.certificateId }}
          >
            {certificate.number}
          </Link>
        </Fact>
      )}
      {partner !== null && (
        <Fact name={m.inquiries.page.partner}>
          <Link
            className={classes.link}
            to="/d/$desk/companies/$companyId"
            params={{ desk: slug, companyId: partner.companyId }}
          >
            {partner.name}
          </Link>
        </Fact>
      )}
      {fromTicket !== null && <Fact name={m.inquiries.page.fromTicket}>{ticket(fromTicket)}</Fact>}
      {becameTicket !== null && <Fact name={m.inquiries.page.becameTicket}>{ticket(becameTicket)}</Fact>}
      <Fact name={m.inquiries.page.received}>{dates.full(receivedAt)}</Fact>
    </>
  );
}

/** Published ways to sales: what the customer may be told (OW-CONTACT). */
function SalesContacts({ page }: { readonly page: InquiryPage }) {
  const { m, say } = useI18n();
  if (page.salesContacts.length === 0) return null;
  return (
    <>
      <h3 className={details.subheading}>{m.inquiries.page.salesContacts}</h3>
      <ul className={details.list}>
        {page.salesContacts.map(({ value, note, clause }) => (
          <li key={value}>
            {value} {clause !== '' && <ClauseMark id={clause} />}
            {note !== null && <span className={details.small}>{say(note)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
