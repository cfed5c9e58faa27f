import type { CompanyPage, InstanceView, LicenceView } from '@reglament/contract';
import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import classes from './companies.module.css';
import { InstanceDialog } from './instance-dialog.tsx';
import { LicenceDialog } from './licence-dialog.tsx';
import { noon } from './noon.ts';
import { Part } from './part.tsx';
import { useInstallations } from './use-installations.ts';

interface Props {
  readonly company: CompanyPage;
  readonly mayKeep: boolean;
}

type Editing =
  | { readonly kind: 'instance'; readonly before: InstanceView | null }
  | { readonly kind: 'licence'; readonly before: LicenceView | null };

/** What the company runs, and the licence agreements under which it does. */
export function InstallationsPart({ company, mayKeep }: Props) {
  const { m } = useI18n();
  const words = m.installations;
  const query = useInstallations(company.companyId);
  const [editing, setEditing] = useState<Editing | null>(null);
  const first = query.data?.pages[0];
  if (first === undefined)
    return (
      <Part title={words.title}>
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton height={60} aria-busy />
        )}
      </Part>
    );
  const instances = query.data?.pages.flatMap((page) => page.instances) ?? [];
  const add = (kind: Editing['kind'], label: string) =>
    mayKeep ? { label, onClick: () => setEditing({ kind, before: null }) } : undefined;
  const handleClose = () => setEditing(null);
  const { licences, choices } = first;
  return (
    <>
      <Part
        title={words.title}
        action={add('instance', words.add)}
        empty={instances.length === 0 ? words.empty : null}
      >
        <ul className={classes.list}>
          {instances.map((one) => (
            <InstanceLine
              key={one.instanceId}
              instance={one}
              onEdit={mayKeep ? () => setEditing({ kind: 'instance', before: one }) : undefined}
            />
          ))}
        </ul>
        {query.hasNextPage && (
          <Button
            size="compact-sm"
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {words.more}
          </Button>
        )}
      </Part>
      <Part
        title={words.licences}
        action={add('licence', words.addLicence)}
        empty={licences.length === 0 ? words.noLicences : null}
      >
        <ul className={classes.list}>
          {licences.map((one) => (
            <LicenceLine
              key={one.licenceId}
              licence={one}
              onEdit={mayKeep ? () => setEditing({ kind: 'licence', before: one }) : undefined}
            />
          ))}
        </ul>
      </Part>
      {editing?.kind === 'instance' && (
        <InstanceDialog company={company} choices={choices} before={editing.before} onClose={handleClose} />
      )}
      {editing?.kind === 'licence' && (
        <LicenceDialog company={company} choices={choices} before={editing.before} onClose={handleClose} />
      )}
    </>
  );
}

function EditButton({ name, onEdit }: { readonly name: string; readonly onEdit: (() => void) | undefined }) {
  const { m } = useI18n();
  if (onEdit === undefined) return null;
  return (
    <ActionIcon
      className={classes.fixed}
      variant="subtle"
      color="gray"
      size={32}
      aria-label={m.installations.change(name)}
      onClick={onEdit}
    >
      <IconPencil size={15} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}

function InstanceLine({
  instance,
  onEdit,
}: {
  readonly instance: InstanceView;
  readonly onEdit: (() => void) | undefined;
}) {
  const { m, say } = useI18n();
  const { slug, dates } = useDesk();
  const words = m.installations;
  const { product, productVersion, installationType, key, site, activated, certificate } = instance;
  const { keyRegisteredOn, commissionedOn, hasWorked } = instance;
  const name = productVersion === null ? product : `${product} ${productVersion}`;
  const facts = [
    installationType === null ? null : say(installationType.name),
    key === null ? null : words.keyOf(key),
    words.licencesOf(activated),
    site?.name ?? null,
    keyRegisteredOn === null ? null : words.registered(dates.date(noon(keyRegisteredOn))),
    commissionedOn === null ? null : words.commissioned(dates.date(noon(commissionedOn))),
    hasWorked ? null : words.notWorked,
    certificate === null ? words.noCertificate : null,
  ];
  return (
    <li className={classes.acting}>
      <span>
        <span className={classes.name}>{name}</span>{' '}
        <span className={classes.dim}>{facts.filter((fact) => fact !== null).join(' · ')}</span>
        {certificate !== null && (
          <>
            {' '}
            <Link
              to="/d/$desk/certificates/$certificateId"
              params={{ desk: slug, certificateId: certificate.certificateId }}
            >
              {words.under(certificate.number)}
            </Link>
          </>
        )}
      </span>
      <EditButton name={name} onEdit={onEdit} />
    </li>
  );
}

function LicenceLine({
  licence,
  onEdit,
}: {
  readonly licence: LicenceView;
  readonly onEdit: (() => void) | undefined;
}) {
  const { m } = useI18n();
  const { dates } = useDesk();
  const words = m.installations;
  const { number, products, from, until, state } = licence;
  return (
    <li className={classes.acting}>
      <span>
        <span className={classes.name}>{number}</span>{' '}
        <span className={classes.dim} data-state={state}>
          {[
            products?.join(', ') ?? words.allProducts,
            until === null
              ? m.company.since(dates.date(noon(from)))
              : m.company.period(dates.date(noon(from)), dates.date(noon(until))),
            words.states[state],
          ].join(' · ')}
        </span>
      </span>
      <EditButton name={number} onEdit={onEdit} />
    </li>
  );
}
