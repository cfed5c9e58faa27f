import type { CompanyPage } from '@reglament/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './companies.module.css';
import { MergeDialog, UnmergeDialog } from './merge-dialog.tsx';
import { Part } from './part.tsx';

interface Props {
  readonly company: CompanyPage;
  readonly mayKeep: boolean;
}

interface Ref {
  readonly companyId: string;
  readonly name: string;
}

/** Records of what may be the same company: those that look like it, and those that were made part of it. */
export function DuplicatesPart({ company, mayKeep }: Props) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const [merging, setMerging] = useState<{ readonly other: Ref | null } | null>(null);
  const [parting, setParting] = useState<Ref | null>(null);
  const { duplicates, merged } = company;
  if (duplicates.length === 0 && merged.length === 0 && !mayKeep) return null;
  const choose = mayKeep
    ? { label: m.company.mergeOther, onClick: () => setMerging({ other: null }) }
    : undefined;
  return (
    <Part title={m.company.duplicates} action={choose}>
      {duplicates.length > 0 && <p className={classes.dim}>{m.company.duplicatesAbout}</p>}
      <ul className={classes.list}>
        {duplicates.map((other) => (
          <li key={other.companyId} className={classes.acting}>
            <span>
              <Link to="/d/$desk/companies/$companyId" params={{ desk: slug, companyId: other.companyId }}>
                {other.name}
              </Link>{' '}
              <span className={classes.dim}>
                {[
                  other.inn === null ? null : `${m.companies.inn} ${other.inn}`,
                  ...other.because.map((why) => m.company.because[why]),
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </span>
            {mayKeep && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${m.company.merge}: ${other.name}`}
                onClick={() => setMerging({ other })}
              >
                {m.company.merge}
              </Button>
            )}
          </li>
        ))}
        {merged.map((one) => (
          <li key={one.companyId} className={classes.acting}>
            <span>
              {m.company.mergedRecords}: {one.name}
            </span>
            {mayKeep && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${m.company.unmerge}: ${one.name}`}
                onClick={() => setParting(one)}
              >
                {m.company.unmerge}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {merging !== null && (
        <MergeDialog company={company} other={merging.other} onClose={() => setMerging(null)} />
      )}
      {parting !== null && <UnmergeDialog {...parting} onClose={() => setParting(null)} />}
    </Part>
  );
}
