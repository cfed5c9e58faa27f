import type { TicketPage } from '@reglament/contract';
import { IconInfoCircle, IconShieldCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useDatesOf } from '../../desk/use-dates-of.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { lastDay } from '../../ui/last-day.ts';
import { phoneText } from '../../ui/phone-text.ts';
import { ContactService } from '../service-stops/index.ts';
import classes from './details.module.css';
import { EntitlementSection } from './entitlement-section.tsx';
import { Section } from './section.tsx';
import { StatedCompanies } from './stated-companies.tsx';

const isServed = {
  covered: true,
  lifted: true,
  fallback: false,
  unidentified: false,
  'not-entitled': false,
  channel: false,
} as const;

export function WhoSection({ page }: { readonly page: TicketPage }) {
  const { m, say } = useI18n();
  const { slug } = useDesk();
  const { ticket } = page;
  return (
    <Section title={m.who.title}>
      <dl className={classes.facts}>
        <dt>{m.who.company}</dt>
        <dd>
          {ticket.company === null ? (
            <>
              <span className={classes.missing}>{m.who.unknownCompany}</span>
              <StatedCompanies page={page} />
            </>
          ) : (
            <Link
              to="/d/$desk/companies/$companyId"
              params={{ desk: slug, companyId: ticket.company.companyId }}
              className={classes.company}
            >
              {ticket.company.name}
            </Link>
          )}
        </dd>
        <dt>{m.who.contact}</dt>
        <dd>
          {ticket.requester.name}
          {ticket.requester.email !== '' && <span className={classes.small}>{ticket.requester.email}</span>}
          {ticket.requester.phone !== '' && (
            <a className={classes.small} href={`tel:${ticket.requester.phone}`}>
              {phoneText(ticket.requester.phone)}
            </a>
          )}
          <ContactService contact={ticket.requester} of={{ contactId: ticket.requester.contactId }} />
        </dd>
        <dt>{m.who.package}</dt>
        <dd>
          {ticket.package === null ? (
            <span className={classes.missing}>{m.who.noPackage}</span>
          ) : (
            say(ticket.package.name)
          )}
        </dd>
      </dl>
      <Coverage page={page} />
      <EntitlementSection page={page} />
      <Certificates page={page} />
    </Section>
  );
}

function Coverage({ page }: { readonly page: TicketPage }) {
  const { say } = useI18n();
  const { coverage } = page.ticket;
  const served = isServed[coverage.kind];
  const Shape = served ? IconShieldCheck : IconInfoCircle;
  return (
    <p className={classes.coverage} data-tone={served ? 'ok' : 'warn'}>
      <Shape size={16} stroke={1.8} aria-hidden />
      <span>
        {say(coverage.says)}
        {coverage.clause !== null && <ClauseMark id={coverage.clause} />}
      </span>
    </p>
  );
}

type Certificate = TicketPage['certificates'][number];

const serves = ({ state }: Certificate): boolean => state === 'in-force' || state === 'loyalty';

function CertificateWords({ certificate }: { readonly certificate: Certificate }) {
  const { m } = useI18n();
  const { state, startsAt, endsAt, loyaltyUntil, zone } = certificate;
  const dates = useDatesOf(zone);
  switch (state) {
    case 'in-force':
      return endsAt === null ? m.who.inForce : m.who.until(dates.date(lastDay(endsAt)));
    case 'loyalty':
      return loyaltyUntil === null ? m.who.loyalty : m.who.loyaltyUntil(dates.date(lastDay(loyaltyUntil)));
    case 'not-begun':
      return startsAt === null ? m.who.notBegun : m.who.beginsOn(dates.date(startsAt));
    case 'suspended':
      return m.who.suspended;
    case 'revoked':
      return m.who.revoked;
    case 'ended':
      return endsAt === null ? m.who.notInForce : m.who.endedOn(dates.date(lastDay(endsAt)));
  }
}

function Certificates({ page }: { readonly page: TicketPage }) {
  const { m, say } = useI18n();
  const { slug } = useDesk();
  if (page.certificates.length === 0) return null;
  return (
    <>
      <h3 className={classes.subheading}>{m.who.certificates}</h3>
      <ul className={classes.list}>
        {page.certificates.map((one) => (
          <li key={one.certificateId} className={classes.line}>
            <span>
              <Link
                to="/d/$desk/certificates/$certificateId"
                params={{ desk: slug, certificateId: one.certificateId }}
                className={classes.mono}
              >
                {one.number}
              </Link>
              <span className={classes.small}>{say(one.packageName)}</span>
            </span>
            <span className={classes.level} data-level={serves(one) ? 'yes' : 'no'}>
              <CertificateWords certificate={one} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
