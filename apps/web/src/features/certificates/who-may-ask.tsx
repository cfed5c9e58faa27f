import type { CompanyPage } from '@reglament/contract';
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import { ContactsDialog, useCompany, useMayKeep } from '../companies/index.ts';
import { details, Section } from '../ticket/index.ts';

/** Whose requests the certificate serves: people whom the company named, or all of it (AO-1.4). */
export function WhoMayAsk({ companyId }: { readonly companyId: string }) {
  const { m } = useI18n();
  const { slug, regulation } = useDesk();
  const query = useCompany(slug, companyId);
  return (
    <Section title={m.certificates.page.whoMayAsk}>
      {query.data !== undefined && regulation !== null ? (
        <Loaded company={query.data} />
      ) : query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        // As high as one person with the button: what lies below does not move.
        <Skeleton height={116} aria-busy />
      )}
    </Section>
  );
}

function Loaded({ company }: { readonly company: CompanyPage }) {
  const { m } = useI18n();
  const { regulation } = useDesk();
  const [isAdding, setIsAdding] = useState(false);
  const mayKeep = useMayKeep() && company.mergedInto === null;
  const words = m.certificates.page;
  const onlyListed = regulation?.entitlement.contacts === 'listed';
  const clause = regulation?.entitlement.contactsClause ?? null;
  const entitled = company.contacts.filter(({ listed }) => listed || !onlyListed);
  return (
    <>
      <p className={details.dim}>
        {onlyListed ? words.onlyListed : words.wholeCompany}{' '}
        {onlyListed && clause !== null && <ClauseMark id={clause} />}
      </p>
      {entitled.length === 0 ? (
        <p className={details.missing}>{words.nobodyListed}</p>
      ) : (
        <ul className={details.list}>
          {entitled.map(({ contactId, name, email, phone }) => (
            <li key={contactId}>
              {name}
              <span className={details.small}>{email ?? phoneText(phone)}</span>
            </li>
          ))}
        </ul>
      )}
      {mayKeep && (
        <Button variant="default" size="xs" mt={8} onClick={() => setIsAdding(true)}>
          {words.changeListed}
        </Button>
      )}
      {isAdding && <ContactsDialog company={company} onClose={() => setIsAdding(false)} />}
    </>
  );
}
