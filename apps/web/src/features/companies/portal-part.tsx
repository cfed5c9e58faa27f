import { endpoints, type CompanyPortal, type TicketVisibility } from '@reglament/contract';
import { Checkbox, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './companies.module.css';
import { FormDialog } from './form-dialog.tsx';
import { Part } from './part.tsx';
import { usePortalPartWords } from './use-portal-part-words.ts';

const rules: readonly TicketVisibility[] = ['none', 'own', 'by-role', 'all'];

const portalKey = (desk: string, companyId: string) => [...keys.companies(desk), companyId, 'portal'];

/** Which tickets the company's people see in the portal, and who supervises; dispatchers and leads decide it. */
export function PortalPart({ companyId }: { readonly companyId: string }) {
  const w = usePortalPartWords();
  const { m } = useI18n();
  const { slug, summary } = useDesk();
  const [isOpen, setIsOpen] = useState(false);
  const { data, isPending } = useQuery({
    queryKey: portalKey(slug, companyId),
    queryFn: ({ signal }) =>
      api(endpoints.getCompanyPortal, { params: { desk: slug, companyId } }, { signal }),
  });
  if (data === undefined)
    return isPending ? (
      <Part title={w.title}>
        <Skeleton className={classes.portalWaiting ?? ''} aria-busy />
      </Part>
    ) : null;
  const mayChange = summary.role !== 'engineer' && summary.role !== 'sales';
  const supervisors = data.people.filter(({ isSupervisor }) => isSupervisor);
  return (
    <>
      <Part
        title={w.title}
        action={mayChange ? { label: m.company.edit, onClick: () => setIsOpen(true) } : undefined}
      >
        <ul className={classes.list}>
          <li className={classes.line}>
            <span className={classes.name}>{w.rules[data.visibility]}</span>
            <span className={classes.dim}>{w.means[data.visibility]}</span>
          </li>
          {data.visibility === 'by-role' && (
            <li className={classes.line}>
              <span className={classes.name}>{w.supervisors}</span>
              <span className={classes.dim}>
                {supervisors.length === 0 ? w.nobody : supervisors.map(({ name }) => name).join(', ')}
              </span>
            </li>
          )}
          <li className={classes.line}>
            <span className={classes.name}>{w.accounts}</span>
            <span className={classes.dim}>
              {w.accountsOf(data.people.filter(({ hasAccount }) => hasAccount).length, data.people.length)}
            </span>
          </li>
        </ul>
      </Part>
      {isOpen && <PortalDialog companyId={companyId} portal={data} onClose={() => setIsOpen(false)} />}
    </>
  );
}

interface DialogProps {
  readonly companyId: string;
  readonly portal: CompanyPortal;
  readonly onClose: () => void;
}

function PortalDialog({ companyId, portal, onClose }: DialogProps) {
  const w = usePortalPartWords();
  const { m } = useI18n();
  const { slug } = useDesk();
  const client = useQueryClient();
  const [visibility, setVisibility] = useState(portal.visibility);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(portal.people.flatMap(({ contactId, isSupervisor }) => (isSupervisor ? [contactId] : []))),
  );
  const change = useMutation({
    mutationFn: () =>
      api(endpoints.changeCompanyPortal, {
        params: { desk: slug, companyId },
        body: { visibility, supervisors: [...chosen] },
      }),
    onSuccess: (now) => {
      client.setQueryData(portalKey(slug, companyId), now);
      toast(w.saved);
      onClose();
    },
  });
  return (
    <FormDialog
      title={w.title}
      about={w.about}
      submit={m.companies.save}
      isPending={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      <Choices
        legend={w.rule}
        value={visibility}
        onChange={(id) => setVisibility(id as TicketVisibility)}
        isFirst
        choices={rules.map((id) => ({ id, name: w.rules[id], definition: w.means[id] }))}
      />
      {visibility === 'by-role' && (
        <Checkbox.Group label={w.supervisors} value={[...chosen]} onChange={(ids) => setChosen(new Set(ids))}>
          {portal.people.length === 0 && <p className={classes.dim}>{m.company.noContacts}</p>}
          {portal.people.map(({ contactId, name, email }) => (
            <Checkbox
              key={contactId}
              mt={8}
              value={contactId}
              label={email === null ? name : `${name} · ${email}`}
            />
          ))}
        </Checkbox.Group>
      )}
    </FormDialog>
  );
}
