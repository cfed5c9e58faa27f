import type { ImportReport as Report } from '@reglament/contract';
import { Button, Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './companies.module.css';

interface Props {
  readonly report: Report;
  readonly onApply: () => void;
}

type Outcome = Report['rows'][number]['outcome'];

const outcomes: readonly Outcome[] = ['wrong', 'created', 'changed', 'same'];
const AT_ONCE = 200;

/** What a table would do, or did: counted, and row by row. */
export function ImportReport({ report, onApply }: Props) {
  const { m } = useI18n();
  const words = m.importCompanies;
  const [only, setOnly] = useState<Outcome | 'all'>(report.counts.wrong > 0 ? 'wrong' : 'all');
  const [shown, setShown] = useState(AT_ONCE);
  const toKeep = report.counts.created + report.counts.changed;
  const rows = report.rows.filter((row) => only === 'all' || row.outcome === only);
  return (
    <>
      <dl className={classes.counts}>
        {outcomes.map((outcome) => (
          <div key={outcome} data-outcome={report.counts[outcome] > 0 ? outcome : undefined}>
            <dt>{words.counts[outcome]}</dt>
            <dd>{report.counts[outcome]}</dd>
          </div>
        ))}
      </dl>
      {report.ignored.length > 0 && (
        <p className={classes.ignored}>{words.ignored(report.ignored.join(', '))}</p>
      )}
      <div className={classes.bar}>
        {report.applied ? (
          <p role="status">{words.applied}</p>
        ) : toKeep === 0 ? (
          <p role="status">{words.nothing}</p>
        ) : (
          <Button onClick={onApply}>{words.apply(toKeep)}</Button>
        )}
        <Select
          aria-label={words.show}
          allowDeselect={false}
          data={[
            { value: 'all', label: words.all },
            ...outcomes.map((outcome) => ({ value: outcome, label: words.filters[outcome] })),
          ]}
          value={only}
          onChange={(value) => setOnly(outcomes.find((one) => one === value) ?? 'all')}
        />
      </div>
      {rows.length === 0 && <p className={classes.dim}>{words.noRows}</p>}
      <ul className={classes.list}>
        {rows.slice(0, shown).map((row) => (
          <Row key={row.line} row={row} applied={report.applied} />
        ))}
      </ul>
      {rows.length > shown && (
        <div className={classes.more}>
          <Button variant="default" size="compact-sm" onClick={() => setShown(shown + AT_ONCE)}>
            {words.more}
          </Button>
        </div>
      )}
    </>
  );
}

function Row({ row, applied }: { readonly row: Report['rows'][number]; readonly applied: boolean }) {
  const { m, say } = useI18n();
  const { slug } = useDesk();
  const words = m.importCompanies;
  const name = row.name === '' ? words.nameless : row.name;
  return (
    <li className={classes.imported} data-outcome={row.outcome}>
      <span className={classes.dim}>{words.line(row.line)}</span>
      <span className={classes.outcome}>{(applied ? words.done : words.outcomes)[row.outcome]}</span>
      <span className={classes.name}>
        {row.companyId === null ? (
          name
        ) : (
          <Link to="/d/$desk/companies/$companyId" params={{ desk: slug, companyId: row.companyId }}>
            {name}
          </Link>
        )}
      </span>
      {row.says.length > 0 && (
        <ul>
          {row.says.map((one) => (
            <li key={one.ru}>{say(one)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
