import { ProblemError, type CompanyPage as Company } from '@reglament/contract';
import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconBuildingOff } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { BackArrow, PageHead } from '../../ui/page-head.tsx';
import { PageScroll } from '../../ui/page-scroll.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './companies.module.css';
import {
  CertificatesPart,
  ContactsPart,
  FactsPart,
  InquiriesPart,
  SitesPart,
  StandingsPart,
  TicketsPart,
} from './company-parts.tsx';
import { ContactsDialog } from './contacts-dialog.tsx';
import { PortalPart } from './portal-part.tsx';
import { DuplicatesPart } from './duplicates-part.tsx';
import { EditFacts } from './facts-dialog.tsx';
import { InstallationsPart } from './installations-part.tsx';
import { SitesDialog } from './sites-dialog.tsx';
import { StandingsDialog } from './standings-dialog.tsx';
import { useCompany, useMayKeep, useMayMerge } from './use-companies.ts';

const dialogs = {
  facts: EditFacts,
  contacts: ContactsDialog,
  sites: SitesDialog,
  standings: StandingsDialog,
} as const;

/** One company: its facts, people, sites, standings, certificates, tickets, and records that may be the same. */
export function CompanyPage() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { companyId = '' } = useParams({ strict: false });
  const query = useCompany(slug, companyId);
  usePageTitle(query.data?.name ?? m.companies.title);
  return (
    <>
      <PageHead
        back={
          <BackArrow
            label={m.company.back}
            renderLink={(props) => <Link to="/d/$desk/companies" params={{ desk: slug }} {...props} />}
          />
        }
        title={query.data?.name ?? m.companies.title}
      />
      <PageScroll>
        {query.data !== undefined ? (
          <Parts key={companyId} company={query.data} />
        ) : query.isError ? (
          <NoCompany error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Waiting />
        )}
      </PageScroll>
    </>
  );
}

/** It did not come; there is none, or none that is of this desk. */
function NoCompany({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  if (!(error instanceof ProblemError) || error.problem.status !== 404)
    return <ScreenFailure title={m.company.failed} error={error} onRetry={onRetry} />;
  return (
    <ScreenState icon={IconBuildingOff} title={m.company.notFound} hint={m.company.notFoundHint}>
      <Button
        variant="default"
        renderRoot={(props) => <Link to="/d/$desk/companies" params={{ desk: slug }} {...props} />}
      >
        {m.company.back}
      </Button>
    </ScreenState>
  );
}

function Parts({ company }: { readonly company: Company }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const mayChange = useMayKeep() && company.mergedInto === null;
  const mayMerge = useMayMerge() && company.mergedInto === null;
  const [editing, setEditing] = useState<keyof typeof dialogs | null>(null);
  const edit = (part: keyof typeof dialogs) => (mayChange ? () => setEditing(part) : undefined);
  const Dialog = editing === null ? null : dialogs[editing];
  return (
    <div className={classes.parts}>
      {company.mergedInto !== null && (
        <p className={classes.merged} role="status">
          {m.company.mergedInto(company.mergedInto.name)}.{' '}
          <Link
            to="/d/$desk/companies/$companyId"
            params={{ desk: slug, companyId: company.mergedInto.companyId }}
          >
            {m.company.open(company.mergedInto.name)}
          </Link>
        </p>
      )}
      <FactsPart company={company} onEdit={edit('facts')} />
      <ContactsPart company={company} onEdit={edit('contacts')} />
      {company.mergedInto === null && <PortalPart companyId={company.companyId} />}
      <CertificatesPart company={company} />
      <InstallationsPart company={company} mayKeep={mayMerge} />
      <InquiriesPart company={company} mayOpen={mayChange} />
      <TicketsPart company={company} />
      <SitesPart company={company} onEdit={edit('sites')} />
      <StandingsPart company={company} onEdit={edit('standings')} />
      <DuplicatesPart company={company} mayKeep={mayMerge} />
      {Dialog !== null && <Dialog company={company} onClose={() => setEditing(null)} />}
    </div>
  );
}

function Waiting() {
  const { m } = useI18n();
  return (
    <div className={classes.parts} aria-busy>
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      <Skeleton height={120} mt={16} />
      <Skeleton height={90} mt={16} />
      <Skeleton height={90} mt={16} />
    </div>
  );
}
