import type { CertificatePage } from '@reglament/contract';
import type { CertificateRules } from '@reglament/desk';
import { momentNames, offerOf, termWords } from '@reglament/desk/certificate';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useDatesOf } from '../../desk/use-dates-of.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { details, Section } from '../ticket/index.ts';
import classes from './certificates.module.css';
import { DaysLeft } from './days-left.tsx';
import { lastDay } from '../../ui/last-day.ts';

interface Props {
  readonly page: CertificatePage;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className={classes.fact}>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** From when, why then, until when, and how long still. */
export function DatesSection({ page }: Props) {
  const { m, say, language } = useI18n();
  const { certificate } = page;
  const dates = useDatesOf(certificate.zone);
  const words = m.certificates.page;
  const { startsAt, endsAt, cause, loyaltyUntil, declaredAt, term, namedStart } = certificate;
  return (
    <Section title={words.dates}>
      <dl className={details.facts}>
        <Fact name={words.starts}>
          {startsAt === null ? (
            <span className={details.missing}>{words.startUnknown}</span>
          ) : (
            dates.full(startsAt)
          )}
          {cause !== null && <span className={details.small}>{say(cause)}</span>}
          {certificate.beginsOn.length > 0 && (
            <span className={details.small}>
              {m.certificates.page.orOn(certificate.beginsOn.map(say).join(', '))}
            </span>
          )}
        </Fact>
        <Fact name={words.ends}>{endsAt === null ? words.endless : dates.date(lastDay(endsAt))}</Fact>
        <Fact name={words.left}>
          <DaysLeft certificate={certificate} />
        </Fact>
        {loyaltyUntil !== null && <Fact name={words.loyalty}>{dates.date(lastDay(loyaltyUntil))}</Fact>}
        {declaredAt !== null && <Fact name={words.declared}>{dates.date(declaredAt)}</Fact>}
        {term !== null && <Fact name={words.term}>{termWords(term, language)}</Fact>}
        {namedStart !== null && <Fact name={words.named}>{dates.date(namedStart)}</Fact>}
        {certificate.zone !== null && <Fact name={m.place.localTime}>{certificate.zone}</Fact>}
        {certificate.dates.map(({ event, at }) => (
          <Fact key={event} name={say(momentNames[event])}>
            {dates.date(at)}
          </Fact>
        ))}
      </dl>
    </Section>
  );
}

/** Who bought what. */
export function FactsSection({ page }: Props) {
  const { m, say } = useI18n();
  const { slug } = useDesk();
  const words = m.certificates.page;
  const { certificate } = page;
  const rules = page.rules as CertificateRules | null;
  const offer = rules === null ? null : offerOf(rules, certificate.package.id);
  return (
    <Section title={words.facts}>
      <dl className={details.facts}>
        <Fact name={words.company}>
          <Link
            to="/d/$desk/companies/$companyId"
            params={{ desk: slug, companyId: certificate.company.companyId }}
            className={classes.link}
          >
            {certificate.company.name}
          </Link>
        </Fact>
        <Fact name={words.package}>{say(certificate.package.name)}</Fact>
        {offer !== null && (
          <Fact name={words.soldFor}>
            {say(offer.price)} <ClauseMark id={offer.clause} />
          </Fact>
        )}
        <Fact name={words.quantity}>{certificate.quantity ?? words.notCounted}</Fact>
        {certificate.inUse !== null && <Fact name={words.inUse}>{certificate.inUse}</Fact>}
        <Fact name={words.products}>{certificate.products?.join(', ') ?? words.anyProduct}</Fact>
        {certificate.productOrder !== null && (
          <Fact name={words.productOrder}>{certificate.productOrder}</Fact>
        )}
        {certificate.payment !== null && <Fact name={words.payment}>{certificate.payment}</Fact>}
        {certificate.productVersion !== null && (
          <Fact name={words.productVersion}>{certificate.productVersion}</Fact>
        )}
        {certificate.installationType !== null && (
          <Fact name={words.installation}>{say(certificate.installationType.name)}</Fact>
        )}
        {certificate.figures.map(({ clock, name, ms }) => (
          <Fact key={clock} name={say(name)}>
            {m.time.hours(ms / 3_600_000)}
          </Fact>
        ))}
        {certificate.bought.length > 0 && (
          <Fact name={words.bought}>{certificate.bought.map(({ name }) => say(name)).join(', ')}</Fact>
        )}
        {certificate.visitsPerTicket !== null && (
          <Fact name={words.visits}>{certificate.visitsPerTicket}</Fact>
        )}
        {certificate.people.map(({ role, name, serves, clause }) => (
          <Fact key={role.id} name={say(role.name)}>
            {name} {clause !== null && <ClauseMark id={clause} />}
            {!serves && <span className={details.small}>{words.personGone}</span>}
          </Fact>
        ))}
        {certificate.renews !== null && (
          <Fact name={words.renews}>
            <OtherLink other={certificate.renews} />
          </Fact>
        )}
        {certificate.renewedBy !== null && (
          <Fact name={words.renewedBy}>
            <OtherLink other={certificate.renewedBy} />
          </Fact>
        )}
        <Fact name={words.edition}>{certificate.edition}</Fact>
      </dl>
    </Section>
  );
}

function OtherLink({ other }: { readonly other: NonNullable<CertificatePage['certificate']['renews']> }) {
  const { slug } = useDesk();
  return (
    <Link
      to="/d/$desk/certificates/$certificateId"
      params={{ desk: slug, certificateId: other.certificateId }}
      className={classes.link}
    >
      {other.number}
    </Link>
  );
}

/** Whether it may be renewed, and on what terms. */
export function RenewalSection({ page }: Props) {
  const { m, say } = useI18n();
  const { renewal } = page;
  if (renewal === null) return null;
  return (
    <Section title={m.certificates.page.renewal}>
      <ul className={details.list}>
        {renewal.says.map((one) => (
          <li key={one.ru}>{say(one)}</li>
        ))}
      </ul>
      <ClauseMark id={renewal.clause} />
    </Section>
  );
}
