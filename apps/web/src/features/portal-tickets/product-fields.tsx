import type { PortalTicketForm } from '@reglament/contract';
import { Button, NativeSelect } from '@mantine/core';
import classes from './product-fields.module.css';
import type { NewTicket } from './use-new-ticket.ts';
import { useTicketWords } from './use-words.ts';

interface Props {
  readonly form: PortalTicketForm;
  readonly ticket: NewTicket;
}

const MOST_SHOWN = 6;

/** What it is about: one of the company's own installations at a touch, or a product of the catalogue with its version. */
export function ProductFields({ form, ticket }: Props) {
  const { register: w } = useTicketWords();
  const { facts, change } = ticket;
  if (form.products.length === 0) return null;
  const company = form.companies.find(({ companyId }) => companyId === facts.companyId);
  const own = (company?.installations ?? []).filter(({ product }) =>
    form.products.some(({ name }) => name === product),
  );
  const versions = form.products.find(({ name }) => name === facts.product)?.versions ?? [];
  const shown = [...new Map(own.map((one) => [`${one.product} ${one.version ?? ''}`, one])).values()];
  return (
    <div>
      {shown.length > 0 && (
        <div className={classes.own} role="group" aria-label={w.installations}>
          <span className={classes.label}>{w.installations}</span>
          {shown.slice(0, MOST_SHOWN).map(({ product, version }) => {
            const isChosen = facts.product === product && facts.productVersion === (version ?? '');
            return (
              <Button
                key={`${product} ${version ?? ''}`}
                size="compact-sm"
                variant={isChosen ? 'light' : 'default'}
                aria-pressed={isChosen}
                onClick={() => change({ product, productVersion: version ?? '' })}
              >
                {[product, version].filter(Boolean).join(' ')}
              </Button>
            );
          })}
        </div>
      )}
      <div className={classes.pair}>
        <NativeSelect
          label={w.product}
          value={facts.product}
          onChange={(event) => change({ product: event.currentTarget.value, productVersion: '' })}
          data={[
            { value: '', label: w.unsaid },
            ...form.products.map(({ name }) => ({ value: name, label: name })),
          ]}
        />
        {versions.length > 0 && (
          <NativeSelect
            label={w.version}
            value={facts.productVersion}
            onChange={(event) => change({ productVersion: event.currentTarget.value })}
            data={[{ value: '', label: w.unsaid }, ...versions.map((one) => ({ value: one, label: one }))]}
          />
        )}
      </div>
    </div>
  );
}
