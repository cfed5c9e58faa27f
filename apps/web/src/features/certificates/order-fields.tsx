import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { momentNames, termWords } from '@reglament/desk/certificate';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './certificates.module.css';
import { type OrderForm, type Sold, termText } from './order-form.ts';
import { PeopleFields } from './people-fields.tsx';

interface Props {
  readonly form: OrderForm;
  readonly sold: Sold;
  readonly counts: 'instances' | 'licences' | 'not-counted';
  readonly onChange: (changes: Partial<OrderForm>) => void;
  /** Whoever is named on it already, by id. */
  readonly standing?: ReadonlyMap<string, string>;
}

/** What the offer of a package asks of an order: its term, quantity and dates, and figures where they may be agreed. */
export function OrderFields({ form, sold, counts, onChange, standing }: Props) {
  const { m } = useI18n();
  const words = m.certificates.form;
  return (
    <>
      <div className={classes.pair}>
        <TermField form={form} sold={sold} onChange={onChange} />
        {sold.isCounted && (
          <TextInput
            type="number"
            min={1}
            label={words.quantity[counts]}
            value={form.quantity}
            onChange={(event) => onChange({ quantity: event.currentTarget.value })}
          />
        )}
      </div>
      <div className={classes.pair}>
        {sold.events.map((event) => (
          <DateOf key={event} event={event} form={form} onChange={onChange} />
        ))}
        {sold.offer.begins.namedDate === 'wins' && (
          <TextInput
            type="date"
            label={words.named}
            description={words.namedHint}
            value={form.namedStart}
            onChange={(event) => onChange({ namedStart: event.currentTarget.value })}
          />
        )}
      </div>
      {sold.clocks.map((clock) => (
        <FigureOf key={clock.id} clock={clock} form={form} onChange={onChange} />
      ))}
      <WhatItCovers form={form} sold={sold} onChange={onChange} />
      <PeopleFields
        form={form}
        sold={sold}
        onChange={onChange}
        {...(standing === undefined ? {} : { standing })}
      />
    </>
  );
}

/** Products and installations that are named, and what was bought beside. */
function WhatItCovers({ form, sold, onChange }: Pick<Props, 'form' | 'sold' | 'onChange'>) {
  const { m, say } = useI18n();
  const words = m.certificates;
  return (
    <>
      <div className={classes.pair}>
        {sold.offer.soldWith !== 'alone' && (
          <TextInput
            label={words.page.productOrder}
            description={words.form.productOrderHint}
            maxLength={200}
            autoComplete="off"
            value={form.productOrder}
            onChange={(event) => onChange({ productOrder: event.currentTarget.value })}
          />
        )}
        <TextInput
          label={words.page.payment}
          description={words.form.paymentHint}
          maxLength={200}
          autoComplete="off"
          value={form.payment}
          onChange={(event) => onChange({ payment: event.currentTarget.value })}
        />
      </div>
      {sold.asksVersion && (
        <TextInput
          label={words.page.productVersion}
          description={words.form.productVersionHint}
          placeholder="8.2"
          maxLength={80}
          autoComplete="off"
          value={form.productVersion}
          onChange={(event) => onChange({ productVersion: event.currentTarget.value })}
        />
      )}
      {sold.installationTypes.length > 0 && (
        <NativeSelect
          label={words.page.installation}
          value={form.installationType}
          onChange={(event) => onChange({ installationType: event.currentTarget.value })}
          data={[
            { value: '', label: words.form.anyInstallation },
            ...sold.installationTypes.map(({ id, name }) => ({ value: id, label: say(name) })),
          ]}
        />
      )}
      {sold.products.length > 0 && (
        <Several
          label={words.page.products}
          hint={words.form.anyProduct}
          things={sold.products.map((one) => ({ id: one, name: one }))}
          chosen={form.products}
          onChange={(products) => onChange({ products })}
        />
      )}
      {sold.paid.length > 0 && (
        <Several
          label={words.page.bought}
          things={sold.paid.map(({ id, name }) => ({ id, name: say(name) }))}
          chosen={form.bought}
          onChange={(bought) => onChange({ bought })}
        />
      )}
    </>
  );
}

interface SeveralProps {
  readonly label: string;
  readonly hint?: string;
  readonly things: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Several({ label, hint, things, chosen, onChange }: SeveralProps) {
  return (
    <Checkbox.Group label={label} description={hint} value={[...chosen]} onChange={onChange}>
      <div className={classes.several}>
        {things.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

type FieldProps = Pick<Props, 'form' | 'onChange'>;

/** One of the lengths on sale, or so many months. */
export function TermField({
  form,
  sold,
  onChange,
}: {
  readonly form: Pick<OrderForm, 'term'>;
  readonly sold: Sold;
  readonly onChange: (changes: { readonly term: string }) => void;
}) {
  const { m, language } = useI18n();
  if (sold.offer.terms === 'while-standing') return null;
  if (sold.terms === null)
    return (
      <TextInput
        type="number"
        min={1}
        label={m.certificates.form.months}
        value={form.term.split(' ')[0] ?? ''}
        onChange={(event) => onChange({ term: `${event.currentTarget.value} months` })}
      />
    );
  const terms = sold.terms.map((term) => ({ value: termText(term), label: termWords(term, language) }));
  return (
    <NativeSelect
      label={m.certificates.form.term}
      value={form.term}
      onChange={(event) => onChange({ term: event.currentTarget.value })}
      // One that was brought over has none: the first on sale must not look chosen.
      data={form.term === '' ? [{ value: '', label: '—' }, ...terms] : terms}
    />
  );
}

function DateOf({ event, form, onChange }: FieldProps & { readonly event: Sold['events'][number] }) {
  const { m, say } = useI18n();
  return (
    <TextInput
      type="date"
      label={m.certificates.form.date(say(momentNames[event]))}
      value={form.dates[event] ?? ''}
      onChange={({ currentTarget }) => onChange({ dates: { ...form.dates, [event]: currentTarget.value } })}
    />
  );
}

function FigureOf({ clock, form, onChange }: FieldProps & { readonly clock: Sold['clocks'][number] }) {
  const { m, say } = useI18n();
  return (
    <TextInput
      type="number"
      min={0}
      step="any"
      label={m.certificates.form.figure(say(clock.name))}
      description={m.certificates.form.figureHint}
      value={form.figures[clock.id] ?? ''}
      onChange={({ currentTarget }) =>
        onChange({ figures: { ...form.figures, [clock.id]: currentTarget.value } })
      }
    />
  );
}
