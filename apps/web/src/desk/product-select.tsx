import { Select } from '@mantine/core';
import { useI18n } from '../i18n/i18n.tsx';
import { WantedLabel } from '../ui/wanted-label.tsx';
import { useCatalogue } from './use-catalogue.ts';

/** A product of the catalogue; null: not said, or not known. */
export interface ChosenProduct {
  readonly product: string | null;
  readonly productVersion: string | null;
}

interface Props {
  readonly chosen: ChosenProduct;
  readonly isRequired?: boolean;
  /** The regulation asks for it and nothing stops without it. */
  readonly isWanted?: boolean;
  readonly autoFocus?: boolean;
  readonly onChange: (chosen: ChosenProduct) => void;
}

/** A product of the catalogue and one of its versions, each with how it is supported today. */
export function ProductSelect({
  chosen,
  isRequired = false,
  isWanted = false,
  autoFocus = false,
  onChange,
}: Props) {
  const { m } = useI18n();
  const words = m.products;
  const { data, isPending, isError } = useCatalogue();
  // What is retired may still be in use.
  const products = data?.products ?? [];
  const suite = data?.suite ?? null;
  const versions = products.find(({ name }) => name === chosen.product)?.versions ?? [];
  return (
    <>
      <Select
        {...(autoFocus ? { 'data-autofocus': true } : {})}
        label={<WantedLabel name={words.product} isWanted={isWanted} />}
        withAsterisk={isRequired}
        placeholder={isPending ? m.common.loading : words.notKnown}
        disabled={isPending || isError}
        error={isError && words.failed}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': m.common.dismiss }}
        data={[
          ...(suite === null ? [] : [{ value: suite, label: words.all(suite) }]),
          ...products.map(({ name, retired }) => ({
            value: name,
            label: retired ? `${name} (${words.retired})` : name,
          })),
        ]}
        value={chosen.product}
        onChange={(product) => onChange({ product, productVersion: null })}
      />
      {versions.length > 0 && (
        <Select
          label={words.version}
          placeholder={words.notKnown}
          clearable
          clearButtonProps={{ 'aria-label': m.common.dismiss }}
          data={versions.map(({ number, state }) => ({
            value: number,
            label: `${number} · ${words.state[state]}`,
          }))}
          value={chosen.productVersion}
          onChange={(productVersion) => onChange({ ...chosen, productVersion })}
        />
      )}
    </>
  );
}
