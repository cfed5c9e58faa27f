import type { TicketPage } from '@reglament/contract';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { LocalDate } from '@reglament/working-time';
import { useState } from 'react';
import { type ChosenProduct, ProductSelect } from '../../desk/product-select.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { useKeepInstance } from '../companies/index.ts';
import { CommandDialog } from './command-dialog.tsx';

type Note = NonNullable<TicketPage['notCommissioned']>;
type Waiting = Note['waiting'][number];

interface Props {
  readonly companyId: string;
  readonly note: Note;
  readonly onClose: () => void;
}

/** One that is not on record yet. */
const NEW = '';

const nameOf = ({ product, productVersion, key }: Waiting): string =>
  [productVersion === null ? product : `${product} ${productVersion}`, ...(key === null ? [] : [key])].join(
    ' · ',
  );

/** When an installation was commissioned: one on record, or a new one, under the certificate that serves the ticket. */
export function CommissioningDialog({ companyId, note, onClose }: Props) {
  const { m, say } = useI18n();
  const words = m.commissioning;
  const { waiting, certificateId } = note;
  const [instanceId, setInstanceId] = useState(waiting[0]?.instanceId ?? NEW);
  const [chosen, setChosen] = useState<ChosenProduct>({ product: note.product, productVersion: null });
  const [day, setDay] = useState('');
  const [hasWorked, setHasWorked] = useState(true);
  const [isChecked, setIsChecked] = useState(false);
  const known = waiting.find((one) => one.instanceId === instanceId);
  const keep = useKeepInstance(
    companyId,
    known === undefined ? null : { id: known.instanceId, version: known.version },
  );
  const handleSubmit = () => {
    setIsChecked(true);
    const { product, productVersion } = chosen;
    if (day === '' || (known === undefined && product === null)) return;
    const told = { commissionedOn: day as LocalDate, certificateId };
    keep.mutate(
      known === undefined
        ? {
            ...told,
            product: product ?? '',
            productVersion,
            installationType: null,
            key: null,
            keyRegisteredOn: null,
            siteId: null,
            activated: 1,
            hasWorked,
          }
        : { ...told, hasWorked: hasWorked || known.hasWorked },
      {
        onSuccess: ({ told: news }) => {
          toast(news.length === 0 ? words.recorded : news.map(say).join(' '));
          onClose();
        },
      },
    );
  };
  return (
    <CommandDialog
      title={words.record}
      about={words.about}
      submit={words.save}
      isPending={keep.isPending}
      error={keep.error}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      {waiting.length > 0 && (
        <NativeSelect
          label={words.installation}
          value={instanceId}
          onChange={({ currentTarget }) => setInstanceId(currentTarget.value)}
          data={[
            ...waiting.map((one) => ({ value: one.instanceId, label: nameOf(one) })),
            { value: NEW, label: words.another },
          ]}
        />
      )}
      {known === undefined && <ProductSelect chosen={chosen} isRequired onChange={setChosen} />}
      <TextInput
        data-autofocus
        type="date"
        label={words.day}
        withAsterisk
        value={day}
        error={isChecked && day === '' && words.dayMissing}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
      />
      <Checkbox
        label={words.hasWorked}
        checked={hasWorked}
        onChange={({ currentTarget }) => setHasWorked(currentTarget.checked)}
      />
    </CommandDialog>
  );
}
