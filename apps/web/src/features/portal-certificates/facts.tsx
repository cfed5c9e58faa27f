import type { PortalCertificatePage } from '@reglament/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { lastDay } from '../../ui/last-day.ts';
import { usePortal } from '../portal/index.ts';
import { useDatesOf } from './certificate-standing.tsx';
import { Box } from './box.tsx';
import classes from './certificates.module.css';
import { ClauseNote } from './clause-note.tsx';
import { useCertificateWords } from './use-words.ts';

interface Props {
  readonly page: PortalCertificatePage;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What was bought, by whom, and for how long. */
export function Facts({ page }: Props) {
  const { page: w } = useCertificateWords();
  return (
    <Box title={w.facts}>
      <dl className={classes.facts}>
        <Dates page={page} />
        <Bought page={page} />
        <Others page={page} />
      </dl>
    </Box>
  );
}

function Dates({ page }: Props) {
  const { page: w } = useCertificateWords();
  const { say } = useI18n();
  const { certificate } = page;
  const dates = useDatesOf(certificate.zone);
  const { startsAt, endsAt, cause, beginsOn, loyaltyUntil, declaredAt, term, zone } = certificate;
  return (
    <>
      {startsAt !== null && (
        <Fact name={w.began}>
          {dates.date(startsAt)}
          {cause !== null && <span className={classes.small}>{say(cause)}</span>}
        </Fact>
      )}
      {beginsOn.length > 0 && <Fact name={w.beginsOn}>{beginsOn.map(say).join(', ')}</Fact>}
      <Fact name={w.ends}>{endsAt === null ? w.endless : dates.date(lastDay(endsAt))}</Fact>
      {loyaltyUntil !== null && <Fact name={w.loyalty}>{dates.date(lastDay(loyaltyUntil))}</Fact>}
      {declaredAt !== null && <Fact name={w.declared}>{dates.date(declaredAt)}</Fact>}
      {term !== null && (
        <Fact name={w.term}>{term.unit === 'months' ? w.months(term.count) : w.daysOf(term.count)}</Fact>
      )}
      {zone !== null && <Fact name={w.zone}>{zone}</Fact>}
    </>
  );
}

function Bought({ page }: Props) {
  const { page: w, used, bought, overused } = useCertificateWords();
  const { say } = useI18n();
  const { certificate } = page;
  const { quantity, inUse } = certificate;
  return (
    <>
      {certificate.price !== null && <Fact name={w.price}>{say(certificate.price)}</Fact>}
      {quantity !== null && (
        <Fact name={w.quantity}>
          {inUse === null ? bought(quantity) : used(inUse, quantity)}
          {inUse !== null && inUse > quantity && <span className={classes.small}>{overused}</span>}
        </Fact>
      )}
      <Fact name={w.products}>{certificate.products?.join(', ') ?? w.anyProduct}</Fact>
      {certificate.installationType !== null && (
        <Fact name={w.installation}>{say(certificate.installationType.name)}</Fact>
      )}
      {certificate.bought.length > 0 && (
        <Fact name={w.bought}>{certificate.bought.map(({ name }) => say(name)).join(', ')}</Fact>
      )}
      {certificate.visitsPerTicket !== null && <Fact name={w.visits}>{certificate.visitsPerTicket}</Fact>}
      {certificate.people.map(({ role, name, clause }) => (
        <Fact key={`${role.ru} ${name}`} name={say(role)}>
          {name} <ClauseNote id={clause} />
        </Fact>
      ))}
    </>
  );
}

function Others({ page }: Props) {
  const { page: w } = useCertificateWords();
  const { renews, renewedBy, edition } = page.certificate;
  return (
    <>
      {renews !== null && (
        <Fact name={w.renews}>
          <OtherLink other={renews} />
        </Fact>
      )}
      {renewedBy !== null && (
        <Fact name={w.renewedBy}>
          <OtherLink other={renewedBy} />
        </Fact>
      )}
      <Fact name={w.edition}>{edition}</Fact>
    </>
  );
}

function OtherLink({ other }: { readonly other: NonNullable<Props['page']['certificate']['renews']> }) {
  const { slug } = usePortal();
  return (
    <Link
      to="/p/$desk/certificates/$certificateId"
      params={{ desk: slug, certificateId: other.certificateId }}
      className={classes.link}
    >
      {other.number}
    </Link>
  );
}
