import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { StateLabel } from '../../ui/state-label.tsx';
import classes from './found-lists.module.css';
import { MarkedText } from '../../ui/marked-text.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import type { Found, FoundCertificate, FoundContact, FoundTicket, Segments } from './use-found.ts';

/** Tickets with the place that shows why each was found. */
export function FoundTickets({ tickets }: { readonly tickets: readonly FoundTicket[] }) {
  const { m } = useI18n();
  if (tickets.length === 0) return null;
  return (
    <section aria-labelledby="found-tickets">
      <h2 className={classes.heading} id="found-tickets">
        {m.search.tickets}
      </h2>
      <ul className={classes.list}>
        {tickets.map((ticket) => (
          <Ticket key={ticket.number} ticket={ticket} />
        ))}
      </ul>
    </section>
  );
}

function Ticket({ ticket }: { readonly ticket: FoundTicket }) {
  const { m } = useI18n();
  const { slug, dates } = useDesk();
  return (
    <li>
      <Link
        to="/d/$desk/t/$number"
        params={{ desk: slug, number: String(ticket.number) }}
        className={classes.ticket}
      >
        <span className={classes.subject}>
          <span className={classes.number}>{m.common.number(ticket.number)}</span>{' '}
          <MarkedText segments={ticket.subject} />
        </span>
        <span className={classes.state}>
          <StateLabel state={ticket.state} />
        </span>
        {ticket.snippet !== null && (
          <span className={classes.snippet}>
            <MarkedText segments={ticket.snippet} />
          </span>
        )}
        <span className={classes.about}>
          <span>{ticket.company ?? m.search.noCompany}</span>
          <span>{ticket.requester}</span>
          <time dateTime={ticket.lastMessageAt}>{dates.full(ticket.lastMessageAt)}</time>
        </span>
      </Link>
    </li>
  );
}

/** Companies, certificates and people beside the tickets. */
export function FoundThings({ found }: { readonly found: Found }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  if (found.companies.length + found.certificates.length + found.contacts.length === 0) return null;
  return (
    <div className={classes.things}>
      <Group id="found-companies" title={m.search.companies} isShown={found.companies.length > 0}>
        {found.companies.map(({ companyId, name, inn, city }) => (
          <li key={companyId}>
            <Link
              to="/d/$desk/companies/$companyId"
              params={{ desk: slug, companyId }}
              className={classes.thing}
            >
              <Name segments={name} />
              <Note parts={[inn === null ? '' : `${m.companies.inn} ${inn}`, city]} />
            </Link>
          </li>
        ))}
      </Group>
      <Group id="found-certificates" title={m.search.certificates} isShown={found.certificates.length > 0}>
        {found.certificates.map((one) => (
          <Certificate key={one.certificateId} certificate={one} />
        ))}
      </Group>
      <Group id="found-contacts" title={m.search.contacts} isShown={found.contacts.length > 0}>
        {found.contacts.map((one) => (
          <Contact key={one.contactId} contact={one} />
        ))}
      </Group>
    </div>
  );
}

function Group(props: {
  readonly id: string;
  readonly title: string;
  readonly isShown: boolean;
  readonly children: ReactNode;
}) {
  if (!props.isShown) return null;
  return (
    <section aria-labelledby={props.id}>
      <h2 className={classes.heading} id={props.id}>
        {props.title}
      </h2>
      <ul className={classes.list}>{props.children}</ul>
    </section>
  );
}

const Name = ({ segments }: { readonly segments: Segments }) => (
  <span className={classes.name}>
    <MarkedText segments={segments} />
  </span>
);

function Note({ parts }: { readonly parts: readonly string[] }) {
  const text = parts.filter((part) => part !== '').join(' · ');
  return text === '' ? null : <span className={classes.note}>{text}</span>;
}

function Certificate({ certificate }: { readonly certificate: FoundCertificate }) {
  const { say } = useI18n();
  const { slug, regulation } = useDesk();
  const { certificateId, number, company, packageId } = certificate;
  const found = regulation?.packages.find(({ id }) => id === packageId);
  return (
    <li>
      <Link
        to="/d/$desk/certificates/$certificateId"
        params={{ desk: slug, certificateId }}
        className={classes.thing}
      >
        <Name segments={number} />
        <Note parts={[company.name, found === undefined ? '' : say(found.name)]} />
      </Link>
    </li>
  );
}

function Contact({ contact }: { readonly contact: FoundContact }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { name, company, email, phone, ticketNumber } = contact;
  const words = (
    <>
      <Name segments={name} />
      <Note parts={[company?.name ?? '', email ?? '', phoneText(phone)]} />
    </>
  );
  if (company !== null)
    return (
      <li>
        <Link
          to="/d/$desk/companies/$companyId"
          params={{ desk: slug, companyId: company.companyId }}
          className={classes.thing}
        >
          {words}
        </Link>
      </li>
    );
  return (
    <li>
      {ticketNumber === null ? (
        <span className={classes.thing}>{words}</span>
      ) : (
        <Link
          to="/d/$desk/t/$number"
          params={{ desk: slug, number: String(ticketNumber) }}
          className={classes.thing}
        >
          {words}
          <Note parts={[m.common.number(ticketNumber)]} />
        </Link>
      )}
    </li>
  );
}
