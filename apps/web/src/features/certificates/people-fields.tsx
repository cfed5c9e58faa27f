import { NativeSelect, TextInput } from '@mantine/core';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { OrderForm, Sold } from './order-form.ts';
import { useNameable } from './use-certificates.ts';

interface Props {
  readonly form: OrderForm;
  readonly sold: Sold;
  readonly onChange: (changes: Partial<OrderForm>) => void;
  /** Whoever stands on it already, by id: they stay in the list when they have left. */
  readonly standing?: ReadonlyMap<string, string>;
}

/** Who is named on the certificate, and how many visits the contract gives a ticket. */
export function PeopleFields({ form, sold, onChange, standing = new Map() }: Props) {
  const { m, say } = useI18n();
  const { slug } = useDesk();
  const words = m.certificates.form;
  const { data, error } = useNameable(slug, sold.roles.length > 0);
  const people = data?.people ?? [];
  const gone = [...standing].filter(
    ([id]) => data !== undefined && people.every((one) => one.personId !== id),
  );
  const nameable = [
    ...people.map(({ personId, name }) => ({ value: personId, label: name })),
    ...(data === undefined ? [...standing].map(([value, label]) => ({ value, label })) : []),
    ...gone.map(([value, name]) => ({ value, label: words.gone(name) })),
  ];
  return (
    <>
      {sold.roles.map(({ id, name }) => (
        <NativeSelect
          key={id}
          label={say(name)}
          description={words.personHint}
          error={error !== null && words.peopleFailed}
          value={form.people[id] ?? ''}
          onChange={(event) => onChange({ people: { ...form.people, [id]: event.currentTarget.value } })}
          data={[{ value: '', label: words.nobody }, ...nameable]}
        />
      ))}
      {sold.asksVisits && (
        <TextInput
          type="number"
          min={0}
          label={m.certificates.page.visits}
          description={words.visitsHint}
          value={form.visits}
          onChange={(event) => onChange({ visits: event.currentTarget.value })}
        />
      )}
    </>
  );
}
