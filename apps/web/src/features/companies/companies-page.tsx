import type { CompanyInList } from '@reglament/contract';
import { Button, Skeleton, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuilding, IconPlus, IconSearch, IconTableImport } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageScroll } from '../../ui/page-scroll.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './companies.module.css';
import { CreateCompany } from './facts-dialog.tsx';
import { KeyMatches } from './key-matches.tsx';
import { useKeyMatches } from './use-installations.ts';
import { useCompanies, useMayKeep, useMayMerge } from './use-companies.ts';

const PAUSE_MS = 200;

/** Companies by name, found by part of it or by the first digits of the INN. */
export function CompaniesPage() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const mayKeep = useMayKeep();
  const mayImport = useMayMerge();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search, PAUSE_MS);
  const [isCreating, setIsCreating] = useState(false);
  usePageTitle(m.companies.title);
  return (
    <>
      <PageHead title={m.companies.title}>
        <TextInput
          className={classes.search}
          type="search"
          aria-label={m.companies.search}
          placeholder={m.companies.search}
          leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
          maxLength={300}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {mayKeep && (
          <div className={classes.buttons}>
            {mayImport && (
              <Button
                variant="default"
                leftSection={<IconTableImport size={15} stroke={1.7} aria-hidden />}
                renderRoot={(props) => (
                  <Link to="/d/$desk/companies/import" params={{ desk: slug }} {...props} />
                )}
              >
                {m.companies.import}
              </Button>
            )}
            <Button
              leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
              onClick={() => setIsCreating(true)}
            >
              {m.companies.create}
            </Button>
          </div>
        )}
      </PageHead>
      <PageScroll>
        <KeyMatches search={settled.trim()} />
        <Items search={settled.trim()} />
      </PageScroll>
      {isCreating && (
        <CreateCompany
          onClose={() => setIsCreating(false)}
          onCreated={(companyId) =>
            void navigate({ to: '/d/$desk/companies/$companyId', params: { desk: slug, companyId } })
          }
        />
      )}
    </>
  );
}

function Items({ search }: { readonly search: string }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const query = useCompanies(slug, search);
  const byKey = useKeyMatches(search);
  return (
    <PagedList query={query} failed={m.companies.failed} more={m.companies.more} waiting={<Waiting />}>
      {(pages) => {
        const companies = pages.flatMap((page) => page.companies);
        if (companies.length > 0)
          return (
            <ul className={classes.items}>
              {companies.map((company) => (
                <Item key={company.companyId} company={company} />
              ))}
            </ul>
          );
        if ((byKey.data?.instances.length ?? 0) > 0) return null;
        return search === '' ? (
          <ScreenState icon={IconBuilding} title={m.companies.empty} hint={m.companies.emptyHint} />
        ) : (
          <ScreenState icon={IconSearch} title={m.companies.nothing} hint={m.companies.nothingHint} />
        );
      }}
    </PagedList>
  );
}

function Item({ company }: { readonly company: CompanyInList }) {
  const { m, say } = useI18n();
  const { slug, regulation } = useDesk();
  const packageName = (id: string): string => {
    const found = regulation?.packages.find((one) => one.id === id);
    return found === undefined ? id : say(found.name);
  };
  return (
    <li>
      <Link
        to="/d/$desk/companies/$companyId"
        params={{ desk: slug, companyId: company.companyId }}
        className={classes.item}
      >
        <span className={classes.name}>{company.name}</span>
        <span className={classes.dim}>
          {[
            company.inn === null ? null : `${m.companies.inn} ${company.inn}`,
            company.city === '' ? null : company.city,
            company.district === null ? null : m.companies.districts[company.district],
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
        <span className={classes.packages}>{company.packages.map(packageName).join(', ')}</span>
        <span className={classes.count}>{m.companies.people(company.contacts)}</span>
      </Link>
    </li>
  );
}

const SHOWN_WHILE_WAITING = 8;

function Waiting() {
  const { m } = useI18n();
  return (
    <div aria-busy>
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      {Array.from({ length: SHOWN_WHILE_WAITING }, (_, index) => (
        <div key={index} className={classes.waiting}>
          <Skeleton height={14} width={`${60 - index * 3}%`} />
        </div>
      ))}
    </div>
  );
}
