import type { CompanyPage } from '@reglament/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useDatesOf } from '../../desk/use-dates-of.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { lastDay } from '../../ui/last-day.ts';
import { StateLabel } from '../../ui/state-label.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import { IssueDialog, mayChange } from '../certificates/index.ts';
import { ContactService } from '../service-stops/index.ts';
import { CompanyInquiries, NewInquiryDialog } from '../inquiries/index.ts';
import classes from './companies.module.css';
import { noon } from './noon.ts';
import { Part } from './part.tsx';

interface Props {
  readonly company: CompanyPage;
  /** Opens the dialog that changes it; absent: the person only reads. */
  readonly onEdit?: (() => void) | undefined;
}

const useEdit = (onEdit: (() => void) | undefined) => {
  const { m } = useI18n();
  return onEdit === undefined ? undefined : { label: m.company.edit, onClick: onEdit };
};

export function FactsPart({ company, onEdit }: Props) {
  const { m } = useI18n();
  const facts = [
    [m.companies.inn, company.inn],
    [m.companies.kpp, company.kpp],
    [m.companies.ogrn, company.ogrn],
    [m.companies.city, company.city === '' ? null : company.city],
    [m.companies.district, company.district === null ? null : m.companies.districts[company.district]],
    [m.place.companyZone, company.zone],
  ] as const;
  return (
    <Part title={m.company.facts} action={useEdit(onEdit)}>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? <span className={classes.dim}>{m.company.unknown}</span>}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

export function ContactsPart({ company, onEdit }: Props) {
  const { m } = useI18n();
  return (
    <Part
      title={m.company.contacts}
      action={useEdit(onEdit)}
      empty={company.contacts.length === 0 ? m.company.noContacts : null}
    >
      <ul className={classes.list}>
        {company.contacts.map((contact) => (
          <li key={contact.contactId} className={classes.line}>
            <span className={classes.name}>{contact.name}</span>
            <span className={classes.dim}>
              {[
                contact.email,
                contact.phone === '' ? null : phoneText(contact.phone),
                contact.listed ? null : m.company.notListed,
                contact.others.length === 0
                  ? null
                  : m.company.alsoOf(contact.others.map(({ name }) => name).join(', ')),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
            <ContactService contact={contact} of={{ companyId: company.companyId }} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function SitesPart({ company, onEdit }: Props) {
  const { m } = useI18n();
  return (
    <Part
      title={m.company.sites}
      action={useEdit(onEdit)}
      empty={company.sites.length === 0 ? m.company.noSites : null}
    >
      <ul className={classes.list}>
        {company.sites.map((site) => (
          <li key={site.siteId} className={classes.line}>
            <span className={classes.name}>{site.name}</span>
            <span className={classes.dim}>
              {[site.city, site.region, site.zone].filter((part) => part !== '').join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function StandingsPart({ company, onEdit }: Props) {
  const { m, say } = useI18n();
  const { dates } = useDesk();
  const hasRoles = company.roles.length > 0;
  const edit = useEdit(hasRoles ? onEdit : undefined);
  const nothing = hasRoles ? m.company.noStandings : m.company.noRoles;
  return (
    <Part title={m.company.standings} action={edit} empty={company.standings.length === 0 ? nothing : null}>
      <ul className={classes.list}>
        {company.standings.map(({ standingId, name, from, until, holds, shownAs }) => (
          <li key={standingId} className={classes.line}>
            <span className={classes.name}>{say(name)}</span>
            <span className={classes.dim}>
              {until === null
                ? m.company.since(dates.date(noon(from)))
                : m.company.period(dates.date(noon(from)), dates.date(noon(until)))}
              {holds && ` · ${m.company.holds}`}
              {shownAs !== null && ` · ${m.company.inDirectory}`}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function CertificatesPart({ company }: Props) {
  const { m } = useI18n();
  const { summary } = useDesk();
  const [isIssuing, setIsIssuing] = useState(false);
  const mayIssue = mayChange(summary.role) && company.mergedInto === null;
  return (
    <>
      <Part
        title={m.company.certificates}
        action={mayIssue ? { label: m.certificates.issue, onClick: () => setIsIssuing(true) } : undefined}
        empty={company.certificates.length === 0 ? m.company.noCertificates : null}
      >
        <ul className={classes.list}>
          {company.certificates.map((one) => (
            <CertificateLine key={one.certificateId} certificate={one} />
          ))}
        </ul>
      </Part>
      {isIssuing && <IssueDialog companyId={company.companyId} onClose={() => setIsIssuing(false)} />}
    </>
  );
}

function CertificateLine({
  certificate,
}: {
  readonly certificate: Props['company']['certificates'][number];
}) {
  const { m, say } = useI18n();
  const { slug } = useDesk();
  const { certificateId, number, packageName, state, endsAt, zone } = certificate;
  const dates = useDatesOf(zone);
  return (
    <li className={classes.line}>
      <Link
        to="/d/$desk/certificates/$certificateId"
        params={{ desk: slug, certificateId }}
        className={classes.name}
      >
        {number}
      </Link>
      <span className={classes.dim}>
        {[
          say(packageName),
          m.company.states[state],
          endsAt === null ? null : m.company.untilDate(dates.date(lastDay(endsAt))),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
    </li>
  );
}

export function InquiriesPart({ company, mayOpen }: Props & { readonly mayOpen: boolean }) {
  const { m } = useI18n();
  const [isOpening, setIsOpening] = useState(false);
  const { companyId, name } = company;
  const action = mayOpen ? { label: m.inquiries.buy, onClick: () => setIsOpening(true) } : undefined;
  return (
    <>
      <Part title={m.inquiries.title} action={action}>
        <CompanyInquiries companyId={companyId} />
      </Part>
      {isOpening && <NewInquiryDialog company={{ companyId, name }} onClose={() => setIsOpening(false)} />}
    </>
  );
}

export function TicketsPart({ company }: Props) {
  const { m } = useI18n();
  const { slug, dates } = useDesk();
  return (
    <Part title={m.company.tickets} empty={company.tickets.length === 0 ? m.company.noTickets : null}>
      <ul className={classes.list}>
        {company.tickets.map((ticket) => (
          <li key={ticket.number} className={classes.ticket}>
            <Link to="/d/$desk/t/$number" params={{ desk: slug, number: String(ticket.number) }}>
              {m.common.number(ticket.number)} {ticket.subject}
            </Link>
            <span className={classes.dim}>{dates.date(ticket.registeredAt)}</span>
            <StateLabel state={ticket.state} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
